// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/link.h"
#include "app/programs/open_desk.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scene.h"
#include "tests/system/gateway_process.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// A desk on several machines: a gateway, a bureau's console and what looks at the journal, each with a folder
// and an account of its own, on one server, signed in with passwords over TCP.

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

ReportIncident report(const QString& text) {
    IncidentDetails details;
    details.text = text;
    return {{u"desk"_s, text}, details};
}

QByteArray posted(const QString& key) {
    return QJsonDocument(QJsonObject{{u"id"_s, key}, {u"text"_s, u"两车追尾"_s}, {u"level"_s, u"urgent"_s}})
        .toJson();
}

} // namespace

class ServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void tellsTheOtherDesk();
    void keepsPositionsTogether();
    void verifiesAndExports();
    void keepsThePasswordToItself();
    void turnsAwayWhoReadsAPart();
    void turnsAwayWithAWrongPassword();
    void aConsoleThatStartsWithoutItKnowsWhereUnitsWere();
    void goesOnWhenTheServerComesBack();

private:
    [[nodiscard]] QString address(const QString& user) const {
        return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_server->port()).arg(m_database);
    }
    [[nodiscard]] QString withFile(const QString& user) const {
        return must(serverAt(address(user), m_passwords)).text();
    }
    QFuture<Outcome> ask(const Command& command) {
        return m_desk.desk->submit({.seat = must(Seat::parse(u"bureau")), .user = u"wang"_s, .role = {}},
                                   command);
    }
    [[nodiscard]] bool knows(const QString& key) const {
        for (const Incident& incident : m_desk.desk->situation().incidents())
            if (incident.source.key == key)
                return true;
        return false;
    }

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    QTemporaryDir m_folder;
    QString m_passwords;
    std::unique_ptr<GatewayProcess> m_gateway;
    OpenDesk m_desk;
};

void ServerTest::initTestCase() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    m_database = m_server->makeDatabase();
    m_passwords = m_folder.filePath(u"passwords"_s);
    QFile file(m_passwords);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("*:*:*:tridesk_owner:owner\n*:*:*:gw:gw-secret\n*:*:*:wang:wang-secret\n"
               "*:*:*:zhang:zhang-secret\n*:*:*:li:mistyped\n");
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.close();
    const Ran migrated = run(u"tridesk-journal"_s, {u"migrate"_s, withFile(u"tridesk_owner"_s)});
    QVERIFY2(migrated.code == 0, migrated.err.constData());
    QVERIFY(m_server->addUser(m_database, u"gw"_s, u"gateway"_s));
    QVERIFY(m_server->addUser(m_database, u"wang"_s, u"bureau"_s));
    QVERIFY(m_server->addUser(m_database, u"li"_s, u"bureau"_s));
    QVERIFY(m_server->addUser(m_database, u"zhang"_s, u"station"_s, u"ST01"_s));
    for (const char* user : {"gw", "wang", "zhang", "li"})
        QVERIFY(
            m_server->run(m_database, QByteArray("ALTER ROLE ") + user + " PASSWORD '" + user + "-secret'"));

    m_gateway = std::make_unique<GatewayProcess>(m_folder.filePath(u"gateway"_s));
    QVERIFY(m_gateway->grant(u"cad"_s, u"incidents"_s));
    QVERIFY(m_gateway->start({u"--journal"_s, address(u"gw"_s), u"--password-file"_s, m_passwords}));

    m_desk = must(
        openServerDesk(m_folder.filePath(u"console"_s), must(serverAt(address(u"wang"_s), m_passwords))));
    QSignalSpy ready(m_desk.desk.get(), &Desk::ready);
    m_desk.desk->start();
    m_desk.board->start();
    QTRY_COMPARE(ready.count(), 1);
}

void ServerTest::cleanupTestCase() {
    m_desk.board.reset();
    m_desk.desk.reset();
    m_gateway.reset();
    m_server.reset();
}

void ServerTest::tellsTheOtherDesk() {
    QCOMPARE(m_gateway->client.post(u"/v1/incidents"_s, posted(u"a1"_s)).status, 201);
    QTRY_VERIFY(knows(u"a1"_s));
    const QFuture<Outcome> asked = ask(report(u"from the desk"_s));
    QTRY_VERIFY(asked.isFinished());
    QVERIFY(asked.result());
    // The same call told again is answered out of what the other desk knows.
    QCOMPARE(m_gateway->client.post(u"/v1/incidents"_s, posted(u"a1"_s)).status, 200);
    QCOMPARE(m_desk.desk->situation().incidents().size(), 2);
}

void ServerTest::keepsPositionsTogether() {
    const auto other =
        must(openServerDesk(m_folder.filePath(u"other"_s), must(serverAt(address(u"gw"_s), m_passwords))));
    other.board->start();
    const UnitId unit = code<UnitId>(u"1A12");
    const Instant now = SystemClock().now();
    QVERIFY(other.board->take(
        QList<Fix>{{unit, must(GeoPoint::from(31.5, 118.25)), now, now, {}, {}, {}, u"test"_s}}));
    QTRY_VERIFY(m_desk.board->latest(unit) != nullptr);
}

