// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A crew's and a station's terminal against a real gateway that is killed and comes back, a bureau on the
// same journal in a third program, and the terminal program itself.

#include "tests/link/link_scene.h"
#include "tests/system/journal_place.h"

#include <QProcess>

#include <optional>
#include <random>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray posts =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"ST01","nameZh":"临江所",
    "nameEn":"Linjiang"},"geometry":{"type":"Polygon","coordinates":[[[118,31],[119,31],[119,33],[118,33],[118,31]]]}}]})";
const QByteArray units = "unit,callsign,kind,post,devices\n1A12,1A12,car,ST01,\n1A14,1A14,car,ST01,\n";

/// The bureau, in this program, on the gateway's journal.
class Bureau {
public:
    explicit Bureau(OpenDesk open)
        : m_desk(std::move(open.desk)) {
        m_desk->start();
        if (!QTest::qWaitFor([&] { return m_desk->isReady(); }, 20'000))
            qFatal("the bureau does not start");
    }
    [[nodiscard]] const Situation& situation() const { return m_desk->situation(); }
    bool ask(const Command& command) {
        const QFuture<Outcome> outcome = m_desk->submit(actor(u"bureau"), command);
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, 20'000) && outcome.result().has_value();
    }
    [[nodiscard]] bool knows(const std::function<bool(const Situation&)>& what) const {
        return QTest::qWaitFor([&] { return what(situation()); }, 20'000);
    }
    /// Something new, in the station's area; null where it was refused.
    const Incident* report(const QString& text) {
        const Source source{.name = u"bureau"_s, .key = text};
        const bool reported =
            ask(ReportIncident{.source = source,
                               .details = {.text = text,
                                           .type = {},
                                           .level = Level::Urgent,
                                           .place = {.at = GeoPoint::from(32, 118.5), .address = {}},
                                           .callers = {},
                                           .hazards = {}}});
        return reported ? situation().incidentBySource(source) : nullptr;
    }
    /// An order to 1A12 about something new, once it may be seen.
    OrderId order(const QString& text) {
        const Source source{.name = u"bureau"_s, .key = text};
        const bool reported = ask(ReportIncident{.source = source,
                                                 .details = {.text = text,
                                                             .type = {},
                                                             .level = Level::Urgent,
                                                             .place = {.at = {}, .address = u"somewhere"_s},
                                                             .callers = {},
                                                             .hazards = {}}});
        const Incident* incident = situation().incidentBySource(source);
        if (!reported || !incident ||
            !ask(IssueOrder{.incident = incident->id,
                            .to = code<UnitId>(u"1A12"),
                            .role = OrderRole::Primary,
                            .text = {},
                            .overrideReason = {},
                            .shown = {},
                            .reached = OrderStage::Issued}))
            return {};
        return situation().incidents().find(incident->id)->orders.constLast();
    }
    [[nodiscard]] bool stands(const OrderId& id, OrderStage stage) const {
        return QTest::qWaitFor(
            [&] {
                const Order* order = situation().orders().find(id);
                return order && order->stage == stage;
            },
            20'000);
    }

private:
    std::unique_ptr<Desk> m_desk;
};

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

} // namespace

class SystemLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { JournalPlaces::addRows(); }
    void init() {
        QFETCH_GLOBAL(bool, onServer);
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = m_places.make(onServer, m_folder->filePath(u"desk"_s));
        QVERIFY2(m_place->trouble().isEmpty(), qPrintable(m_place->trouble()));
        m_gateway = std::make_unique<GatewayProcess>(m_place->folder());
        const Ran imported =
            m_place->gateway({u"import"_s, u"--posts"_s, written(*m_folder, u"posts.geojson"_s, posts),
                              u"--units"_s, written(*m_folder, u"units.csv"_s, units)});
        QVERIFY2(imported.code == 0, imported.err.constData());
        QVERIFY(m_gateway->grant(u"car-1A12"_s, u"seat:field:1A12"_s));
        QVERIFY(m_gateway->start(m_place->arguments() + QStringList{u"--listen"_s, u"127.0.0.1:0"_s}));
        m_again = m_place->arguments() +
                  QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_gateway->client.base.port())};
        m_bureau = std::make_unique<Bureau>(m_place->open(m_folder->filePath(u"bureau"_s)));
        QVERIFY(m_bureau->ask(LogOn{.unit = code<UnitId>(u"1A12"), .crew = {u"Chen"_s}}));
    }
    void cleanup() {
        m_bureau.reset();
        m_gateway.reset();
        m_place.reset();
        m_folder.reset();
    }

