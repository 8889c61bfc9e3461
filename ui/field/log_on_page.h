// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

/// Who crews the unit, and what they take with them; a unit exists for the desk once somebody is on it.
class LogOnPage : public QWidget {
    Q_OBJECT

public:
    explicit LogOnPage(QWidget* parent = nullptr);

    void setKnown(bool known); ///< whether the desk knows the unit

Q_SIGNALS:
    void asked(const QStringList& crew, const tridesk::ShiftKit& kit);

private:
    QLineEdit* addField(QBoxLayout& row, const QString& name, const QString& text);
    [[nodiscard]] QStringList crew() const;
    [[nodiscard]] ShiftKit kit() const;
    void check();

    QLabel* m_hint;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLineEdit* m_third;
    QLineEdit* m_vehicle;
    QLineEdit* m_radio;
    QLineEdit* m_camera;
    QLineEdit* m_weapon;
    QPushButton* m_logOn;
    bool m_known = false;
};

} // namespace tridesk
