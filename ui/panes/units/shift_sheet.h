// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QDialog>
#include <QHash>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

class SeatDesk;
struct Refusal;

/// Who is on a unit this shift, and what they took with them (product.md, capability 88): logs a crew on, or
/// changes it and its kit. A refusal stands beside its field, and what was typed stays.
class ShiftSheet : public QDialog {
    Q_OBJECT

public:
    /// `desk` outlives it.
    ShiftSheet(SeatDesk& desk, const UnitId& unit, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The line that would have done it.
    void echoed(const QString& line);

private:
    QLineEdit* addField(QFormLayout& form, const QString& name, const QString& label, const QString& hint);
    [[nodiscard]] QStringList crew() const;
    void save();
    void tell(const Refusal& refusal);

    SeatDesk& m_desk;
    UnitId m_unit;
    QLineEdit* m_crew;
    QLineEdit* m_vehicle;
    QLineEdit* m_radio;
    QLineEdit* m_camera;
    QLineEdit* m_weapon;
    QHash<QString, QLabel*> m_refusals; ///< by field of a Refusal
    QLabel* m_refusal;                  ///< what is about none of them
    QPushButton* m_save;
};

} // namespace tridesk
