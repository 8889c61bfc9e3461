// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/domain/fix_age.h"
#include "app/field/ways_in.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sql.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/http_client.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One process's part of a data folder: the desk, the board and the ways in.
struct Station {
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>();
    std::unique_ptr<Desk> desk;
    std::unique_ptr<FixBoard> board;
    std::unique_ptr<WaysIn> ways;

    explicit Station(const QString& folder, HttpOptions options = {}) {
        options.retry = std::chrono::milliseconds(50);
        const DataFolder data = DataFolder::open(folder).value();
        desk = std::make_unique<Desk>(
            [path = data.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                auto journal = SqliteJournal::open(path);
                if (!journal)
                    return std::unexpected(journal.error().toString());
                return std::move(*journal);
            },
            data.journalBell(), clock, std::make_shared<RandomIds>());
        board = std::make_unique<FixBoard>(
            [path = data.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                auto store = FixStore::open(path);
                if (!store)
                    return std::unexpected(store.error().toString());
                return std::move(*store);
            },
            data.fixesBell());
        ways = std::make_unique<WaysIn>(folder, options, *desk, *board);
        desk->start();
        board->start();
        ways->start();
    }
    ~Station() {
        ways.reset();
        board.reset();
    }

    [[nodiscard]] bool isListening() const { return !ways->http().url().isEmpty(); }

    Outcome ask(QStringView seat, Command command) const {
        const QFuture<Outcome> outcome = desk->submit(actor(seat), std::move(command));
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, 20'000)
                   ? outcome.result()
                   : Outcome(refuse(RefusalCode::Storage));
    }
};

QByteArray incident(int id, const QByteArray& text = "smoke") {
    return "{\"id\":\"" + QByteArray::number(id) + "\",\"type\":\"traffic\",\"text\":\"" + text +
           "\",\"place\":{\"lat\":31.5,\"lon\":118.5,\"address\":\"a\"}}";
}

} // namespace

class WaysInTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Station> m_station;
    HttpClient m_client;

    void open(const HttpOptions& options = {}) {
        m_station = std::make_unique<Station>(m_folder->path(), options);
        QTRY_VERIFY(m_station->isListening());
        m_client.base = m_station->ways->http().url();
    }

    void grant(const QString& name, const QStringList& scopes) {
        m_client.token =
            (*TokenStore::open(m_folder->path()))->add(name, scopes, instantFromMs(1)).value().toLatin1();
        QTRY_VERIFY(m_client.get(u"/v1/field/units/none/orders"_s).status != 401); // it looks twice a second
    }

    /// Two posts, three crewed cars, a catalogue: what Scene::furnish() gives, journalled.
    void furnish() {
        Scene scene;
        scene.furnish();
        for (const Entry& entry : scene.entries) {
            const Fact fact = decode(entry.fact).value();
            if (const auto* post = std::get_if<PostDefined>(&fact))
                QVERIFY(m_station->ask(u"bureau", DefinePost{post->post}));
            else if (const auto* unit = std::get_if<UnitDefined>(&fact))
                QVERIFY(m_station->ask(u"bureau", DefineUnit{unit->unit}));
            else if (const auto* catalogue = std::get_if<CatalogueDefined>(&fact))
                QVERIFY(m_station->ask(u"bureau", DefineCatalogue{catalogue->catalogue}));
        }
    }

    [[nodiscard]] const Situation& situation() const { return m_station->desk->situation(); }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        furnish();
        grant(u"cad"_s, {u"incidents"_s, u"fixes"_s, u"field"_s});
    }
    void cleanup() {
        m_station.reset();
        m_folder.reset();
        m_client.token.clear();
    }

    void takesEachIncidentOnce() {
        const HttpReply first = m_client.post(u"/v1/incidents"_s, incident(1));
        QCOMPARE(first.status, 201);
        const QJsonObject made = first.json().value(u"incidents").toArray().at(0).toObject();
        QCOMPARE(made[u"status"].toString(), u"created");
        QVERIFY(made[u"number"].toString().endsWith(u"-0001"));
        QCOMPARE(situation().incidents().size(), 1);

        const HttpReply again = m_client.post(u"/v1/incidents"_s, incident(1));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json().value(u"incidents").toArray().at(0)[u"incident"], made[u"incident"]);
        QCOMPARE(situation().incidents().size(), 1);

        const HttpReply other = m_client.post(u"/v1/incidents"_s, incident(1, "fire"));
        QCOMPARE(other.status, 409);
        QCOMPARE(other.error().value(u"reason").toString(), u"duplicate_with_other_content");
        QCOMPARE(other.error().value(u"field").toString(), u"id");
        QCOMPARE(other.error().value(u"value").toString(), u"1");
        QVERIFY(situation().incidentBySource({u"cad"_s, u"1"_s})->details.text == u"smoke");
    }

    void answersEachRecordOfABatch() {
        const HttpReply reply = m_client.post(
            u"/v1/incidents"_s, "[" + incident(1) + R"(,{"id":"2","place":{"lat":91.5,"lon":2}},)" +
                                    incident(3) + R"(,{"id":"4","type":"no.such"}])");
        QCOMPARE(reply.status, 207);
        const QJsonArray list = reply.json().value(u"incidents").toArray();
        QCOMPARE(list.size(), 4);
        QCOMPARE(list[0][u"status"].toString(), u"created");
        QCOMPARE(list[1][u"error"][u"field"].toString(), u"place.lat");
        QCOMPARE(list[1][u"error"][u"value"].toString(), u"91.5");
        QCOMPARE(list[1][u"error"][u"index"].toInt(), 1);
        QCOMPARE(list[2][u"status"].toString(), u"created");
        QCOMPARE(list[3][u"error"][u"reason"].toString(), u"unknown_type");
        QCOMPARE(list[3][u"id"].toString(), u"4");
        QCOMPARE(situation().incidents().size(), 2);
    }

    void takesAThousandInOneGo() {
        QByteArray batch = "[" + incident(1);
        for (int i = 2; i <= 1000; ++i)
            batch += "," + incident(i);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(m_client.post(u"/v1/incidents"_s, batch + "]").status, 201);
        qInfo("1000 incidents in %lld ms", timer.elapsed());
        QCOMPARE(situation().incidents().size(), 1000);
        QCOMPARE(m_client.post(u"/v1/incidents"_s, batch + "]").status, 200);
        QCOMPARE(m_client.post(u"/v1/incidents"_s, batch + "," + incident(1001) + "]").status, 422);
        QCOMPARE(situation().incidents().size(), 1000);
    }

    void asksForTheRightToken() {
        HttpClient stranger;
        stranger.base = m_client.base;
        QCOMPARE(stranger.post(u"/v1/incidents"_s, incident(1)).status, 401);
        stranger.token = "tridesk_wrong";
        QCOMPARE(stranger.post(u"/v1/incidents"_s, incident(1)).status, 401);
        QCOMPARE(stranger.get(u"/v1/health"_s).status, 200);
        QCOMPARE(m_client.get(u"/v1/incidents"_s).status, 405);
        QCOMPARE(m_client.get(u"/v2"_s).status, 404);
        grant(u"phones"_s, {u"fixes"_s});
        QCOMPARE(m_client.post(u"/v1/incidents"_s, incident(1)).status, 403);
        QVERIFY(situation().incidents().isEmpty());
        for (int i = 0; i < 30; ++i)
            (void)stranger.post(u"/v1/incidents"_s, incident(1));
        QCOMPARE(stranger.post(u"/v1/incidents"_s, incident(1)).status, 429);
    }

    void boundsTheRateOfASource() {
        m_station.reset();
        HttpOptions options;
        options.perSecond = 0.001;
        options.burst = 5;
        open(options);
        int taken = 0;
        HttpReply reply;
        for (int i = 0; i < 8; ++i) {
            reply = m_client.post(u"/v1/incidents"_s, incident(i));
            taken += reply.status == 201;
        }
        QCOMPARE(taken, 5);
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.retryAfter, "1");
    }

    void takesFixesOfTrackers() {
        const qint64 now = toMs(m_station->clock->now()) / 1000;
        const auto location = [&](int second) {
            return R"({"_type":"location","lat":31.4,"lon":118.6,"vel":36,"tst":)" +
                   QByteArray::number(now + second) + "}";
        };
        // by device, by callsign in the headers, as Basic password
        QCOMPARE(
            m_client
                .get(u"/v1/fixes/osmand?id=tracker-1A12&lat=31.5&lon=118.5&speed=10&timestamp=%1"_s.arg(now))
                .status,
            200);
        const HttpReply reply = m_client.post(u"/v1/fixes/owntracks"_s, location(0),
                                              {{"X-Limit-U", "tridesk"}, {"X-Limit-D", "1A14"}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body.trimmed(), "[]");
        const QByteArray basic = "Basic " + ("u:" + m_client.token).toBase64();
        HttpClient phone;
        phone.base = m_client.base;
        QCOMPARE(phone
                     .post(u"/v1/fixes/owntracks"_s, location(1),
                           {{"Authorization", basic}, {"X-Limit-D", "2A01"}})
                     .status,
                 200);
        QCOMPARE(phone
                     .post(u"/v1/fixes/osmand?token="_s + QString::fromLatin1(m_client.token),
                           "id=1A12&lat=31.5&lon=118.7",
                           {{"Content-Type", "application/x-www-form-urlencoded"}})
                     .status,
                 200);
        QTRY_COMPARE(m_station->board->all().size(), 3);
        const Fix* car = m_station->board->latest(code<UnitId>(u"1A14"));
        QCOMPARE(must(car->speed), 10.0);
        QCOMPARE(car->source, u"cad");
    }

    void raisesAnEmergencyForADevicesKey() {
        const auto press = [&](const QString& what) { return m_client.get(u"/v1/fixes/osmand?"_s + what); };
        const auto unit = [&]() -> const Unit& {
            return *m_station->desk->situation().units().find(code<UnitId>(u"1A12"));
        };
        QCOMPARE(press(u"id=tracker-1A12&lat=31.5&lon=118.5&alarm=lowBattery"_s).status, 200);
        QVERIFY(!unit().emergency);
        const HttpReply first = press(u"id=tracker-1A12&lat=31.5&lon=118.5&alarm=sos"_s);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json().value(u"alarm").toString(), u"raised");
        QTRY_VERIFY(unit().emergency);
        QCOMPARE(must(unit().emergency).source, EmergencySource::Device);
        QCOMPARE(must(unit().emergency).at, GeoPoint::from(31.5, 118.5));
        QTRY_VERIFY(m_station->board->latest(code<UnitId>(u"1A12")));
        QCOMPARE(press(u"id=tracker-1A12&lat=31.5&lon=118.5&alarm=sos"_s).json().value(u"alarm").toString(),
                 u"known");
        // help is wanted whatever is wrong with the position
        QCOMPARE(press(u"id=1A14&lat=0.0.0&lon=x&alarm=SOS"_s).json().value(u"alarm").toString(), u"raised");
        QCOMPARE(press(u"id=nobody&lat=31.5&lon=118.5&alarm=sos"_s).status, 404);
    }

    void ringsOnceForAKeyThatWasPressedEarlier() {
        const qint64 pressed =
            toMs(m_station->clock->now()) / 1000 - 1800; // the link was away for half an hour
        const auto unit = [&]() -> const Unit& {
            return *m_station->desk->situation().units().find(code<UnitId>(u"1A12"));
        };
        const QJsonObject location{{u"timestamp"_s, toIso(instantFromMs(pressed * 1000))},
                                   {u"coords"_s, QJsonObject{{u"latitude"_s, 31.5}, {u"longitude"_s, 118.5}}},
                                   {u"extras"_s, QJsonObject{{u"alarm"_s, u"sos"_s}}}};
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"device_id"_s, u"tracker-1A12"_s}, {u"location"_s, location}})
                .toJson();
        const auto send = [&] {
            return m_client.post(u"/v1/fixes/osmand"_s, body, {{"Content-Type", "application/json"}})
                .json()
                .value(u"alarm")
                .toString();
        };
        QCOMPARE(send(), u"raised");
        QTRY_VERIFY(unit().emergency);
        QCOMPARE(toMs(must(unit().emergency).since) / 1000, pressed);
        const QFuture<Outcome> ended = m_station->desk->submit(
            actor(u"bureau"),
            EndEmergency{.unit = code<UnitId>(u"1A12"), .outcome = {}, .reason = u"all well"_s});
        QTRY_VERIFY(ended.isFinished() && !unit().emergency);
        QCOMPARE(send(), u"known"); // a relay repeats it
        QVERIFY(!unit().emergency);
    }

    void tellsWhatIsWrongWithAFix() {
        const HttpReply unknown = m_client.get(u"/v1/fixes/osmand?id=nobody&lat=31.5&lon=118.5"_s);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.error().value(u"value").toString(), u"nobody");
        const HttpReply swapped = m_client.get(u"/v1/fixes/osmand?id=1A12&lat=118.5&lon=31.5"_s);
        QCOMPARE(swapped.status, 422);
        QCOMPARE(swapped.error().value(u"field").toString(), u"lat");
        QCOMPARE(m_client.post(u"/v1/fixes/owntracks"_s, R"({"_type":"encrypted","data":"x"})").status, 422);
        QCOMPARE(m_client.post(u"/v1/fixes/owntracks"_s, R"({"_type":"lwt","tst":1})").status, 200);
        const QByteArray lost =
            R"({"_type":"location","lat":31.4,"lon":118.6,"tst":1700000000,"topic":"owntracks/x/y"})";
        QCOMPARE(m_client.post(u"/v1/fixes/owntracks"_s, lost).status, 200);
        QVERIFY(m_station->board->all().isEmpty());
        QCOMPARE(m_client.get(u"/v1/health"_s).json().value(u"unknown_devices").toInt(), 2);
    }

    void letsACrewWorkItsOrder() {
        const QString unit = u"/v1/field/units/1A12/"_s;
        QCOMPARE(m_client.post(unit + u"log-on"_s, "{}").status, 422);
        QCOMPARE(m_client.post(unit + u"log-on"_s, R"({"crew":["王","李"]})").status, 200);
        QCOMPARE(m_client.post(u"/v1/incidents"_s, incident(1)).status, 201);
        const Incident* incident = situation().incidentBySource({u"cad"_s, u"1"_s});
        QVERIFY(m_station->ask(u"bureau", IssueOrder{.incident = incident->id,
                                                     .to = code<UnitId>(u"1A12"),
                                                     .role = OrderRole::Primary,
                                                     .text = u"go"_s,
                                                     .overrideReason = {}}));
        QCOMPARE(m_client.get(unit + u"orders"_s).json().value(u"orders").toArray().size(),
                 0); // may still be recalled
        m_station->clock->advance(recallWindow);
        const QJsonObject order =
            m_client.get(unit + u"orders"_s).json().value(u"orders").toArray().at(0).toObject();
        QCOMPARE(order[u"incident"][u"text"].toString(), u"smoke");
        const QString path = u"/v1/field/orders/"_s + order[u"order"].toString() + u'/';
        for (const QString& step : {u"delivered"_s, u"signed"_s, u"under-way"_s, u"arrived"_s})
            QCOMPARE(m_client.post(path + step, {}).status, 200);
        QCOMPARE(m_client.post(path + u"reported"_s, R"({"text":"done","disposition":"handled"})").status,
                 200);
        QCOMPARE(m_client.post(path + u"closed"_s, {}).status, 422);
        QCOMPARE(m_client.post(path + u"signed"_s, R"({"colour":1})").error().value(u"field").toString(),
                 u"colour");
        const Order* done = situation().orders().find(must(OrderId::parse(order[u"order"].toString())));
        QVERIFY(done->stage == OrderStage::Reported);
        QCOMPARE(done->report, u"done");
        QCOMPARE(m_client.post(unit + u"status"_s, R"({"status":"out-of-service","reason":"tyre"})").status,
                 200);
        QCOMPARE(m_client.post(unit + u"status"_s, R"({"status":"en_route"})").status, 422);
        QCOMPARE(m_client.post(unit + u"log-off"_s, {}).status, 200);
        QCOMPARE(m_client.get(u"/v1/field/units/9Z99/orders"_s).status, 404);
        grant(u"terminal"_s, {u"field:1A14"_s});
        QCOMPARE(m_client.get(unit + u"orders"_s).status, 403);
        QCOMPARE(m_client.post(path + u"signed"_s, {}).status, 404);
    }

    /// Nothing is lost or turned round, and nothing is younger than it came.
    void clocksOfTerminalsAreAnHourWrong() {
        const auto told = [this](Milliseconds wrong) {
            return "{\"happened_at\":\"" + toIso(m_station->clock->now() + wrong).toLatin1() + "\"";
        };
        // an hour fast: it counts as now; of the day after tomorrow: refused
        QCOMPARE(m_client.post(u"/v1/field/units/1A12/log-on"_s, told(1h) + R"(,"crew":["王"]})").status,
                 200);
        QCOMPARE(m_client.post(u"/v1/incidents"_s, told(1h) + R"(,"id":"1","text":"smoke"})").status, 201);
        const Incident* incident = situation().incidentBySource({u"cad"_s, u"1"_s});
        QCOMPARE(incident->reportedAt, m_station->clock->now());
        const HttpReply future = m_client.post(u"/v1/incidents"_s, told(25h) + R"(,"id":"2","text":"x"})");
        QCOMPARE(future.status, 422);
        QCOMPARE(future.error().value(u"field").toString(), u"happened_at");
        QVERIFY(m_station->ask(u"bureau", IssueOrder{.incident = incident->id,
                                                     .to = code<UnitId>(u"1A12"),
                                                     .text = {},
                                                     .overrideReason = {}}));
        m_station->clock->advance(10s);
        const OrderId id = must(situation().units().find(code<UnitId>(u"1A12"))->order);
        const QString path = u"/v1/field/orders/"_s + id.toString() + u'/';
        // an hour slow: as it was told, but never before the step that it follows
        QCOMPARE(m_client.post(path + u"signed"_s, told(-1h) + '}').status, 200);
        m_station->clock->advance(10s);
        QCOMPARE(m_client.post(path + u"under-way"_s, told(1h) + '}').status, 200);
        const Order* order = situation().orders().find(id);
        QCOMPARE(order->reached(OrderStage::Signed), order->reached(OrderStage::Issued));
        QCOMPARE(order->reached(OrderStage::UnderWay), m_station->clock->now());
        // positions: what came later is newer, though the clock was an hour fast before
        const UnitId unit = code<UnitId>(u"1A12");
        const auto fix = [this](const QString& latitude, qint64 wrong) {
            return m_client
                .get(u"/v1/fixes/osmand?id=tracker-1A12&lon=118.5&lat=%1&timestamp=%2"_s.arg(latitude).arg(
                    toMs(m_station->clock->now()) / 1000 + wrong))
                .status;
        };
        QCOMPARE(fix(u"31.5"_s, 3600), 200);
        QTRY_VERIFY(m_station->board->latest(unit));
        QCOMPARE(knownAt(*m_station->board->latest(unit)), m_station->clock->now());
        m_station->clock->advance(10s);
        QCOMPARE(fix(u"31.6"_s, 0), 200);
        QTRY_COMPARE(m_station->board->latest(unit)->at.latitude(), 31.6);
        m_station->clock->advance(10s);
        QCOMPARE(fix(u"31.7"_s, -3600), 200);
        QVERIFY(m_station->board->latest(unit)->at.latitude() < 31.65);
    }

    void tellsACrewNothingOfAConfidentialCaller() {
        QCOMPARE(m_client.post(u"/v1/field/units/1A12/log-on"_s, R"({"crew":["王"]})").status, 200);
        QVERIFY(
            m_station->ask(u"bureau", ReportIncident{{u"phone"_s, u"7"_s},
                                                     {.text = u"smoke"_s,
                                                      .type = code<TypeCode>(u"traffic"),
                                                      .place = {GeoPoint::from(31.5, 118.5), u"Street 5"_s},
                                                      .callers = {{u"CALLER"_s, u"CALLER138"_s}},
                                                      .hazards = {}}}));
        const Incident* incident = situation().incidentBySource({u"phone"_s, u"7"_s});
        QVERIFY(m_station->ask(u"bureau", IssueOrder{.incident = incident->id,
                                                     .to = code<UnitId>(u"1A12"),
                                                     .text = {},
                                                     .overrideReason = {}}));
        m_station->clock->advance(recallWindow);
        const auto brief = [&] {
            const QJsonObject answer = m_client.get(u"/v1/field/units/1A12/orders"_s).json();
            return QString::fromUtf8(QJsonDocument(answer).toJson());
        };
        QVERIFY(brief().contains(u"CALLER138"_s));
        QVERIFY(
            m_station->ask(u"bureau", FlagIncident{incident->id, IncidentFlag::ConfidentialCaller, true}));
        QVERIFY(!brief().contains(u"CALLER"_s) && brief().contains(u"smoke"_s));
        QVERIFY(m_station->ask(u"bureau", FlagIncident{incident->id, IncidentFlag::Sensitive, true}));
        QVERIFY(brief().contains(u"smoke"_s)); // it was sent there
    }

    void oneProcessListensAndTheNextTakesOver() {
        // A lock of this process's own would be taken twice, so the second station is asked only for what it
        // shows.
        QVERIFY(announcedUrl(m_folder->path()) == m_client.base);
        auto second = std::make_unique<Station>(m_folder->path());
        QTRY_VERIFY(second->desk->isReady());
        QVERIFY(!second->isListening());
        m_station.reset();
        QTRY_VERIFY(second->isListening());
        QVERIFY(announcedUrl(m_folder->path()) == second->ways->http().url());
        second.reset();
        QVERIFY(!announcedUrl(m_folder->path()));
    }

    void acknowledgesNothingWhileTheRecordCannotBeWritten() {
        QCOMPARE(m_client.post(u"/v1/incidents"_s, incident(1)).status, 201);
        auto other = *SqliteJournal::open(DataFolder::open(m_folder->path())->journal());
        {
            const auto step = other->begin(); // longer than the desk waits for it
            QVERIFY(step);
            const HttpReply reply =
                m_client.post(u"/v1/incidents"_s, "[" + incident(2) + "," + incident(3) + "]");
            QCOMPARE(reply.status, 503);
            QCOMPARE(reply.retryAfter, "5");
            QCOMPARE(m_client.get(u"/v1/health"_s).status, 503);
        }
        QCOMPARE(m_client.post(u"/v1/incidents"_s, "[" + incident(2) + "," + incident(3) + "]").status, 201);
        QCOMPARE(m_client.get(u"/v1/health"_s).status, 200);
        QCOMPARE(situation().incidents().size(), 3);
    }

    void answersWhileTheTokensAreLocked() {
        QSignalSpy trouble(&m_station->ways->http(), &HttpService::trouble);
        auto access = *SqlDatabase::open(DataFolder::open(m_folder->path())->access(),
                                         SqlDatabase::Access::ReadWrite, std::chrono::seconds(3));
        QVERIFY(access->run("BEGIN EXCLUSIVE"));
        QCOMPARE(m_client.post(u"/v1/incidents"_s, incident(1)).status, 201);
        QTRY_VERIFY(!trouble.isEmpty()); // the file has been asked for in vain
        QCOMPARE(m_client.post(u"/v1/incidents"_s, incident(2)).status, 201);
        QVERIFY(trouble.first().first().toString().contains(u"access.db"));
    }

    void startsAfreshWhatItTookBefore() {
        QCOMPARE(m_client.post(u"/v1/incidents"_s, "[" + incident(1) + "," + incident(2) + "]").status, 201);
        m_station.reset();
        open();
        QCOMPARE(
            m_client.post(u"/v1/incidents"_s, "[" + incident(1) + "," + incident(2) + "," + incident(3) + "]")
                .status,
            207);
        QCOMPARE(situation().incidents().size(), 3);
    }
};

QTEST_GUILESS_MAIN(WaysInTest)
#include "ways_in_test.moc"