void ServerTest::verifiesAndExports() {
    const Ran verified = run(u"tridesk-journal"_s, {u"verify"_s, withFile(u"wang"_s)});
    QVERIFY2(verified.code == 0, verified.out + verified.err);
    QVERIFY(verified.out.startsWith("ok: "));
    QCOMPARE(reported(withFile(u"wang"_s)).size(), 2);
    // Who is given a part alone is told so, and not that the chain is broken.
    const Ran part = run(u"tridesk-journal"_s, {u"verify"_s, withFile(u"zhang"_s)});
    QCOMPARE(part.code, 2);
    QVERIFY2(part.err.contains("reads only a part"), part.err.constData());
}

void ServerTest::keepsThePasswordToItself() {
    const QString telling =
        u"postgresql://gw:gw-secret@127.0.0.1:%1/%2"_s.arg(m_server->port()).arg(m_database);
    const Ran refused =
        run(u"tridesk-gateway"_s, {u"export"_s, u"--data"_s, m_folder.filePath(u"x"_s), u"--areas"_s,
                                   m_folder.filePath(u"x.csv"_s), u"--journal"_s, telling});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("holds a password"), refused.err.constData());
    QVERIFY(!refused.err.contains("gw-secret"));
    QVERIFY(!m_gateway->hear().contains("secret"));
}

void ServerTest::turnsAwayWhoReadsAPart() {
    const Ran refused =
        run(u"tridesk-gateway"_s,
            {u"export"_s, u"--data"_s, m_folder.filePath(u"y"_s), u"--areas"_s, m_folder.filePath(u"y.csv"_s),
             u"--journal"_s, address(u"zhang"_s), u"--password-file"_s, m_passwords});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("over the gateway"), refused.err.constData());
}

void ServerTest::turnsAwayWithAWrongPassword() {
    const Ran refused =
        run(u"tridesk-gateway"_s,
            {u"export"_s, u"--data"_s, m_folder.filePath(u"z"_s), u"--areas"_s, m_folder.filePath(u"z.csv"_s),
             u"--journal"_s, address(u"li"_s), u"--password-file"_s, m_passwords});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("password authentication failed"), refused.err.constData());
    QVERIFY(!refused.err.contains("mistyped"));
}

/// A console of its own, ended in order while the server is there, and begun while it is not.
void ServerTest::aConsoleThatStartsWithoutItKnowsWhereUnitsWere() {
    const QString folder = m_folder.filePath(u"night"_s);
    const auto console = [&] {
        OpenDesk open = must(openReplicaDesk(folder, must(serverAt(address(u"wang"_s), m_passwords))));
        open.desk->start();
        open.board->start();
        return open;
    };
    const UnitId unit = code<UnitId>(u"1A14");
    const Instant now = SystemClock().now();
    const Fix fix{
        unit, must(GeoPoint::from(31.6, 118.35)), now - std::chrono::minutes(3), now, {}, {}, {}, u"test"_s};
    QVERIFY(m_desk.board->take(QList<Fix>{fix}));
    {
        const OpenDesk open = console();
        QTRY_VERIFY(open.desk->isReady());
        QTRY_VERIFY(open.board->latest(unit));
    }
    QSignalSpy trouble(m_desk.desk.get(), &Desk::storageTrouble);
    m_server->kill();
    QTRY_VERIFY(!trouble.isEmpty() && !trouble.constLast()[0].toString().isEmpty());
    {
        const OpenDesk open = console();
        QTRY_VERIFY(open.board->latest(unit));
        QCOMPARE(*open.board->latest(unit), fix); // as old as it is
        QVERIFY(!open.desk->link()->state().isUp);
    }
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(trouble.constLast()[0].toString().isEmpty(), 30'000);
}

/// Cut off in the middle of the work: each desk says so, shows what it knew, and takes up by itself.
void ServerTest::goesOnWhenTheServerComesBack() {
    QSignalSpy trouble(m_desk.desk.get(), &Desk::storageTrouble);
    const qsizetype before = m_desk.desk->situation().incidents().size();
    m_server->kill();
    QTRY_VERIFY(!trouble.isEmpty() && !trouble.constLast()[0].toString().isEmpty());
    const QFuture<Outcome> lost = ask(report(u"while it is away"_s));
    QTRY_VERIFY_WITH_TIMEOUT(lost.isFinished(), 30'000);
    QCOMPARE(refusalOf(lost.result()).code, RefusalCode::Storage);
    QCOMPARE(m_desk.desk->situation().incidents().size(), before);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(trouble.constLast()[0].toString().isEmpty(), 30'000);
    int status = 0; // 201 once, and 200 to whoever tells it again
    const auto isTaken = [&] {
        if (status / 100 != 2)
            status = m_gateway->client.post(u"/v1/incidents"_s, posted(u"a2"_s)).status;
        return status / 100 == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTaken(), 30'000);
    QTRY_VERIFY(knows(u"a2"_s));
    const QFuture<Outcome> again = ask(report(u"while it is away"_s));
    QTRY_VERIFY(again.isFinished());
    QVERIFY(again.result());
    QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, withFile(u"wang"_s)}).code, 0);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::ServerTest)
#include "server_test.moc"
