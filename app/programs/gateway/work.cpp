// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/work.h"

namespace tridesk {

using namespace Qt::StringLiterals;

GatewayWork::GatewayWork(Desk& desk, FixBoard& board, WaysIn& ways, std::optional<BrokerOptions> broker,
                         QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_board(board)
    , m_ways(ways)
    , m_broker(std::move(broker)) {
    m_ways.http().setStandby(true);
    if (m_broker)
        m_ways.addMetrics([this] { return brokerMetrics(); });
}

void GatewayWork::begin() {
    m_ways.http().setStandby(false);
    m_clockwork.emplace(m_desk);
    m_clockwork->start();
    if (m_broker)
        openBroker(*m_broker);
}

void GatewayWork::end() {
    m_ways.http().setStandby(true);
    m_clockwork.reset();
    if (m_overBroker)
        m_before += m_overBroker->counts();
    m_overBroker.reset();
    if (m_broker)
        m_ways.setTrouble(u"broker"_s, {}); // somebody else's now
}

void GatewayWork::openBroker(const BrokerOptions& broker) {
    m_overBroker.emplace(broker, m_desk, m_board);
    m_ways.setTrouble(u"broker"_s, u"not signed in yet"_s);
    connect(&*m_overBroker, &BrokerEndpoint::trouble, this, [this](const QString& why) {
        if (m_overBroker && !m_overBroker->isUp())
            m_ways.setTrouble(u"broker"_s, why);
        Q_EMIT trouble(why);
    });
    connect(&*m_overBroker, &BrokerEndpoint::up, this, [this, at = broker.shown()] {
        m_ways.setTrouble(u"broker"_s, {});
        Q_EMIT said(u"signed in at "_s + at);
    });
    m_overBroker->start();
}

QList<Metric> GatewayWork::brokerMetrics() const {
    BrokerCounts counts = m_before;
    if (m_overBroker)
        counts += m_overBroker->counts();
    QList<Metric> metrics{
        {"tridesk_broker_up", "Whether the line to the broker stands.", Metric::Kind::Gauge,
         double(m_overBroker && m_overBroker->isUp())},
        {"tridesk_broker_waiting", "Positions not looked at yet.", Metric::Kind::Gauge,
         double(m_overBroker ? m_overBroker->waiting() : 0)},
        {"tridesk_broker_messages_total", "Messages heard.", Metric::Kind::Counter, double(counts.heard)},
        {"tridesk_broker_positions_total", "Positions taken.", Metric::Kind::Counter, double(counts.taken)},
        {"tridesk_broker_steps_total", "Steps of orders put on record.", Metric::Kind::Counter,
         double(counts.steps)},
        {"tridesk_broker_orders_total", "Lists of orders sent to crews.", Metric::Kind::Counter,
         double(counts.published)}};
    const std::pair<const char*, qint64> refused[] = {
        {"invalid", counts.invalid}, {"forged", counts.forged},   {"replayed", counts.replayed},
        {"unknown", counts.unknown}, {"limited", counts.limited}, {"dropped", counts.dropped},
        {"refused", counts.refused}};
    for (const auto& [why, count] : refused)
        metrics.append({"tridesk_broker_refused_total", "What was not taken, and why.", Metric::Kind::Counter,
                        double(count), QByteArray("why=\"") + why + '"'});
    return metrics;
}

} // namespace tridesk
