// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/broker_server.h"
#include "tests/system/gateway_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// A gateway as those see it who watch it: health, metrics, log, service manager; and how it ends.

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms

/// systemd's end of NOTIFY_SOCKET.
class Manager {
public:
    explicit Manager(const QString& path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        m_isBound = ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Manager() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Manager)

    [[nodiscard]] bool isBound() const { return m_isBound; }
    [[nodiscard]] bool heard(const QByteArray& word) {
        char words[1024];
        for (ssize_t size = 0; (size = ::recv(m_socket, words, sizeof words, 0)) > 0;)
            m_heard.append(QByteArray(words, size));
        return m_heard.contains(word);
    }

private:
    int m_socket;
    bool m_isBound = false;
    QByteArrayList m_heard;
};

} // namespace

class WatchedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowItIs();
    void tellsOfItsBroker();
    void writesEventsAsJson();
    void refusesWhatItCannotUse_data();
    void refusesWhatItCannotUse();
};

void WatchedTest::tellsHowItIs() {
    const QTemporaryDir folder;
    Manager manager(folder.filePath(u"notify"_s));
    QVERIFY(manager.isBound());
    qputenv("NOTIFY_SOCKET", folder.filePath(u"notify"_s).toLocal8Bit());
    qputenv("WATCHDOG_USEC", "6000000"); // a beat every three seconds: few enough for the socket's queue
    GatewayProcess gateway(folder.filePath(u"desk"_s));
    const bool started = gateway.start();
    qunsetenv("NOTIFY_SOCKET");
    qunsetenv("WATCHDOG_USEC");
    QVERIFY(started);
    for (const char* word : {"READY=1", "STATUS=active", "WATCHDOG=1"})
        QTRY_VERIFY_WITH_TIMEOUT(manager.heard(word), patience);

    const HttpReply health = gateway.client.get(u"/health"_s);
    QCOMPARE(health.status, 200);
    QCOMPARE(health.json().value(u"status").toString(), u"ok");
    QCOMPARE(gateway.client.get(u"/v1/health"_s).json().value(u"duty").toString(), u"active");
    const QByteArray metrics = gateway.client.get(u"/metrics"_s).body;
    for (const char* line : {"# TYPE tridesk_ready gauge\ntridesk_ready 1\n", "\ntridesk_active 1\n",
                             "\ntridesk_incidents_open 0\n", "# TYPE tridesk_http_admitted_total counter\n",
                             "\nprocess_resident_memory_bytes "})
        QVERIFY2(metrics.contains(line), metrics.constData());
    for (const QByteArray& line : metrics.split('\n')) // a name, a blank, a number
        QVERIFY2(line.isEmpty() || line.startsWith('#') ||
                     line.sliced(line.lastIndexOf(' ') + 1).toDouble() >= 0,
                 line.constData());
    QCOMPARE(gateway.stop(), 0);
    QVERIFY(manager.heard("STOPPING=1"));
}

void WatchedTest::tellsOfItsBroker() {
    const QTemporaryDir folder;
    BrokerServer broker({u"gateway"_s}, BrokerServer::Tls::Yes);
    QVERIFY2(broker.trouble().isEmpty(), qPrintable(broker.trouble()));
    const BrokerOptions options = broker.as(u"gateway"_s);
    GatewayProcess gateway(folder.filePath(u"desk"_s));
    QVERIFY(gateway.start({u"--broker"_s, options.shown(), u"--broker-password-file"_s, options.passwordFile,
                           u"--broker-ca"_s, options.authorities}));
    const auto state = [&] { return gateway.client.get(u"/health"_s).json().value(u"broker").toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"ok", patience);
    QVERIFY(gateway.client.get(u"/metrics"_s).body.contains("\ntridesk_broker_up 1\n"));
    broker.kill();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"trouble", patience);
    QVERIFY(gateway.client.get(u"/metrics"_s).body.contains("\ntridesk_part_ok{part=\"broker\"} 0\n"));
    QCOMPARE(gateway.client.get(u"/health"_s).status, 200); // it goes on without
    QCOMPARE(gateway.stop(), 0);
}

void WatchedTest::writesEventsAsJson() {
    const QTemporaryDir folder;
    GatewayProcess gateway(folder.filePath(u"desk"_s));
    QVERIFY(gateway.start({u"--log"_s, u"json"_s}));
    QCOMPARE(gateway.stop(), 0);
    const QByteArrayList lines = gateway.hear().trimmed().split('\n');
    QVERIFY(lines.size() >= 2);
    for (const QByteArray& line : lines) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        QVERIFY2(!event[u"text"].toString().isEmpty() && !event[u"level"].toString().isEmpty() &&
                     !event[u"category"].toString().isEmpty() &&
                     QDateTime::fromString(event[u"at"].toString(), Qt::ISODateWithMs).isValid(),
                 line.constData());
    }
}

void WatchedTest::refusesWhatItCannotUse_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("log") << QStringList{u"--log"_s, u"xml"_s} << QByteArray("--log: 'xml' must be");
    QTest::newRow("broker") << QStringList{u"--broker"_s, u"http://x"_s}
                            << QByteArray("--broker: 'http://x'");
    QTest::newRow("password") << QStringList{u"--broker"_s, u"mqtts://g:secret@x"_s}
                              << QByteArray("--broker-password-file");
    QTest::newRow("file") << QStringList{u"--broker"_s, u"mqtts://g@x"_s, u"--broker-ca"_s, u"/none"_s}
                          << QByteArray("--broker-ca: /none cannot be read");
}

void WatchedTest::refusesWhatItCannotUse() {
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, said);
    const QTemporaryDir folder;
    const Ran ran = run(u"tridesk-gateway"_s, QStringList{u"serve"_s, u"--data"_s, folder.path()} + options);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(said) && !ran.err.contains("secret"), ran.err.constData());
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::WatchedTest)
#include "watched_test.moc"
