// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "tests/support/broker_server.h"
#include "tests/support/cable.h"
#include "tests/support/postgres_server.h"
#include "tests/system/crew_process.h"
#include "tests/system/gateway_process.h"
#include "tests/system/seat_process.h"

#include <QTemporaryDir>

#include <array>
#include <memory>

namespace tridesk::test {

/// A site of which everything can fail: PostgreSQL, a broker, a gateway, two of the bureau's consoles with
/// their replicas, two stations' rooms and a crew over the gateway's link, a crew that knows the broker
/// alone. Each is a process of its own, and every line between them goes over a cable. A desk of this
/// program's own, straight at the server, is the witness. Void functions fail the test where something does
/// not come up.
class OutageScene {
public:
    enum Seat { Wang, Li, Room1, Room2, Crew, seats };
    enum Line {
        WangServer,
        LiServer,
        GatewayServer,
        Room1Link,
        Room2Link,
        CrewLink,
        GatewayBroker,
        CrewBroker,
        lines
    };
    static constexpr int patience = 120'000;           ///< ms, for everything to come together
    static constexpr QStringView overLink = u"1A12";   ///< the unit of the crew over the gateway's link
    static constexpr QStringView overBroker = u"1A14"; ///< the unit of the crew at the broker

    void open();
    ~OutageScene();

    [[nodiscard]] SeatProcess& seat(Seat which) { return *m_seats[which]; }
    [[nodiscard]] CrewProcess& crew() { return *m_crew; }
    [[nodiscard]] HttpClient& intake() { return m_gateway->client; } ///< signed in to post incidents
    [[nodiscard]] const Situation& situation() const { return m_witness->situation(); } ///< what has come
    [[nodiscard]] Instant now() const { return m_witness->clock().now(); }
    void tell(const Command& command); ///< by the witness, where it must be taken
    [[nodiscard]] bool isThere(Line line) const { return m_isUp[line]; }
    [[nodiscard]] bool isServerThere() const { return m_serverRuns; }
    [[nodiscard]] bool isBrokerThere() const { return m_brokerRuns; }
    /// An incident can be posted; the gateway can begin.
    [[nodiscard]] bool isGatewayAtServer() const { return m_serverRuns && m_isUp[GatewayServer]; }

    void toggle(Line line);
    void toggleSeats();             ///< the line of each
    void loseNextAnswer(Line line); ///< on the way back, and the line with it
    void killSeat(Seat which);      ///< and it begins again, whether its line is there or not
    void killCrew();                ///< the same, of the crew at the broker
    void killGateway();             ///< the same; it does not begin without its server
    void toggleServer();
    void toggleBroker();
    void bringBack();
    /// Of every seat, so that what they have kept can be read; what they showed at last is kept here.
    void end();
    [[nodiscard]] const SeatProcess::Shown& shownAtEnd(Seat which) const { return m_shown[which]; }

    [[nodiscard]] std::unique_ptr<Journal> journal() const;
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] QList<Entry> replicaOf(Seat console) const;
    /// A console with nothing unsent shows its copy of the journal, whatever it had to take back before.
    void lookAt(Seat console);
    /// Nothing waits, and the consoles' replicas are the journal.
    [[nodiscard]] bool hasCome();
    /// Each seat over the gateway's link has what the journal had at that number.
    [[nodiscard]] bool hasFollowed(qint64 seq);

    [[nodiscard]] static QString nameOf(Seat which); ///< "wang", "st01"
    [[nodiscard]] static QString seatOf(Seat which); ///< "station:ST01"
    [[nodiscard]] QString fileOf(Seat which) const;  ///< its link's store or its outbox
    [[nodiscard]] QStringList addresses() const;     ///< of the journal and its replicas, to be verified

private:
    void openServer();
    void openWitness();
    void furnish();
    void openGateway();
    void openSeats();
    [[nodiscard]] QString differenceAt(Seat console);
    [[nodiscard]] PostgresAddress over(Line line, const QString& user) const;
    [[nodiscard]] QStringList argumentsOf(Seat which) const;
    void openCrew();

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<BrokerServer> m_broker;
    QString m_database;
    QString m_passwords;
    std::array<std::unique_ptr<Cable>, lines> m_lines;
    std::array<bool, lines> m_isUp{};
    std::unique_ptr<GatewayProcess> m_gateway;
    QStringList m_gatewayArguments;
    std::array<std::unique_ptr<SeatProcess>, seats> m_seats;
    std::array<SeatProcess::Shown, seats> m_shown;
    std::unique_ptr<CrewProcess> m_crew;
    std::unique_ptr<Desk> m_witness;
    bool m_serverRuns = true;
    bool m_brokerRuns = true;
};

} // namespace tridesk::test
