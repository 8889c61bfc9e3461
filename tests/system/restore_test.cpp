// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The drilled restore of packaging/site/README.md, with a site at work: a base backup while the gateway takes
// incidents in, more of them after it, the server destroyed with what was not archived yet, and a restore
// from backup and archive; then one to an earlier moment, behind which what a console and a duty room have
// kept is ahead.

#include "app/journal/postgres_journal.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/cable.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scene.h"
#include "tests/system/gateway_process.h"
#include "tests/system/seat_process.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

QByteArray bodyOf(const QString& key) {
    return QJsonDocument(QJsonObject{{u"id"_s, key},
                                     {u"text"_s, key},
                                     {u"place"_s, QJsonObject{{u"lat"_s, 32.0}, {u"lon"_s, 118.5}}}})
        .toJson();
}

/// The line that an administrator keeps where the database is not.
struct Head {
    qint64 entries = 0;
    QString hash;

    static Head in(const Ran& verified) {
        static const QRegularExpression line(u"^ok: (\\d+) entries.*, hash ([0-9a-f]+)"_s);
        const auto found = line.match(QString::fromUtf8(verified.out));
        return {found.captured(1).toLongLong(), found.captured(2)};
    }
};

} // namespace

class RestoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void bringsBackWhatWasArchived();
    void aConsoleThatIsAheadSaysSo();
    void aRoomThatIsAheadBeginsAnew();

private:
    void openSite();
    void openConsole();
    void openRoom();
    void backUp();
    void archiveAll();
    [[nodiscard]] QString address(const PostgresServer& server, const QString& user) const {
        return server.at(m_database, user).text();
    }
    [[nodiscard]] QByteArray archive() const { return QFile::encodeName(m_kept.filePath(u"wal"_s)); }
    void post();
    [[nodiscard]] QStringList roomShows();
    [[nodiscard]] QList<Entry> copy() const;
    [[nodiscard]] std::unique_ptr<PostgresServer> restored(const QByteArray& until = {}) const;
    [[nodiscard]] static QStringList without(QStringList keys, const QStringList& others) {
        keys.removeIf([&](const QString& key) { return others.contains(key); });
        return keys;
    }

    QTemporaryDir m_kept; ///< where the server is not: backup and archive
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<Cable> m_line; ///< the console's
    std::unique_ptr<SeatProcess> m_console;
    std::unique_ptr<Cable> m_roomLine;
    std::unique_ptr<SeatProcess> m_room; ///< of ST01, over the gateway's link
    QStringList m_acknowledged;          ///< all that the gateway ever acknowledged, as reported() names it
    QStringList m_earlier;               ///< of these what it had by m_moment
    QStringList m_archived;              ///< and by the end of the archive
    QByteArray m_moment;
    Head m_written;
};

