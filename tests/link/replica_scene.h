// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/replica_engine.h"
#include "tests/support/cable.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tridesk::test {

constexpr int patience = 60'000; ///< ms; a loaded machine, and a server that comes back

/// The machine's clock, moved.
class MovedClock final : public Clock {
public:
    explicit MovedClock(Milliseconds by = {})
        : m_by(by) {}
    [[nodiscard]] Instant now() const override { return SystemClock().now() + m_by; }

private:
    Milliseconds m_by;
};

[[nodiscard]] inline Actor bureauBy(const QString& user) {
    return {.seat = must(Seat::parse(u"bureau")), .user = user, .role = {}};
}

inline Outcome answerOf(Desk& desk, const Actor& actor, const Command& command) {
    const QFuture<Outcome> outcome = desk.submit(actor, command);
    return QTest::qWaitFor([&] { return outcome.isFinished(); }, patience)
               ? outcome.result()
               : Outcome(refuse(RefusalCode::Storage, QStringLiteral("no answer")));
}

[[nodiscard]] inline ReportIncident reportOf(const QString& key) {
    IncidentDetails details;
    details.text = key;
    details.level = Level::Urgent;
    details.place.at = GeoPoint::from(32.05, 118.55);
    return {{QStringLiteral("phone"), key}, details};
}

[[nodiscard]] inline const Incident* incidentOf(const Situation& situation, const QString& key) {
    return situation.incidentBySource({QStringLiteral("phone"), key});
}

/// A server with an account for each of two consoles, a line to it for one of them, which can be cut, and the
/// other's desk on it: a station, and two cars on duty.
struct Site {
    PostgresServer server;
    QString database = server.makeDatabase();
    Cable line{server.port()};
    std::unique_ptr<Desk> other;

    Site() {
        if (!server.trouble().isEmpty())
            qFatal("%s", qPrintable(server.trouble()));
        begin();
    }
    /// An empty journal, with its accounts; then what a site has.
    void begin() {
        other.reset();
        (void)server.emptyDatabase(database);
        if (!PostgresJournal::open(server.at(database, QStringLiteral("tridesk_owner"))))
            qFatal("the tables cannot be made");
        for (const QString& user : {QStringLiteral("wang"), QStringLiteral("li")})
            (void)server.addUser(database, user, QStringLiteral("bureau"));
        (void)server.run(database, "ALTER ROLE wang PASSWORD 'wang'");
        openOther();
        tell(DefinePost{{.id = code<PostId>(u"ST01"),
                         .tier = Tier::Station,
                         .name = {.zh = QStringLiteral("临江所"), .en = QStringLiteral("Linjiang")},
                         .at = GeoPoint::from(32.05, 118.55),
                         .area = {}}});
        for (const QStringView name : {u"1A12", u"1A14"}) {
            tell(DefineUnit{{.id = code<UnitId>(name),
                             .callsign = code<Callsign>(name),
                             .kind = UnitKind::Car,
                             .post = code<PostId>(u"ST01"),
                             .devices = {}}});
            tell(LogOn{.unit = code<UnitId>(name), .crew = {QStringLiteral("Chen")}});
        }
    }
    void openOther() {
        const PostgresAddress address = server.at(database, QStringLiteral("li"));
        other = std::make_unique<Desk>(
            [address]() -> std::expected<std::unique_ptr<Journal>, QString> {
                auto journal = PostgresJournal::open(address);
                if (!journal)
                    return std::unexpected(journal.error().toString());
                return std::move(*journal);
            },
            PostgresBell{address}.toString(), std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
        other->start();
        if (!QTest::qWaitFor([&] { return other->isReady(); }, patience))
            qFatal("the other desk does not start");
    }
    [[nodiscard]] Outcome ask(const Command& command) {
        return answerOf(*other, bureauBy(QStringLiteral("li")), command);
    }
    /// The same where it must be taken.
    void tell(const Command& command) {
        if (!ask(command))
            qFatal("the other desk does not take what the test needs");
    }
    [[nodiscard]] const Situation& situation() const { return other->situation(); }
    /// The other's desk knows it.
    [[nodiscard]] bool knows(const std::function<bool(const Situation&)>& what) const {
        return QTest::qWaitFor([&] { return what(situation()); }, patience);
    }

    [[nodiscard]] PostgresAddress throughLine() const {
        const QString file = server.folder() + QStringLiteral("/passwords");
        QFile passwords(file);
        if (passwords.open(QIODevice::WriteOnly))
            passwords.write("*:*:*:wang:wang\n");
        passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        passwords.close();
        return server.overTcp(database, QStringLiteral("wang"), line.port()).withPasswordFile(file);
    }
    /// All that the server's journal holds.
    [[nodiscard]] QList<Entry> entries() const {
        const auto journal =
            PostgresJournal::open(server.at(database, QStringLiteral("tridesk_owner")), {.readOnly = true});
        return journal ? (*journal)->read(1, 1'000'000).value_or(QList<Entry>()) : QList<Entry>();
    }
    [[nodiscard]] qsizetype count(const QString& kind) const {
        return std::ranges::count(entries(), kind, [](const Entry& entry) { return entry.fact.kind; });
    }
};

/// wang's console over the line, with a folder of its own.
struct ReplicaConsole {
    QTemporaryDir folder;
    std::shared_ptr<Clock> own = std::make_shared<SystemClock>();
    std::shared_ptr<LinkClock> clock;
    std::unique_ptr<Desk> desk;
    ServerAccess access;
    QString failure;

