// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/outage_scene.h"

#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/scene.h"
#include "tests/system/seat_board.h"

#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEntries = 1'000'000;

struct SeatPlace {
    QString name; ///< of its folder, and at the consoles of who sits there
    QString seat;
    OutageScene::Line line;
};

const SeatPlace& placeOf(OutageScene::Seat which) {
    static const SeatPlace places[OutageScene::seats] = {
        {u"wang"_s, u"bureau"_s, OutageScene::WangServer},
        {u"li"_s, u"bureau"_s, OutageScene::LiServer},
        {u"st01"_s, u"station:ST01"_s, OutageScene::Room1Link},
        {u"st02"_s, u"station:ST02"_s, OutageScene::Room2Link},
        {u"crew"_s, u"field:1A12"_s, OutageScene::CrewLink}};
    return places[which];
}

bool isConsole(OutageScene::Seat which) {
    return which <= OutageScene::Li;
}

/// One degree square, its west side at `west`.
Area square(double west) {
    const auto point = [](double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    };
    return {{point(31, west), point(31, west + 1), point(32, west + 1), point(32, west)}};
}

} // namespace

void OutageScene::open() {
    m_isUp.fill(true);
    openServer();
    if (!QTest::currentTestFailed())
        openWitness();
    if (!QTest::currentTestFailed())
        furnish();
    if (!QTest::currentTestFailed())
        openGateway();
    if (!QTest::currentTestFailed())
        openSeats();
}

OutageScene::~OutageScene() {
    for (auto& seat : m_seats)
        seat.reset();
    m_crew.reset();
    m_gateway.reset();
    m_witness.reset();
    for (auto& line : m_lines)
        line.reset();
}

void OutageScene::openServer() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    m_broker = std::make_unique<BrokerServer>(QStringList{u"gateway"_s, overBroker.toString()});
    QVERIFY2(m_broker->trouble().isEmpty(), qPrintable(m_broker->trouble()));
    m_database = m_server->makeDatabase();
    QVERIFY(PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s)).has_value());
    m_passwords = m_folder.filePath(u"passwords"_s);
    QFile file(m_passwords);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const auto& [user, tier] : {std::pair(u"gw"_s, u"gateway"_s), std::pair(u"wang"_s, u"bureau"_s),
                                     std::pair(u"li"_s, u"bureau"_s), std::pair(u"zhao"_s, u"bureau"_s)}) {
        QVERIFY(m_server->addUser(m_database, user, tier));
        QVERIFY(m_server->run(m_database, "ALTER ROLE " + user.toUtf8() + " PASSWORD 'secret'"));
        file.write("*:*:*:" + user.toUtf8() + ":secret\n");
    }
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    for (const Line line : {WangServer, LiServer, GatewayServer})
        m_lines[line] = std::make_unique<Cable>(m_server->port());
    for (const Line line : {GatewayBroker, CrewBroker})
        m_lines[line] = std::make_unique<Cable>(m_broker->port());
}

void OutageScene::openWitness() {
    const PostgresAddress address = m_server->at(m_database, u"zhao"_s);
    m_witness = std::make_unique<Desk>(
        [address]() -> std::expected<std::unique_ptr<Journal>, QString> {
            auto journal = PostgresJournal::open(address);
            if (!journal)
                return std::unexpected(journal.error().toString());
            return std::move(*journal);
        },
        PostgresBell{address}.toString(), std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
    m_witness->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_witness->isReady(), patience);
}

void OutageScene::tell(const Command& command) {
    const QFuture<Outcome> outcome = m_witness->submit(
        {.seat = must(tridesk::Seat::parse(u"bureau")), .user = u"zhao"_s, .role = {}}, command);
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isFinished(), patience);
    QVERIFY(outcome.result().has_value());
}