void RestoreTest::initTestCase() {
    for (const auto step : {&RestoreTest::openSite, &RestoreTest::openConsole, &RestoreTest::openRoom,
                            &RestoreTest::backUp, &RestoreTest::archiveAll})
        if (!QTest::currentTestFailed())
            (this->*step)();
    if (QTest::currentTestFailed())
        return;
    for (int i = 0; i < 5; ++i) // which only this server and the console's copy have
        post();
    const auto journal = PostgresJournal::open(m_server->at(m_database, u"gw"_s), {.readOnly = true});
    QVERIFY(journal.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(copy(), must((*journal)->read(1, 100'000)), patience);
    QTRY_COMPARE_WITH_TIMEOUT(roomShows(), m_acknowledged, patience);
    m_roomLine->cut();
    m_gateway->kill();
    m_server->kill();
    m_server.reset(); // and its disk
}

void RestoreTest::cleanupTestCase() {
    m_room.reset();
    m_console.reset();
    m_gateway.reset();
    m_roomLine.reset();
    m_line.reset();
    m_server.reset();
}

/// As packaging/site/README.md says it, under "Backup".
void RestoreTest::openSite() {
    QVERIFY(QDir(m_kept.path()).mkdir(u"wal"_s));
    QVERIFY(PostgresServer::handOver(m_kept.path()) && PostgresServer::handOver(m_kept.filePath(u"wal"_s)));
    m_server = std::make_unique<PostgresServer>("archive_mode = on\narchive_command = 'test ! -f " +
                                                archive() + "/%f && cp %p " + archive() + "/%f'\n");
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    m_database = m_server->makeDatabase();
    QVERIFY(PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s)).has_value());
    QVERIFY(m_server->addUser(m_database, u"gw"_s, u"gateway"_s));
    QVERIFY(m_server->addUser(m_database, u"wang"_s, u"bureau"_s));
    QVERIFY(m_server->addUser(m_database, u"zhou"_s, u"reviewer"_s));
    QVERIFY(m_server->run(m_database, "ALTER ROLE wang PASSWORD 'secret'"));
    m_gateway = std::make_unique<GatewayProcess>(m_folder.filePath(u"gateway"_s));
    QVERIFY(m_gateway->grant(u"cad"_s, u"incidents"_s));
    QVERIFY(m_gateway->start({u"--journal"_s, address(*m_server, u"gw"_s)}));
}

void RestoreTest::openConsole() {
    QFile passwords(m_folder.filePath(u"passwords"_s));
    QVERIFY(passwords.open(QIODevice::WriteOnly) && passwords.write("*:*:*:wang:secret\n") > 0);
    QVERIFY(passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    passwords.close();
    m_line = std::make_unique<Cable>(m_server->port());
    m_console =
        std::make_unique<SeatProcess>(QStringList{u"--data"_s, m_folder.filePath(u"console"_s), u"--seat"_s,
                                                  u"bureau"_s, u"--user"_s, u"wang"_s, u"--journal"_s,
                                                  m_server->overTcp(m_database, u"wang"_s, m_line->port())
                                                      .withPasswordFile(passwords.fileName())
                                                      .text()});
    QVERIFY(m_console->start());
}

void RestoreTest::openRoom() {
    QFile posts(m_folder.filePath(u"posts.geojson"_s));
    QVERIFY(posts.open(QIODevice::WriteOnly));
    posts.write(R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"ref":"ST01","nameZh":"临江所","nameEn":"Linjiang"},"geometry":{"type":"Polygon",
        "coordinates":[[[118,31],[119,31],[119,33],[118,33],[118,31]]]}}]})");
    posts.close();
    const Ran imported =
        run(u"tridesk-gateway"_s, {u"import"_s, u"--data"_s, m_gateway->data, u"--journal"_s,
                                   address(*m_server, u"gw"_s), u"--posts"_s, posts.fileName()});
    QVERIFY2(imported.code == 0, imported.err.constData());
    const QByteArray cad = m_gateway->client.token;
    QVERIFY(m_gateway->grant(u"room"_s, u"seat:station:ST01"_s));
    QFile token(m_folder.filePath(u"room.token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write(m_gateway->client.token) > 0);
    token.close();
    m_gateway->client.token = cad;
    m_roomLine = std::make_unique<Cable>(quint16(m_gateway->client.base.port()));
    m_room = std::make_unique<SeatProcess>(QStringList{
        u"--data"_s, m_folder.filePath(u"room"_s), u"--seat"_s, u"station:ST01"_s, u"--user"_s, u"room"_s,
        u"--link"_s, u"http://127.0.0.1:%1"_s.arg(m_roomLine->port()), u"--secret"_s, token.fileName()});
    QVERIFY(m_room->start());
}

void RestoreTest::backUp() {
    for (int i = 0; i < 5; ++i)
        post();
    QProcess program;
    m_server->backUp(program, m_kept.filePath(u"base"_s));
    QVERIFY(program.waitForStarted());
    const qsizetype before = m_acknowledged.size();
    while (program.state() != QProcess::NotRunning && !QTest::currentTestFailed())
        post(); // which lets the program's end be heard
    QVERIFY2(program.exitCode() == 0, program.readAll().constData());
    qInfo("%lld incidents during the backup", qint64(m_acknowledged.size() - before));
    QVERIFY(m_acknowledged.size() > before);
}

/// More of everything, a moment in it, and the newest hash written down elsewhere.
void RestoreTest::archiveAll() {
    for (int i = 0; i < 5; ++i)
        post();
    m_earlier = m_acknowledged;
    m_moment = m_server->ask(m_database, "SELECT clock_timestamp()::text").toUtf8();
    for (int i = 0; i < 5; ++i)
        post();
    m_archived = m_acknowledged;
    m_written = Head::in(run(u"tridesk-journal"_s, {u"verify"_s, address(*m_server, u"zhou"_s)}));
    QVERIFY(m_written.entries >= m_archived.size());
    const QString last =
        m_server->ask(m_database, "SELECT pg_walfile_name(pg_switch_wal())"); // as archive_timeout does
    const auto isArchived = [&] { return QFile::exists(m_kept.filePath(u"wal/"_s + last)); };
    QVERIFY(!last.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isArchived(), patience);
}

void RestoreTest::post() {
    const QString key = u"k%1"_s.arg(m_acknowledged.size());
    QCOMPARE(m_gateway->client.post(u"/v1/incidents"_s, bodyOf(key)).status, 201);
    m_acknowledged.append(u"cad/"_s + key);
}

/// The incidents on the duty room's board, as reported() names them, oldest first.
QStringList RestoreTest::roomShows() {
    static const QRegularExpression text(u"^incident \\S+ (\\d+) .* '(k\\d+|n\\d+)' at"_s);
    std::map<qint64, QString> byNumber;
    for (const QString& line : m_room->shown().board)
        if (const auto found = text.match(line); found.hasMatch())
            byNumber[found.captured(1).toLongLong()] = u"cad/"_s + found.captured(2);
    QStringList keys;
    for (const auto& [number, key] : byNumber)
        keys.append(key);
    return keys;
}

QList<Entry> RestoreTest::copy() const {
    const auto journal = SqliteJournal::open(m_folder.filePath(u"console/replica.db"_s), {.readOnly = true});
    return journal ? (*journal)->read(1, 100'000).value_or(QList<Entry>()) : QList<Entry>();
}

/// Null where it did not come up. Its log goes on, elsewhere.
std::unique_ptr<PostgresServer> RestoreTest::restored(const QByteArray& until) const {
    auto server = std::make_unique<PostgresServer>(PostgresServer::Backup{m_kept.filePath(u"base"_s)},
                                                   "archive_mode = off\nrestore_command = 'cp " + archive() +
                                                       "/%f %p'\n" + until);
    if (!server->trouble().isEmpty()) {
        qWarning("%s", qPrintable(server->trouble()));
        return nullptr;
    }
    const bool isRecovered = QTest::qWaitFor(
        [&] { return server->ask(u"postgres"_s, "SELECT pg_is_in_recovery()::text") == u"false"; }, patience);
    return isRecovered ? std::move(server) : nullptr;
}

void RestoreTest::bringsBackWhatWasArchived() {
    const auto server = restored();
    QVERIFY(server);
    const QString reviewer = address(*server, u"zhou"_s);
    const Ran verified = run(u"tridesk-journal"_s, {u"verify"_s, reviewer});
    QVERIFY2(verified.code == 0, verified.out + verified.err);
    QVERIFY(Head::in(verified).entries >= m_written.entries);
    const QString number = QString::number(m_written.entries);
    const Ran entry =
        run(u"tridesk-journal"_s, {u"export"_s, u"--from"_s, number, u"--to"_s, number, reviewer});
    QCOMPARE(QJsonDocument::fromJson(entry.out).object()[u"hash"].toString(), m_written.hash);
    QCOMPARE(without(m_archived, reported(reviewer)), QStringList());
    // And it is the site's again.
    QVERIFY(m_gateway->start({u"--journal"_s, address(*server, u"gw"_s)}));
    QCOMPARE(m_gateway->client.post(u"/v1/incidents"_s, bodyOf(u"new"_s)).status, 201);
    m_gateway->kill();
    QVERIFY(reported(reviewer).contains(u"cad/new"));
}

/// Its copy holds what the restored server does not: nothing of the one goes into the other until somebody
/// says so, and then nothing of either is lost.
void RestoreTest::aConsoleThatIsAheadSaysSo() {
    const auto server =
        restored("recovery_target_time = '" + m_moment + "'\nrecovery_target_action = promote\n");
    QVERIFY(server);
    const QString reviewer = address(*server, u"zhou"_s);
    QCOMPARE(reported(reviewer), m_earlier);
    const QList<Entry> ahead = copy();
    m_line->does(
        [port = server->port()](CutProxy& line) { line.setTarget(QUrl(u"tcp://127.0.0.1:%1"_s.arg(port))); });
    QTRY_VERIFY_WITH_TIMEOUT(m_console->state().isStrayed, patience);
    QVERIFY(!m_console->state().isUp);
    IncidentDetails details;
    details.text = u"behind the restore"_s;
    m_console->send(1, ReportIncident{{u"phone"_s, u"behind"_s}, details});
    QVERIFY(m_console->waitForWordOn(1));
    QCOMPARE(m_console->wordOn(1), QByteArray("done"));
    QCOMPARE(m_console->state().waiting, 1);
    QCOMPARE(copy(), ahead);
    QCOMPARE(reported(reviewer), m_earlier);

    m_console->beginAnew();
    const auto hasCome = [&] {
        const SeatProcess::State state = m_console->state();
        return state.isUp && !state.isStrayed && state.waiting == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasCome(), patience);
    QCOMPARE(reported(reviewer), m_earlier + QStringList{u"phone/behind"_s});
    const QStringList aside =
        QDir(m_folder.filePath(u"console"_s)).entryList({u"replica-*.db"_s}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    const QString kept = m_folder.filePath(u"console/"_s + aside.constFirst());
    QCOMPARE(reported(kept), m_acknowledged);
    const Ran verified = run(u"tridesk-journal"_s, {u"verify"_s, kept});
    QVERIFY2(verified.code == 0, verified.out + verified.err);
}

/// The restored journal has grown beyond what the room had followed of the other by the time that it sees it:
/// it must not take the one for the other's continuation.
void RestoreTest::aRoomThatIsAheadBeginsAnew() {
    const auto server =
        restored("recovery_target_time = '" + m_moment + "'\nrecovery_target_action = promote\n");
    QVERIFY(server);
    QCOMPARE(roomShows(), m_acknowledged); // its line is cut
    QVERIFY(m_gateway->start({u"--journal"_s, address(*server, u"gw"_s)}));
    QStringList there = m_earlier;
    for (qsizetype i = m_earlier.size(); i < m_acknowledged.size() + 5; ++i) {
        const QString key = u"n%1"_s.arg(i);
        QCOMPARE(m_gateway->client.post(u"/v1/incidents"_s, bodyOf(key)).status, 201);
        there.append(u"cad/"_s + key);
    }
    m_roomLine->does([port = m_gateway->client.base.port()](CutProxy& line) {
        line.setTarget(QUrl(u"tcp://127.0.0.1:%1"_s.arg(port)));
        line.restore();
    });
    QTRY_COMPARE_WITH_TIMEOUT(roomShows(), there, patience);
    m_gateway->kill();
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::RestoreTest)
#include "restore_test.moc"
