// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/command_codec.h"
#include "app/link/fix_page.h"
#include "tests/link/link_scene.h"
#include "tests/support/http_client.h"
#include "tests/support/mutate.h"

#include <QJsonDocument>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString commands = u"/v1/seats/field:1A12/commands"_s;
const QString entries = u"/v1/seats/field:1A12/entries"_s;

QByteArray bodyOf(const Command& command, const QString& request = u"0198f0a0-0000-7000-8000-000000000001"_s,
                  const QString& happenedAt = {}) {
    QJsonObject json{{u"request"_s, request}, {u"command"_s, commandJson(command)}};
    if (!happenedAt.isEmpty())
        json.insert(u"happened_at"_s, happenedAt);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Command status(UnitStatus status) {
    return SetUnitStatus{.unit = code<UnitId>(u"1A12"), .status = status, .reason = {}};
}

} // namespace

/// What the gateway takes from a terminal, and how it answers what it does not.
class EndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForAToken();
    void doesARequestOnce();
    void refusesInWords_data();
    void refusesInWords();
    void keepsAQuestionUntilThereIsNews();
    void tellsWhereTheSeatsUnitsAre();
    void survivesAnything();
};

void EndpointTest::asksForAToken() {
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    QCOMPARE(client.get(entries).status, 401);
    client.token = gateway.grant(u"feed"_s, u"incidents"_s);
    QTRY_COMPARE(client.get(entries).status, 403);
    client.token = gateway.grant(u"car-1A14"_s, u"seat:field:1A14"_s);
    QTRY_COMPARE(client.get(entries).error()[u"field"].toString(), u"seat"_s);
    client.token = gateway.token;
    QCOMPARE(client.get(entries).status, 200);
    QCOMPARE(client.get(u"/v1/seats/bureau/entries"_s).status, 403);
    // The bureau's seats stand on the journal itself; a station's token reaches its own seat only.
    QVERIFY(gateway.grant(u"desk-2"_s, u"seat:bureau"_s).isEmpty());
    client.token = gateway.grant(u"room"_s, u"seat:station:ST01"_s);
    QTRY_COMPARE(client.get(u"/v1/seats/station:ST01/entries"_s).status, 200);
    QCOMPARE(client.get(u"/v1/seats/station:ST02/entries"_s).status, 403);
    QCOMPARE(client.get(entries).status, 403);
}

void EndpointTest::doesARequestOnce() {
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    client.token = gateway.token;
    const QByteArray body = bodyOf(status(UnitStatus::OutOfService));
    const HttpReply first = client.post(commands, body);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json()[u"status"].toString(), u"done"_s);
    const HttpReply second = client.post(commands, body);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json()[u"seq"], first.json()[u"seq"]);
    QCOMPARE(gateway.unit(u"1A12").status, UnitStatus::OutOfService);
    // A fast clock is not believed: what happened in an hour happened now.
    const QString ahead = toIso(gateway.live.desk().clock().now() + 1h);
    QCOMPARE(client
                 .post(commands, bodyOf(status(UnitStatus::Available),
                                        u"0198f0a0-0000-7000-8000-000000000002"_s, ahead))
                 .status,
             200);
    QVERIFY(gateway.unit(u"1A12").statusSince <= gateway.live.desk().clock().now());
}

void EndpointTest::refusesInWords_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& body, int status, const QString& field) {
        QTest::newRow(name) << body << status << field;
    };
    row("nothing", {}, 422, u"request"_s);
    row("no json", "hello", 422, u"request"_s);
    row("no id", R"({"command":{"command":"open_seat"}})", 422, u"request"_s);
    row("no command", bodyOf(OpenSeat{}).replace("open_seat", "dance"), 422, u"command"_s);
    row("no time", bodyOf(OpenSeat{}, u"0198f0a0-0000-7000-8000-000000000001"_s, u"yesterday"_s), 422,
        u"happened_at"_s);
    row("control characters", bodyOf(AddNote{.incident = {}, .text = u"a\x01b"_s}), 422, u"text"_s);
    row("not its to do",
        bodyOf(DefineUnit{{.id = code<UnitId>(u"X"),
                           .callsign = code<Callsign>(u"X"),
                           .kind = UnitKind::Car,
                           .post = code<PostId>(u"ST01"),
                           .devices = {}}}),
        403, u"right"_s);
    row("another's unit", bodyOf(LogOff{code<UnitId>(u"1A14")}), 403, u"unit"_s);
}

void EndpointTest::refusesInWords() {
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, field);
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    client.token = gateway.token;
    const HttpReply reply = client.post(commands, body);
    QCOMPARE(reply.status, status);
    if (field != u"right")
        QCOMPARE(reply.error()[u"field"].toString(), field);
    QVERIFY(!reply.error()[u"reason"].toString().isEmpty());
}

