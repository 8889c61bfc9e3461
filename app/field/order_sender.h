// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/field/broker_reader.h"
#include "app/field/crew_orders.h"

#include <QTimer>

namespace tridesk {

/// Tells crews' terminals their orders over a broker: to tridesk/order/UNIT, at QoS 1 and kept there, all of
/// a unit's orders whenever one of them changes or may be seen from now on. It is the whole list each time,
/// so that a terminal which comes back, or a message told twice, cannot leave it with another. The Desk's
/// thread.
class OrderSender : public QObject {
    Q_OBJECT

public:
    /// False where it could not go out; then everything is told again with tellAll().
    using Publish = std::function<bool(const QByteArray& topic, const QByteArray& payload)>;

    OrderSender(Desk& desk, Publish publish, QObject* parent = nullptr);

    /// The line is new: every unit that has orders is told. Nothing is told before.
    void tellAll();
    void fall() { m_isUp = false; } ///< the line is lost
    /// What the broker has kept from before: put right where it no longer holds.
    void correct(const BrokerKept& kept);
    [[nodiscard]] qint64 published() const { return m_published; }

private:
    void follow(const Changes& changes);
    void tellReleased();
    void tell(const QSet<UnitId>& units, const CrewOrders& open);
    [[nodiscard]] QByteArray listOf(const Unit& unit, const CrewOrders& open) const;
    void awaitRelease(const CrewOrders& open);

    Desk& m_desk;
    Publish m_publish;
    QTimer m_release;
    QHash<UnitId, QByteArray> m_told; ///< over this line
    qint64 m_published = 0;
    bool m_isUp = false;
};

} // namespace tridesk
