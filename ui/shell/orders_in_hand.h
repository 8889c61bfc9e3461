// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"

#include <QObject>

namespace tridesk {

class SeatDesk;
class Selection;
class WindowFoot;
struct Changes;

/// What a window's keys do with the incident and the units in hand: send them, and take back the last order
/// that was given here. What is missing is asked for, or told, at the foot.
class OrdersInHand : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    OrdersInHand(SeatDesk& desk, const Selection& selection, WindowFoot& foot, QObject* parent = nullptr);

    void send();
    /// Sends where both are in hand; else the line is begun with what there is, and asks for the rest.
    void sendOrAsk();
    void recallLast();
    void resume(const OrdersInHand& before) { m_last = before.m_last; }

private:
    void note(const Changes& changes);

    SeatDesk& m_desk;
    const Selection& m_selection;
    WindowFoot& m_foot;
    OrderId m_last; ///< issued from this seat, may still be recalled
};

} // namespace tridesk
