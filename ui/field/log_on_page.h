// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

/// Who crews the unit; a unit exists for the desk once somebody is on it.
class LogOnPage : public QWidget {
    Q_OBJECT

public:
    explicit LogOnPage(QWidget* parent = nullptr);

    void setKnown(bool known); ///< whether the desk knows the unit

Q_SIGNALS:
    void asked(const QStringList& crew);

private:
    [[nodiscard]] QStringList crew() const;
    void check();

    QLabel* m_hint;
    QLineEdit* m_first;
    QLineEdit* m_second;
    QLineEdit* m_third;
    QPushButton* m_logOn;
    bool m_known = false;
};

} // namespace tridesk
