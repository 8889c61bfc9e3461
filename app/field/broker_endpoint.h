// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/field/broker_inbox.h"
#include "app/field/mqtt_line.h"
#include "app/field/order_sender.h"
#include "app/intake/rate_limit.h"

#include <QHash>
#include <QTimer>

namespace tridesk {

/// The way in, and out, over an MQTT broker: positions of trackers and phones to the board, steps of orders
/// to the journal, orders to crews' terminals (broker_reader.h says on which topics). A device speaks for the
/// unit that its sign-in names: one whose device is "USER/DEVICE", or whose callsign is USER. Make it after
/// the Desk and the board, destroy it before; same thread.
class BrokerEndpoint : public QObject {
    Q_OBJECT

public:
    static constexpr double perSecond = 5; ///< positions of one device, in the long run
    static constexpr double burst = 1000;  ///< what waited in a phone for its network

    BrokerEndpoint(const BrokerOptions& options, Desk& desk, FixBoard& board, QObject* parent = nullptr);
    ~BrokerEndpoint() override;

    /// Signs in once the desk is ready, and from then on as often as it must.
    void start();
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] BrokerCounts counts() const;
    [[nodiscard]] qsizetype waiting() const { return m_inbox.waiting(); } ///< positions not looked at yet

Q_SIGNALS:
    void up();
    /// No line to the broker, or positions were given up; one line.
    void trouble(const QString& why);

private:
    void takeBatch();
    void take(const BrokerFixes& fixes, QList<Fix>& taken);
    void take(const BrokerStep& said);
    [[nodiscard]] bool handOn();
    void tellDrops();

    Desk& m_desk;
    FixBoard& m_board;
    RateLimit m_rate;
    BrokerCounts m_counts;            ///< what is found out here; the inbox has the rest
    QHash<QString, Instant> m_newest; ///< by who sent it, as the fixes' source
    QList<Fix> m_held;                ///< the board could not take them
    QTimer m_again;
    QTimer m_dropsLook;
    qint64 m_toldDrops = 0;
    OrderSender m_sender;
    BrokerInbox m_inbox;
    MqttLine m_line; ///< the last: its thread ends before what it speaks to
    bool m_isUp = false;
};

} // namespace tridesk
