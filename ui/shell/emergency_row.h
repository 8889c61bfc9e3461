// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class SeatDesk;
struct Theme;

/// One emergency: who, since when, from what, who has taken it; what can be done about it.
class EmergencyRow : public QFrame {
    Q_OBJECT

public:
    EmergencyRow(const UnitId& unit, bool canAct, QWidget* parent = nullptr); ///< else without its buttons

    /// `unit` has an emergency. A button that would be refused is grey and says why.
    void tell(const Unit& unit, const SeatDesk& desk);
    void dress(const Theme& theme, bool lit);
    [[nodiscard]] bool isAcknowledged() const { return m_acknowledged; }

Q_SIGNALS:
    void showAsked();
    void acknowledged();
    void endAsked(tridesk::EmergencyOutcome outcome);

private:
    QPushButton* addButton(const QString& name, const QString& text);

    QLabel* m_sign;
    QLabel* m_who;
    QLabel* m_what;
    QPushButton* m_acknowledge;
    QPushButton* m_resolve;
    QPushButton* m_false;
    bool m_canAct;
    bool m_acknowledged = false;
};

} // namespace tridesk