void OutageScene::furnish() {
    const auto post = [this](const QString& id, const Name& name, double west) {
        tell(DefinePost{{.id = code<PostId>(id),
                         .tier = Tier::Station,
                         .name = name,
                         .at = GeoPoint::from(31.5, west + 0.5),
                         .area = square(west)}});
    };
    post(u"ST01"_s, {.zh = u"临江所"_s, .en = u"Linjiang"_s}, 118);
    post(u"ST02"_s, {.zh = u"云湖所"_s, .en = u"Yunhu"_s}, 119);
    for (const QStringView name : {u"1A12", u"1A14", u"1A16", u"2A01", u"2A03"}) {
        tell(DefineUnit{{.id = code<UnitId>(name),
                         .callsign = code<Callsign>(name),
                         .kind = UnitKind::Car,
                         .post = code<PostId>(name.startsWith(u'1') ? u"ST01" : u"ST02"),
                         .devices = {}}});
        tell(LogOn{.unit = code<UnitId>(name), .crew = {u"Chen"_s}});
    }
}

void OutageScene::openGateway() {
    m_gateway = std::make_unique<GatewayProcess>(m_folder.filePath(u"gateway"_s));
    for (const Seat which : {Room1, Room2, Crew}) {
        QVERIFY(m_gateway->grant(nameOf(which), u"seat:"_s + seatOf(which)));
        QFile token(m_folder.filePath(nameOf(which) + u".token"_s));
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write(m_gateway->client.token);
    }
    QVERIFY(m_gateway->grant(u"cad"_s, u"incidents"_s));
    BrokerOptions broker = m_broker->as(u"gateway"_s);
    broker.port = m_lines[GatewayBroker]->port();
    m_gatewayArguments = {u"--journal"_s, over(GatewayServer, u"gw"_s).text(), u"--broker"_s,
                          broker.shown(), u"--broker-password-file"_s,         broker.passwordFile};
    QVERIFY(m_gateway->start(m_gatewayArguments));
    const quint16 port = quint16(m_gateway->client.base.port());
    m_gatewayArguments << u"--listen"_s << u"127.0.0.1:%1"_s.arg(port);
    for (const Line line : {Room1Link, Room2Link, CrewLink})
        m_lines[line] = std::make_unique<Cable>(port, "POST ");
}

void OutageScene::openSeats() {
    for (const Seat which : {Wang, Li, Room1, Room2, Crew}) {
        m_seats[which] = std::make_unique<SeatProcess>(argumentsOf(which));
        QVERIFY(m_seats[which]->start());
    }
    openCrew();
    const auto isFurnished = [&] { return hasCome() && hasFollowed(1); };
    QTRY_VERIFY_WITH_TIMEOUT(isFurnished(), patience);
}

void OutageScene::openCrew() {
    BrokerOptions options = m_broker->as(overBroker.toString());
    options.port = m_lines[CrewBroker]->port();
    m_crew = std::make_unique<CrewProcess>(
        QStringList{u"--broker"_s, options.shown(), u"--password-file"_s, options.passwordFile, u"--unit"_s,
                    overBroker.toString(), u"--data"_s, m_folder.filePath(u"steps.json"_s)});
    QVERIFY(m_crew->start());
}

PostgresAddress OutageScene::over(Line line, const QString& user) const {
    return m_server->overTcp(m_database, user, m_lines[line]->port()).withPasswordFile(m_passwords);
}

QStringList OutageScene::argumentsOf(Seat which) const {
    const SeatPlace& place = placeOf(which);
    const QStringList common{u"--data"_s, m_folder.filePath(place.name), u"--seat"_s, place.seat, u"--user"_s,
                             place.name};
    if (isConsole(which))
        return common + QStringList{u"--journal"_s, over(place.line, place.name).text()};
    return common + QStringList{u"--link"_s, u"http://127.0.0.1:%1"_s.arg(m_lines[place.line]->port()),
                                u"--secret"_s, m_folder.filePath(place.name + u".token"_s)};
}

QString OutageScene::nameOf(Seat which) {
    return placeOf(which).name;
}

QString OutageScene::seatOf(Seat which) {
    return placeOf(which).seat;
}

QString OutageScene::fileOf(Seat which) const {
    return m_folder.filePath(nameOf(which) + (isConsole(which) ? u"/outbox.db"_s : u"/link.db"_s));
}

QStringList OutageScene::addresses() const {
    return {m_server->at(m_database, u"wang"_s).text(), m_folder.filePath(u"wang/replica.db"_s),
            m_folder.filePath(u"li/replica.db"_s)};
}

