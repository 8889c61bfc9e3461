// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/alarm_endpoint.h"
#include "app/field/camera_event.h"
#include "app/field/ways_in.h"
#include "tests/support/http_client.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const UnitId car = code<UnitId>(u"1A12");
const Instant noon = instantFromMs(1'795'262'400'000);

/// With ' for ", which C++ would have doubled.
QByteArray json(QByteArray text) {
    return text.replace('\'', '"');
}

QByteArray told(const QByteArray& id, const QByteArray& kind, const QByteArray& device,
                const QByteArray& more = {}) {
    return json("{'id':'" + id + "','event':'" + kind + "','device':'" + device + "'" + more + "}");
}

Refusal faultOf(const QByteArray& body) {
    const auto batch = readCameraEvents(body, noon);
    if (!batch)
        return batch.error();
    return batch->events.constFirst() ? Refusal{} : batch->events.constFirst().error();
}

} // namespace

/// What cameras tell beside their pictures.
class AlarmTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the tokens
    std::unique_ptr<WaysIn> m_ways;
    HttpClient m_client;

    void open() {
        m_ways = std::make_unique<WaysIn>(m_folder->path(), HttpOptions(), m_live->desk(), m_live->fixes());
        m_ways->start();
        QTRY_VERIFY(!m_ways->http().url().isEmpty());
        m_client.base = m_ways->http().url();
        // it looks for tokens twice a second
        QTRY_VERIFY(m_client.post(u"/v1/alarms"_s, "[]").status != 401);
    }

    void grant(const QString& name, const QStringList& scopes) {
        m_client.token =
            (*TokenStore::open(m_folder->path()))->add(name, scopes, instantFromMs(1)).value().toLatin1();
    }

    HttpReply send(const QByteArray& body) { return m_client.post(u"/v1/alarms"_s, body); }
    QString statusOf(const QByteArray& body) { return send(body).json()[u"events"][0][u"status"].toString(); }
    const Unit& unit() const { return *m_live->situation().units().find(car); }

    void define(const QString& id, const FeedOwner& owner) {
        QVERIFY(m_live->ask(
            u"bureau",
            DefineFeed{
                {must(FeedId::parse(id)), {u"东门"_s, u"gate"_s}, owner, u"rtsp://10.0.0.1/x"_s, {}}}));
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_folder = std::make_unique<QTemporaryDir>();
        ShiftKit kit;
        kit.camera = u"C-07"_s;
        QVERIFY(m_live->ask(u"bureau", LogOn{car, {u"王"_s}, kit}));
        grant(u"cameras"_s, {u"alarms"_s});
        open();
    }
    void cleanup() { m_ways.reset(); }

    void aBodyCamerasAlarmRaisesItsCrewsEmergency_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<EmergencySource>("source");
        QTest::newRow("man down") << "man_down"_ba << EmergencySource::ManDown;
        QTest::newRow("shot") << "shot"_ba << EmergencySource::Shot;
        QTest::newRow("key") << "key"_ba << EmergencySource::CameraKey;
    }

    void aBodyCamerasAlarmRaisesItsCrewsEmergency() {
        QFETCH(QByteArray, kind);
        QFETCH(EmergencySource, source);
        QCOMPARE(statusOf(told("E1", kind, "c-07", ",'lat':32.05,'lon':118.55,'media':'https://gw/clip/7'")),
                 u"taken"_s);
        const Emergency emergency = must(unit().emergency);
        QVERIFY(emergency.source == source);
        QCOMPARE(must(emergency.at), must(GeoPoint::from(32.05, 118.55)));
        QVERIFY(emergency.text.contains(u"https://gw/clip/7"_s));
        QVERIFY(unit().status == UnitStatus::Emergency);
        QCOMPARE(statusOf(told("E2", kind, "C-07")), u"known"_s); // it stands
    }

    void whatWasAnsweredDoesNotRingTwice() {
        const QByteArray first = told("E1", "man_down", "C-07");
        QCOMPARE(statusOf(first), u"taken"_s);
        QCOMPARE(statusOf(first), u"known"_s);
        QVERIFY(m_live->ask(u"bureau", EndEmergency{car, EmergencyOutcome::False, u"leant on it"_s}));
        QCOMPARE(statusOf(first), u"known"_s);
        m_ways.reset(); // the program is started anew; the platform sends again what it has no answer to
        open();
        QVERIFY(send(first).status == 200);
        QVERIFY2(!unit().emergency, "the same request, whatever was forgotten meanwhile");
        QCOMPARE(statusOf(told("E2", "man_down", "C-07")), u"taken"_s);
        QVERIFY(unit().emergency);
    }

    void knowsWhoseCameraItIs() {
        define(u"CAR"_s, {.unit = car});
        define(u"GATE"_s, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(32.04, 118.54)});
        const Situation& situation = m_live->situation();
        QCOMPARE(unitOfCamera(situation, u"C-07"_s)->definition.id, car);
        QCOMPARE(unitOfCamera(situation, u"CAR"_s)->definition.id, car);
        QCOMPARE(unitOfCamera(situation, u"x/1A12"_s)->definition.id, car); // as trackers name themselves
        QVERIFY(!unitOfCamera(situation, u"GATE"_s));
        QCOMPARE(must(placeOfCamera(situation, u"GATE"_s)).address, u"东门"_s);
        QVERIFY(!placeOfCamera(situation, u"CAR"_s));
        QVERIFY(!placeOfCamera(situation, u"nothing at all"_s));
    }

    void aFixedCamerasAlarmMakesAnIncident() {
        const GeoPoint at = must(GeoPoint::from(32.04, 118.54));
        QVERIFY(m_live->ask(u"bureau", DefineCamera{{code<CameraId>(u"CAM1"), {u"东门"_s, {}}, at, {}}}));
        const QByteArray shot =
            told("S1", "shot", "CAM1", ",'media':'https://gw/clip/9','type':'traffic.accident'");
        QCOMPARE(statusOf(shot), u"taken"_s);
        const Incident* made = m_live->situation().incidentBySource({u"cameras"_s, u"S1"_s});
        QVERIFY(made);
        QCOMPARE(must(made->details.place.at), at);
        QCOMPARE(made->details.place.address, u"东门"_s);
        QVERIFY(made->details.level == Level::Critical);
        QVERIFY(made->details.hazards.weapon);
        QVERIFY(made->details.text.contains(u"https://gw/clip/9"_s) &&
                made->details.text.contains(u"枪声"_s));
        QCOMPARE(made->post, code<PostId>(u"ST01"));
        QVERIFY(m_live->situation().emergencies().isEmpty());
        QCOMPARE(statusOf(shot), u"known"_s);
        const HttpReply other = send(told("S1", "shot", "CAM1", ",'text':'another'"));
        QCOMPARE(other.status, 409);
    }

    void aCameraOfNobodyCallsToWhereItIs() {
        QCOMPARE(statusOf(told("S1", "man_down", "C-99", ",'lat':32.04,'lon':118.54")), u"taken"_s);
        const Incident* made = m_live->situation().incidentBySource({u"cameras"_s, u"S1"_s});
        QVERIFY(made && made->details.hazards.injured && made->details.level == Level::Urgent);
        const HttpReply nowhere = send(told("S2", "man_down", "C-99"));
        QCOMPARE(nowhere.status, 404);
        QCOMPARE(nowhere.error()[u"value"].toString(), u"C-99"_s);
    }

    void whatIsNoAlarmIsNoted() {
        QCOMPARE(statusOf(told("R1", "record", "C-07")), u"taken"_s);
        QCOMPARE(statusOf(told("R2", "holster", "C-07")), u"taken"_s);
        QVERIFY(unit().recordingSince && unit().drawnSince && !unit().emergency);
        QCOMPARE(statusOf(told("R3", "record", "C-07")), u"known"_s);
        QCOMPARE(statusOf(told("R4", "record_end", "C-07")), u"taken"_s);
        QCOMPARE(statusOf(told("R5", "weapon_holstered", "C-07")), u"taken"_s);
        QVERIFY(!unit().recordingSince && !unit().drawnSince);
        define(u"GATE"_s, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(32.04, 118.54)});
        QCOMPARE(statusOf(told("R6", "record", "GATE")), u"known"_s); // of a place it is nothing
        QVERIFY(m_live->situation().incidents().isEmpty());
    }

    void aListIsTakenOneByOne() {
        const HttpReply reply = send("[" + told("A", "record", "C-07") + "," + told("B", "dance", "C-07") +
                                     "," + told("C", "key", "C-07") + "]");
        QCOMPARE(reply.status, 207);
        const QJsonArray events = reply.json()[u"events"].toArray();
        QCOMPARE(events[0][u"status"].toString(), u"taken"_s);
        QCOMPARE(events[1][u"error"][u"value"].toString(), u"dance"_s);
        QCOMPARE(events[2][u"status"].toString(), u"taken"_s);
        QVERIFY(unit().emergency);
    }

    void asksForAToken() {
        m_client.token.clear();
        QCOMPARE(send(told("A", "key", "C-07")).status, 401);
        grant(u"cad"_s, {u"incidents"_s, u"fixes"_s, u"field"_s});
        QTRY_COMPARE(send(told("A", "key", "C-07")).status, 403);
        QVERIFY(!unit().emergency);
    }

    void namesFieldAndValue() {
        QCOMPARE(faultOf("x").field, u"body"_s);
        QCOMPARE(faultOf("[]").code, RefusalCode::Missing);
        QCOMPARE(faultOf("[1]").field, u"event"_s);
        QCOMPARE(faultOf(json("{'event':'key','device':'x'}")).field, u"id"_s);
        QCOMPARE(faultOf(told("A", "", "x")).field, u"event"_s);
        QCOMPARE(faultOf(told("A", "dance", "x")).value, u"dance"_s);
        QCOMPARE(faultOf(told("A", "key", "")).field, u"device"_s);
        QCOMPARE(faultOf(told("A", "key", QByteArray(121, 'x'))).code, RefusalCode::TooLong);
        QCOMPARE(faultOf(told("A", "key", "x", ",'lat':1")).field, u"lon"_s);
        QCOMPARE(faultOf(told("A", "key", "x", ",'lat':91,'lon':1")).field, u"lat"_s);
        QCOMPARE(faultOf(told("A", "key", "x", ",'happened_at':'2036-01-01T00:00:00Z'")).field,
                 u"happened_at"_s);
        QCOMPARE(faultOf(told("A", "key", "x", ",'media':'file:///etc/passwd'")).field, u"media"_s);
        QCOMPARE(faultOf(told("A", "key", "x", ",'type':'a b'")).code, RefusalCode::UnknownType);
        QCOMPARE(faultOf(told("A", "key", "x", ",'colour':'red'")).field, u"colour"_s);
        QByteArray many = "[";
        for (int i = 0; i <= cameraEventLimit; ++i)
            many += told(QByteArray::number(i), "key", "x") + ',';
        QCOMPARE(faultOf(many.chopped(1) + ']').code, RefusalCode::TooMany);
    }

    void aLinkWithALoginIsNotTaken() {
        for (const QByteArray& link : {"https://me:s3cret@gw/x"_ba, "https://gw/x?token=s3cret"_ba}) {
            const Refusal fault = faultOf(told("A", "key", "x", ",'media':'" + link + "'"));
            QCOMPARE(fault.field, u"media"_s);
            QVERIFY(!(fault.value + fault.detail).contains(u"s3cret"_s));
        }
    }

    void survivesWhatIsNoEvent() {
        const QByteArray good = "[" + told("A", "man_down", "C-07", ",'lat':32.05,'lon':118.55,'text':'x'") +
                                "," + told("B", "record", "C-07", ",'media':'https://gw/1'") + "]";
        std::mt19937 random(11);
        for (int i = 0; i < 20'000; ++i) {
            const auto batch = readCameraEvents(mutated(good, random), noon);
            if (!batch)
                continue;
            for (const Result<CameraEvent>& each : batch->events)
                QVERIFY(!each ||
                        (!each->id.isEmpty() && !each->device.isEmpty() && each->happenedAt <= noon));
        }
    }
};

QTEST_GUILESS_MAIN(AlarmTest)
#include "alarm_test.moc"
