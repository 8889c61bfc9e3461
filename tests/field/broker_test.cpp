// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_endpoint.h"
#include "tests/support/broker_server.h"
#include "tests/support/live_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

// A real broker, a real desk; devices and terminals sign in like those of a site.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000; // ms

/// A device or a unit's terminal. Messages arrive on the line's thread and are taken over by ours.
class Terminal : public QObject {
public:
    MqttLine line;
    QList<MqttMessage> heard;

    Terminal(const BrokerOptions& options, const QByteArray& filter = {})
        : line(options, filter.isEmpty() ? QList<MqttSubscription>() : QList<MqttSubscription>{{filter, 1}},
               [this](const MqttMessage& message) {
                   QMetaObject::invokeMethod(
                       this, [this, message] { heard.append(message); }, Qt::QueuedConnection);
               }) {
        connect(&line, &MqttLine::up, this, [this] { m_isUp = true; });
        connect(&line, &MqttLine::down, this, [this] { m_isUp = false; });
        line.start();
    }

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] QJsonArray orders() const {
        return heard.isEmpty()
                   ? QJsonArray()
                   : QJsonDocument::fromJson(heard.constLast().payload).object()[u"orders"].toArray();
    }
    [[nodiscard]] QString stage() const { return orders().at(0)[u"stage"].toString(); }

private:
    bool m_isUp = false;
};

QByteArray position(Instant at, double longitude, const QByteArray& more = {}) {
    return R"({"at":")" + toIso(at).toUtf8() + R"(","lat":32.05,"lon":)" +
           QByteArray::number(longitude, 'f', 6) + more + '}';
}

QByteArray step(const OrderId& order, const QByteArray& word) {
    return R"({"order":")" + order.toString().toUtf8() + R"(","step":")" + word + R"("})";
}

} // namespace

class BrokerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BrokerServer> m_server;
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<BrokerEndpoint> m_broker;

    void open() {
        m_broker =
            std::make_unique<BrokerEndpoint>(m_server->as(u"gateway"_s), m_live->desk(), m_live->fixes());
        m_broker->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_broker->isUp(), patience);
    }
    [[nodiscard]] Instant now() const { return m_live->desk().clock().now(); }
    [[nodiscard]] double longitude(QStringView unit) const {
        const Fix* fix = m_live->fixes().latest(code<UnitId>(unit));
        return fix ? fix->at.longitude() : 0;
    }
    [[nodiscard]] OrderId order(QStringView unit) {
        const IncidentId incident = m_live->report(u"two cars"_s, 32.05, 118.55);
        m_live->ask(u"bureau", IssueOrder{.incident = incident,
                                          .to = code<UnitId>(unit),
                                          .text = u"go"_s,
                                          .overrideReason = {}});
        return m_live->ordersOf(incident).constLast();
    }
    [[nodiscard]] OrderStage stageOf(const OrderId& id) const {
        const Order* order = m_live->situation().orders().find(id);
        return order ? order->stage : OrderStage::Issued;
    }

