// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"
#include "tests/system/gateway_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// Two gateways on one journal, each a process with a folder of its own, on a real server.

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

QByteArray posted(const QString& key) {
    return QJsonDocument(QJsonObject{{u"id"_s, key}, {u"text"_s, u"两车追尾"_s}, {u"level"_s, u"urgent"_s}})
        .toJson();
}

} // namespace

class StandbyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void onlyOneWorks();
    void theSecondTakesOverWhenTheFirstIsKilled();
    void whoHangsLosesIt();
    void bothWaitWhileTheServerIsAway();
    void endsAtOnceWhenToldTo();

private:
    /// Each has an account of its own, as at a site: an account may sign in eight times.
    [[nodiscard]] QString address(const QString& user) const { return m_server->at(m_database, user).text(); }
    [[nodiscard]] std::unique_ptr<GatewayProcess> gateway(const QString& name) {
        auto made = std::make_unique<GatewayProcess>(m_folder->filePath(name));
        return made->grant(u"cad"_s, u"incidents"_s) && made->start({u"--journal"_s, address(name)})
                   ? std::move(made)
                   : nullptr;
    }
    [[nodiscard]] static QString duty(GatewayProcess& gateway) {
        return gateway.client.get(u"/health"_s).json().value(u"status").toString();
    }
    /// As often as needed: a gateway that has just taken over may not know its tokens yet.
    [[nodiscard]] static bool takes(GatewayProcess& gateway, const QString& key) {
        int status = 0;
        return QTest::qWaitFor(
            [&] {
                status = gateway.client.post(u"/v1/incidents"_s, posted(key)).status;
                return status == 200 || status == 201;
            },
            patience);
    }
    [[nodiscard]] int missed() const {
        return m_server
            ->ask(m_database, "SELECT count(*)::text FROM tridesk.entries WHERE kind = 'deadline.missed'")
            .toInt();
    }
    [[nodiscard]] int missedIncidents() const {
        return m_server
            ->ask(m_database,
                  "SELECT count(DISTINCT stream)::text FROM tridesk.entries WHERE kind = 'deadline.missed'")
            .toInt();
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    std::unique_ptr<GatewayProcess> m_first;
    std::unique_ptr<GatewayProcess> m_second;
};

void StandbyTest::initTestCase() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
}

void StandbyTest::cleanupTestCase() {
    m_server.reset();
}

void StandbyTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = m_server->makeDatabase();
    const Ran migrated =
        run(u"tridesk-journal"_s, {u"migrate"_s, m_server->at(m_database, u"tridesk_owner"_s).text()});
    QVERIFY2(migrated.code == 0, migrated.err.constData());
    for (const QString& user : {u"first"_s, u"second"_s})
        QVERIFY(m_server->addUser(m_database, user, u"gateway"_s));
    QFile catalogue(m_folder->filePath(u"catalogue.json"_s));
    QVERIFY(catalogue.open(QIODevice::WriteOnly));
    catalogue.write(R"({"types":[{"code":"traffic","zh":"交通","en":"Traffic","level":"urgent"}],
                        "dispositions":[{"code":"handled","zh":"处置完毕","en":"Handled"}],
                        "deadlines":{"dispatch_s":3,"sign_s":60,"arrive_s":300,"report_s":1800,"chase_s":600}})");
    catalogue.close();
    const Ran imported =
        run(u"tridesk-gateway"_s, {u"import"_s, u"--data"_s, m_folder->filePath(u"import"_s), u"--journal"_s,
                                   address(u"first"_s), u"--catalogue"_s, catalogue.fileName()});
    QVERIFY2(imported.code == 0, imported.err.constData());
    m_first = gateway(u"first"_s);
    QVERIFY(m_first);
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_first), u"ok", patience);
    m_second = gateway(u"second"_s);
    QVERIFY(m_second);
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_second), u"standby", patience);
}

void StandbyTest::cleanup() {
    m_first.reset();
    m_second.reset();
    m_folder.reset();
}

void StandbyTest::onlyOneWorks() {
    QVERIFY(takes(*m_first, u"a1"_s));
    const HttpReply turnedAway = m_second->client.post(u"/v1/incidents"_s, posted(u"a2"_s));
    QCOMPARE(turnedAway.status, 503);
    QCOMPARE(turnedAway.error().value(u"reason").toString(), u"standby");
    QVERIFY(!turnedAway.retryAfter.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(missed(), 1, patience);
    QVERIFY(m_first->client.get(u"/metrics"_s).body.contains("\ntridesk_active 1\n"));
    QVERIFY(m_second->client.get(u"/metrics"_s).body.contains("\ntridesk_active 0\n"));
}

void StandbyTest::theSecondTakesOverWhenTheFirstIsKilled() {
    for (int i = 0; i < 20; ++i)
        QVERIFY(takes(*m_first, QString::number(i)));
    m_first->kill(); // before, while or after it marks them
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_second), u"ok", patience);
    qInfo("taken over after %lld ms", timer.elapsed());
    QVERIFY(takes(*m_second, u"later"_s));
    QTRY_COMPARE_WITH_TIMEOUT(missedIncidents(), 21, patience);
    QVERIFY(m_first->start({u"--journal"_s, address(u"first"_s)})); // comes back, and waits
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_first), u"standby", patience);
    QCOMPARE(missed(), 21); // each once
}

void StandbyTest::whoHangsLosesIt() {
    QVERIFY(takes(*m_first, u"a1"_s));
    QVERIFY(m_first->signal(SIGSTOP));
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_second), u"ok", patience);
    QVERIFY(takes(*m_second, u"a2"_s));
    QVERIFY(m_first->signal(SIGCONT));
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_first), u"standby", patience);
    QCOMPARE(duty(*m_second), u"ok");
    QTRY_COMPARE_WITH_TIMEOUT(missedIncidents(), 2, patience);
    QCOMPARE(missed(), 2);
}

void StandbyTest::bothWaitWhileTheServerIsAway() {
    m_server->kill();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_first->client.get(u"/health"_s).json().value(u"duty").toString() == u"standby" &&
            m_second->client.get(u"/health"_s).json().value(u"duty").toString() == u"standby",
        patience);
    QVERIFY(m_server->start());
    const auto one = [this] {
        const QStringList both{duty(*m_first), duty(*m_second)};
        return both.count(u"ok"_s) == 1 && both.count(u"standby"_s) == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(one(), patience);
}

void StandbyTest::endsAtOnceWhenToldTo() {
    QCOMPARE(m_first->stop(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(duty(*m_second), u"ok", patience);
    QCOMPARE(m_second->stop(), 0);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::StandbyTest)
#include "standby_test.moc"