    void aJobGoesOnWhileTheGatewayIsKilled() {
        Terminal terminal(m_gateway->client.base, m_gateway->client.token);
        const OrderId order = m_bureau->order(u"collision"_s);
        QVERIFY(terminal.stands(order, OrderStage::Issued));
        QVERIFY(QTest::qWaitFor([&] { return terminal.clock->now() > terminal.order(order)->releaseAt; },
                                20'000));
        QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
        QVERIFY(m_bureau->stands(order, OrderStage::Signed));
        QVERIFY(terminal.isSent()); // it has heard so too
        m_gateway->kill();
        QVERIFY(terminal.isLost());
        QVERIFY(terminal.advance(order, OrderStage::UnderWay).has_value());
        terminal.restart(); // the car's machine goes off and on
        QVERIFY(terminal.stands(order, OrderStage::UnderWay));
        QVERIFY(terminal.advance(order, OrderStage::Arrived).has_value());
        QVERIFY(terminal
                    .ask(RaiseEmergency{
                        .unit = code<UnitId>(u"1A12"), .source = EmergencySource::Crew, .text = {}, .at = {}})
                    .has_value());
        QCOMPARE(terminal.link().waiting, 3);
        QVERIFY(m_gateway->start(m_again));
        QVERIFY(terminal.isSent());
        QVERIFY(m_bureau->stands(order, OrderStage::Arrived));
        QVERIFY(!m_bureau->situation().emergencies().isEmpty());
        QCOMPARE(count(u"order.under_way"_s), 1);
        QCOMPARE(count(u"order.arrived"_s), 1);
        QCOMPARE(count(u"emergency.raised"_s), 1);
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, m_place->toRead()}).code, 0);
    }

    /// Killed in the middle of a station's work: it sends its units all the same, and everything is there
    /// once.
    void aStationGoesOnWhileTheGatewayIsKilled() {
        const QByteArray crews = m_gateway->client.token;
        QVERIFY(m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s));
        Terminal station(m_gateway->client.base, m_gateway->client.token, u"station:ST01");
        m_gateway->client.token = crews;
        const Incident* incident = m_bureau->report(u"collision"_s);
        QVERIFY(incident);
        const IncidentId id = incident->id;
        QVERIFY(station.knows([&](const Situation& s) { return s.incidents().find(id) != nullptr; }));
        QVERIFY(station.knows([&](const Situation& s) {
            const Unit* unit = s.units().find(code<UnitId>(u"1A12"));
            return unit && unit->status == UnitStatus::Available;
        }));
        m_gateway->kill();
        QVERIFY(station.isLost());
        const auto order = [&](QStringView unit) {
            return IssueOrder{.incident = id,
                              .to = code<UnitId>(unit),
                              .role = OrderRole::Primary,
                              .text = u"go"_s,
                              .overrideReason = {},
                              .shown = {},
                              .reached = OrderStage::UnderWay};
        };
        QVERIFY(station.ask(order(u"1A12")).has_value());
        QVERIFY(station.ask(LogOn{.unit = code<UnitId>(u"1A14"), .crew = {u"Wu"_s}}).has_value());
        station.restart(); // the station's machine goes off and on
        QVERIFY(station.ask(order(u"1A14")).has_value());
        QCOMPARE(station.link().waiting, 3);
        // Meanwhile the bureau, on the journal itself, has sent one of the two elsewhere.
        const OrderId theirs = m_bureau->order(u"something worse"_s);
        QVERIFY(!theirs.isNull());
        QVERIFY(m_gateway->start(m_again));
        QVERIFY(station.isSent());
        QVERIFY(station.knows([&](const Situation&) { return station.link().refused.size() == 1; }));
        QCOMPARE(station.link().refused.constFirst().refusal.code, RefusalCode::HeldByHigherTier);
        QVERIFY(
            m_bureau->knows([&](const Situation& s) { return s.incidents().find(id)->orders.size() == 1; }));
        const Situation& s = m_bureau->situation();
        QCOMPARE(s.orders().find(s.incidents().find(id)->orders.constFirst())->unit(), code<UnitId>(u"1A14"));
        QCOMPARE(s.units().find(code<UnitId>(u"1A14"))->crew, QStringList{u"Wu"_s});
        QCOMPARE(count(u"order.issued"_s), 2);
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, m_place->toRead()}).code, 0);
    }

    /// The gateway dies wherever it likes, in the middle of an answer too: everything once.
    void nothingIsLostOrTwiceOverManyDeaths() {
        Terminal terminal(m_gateway->client.base, m_gateway->client.token);
        QVERIFY(terminal.isUp());
        QVERIFY(
            terminal.knows([](const Situation& s) { return s.posts().size() > 0 && !s.units().isEmpty(); }));
        std::mt19937 random(20261121);
        QStringList asked;
        bool lives = true;
        for (int i = 0; i < 24; ++i) {
            const QString words = u"message %1"_s.arg(i);
            asked << words;
            QVERIFY(terminal.ask(SendMessage{.to = {code<PostId>(u"ST01")}, .text = words, .incident = {}})
                        .has_value());
            if (random() % 4 == 0 && lives) {
                m_gateway->kill();
                lives = false;
            } else if (random() % 3 == 0 && !lives) {
                QVERIFY(m_gateway->start(m_again));
                lives = true;
            } else if (random() % 6 == 0) {
                terminal.restart();
            }
        }
        if (!lives)
            QVERIFY(m_gateway->start(m_again));
        QVERIFY(terminal.isSent());
        QCOMPARE(texts(u"message.sent"_s), asked); // each once, in the order in which they were written
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, m_place->toRead()}).code, 0);
    }

    void theTerminalProgramFollowsAndStartsWithoutIt() {
        const QString token = written(*m_folder, u"token"_s, m_gateway->client.token + '\n');
        const QString data = m_folder->filePath(u"terminal"_s);
        const QString picture = m_folder->filePath(u"picture.png"_s);
        const QStringList arguments{u"--link"_s,       m_gateway->client.base.toString(),
                                    u"--token-file"_s, token,
                                    u"--seat"_s,       u"field:1A12"_s,
                                    u"--data"_s,       data,
                                    u"--screenshot"_s, picture,
                                    u"--after"_s,      u"2"_s};
        const Ran first = run(u"tridesk"_s, arguments);
        QVERIFY2(first.code == 0, first.err.constData());
        QVERIFY(QFileInfo(picture).size() > 0);
        QVERIFY(!QFileInfo::exists(data + u"/journal.db"_s)); // no desk of its own
        QCOMPARE(run(u"tridesk-gateway"_s, {u"token"_s, u"list"_s, u"--data"_s, m_gateway->data}).code, 0);
        QVERIFY(m_bureau->ask(OpenSeat{}));
        QVERIFY(QTest::qWaitFor([&] { return count(u"seat.opened"_s) >= 2; }, 20'000));
        m_gateway->kill();
        QFile::remove(picture);
        const Ran second = run(u"tridesk"_s, arguments);
        QVERIFY2(second.code == 0, second.err.constData());
        QVERIFY(QFileInfo(picture).size() > 0);
        const auto store = LinkStore::open(data + u"/link.db"_s, u"field:1A12"_s);
        QVERIFY(store.has_value());
        QVERIFY(!(*store)->entries().value().isEmpty());
        // A folder with a desk of its own is not taken for a terminal, nor a seat that is no crew's.
        QStringList wrong = arguments;
        wrong[wrong.indexOf(data)] = m_gateway->data;
        if (!m_place->isOnServer())
            QVERIFY(run(u"tridesk"_s, wrong).err.contains("a desk of its own"));
        wrong = arguments;
        wrong[wrong.indexOf(u"field:1A12"_s)] = u"bureau"_s;
        QVERIFY(run(u"tridesk"_s, wrong).err.contains("--seat"));
        wrong = arguments;
        wrong[wrong.indexOf(token)] = m_folder->filePath(u"none"_s);
        QVERIFY(run(u"tridesk"_s, wrong).err.contains("--token-file"));
    }

    /// A station's whole window over the line, in a program of its own.
    void theStationsProgramOpensOverTheLine() {
        QVERIFY(m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s));
        const QString token = written(*m_folder, u"token"_s, m_gateway->client.token + '\n');
        QProcess console;
        console.start(QStringLiteral(TRIDESK_BIN_DIR "/tridesk"),
                      {u"--link"_s, m_gateway->client.base.toString(), u"--token-file"_s, token, u"--seat"_s,
                       u"station:ST01"_s, u"--data"_s, m_folder->filePath(u"station"_s)});
        // That somebody sits there is in the record, under the token's name.
        QVERIFY(QTest::qWaitFor([&] { return count(u"seat.opened"_s) >= 1; }, 60'000));
        QCOMPARE(exported(u"seat.opened"_s).constFirst()[u"seat"].toString(), u"station:ST01"_s);
        QCOMPARE(exported(u"seat.opened"_s).constFirst()[u"user"].toString(), u"room-ST01"_s);
        console.kill();
        QVERIFY(console.waitForFinished(30'000));
        const auto store = LinkStore::open(m_folder->filePath(u"station/link.db"_s), u"station:ST01"_s);
        QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().toString()));
    }

private:
    [[nodiscard]] QList<QJsonObject> exported(const QString& kind) const {
        const Ran out = run(u"tridesk-journal"_s, {u"export"_s, u"--kind"_s, kind, m_place->toRead()});
        QList<QJsonObject> entries;
        for (const QByteArray& line : out.out.split('\n'))
            if (const QJsonObject entry = QJsonDocument::fromJson(line).object(); !entry.isEmpty())
                entries.append(entry);
        return entries;
    }
    [[nodiscard]] qsizetype count(const QString& kind) const { return exported(kind).size(); }
    [[nodiscard]] QStringList texts(const QString& kind) const {
        QStringList texts;
        for (const QJsonObject& entry : exported(kind))
            texts << entry[u"payload"].toObject()[u"text"].toString();
        return texts;
    }

    JournalPlaces m_places;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<JournalPlace> m_place;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<Bureau> m_bureau;
    QStringList m_again; ///< how the gateway is started where it was
};

QTEST_GUILESS_MAIN(SystemLinkTest)
#include "link_test.moc"