void EndpointTest::keepsAQuestionUntilThereIsNews() {
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    client.token = gateway.token;
    const QJsonObject first = client.get(entries).json();
    const qint64 upTo = first[u"up_to"].toInteger();
    QVERIFY(upTo > 0);
    for (const char* wrong : {"after=-1", "after=x", "wait=31", "shown=-3"})
        QCOMPARE(client.get(entries + u'?' + QString::fromLatin1(wrong)).status, 422);
    // Nothing that is of another crew ends the wait; its own does.
    QNetworkAccessManager manager;
    QNetworkRequest asked(client.base.resolved(QUrl(entries + u"?after=%1&wait=20"_s.arg(upTo))));
    asked.setRawHeader("Authorization", "Bearer " + gateway.token);
    const std::unique_ptr<QNetworkReply> reply(manager.get(asked));
    gateway.live.ask(u"bureau", LogOff{code<UnitId>(u"2A01")});
    QVERIFY(!reply->isFinished());
    gateway.live.ask(
        u"bureau",
        SetUnitStatus{.unit = code<UnitId>(u"1A12"), .status = UnitStatus::OutOfService, .reason = {}});
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
    const QByteArray body = reply->readAll();
    QVERIFY(body.contains("unit.status_set"));
    QVERIFY(!body.contains("unit.logged_off"));
    QVERIFY(QJsonDocument::fromJson(body)[u"up_to"].toInteger() > upTo);
    // It begins where the seat had come to, although others' entries were passed over meanwhile.
    QVERIFY(!first[u"reached"].toString().isEmpty());
    QCOMPARE(QJsonDocument::fromJson(body)[u"after"], first[u"reached"]);
}

void EndpointTest::tellsWhereTheSeatsUnitsAre() {
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    client.token = gateway.grant(u"room"_s, u"seat:station:ST01"_s);
    const QString fixes = u"/v1/seats/station:ST01/fixes"_s;
    QTRY_COMPARE(client.get(fixes).status, 200);
    const auto all = fixPageFrom(client.get(fixes).body);
    QVERIFY2(all, all ? "" : qPrintable(all.error()));
    QStringList units;
    for (const Fix& fix : all->fixes) {
        units << fix.unit.toString();
        QCOMPARE(fix, *gateway.live.fixes().latest(fix.unit));
    }
    units.sort();
    QCOMPARE(units, QStringList({u"1A12"_s, u"1A14"_s})); // 2A01 is another station's
    const QString later = fixes + u"?after="_s + QString::number(toMs(all->upTo));
    QVERIFY(must(fixPageFrom(client.get(later).body)).fixes.isEmpty());
    gateway.live.pass(10s);
    gateway.live.placeUnit(u"1A14", must(GeoPoint::from(32.06, 118.56)));
    const FixPage moved = must(fixPageFrom(client.get(later).body));
    QCOMPARE(moved.fixes.size(), 1);
    QCOMPARE(moved.fixes.constFirst().unit.toString(), u"1A14"_s);
    // Who asks by a clock of the future is answered by the gateway's.
    const FixPage ahead = must(fixPageFrom(client.get(fixes + u"?after=4000000000000"_s).body));
    QVERIFY(ahead.upTo <= gateway.live.desk().clock().now());
    for (const char* wrong : {"after=-1", "after=x"})
        QCOMPARE(client.get(fixes + u'?' + QString::fromLatin1(wrong)).status, 422);
    client.token = gateway.token;
    QCOMPARE(must(fixPageFrom(client.get(u"/v1/seats/field:1A12/fixes"_s).body)).fixes.size(), 1);
    QCOMPARE(client.get(fixes).status, 403);
}

void EndpointTest::survivesAnything() {
    Gateway gateway;
    HttpClient client;
    client.base = gateway.ways->http().url();
    client.token = gateway.token;
    std::mt19937 random(20261121);
    const QByteArray body = bodyOf(InitiateIncident{.unit = code<UnitId>(u"1A12"),
                                                    .details = {.text = u"a stop"_s,
                                                                .type = code<TypeCode>(u"traffic"),
                                                                .level = Level::Routine,
                                                                .place = {},
                                                                .callers = {},
                                                                .hazards = {}}});
    for (int i = 0; i < 120; ++i) {
        const int status = client.post(commands, mutated(body, random)).status;
        QVERIFY2(status == 200 || (status >= 400 && status < 500), qPrintable(QString::number(status)));
    }
    QCOMPARE(client.get(u"/v1/health"_s).status, 200);
}

QTEST_GUILESS_MAIN(EndpointTest)
#include "endpoint_test.moc"