void OutageScene::toggle(Line line) {
    m_isUp[line] ? m_lines[line]->cut() : m_lines[line]->restore();
    m_isUp[line] = !m_isUp[line];
}

void OutageScene::toggleSeats() {
    for (int seat = 0; seat < seats; ++seat)
        toggle(placeOf(Seat(seat)).line);
}

void OutageScene::loseNextAnswer(Line line) {
    m_lines[line]->does([](CutProxy& proxy) { proxy.loseNextAnswer(); });
}

void OutageScene::killSeat(Seat which) {
    m_seats[which]->kill();
    QVERIFY(m_seats[which]->start());
}

void OutageScene::killCrew() {
    m_crew->kill();
    QVERIFY(m_crew->start());
}

void OutageScene::killGateway() {
    m_gateway->kill();
    QVERIFY2(m_gateway->start(m_gatewayArguments), m_gateway->hear().constData());
}

void OutageScene::toggleServer() {
    if (m_serverRuns)
        m_server->kill();
    else
        QVERIFY2(m_server->start(), qPrintable(m_server->trouble()));
    m_serverRuns = !m_serverRuns;
}

void OutageScene::toggleBroker() {
    if (m_brokerRuns)
        m_broker->kill();
    else
        QVERIFY2(m_broker->start(), qPrintable(m_broker->trouble()));
    m_brokerRuns = !m_brokerRuns;
}

void OutageScene::bringBack() {
    if (!m_serverRuns)
        toggleServer();
    if (!m_brokerRuns)
        toggleBroker();
    for (const auto& line : m_lines)
        line->restore();
    m_isUp.fill(true);
}

/// Cut off first: then what they show and what they have kept do not move any more.
void OutageScene::end() {
    toggleSeats();
    for (int seat = 0; seat < seats; ++seat) {
        QTRY_VERIFY_WITH_TIMEOUT(!m_seats[seat]->state().isUp, patience);
        m_shown[seat] = m_seats[seat]->shown();
        m_seats[seat]->kill();
    }
}

void OutageScene::lookAt(Seat console) {
    QString difference;
    const auto stands = [&] { return (difference = differenceAt(console)).isEmpty(); };
    QVERIFY2(QTest::qWaitFor(stands, 20'000), qPrintable(nameOf(console) + u' ' + difference));
}

QString OutageScene::differenceAt(Seat console) {
    const SeatProcess::Shown shown = m_seats[console]->shown();
    if (shown.waiting > 0)
        return {}; // which stands on top of it
    QList<Entry> kept = replicaOf(console);
    kept.removeIf([&](const Entry& entry) { return entry.seq > shown.seq; });
    return differenceOf(shown.board, boardOf(kept));
}

std::unique_ptr<Journal> OutageScene::journal() const {
    auto journal = PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s), {.readOnly = true});
    return journal ? std::move(*journal) : nullptr;
}

QList<Entry> OutageScene::entries() const {
    const auto open = journal();
    return open ? open->read(1, mostEntries).value_or(QList<Entry>()) : QList<Entry>();
}

QList<Entry> OutageScene::replicaOf(Seat console) const {
    const auto copy =
        SqliteJournal::open(m_folder.filePath(nameOf(console) + u"/replica.db"_s), {.readOnly = true});
    return copy ? (*copy)->read(1, mostEntries).value_or(QList<Entry>()) : QList<Entry>();
}

bool OutageScene::hasCome() {
    for (const auto& seat : m_seats)
        if (const SeatProcess::State state = seat->state(); !state.isUp || state.waiting != 0)
            return false;
    if (m_crew->waiting() != 0)
        return false;
    const QList<Entry> all = entries();
    return !all.isEmpty() && replicaOf(Wang) == all && replicaOf(Li) == all;
}

bool OutageScene::hasFollowed(qint64 seq) {
    for (const Seat which : {Room1, Room2, Crew})
        if (const SeatProcess::State state = m_seats[which]->state();
            !state.isUp || state.waiting != 0 || state.seq < seq)
            return false;
    return true;
}

} // namespace tridesk::test