    explicit ReplicaConsole(const Site& site, std::shared_ptr<Clock> machine = nullptr) {
        if (machine)
            own = std::move(machine);
        const PostgresAddress address = site.throughLine();
        access.open = [this, address]() -> std::expected<std::unique_ptr<Journal>, JournalFault> {
            PostgresJournal::Options options;
            options.clockSeen =
                [this](std::chrono::milliseconds ahead) { // of a machine's, which may be moved
                    clock->setAhead(ahead + (SystemClock().now() - own->now()));
                };
            auto journal = PostgresJournal::open(address, options);
            if (!journal)
                return std::unexpected(journal.error());
            const auto all = (*journal)->readsAll();
            if (!all || !*all)
                return std::unexpected(
                    JournalFault{JournalFault::Code::Refused, {}, QStringLiteral("a part")});
            return std::move(*journal);
        };
        access.bell = PostgresBell{address}.toString();
        access.firstPause = std::chrono::milliseconds(20);
        access.longestPause = std::chrono::milliseconds(200);
        start();
    }
    void start() {
        clock = std::make_shared<LinkClock>(own);
        desk = std::make_unique<Desk>(
            std::make_unique<ReplicaEngine>(
                access, ReplicaFiles{replica(), folder.filePath(QStringLiteral("outbox.db"))}, clock,
                std::make_shared<RandomIds>()),
            clock);
        QObject::connect(desk.get(), &Desk::failed, desk.get(),
                         [this](const QString& why) { failure = why; });
        desk->start();
        if (!QTest::qWaitFor([&] { return desk->isReady() || !failure.isEmpty(); }, patience))
            qFatal("the console does not start");
    }
    void restart() {
        desk.reset();
        start();
    }

    [[nodiscard]] QString replica() const { return folder.filePath(QStringLiteral("replica.db")); }
    [[nodiscard]] const LinkState& link() const { return desk->link()->state(); }
    [[nodiscard]] const Situation& situation() const { return desk->situation(); }
    [[nodiscard]] Outcome ask(const Command& command) {
        return answerOf(*desk, bureauBy(QStringLiteral("wang")), command);
    }
    [[nodiscard]] bool isUp() const {
        return QTest::qWaitFor([&] { return link().isUp; }, patience);
    }
    [[nodiscard]] bool isLost() const {
        return QTest::qWaitFor([&] { return !link().isUp; }, patience);
    }
    [[nodiscard]] bool isSent() const {
        return QTest::qWaitFor([&] { return link().isUp && link().waiting == 0; }, patience);
    }
    [[nodiscard]] bool knows(const std::function<bool(const Situation&)>& what) const {
        return QTest::qWaitFor([&] { return what(situation()); }, patience);
    }
    /// What its copy of the journal holds.
    [[nodiscard]] QList<Entry> entries() const {
        const auto journal = SqliteJournal::open(replica(), {.readOnly = true});
        return journal ? (*journal)->read(1, 1'000'000).value_or(QList<Entry>()) : QList<Entry>();
    }
};

} // namespace tridesk::test