private Q_SLOTS:
    void init() {
        m_server = std::make_unique<BrokerServer>(QStringList{u"gateway"_s, u"1A12"_s, u"1A14"_s, u"wang"_s});
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        m_live = std::make_unique<LiveDesk>();
        m_live->ask(u"bureau", DefineUnit{{.id = code<UnitId>(u"2A01"),
                                           .callsign = code<Callsign>(u"2A01"),
                                           .kind = UnitKind::Car,
                                           .post = code<PostId>(u"ST02"),
                                           .devices = {u"wang/phone"_s}}});
        m_live->pass(10s);
    }
    void cleanup() {
        m_broker.reset();
        m_live.reset();
        m_server.reset();
    }

    void takesPositions() {
        open();
        Terminal car(m_server->as(u"1A12"_s)), phone(m_server->as(u"wang"_s));
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp() && phone.isUp(), patience);
        QVERIFY(car.line.publish("tridesk/fix/1A12", position(now(), 118.51), false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A12"), 118.51, patience);
        const QByteArray seconds = QByteArray::number(toMs(now()) / 1000);
        QVERIFY(phone.line.publish("owntracks/wang/phone",
                                   R"({"_type":"location","lat":32.05,"lon":118.66,"tst":)" + seconds + "}",
                                   false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"2A01"), 118.66, patience);
        QCOMPARE(m_broker->counts().taken, 2);
        QCOMPARE(m_live->fixes().latest(code<UnitId>(u"2A01"))->source, u"mqtt/wang/phone");
    }

    void letsNobodySpeakForAnother() {
        Terminal early(m_server->as(u"1A14"_s));
        QTRY_VERIFY_WITH_TIMEOUT(early.isUp(), patience);
        QVERIFY(early.line.publish("tridesk/fix/1A14", position(now(), 118.01), true)); // kept by the broker
        Terminal watcher(m_server->as(u"gateway"_s), "tridesk/fix/1A14");
        QTRY_VERIFY_WITH_TIMEOUT(!watcher.heard.isEmpty(), patience); // from now on it is from before
        QVERIFY(early.line.publish("tridesk/fix/1A12", position(now(), 118.02), false)); // the ACL
        open();
        QVERIFY(early.line.publish("tridesk/fix/1A12", position(now(), 118.02), false));
        QVERIFY(early.line.publish("owntracks/1A12/1A12", R"({"_type":"location","lat":1,"lon":1,"tst":1})",
                                   false));
        QVERIFY(early.line.publish("tridesk/fix/1A14", position(now(), 118.03, R"(,"unit":"1A12")"), false));
        // the callsign of another in the place of the phone's own name
        const QByteArray seconds = QByteArray::number(toMs(now()) / 1000);
        QVERIFY(early.line.publish("owntracks/1A14/1A12",
                                   R"({"_type":"location","lat":32.05,"lon":118.57,"tst":)" + seconds + "}",
                                   false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A14"), 118.57, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().forged, 2, patience); // the kept one, and "unit"
        QCOMPARE(m_broker->counts().taken, 1);
        QCOMPARE(longitude(u"1A12"), 118.54); // where it was
    }

    void takesNothingTwice() {
        open();
        Terminal car(m_server->as(u"1A12"_s));
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp(), patience);
        const Instant at = now();
        m_live->pass(10s);
        for (const auto& [when, where] : {std::pair(at, 118.51), std::pair(at, 118.52),
                                          std::pair(at - 1h, 118.53), std::pair(at + 1s, 118.55)})
            QVERIFY(car.line.publish("tridesk/fix/1A12", position(when, where), false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A12"), 118.55, patience);
        QCOMPARE(m_broker->counts().replayed, 2);
        QCOMPARE(m_broker->counts().taken, 2);
        m_broker.reset();
        open(); // begun again, it knows what was the newest
        QVERIFY(car.line.publish("tridesk/fix/1A12", position(at - 1s, 118.52), false));
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().replayed, 1, patience);
    }

    void boundsWhatOneDeviceSends() {
        open();
        Terminal car(m_server->as(u"1A12"_s)), other(m_server->as(u"1A14"_s));
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp() && other.isUp(), patience);
        constexpr int sent = int(BrokerEndpoint::burst) + 500;
        for (int i = 0; i < sent; ++i) // the desk's clock stands still meanwhile
            QVERIFY(
                car.line.publish("tridesk/fix/1A12", position(now() - 2h + i * 1s, 118.5 + i * 1e-5), false));
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().heard, sent, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().limited, 500, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().taken, qint64(BrokerEndpoint::burst), patience);
        QVERIFY(other.line.publish("tridesk/fix/1A14", position(now(), 118.58), false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A14"), 118.58, patience);
    }

    void tellsOrdersAndTakesTheirSteps() {
        open();
        Terminal car(m_server->as(u"1A12"_s), "tridesk/order/1A12"), other(m_server->as(u"1A14"_s));
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp() && other.isUp(), patience);
        const OrderId id = order(u"1A12");
        m_live->pass(recallWindow + 1s);
        QTRY_COMPARE_WITH_TIMEOUT(car.stage(), u"issued", patience);
        const QJsonObject told = car.orders().at(0).toObject();
        QCOMPARE(told[u"order"].toString(), id.toString());
        QCOMPARE(told[u"text"].toString(), u"go");
        QCOMPARE(told[u"incident"][u"place"][u"address"].toString(), u"Linjiang Road 5");

        QVERIFY(other.line.publish("tridesk/step/1A14", step(id, "signed"), false)); // another's order
        QTRY_COMPARE_WITH_TIMEOUT(m_broker->counts().forged, 1, patience);
        QVERIFY(car.line.publish("tridesk/step/1A12", step(id, "delivered"), false));
        QTRY_COMPARE_WITH_TIMEOUT(stageOf(id), OrderStage::Delivered, patience);
        QTRY_COMPARE_WITH_TIMEOUT(car.stage(), u"delivered", patience);
        QVERIFY(car.line.publish("tridesk/step/1A12", step(id, "delivered"), false)); // told again: known
        QVERIFY(car.line.publish("tridesk/step/1A12", step(id, "signed"), false));
        QTRY_COMPARE_WITH_TIMEOUT(car.stage(), u"signed", patience);
        m_live->ask(
            u"bureau",
            AdvanceOrder{.order = id, .to = OrderStage::Cancelled, .text = u"no need"_s, .disposition = {}});
        QTRY_VERIFY_WITH_TIMEOUT(car.orders().isEmpty(), patience);
    }

    void goesOnWhenTheBrokerComesBack() {
        open();
        QSignalSpy trouble(m_broker.get(), &BrokerEndpoint::trouble);
        Terminal car(m_server->as(u"1A12"_s), "tridesk/order/1A12");
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp(), patience);
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!m_broker->isUp() && !trouble.isEmpty() && !car.isUp(), patience);
        const OrderId id = order(u"1A12");
        m_live->pass(recallWindow + 1s);
        QVERIFY2(m_server->start(), qPrintable(m_server->trouble()));
        QTRY_VERIFY_WITH_TIMEOUT(m_broker->isUp() && car.isUp(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(car.stage(), u"issued", patience);
        QVERIFY(car.line.publish("tridesk/step/1A12", step(id, "delivered"), false));
        QTRY_COMPARE_WITH_TIMEOUT(stageOf(id), OrderStage::Delivered, patience);
        QVERIFY(car.line.publish("tridesk/fix/1A12", position(now(), 118.51), false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A12"), 118.51, patience);
    }

    void putsRightWhatTheBrokerKept() {
        Terminal before(m_server->as(u"gateway"_s));
        Terminal car(m_server->as(u"1A12"_s), "tridesk/order/1A12");
        QTRY_VERIFY_WITH_TIMEOUT(before.isUp() && car.isUp(), patience);
        QVERIFY(
            before.line.publish("tridesk/order/1A12", R"({"unit":"1A12","orders":[{"order":"x"}]})", true));
        QTRY_COMPARE_WITH_TIMEOUT(car.orders().size(), 1, patience);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(car.heard.size() == 2 && car.orders().isEmpty(), patience);
    }

    void asksWhoTheBrokerIs() {
        m_server =
            std::make_unique<BrokerServer>(QStringList{u"gateway"_s, u"1A12"_s}, BrokerServer::Tls::Yes);
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        open();
        Terminal car(m_server->as(u"1A12"_s));
        QTRY_VERIFY_WITH_TIMEOUT(car.isUp(), patience);
        QVERIFY(car.line.publish("tridesk/fix/1A12", position(now(), 118.51), false));
        QTRY_COMPARE_WITH_TIMEOUT(longitude(u"1A12"), 118.51, patience);

        const auto whyNot = [&](const BrokerOptions& options) {
            MqttLine line(options, {}, [](const MqttMessage&) {});
            QSignalSpy down(&line, &MqttLine::down), up(&line, &MqttLine::up);
            line.start();
            (void)QTest::qWaitFor([&] { return !down.isEmpty() || !up.isEmpty(); }, patience);
            return down.isEmpty() ? QString() : down.constFirst()[0].toString();
        };
        BrokerOptions stranger = m_server->as(u"gateway"_s);
        stranger.authorities.clear(); // the system's, who do not know it
        QVERIFY(!whyNot(stranger).isEmpty());
        BrokerOptions impostor = m_server->as(u"gateway"_s);
        impostor.passwordFile = m_server->file(u"1A12.password"_s);
        QVERIFY2(whyNot(impostor).contains(u"not authorised"_s), qPrintable(whyNot(impostor)));
        BrokerOptions plain = m_server->as(u"gateway"_s);
        plain.tls = false;
        QVERIFY(!whyNot(plain).isEmpty());
    }
};

QTEST_GUILESS_MAIN(BrokerTest)
#include "broker_test.moc"
