// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// People at a station, its gateway and its terminal as programs of their own that are killed: what each did
// is on record once, in their name.

#include "tests/support/scene.h"
#include "tests/system/gateway_process.h"
#include "tests/system/seat_process.h"

#include <QTemporaryDir>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray posts =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"ST01","nameEn":"Linjiang"},
    "geometry":{"type":"Polygon","coordinates":[[[118,31],[119,31],[119,33],[118,33],[118,31]]]}}]})";
const QByteArray units = "unit,callsign,kind,post,devices\n1A12,1A12,car,ST01,\n";
const QString gateway = u"tridesk-gateway"_s;
const QString password = u"correcthorse"_s; // a word of the driver's line

} // namespace

class SystemStationSignInTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_gateway = std::make_unique<GatewayProcess>(m_folder->filePath(u"desk"_s));
        const Ran imported =
            run(gateway, {u"import"_s, u"--data"_s, m_gateway->data, u"--posts"_s,
                          written(u"posts.geojson"_s, posts), u"--units"_s, written(u"units.csv"_s, units)});
        QVERIFY2(imported.code == 0, imported.err.constData());
        QVERIFY(m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s));
        addUser(u"li"_s, u"duty_officer"_s);
        addUser(u"wu"_s, u"duty_officer"_s);
        addUser(u"shen"_s, u"reviewer"_s);
        QVERIFY(m_gateway->start({u"--listen"_s, u"127.0.0.1:0"_s}));
        m_at = {u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_gateway->client.base.port())};
        m_room = std::make_unique<SeatProcess>(
            QStringList{u"--link"_s, m_gateway->client.base.toString(), u"--secret"_s,
                        written(u"token"_s, m_gateway->client.token + '\n'), u"--seat"_s, u"station:ST01"_s,
                        u"--data"_s, m_folder->filePath(u"room"_s), u"--user"_s, u"nobody"_s});
        QVERIFY(m_room->start());
        QVERIFY(comesUp());
    }
    void cleanup() {
        m_room.reset();
        m_gateway.reset();
        m_folder.reset();
    }

    void eachIsOnRecordByNameOverDeaths() {
        QVERIFY(!m_room->sit(u"li"_s, u"notthewords"_s));
        QVERIFY(m_room->sit(u"li"_s, password));
        QCOMPARE(say(u"one"_s), "done");
        m_gateway->kill();
        QVERIFY(goesDown());
        QCOMPARE(say(u"two"_s), "done");
        m_room->kill(); // the machine goes off and on
        QVERIFY(m_room->start());
        QVERIFY(!m_room->sit(u"wu"_s, password)); // has never been here
        QVERIFY(m_room->sit(u"li"_s, password));
        QCOMPARE(say(u"three"_s), "done");
        QVERIFY(m_gateway->start(m_at));
        QVERIFY(isSent());
        QCOMPARE(messages(), QStringList({u"li: one"_s, u"li: two"_s, u"li: three"_s}));
        // Taken over with something of the other's waiting.
        QVERIFY(m_room->sit(u"wu"_s, password));
        QVERIFY(m_room->sit(u"li"_s, password));
        m_gateway->kill();
        QVERIFY(goesDown());
        QCOMPARE(say(u"four"_s), "done");
        QVERIFY(m_room->sit(u"wu"_s, password));
        QCOMPARE(say(u"five"_s), "done");
        m_room->kill();
        QVERIFY(m_room->start());
        QVERIFY(m_gateway->start(m_at));
        QVERIFY(comesUp());
        QVERIFY(m_room->sit(u"wu"_s, password));
        QVERIFY(isSent());
        QStringList last = messages().sliced(3);
        last.sort();
        QCOMPARE(last, QStringList({u"li: four"_s, u"wu: five"_s}));
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, m_gateway->data}).code, 0);
    }

    void theGatewayHoldsEachToTheirRole() {
        QVERIFY(m_room->sit(u"shen"_s, password));
        QCOMPARE(say(u"of a reviewer"_s), "not_of_role");
        QVERIFY(m_room->sit(u"li"_s, password));
        QCOMPARE(say(u"one"_s), "done");
        QVERIFY(isSent());
        QCOMPARE(run(gateway, {u"user"_s, u"disable"_s, u"li"_s, u"--data"_s, m_gateway->data}).code, 0);
        QVERIFY(!m_room->sit(u"li"_s, password));
        // Known to the running gateway within a second, and then nothing of theirs is taken.
        QVERIFY(QTest::qWaitFor([&] { return say(u"two"_s) == "not_permitted"; }, 60'000));
        const QStringList before = messages();
        QCOMPARE(say(u"three"_s), "not_permitted");
        QVERIFY(m_room->sit(u"wu"_s, password));
        QCOMPARE(say(u"four"_s), "done");
        QVERIFY(isSent());
        QCOMPARE(messages(), before + QStringList{u"wu: four"_s});
    }

    /// Neither the gateway nor anything of before but the folder.
    void unitsStandWhereTheyWereOverARestart() {
        QVERIFY(m_gateway->grant(u"trackers"_s, u"fixes"_s));
        const QString report = u"/v1/fixes/osmand?id=1A12&lat=32.05&lon=118.55"_s;
        QTRY_VERIFY(m_gateway->client.get(report).json()[u"taken"].toInt() == 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_room->placeOf(u"1A12"_s), "32.050000 118.550000", 30'000);
        m_gateway->kill();
        m_room->kill();
        QVERIFY(m_room->start());
        QTRY_COMPARE_WITH_TIMEOUT(m_room->placeOf(u"1A12"_s), "32.050000 118.550000", 30'000);
        QVERIFY(!m_room->state().isUp);
    }

private:
    void addUser(const QString& login, const QString& role) {
        QCOMPARE(run(gateway,
                     {u"user"_s, u"add"_s, login, u"--role"_s, role, u"--seats"_s, u"station:ST01"_s,
                      u"--data"_s, m_gateway->data},
                     password.toUtf8() + '\n')
                     .code,
                 0);
    }
    [[nodiscard]] QString written(const QString& name, const QByteArray& content) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    QByteArray say(const QString& text) {
        m_room->send(++m_asked, SendMessage{{code<UnitId>(u"1A12")}, text, {}, {}, {}});
        return m_room->waitForWordOn(m_asked) ? m_room->wordOn(m_asked) : QByteArray("nothing");
    }
    [[nodiscard]] bool comesUp() {
        return QTest::qWaitFor([&] { return m_room->state().isUp; }, 60'000);
    }
    [[nodiscard]] bool goesDown() {
        return QTest::qWaitFor([&] { return !m_room->state().isUp; }, 60'000);
    }
    [[nodiscard]] bool isSent() {
        const auto sent = [&] {
            const SeatProcess::State state = m_room->state();
            return state.isUp && state.waiting == 0;
        };
        return QTest::qWaitFor(sent, 60'000);
    }
    /// "li: one", in the order of the record.
    [[nodiscard]] QStringList messages() const {
        QStringList found;
        const Ran out =
            run(u"tridesk-journal"_s, {u"export"_s, u"--kind"_s, u"message.sent"_s, m_gateway->data});
        for (const QByteArray& line : out.out.split('\n'))
            if (const QJsonObject entry = QJsonDocument::fromJson(line).object(); !entry.isEmpty())
                found << entry[u"user"].toString() + u": "_s + entry[u"payload"][u"text"].toString();
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<SeatProcess> m_room;
    QStringList m_at;
    int m_asked = 0;
};

QTEST_GUILESS_MAIN(SystemStationSignInTest)
#include "station_sign_in_test.moc"
