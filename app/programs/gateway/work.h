// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/clockwork.h"
#include "app/field/broker_endpoint.h"
#include "app/field/ways_in.h"

#include <QObject>

#include <optional>

namespace tridesk {

/// What one gateway alone does for a journal, while it has the duty: deadlines, what comes in over HTTP, the
/// line to the broker. Begun and ended as often as the duty comes and goes. The Desk's thread; desk and board
/// outlive it.
class GatewayWork : public QObject {
    Q_OBJECT

public:
    GatewayWork(Desk& desk, FixBoard& board, WaysIn& ways, std::optional<BrokerOptions> broker,
                QObject* parent = nullptr);

    void begin();
    void end();

Q_SIGNALS:
    void said(const QString& line);
    void trouble(const QString& why); ///< one line

private:
    void openBroker(const BrokerOptions& broker);
    [[nodiscard]] QList<Metric> brokerMetrics() const;

    Desk& m_desk;
    FixBoard& m_board;
    WaysIn& m_ways;
    std::optional<BrokerOptions> m_broker;
    std::optional<Clockwork> m_clockwork;
    std::optional<BrokerEndpoint> m_overBroker;
    BrokerCounts m_before; ///< of lines that were ended
};

} // namespace tridesk
