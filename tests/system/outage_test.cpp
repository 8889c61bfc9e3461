// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An evening on lines that fail: two consoles, a crew's terminal, a gateway and PostgreSQL, each a process of
// its own, with a line between that is cut, and all of them killed and brought back, in an order that a seed
// gives. TRIDESK_OUTAGE_RUNS says how often (12), TRIDESK_OUTAGE_SEED repeats a run.

#include "app/desk/desk.h"
#include "app/domain/codec.h"
#include "app/journal/link_store.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/cable.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scene.h"
#include "tests/system/gateway_process.h"
#include "tests/system/seat_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 120'000; ///< ms, for everything to come together at the end

/// What was asked for somewhere, under a mark that stands in it and in nothing else.
struct Asked {
    QString mark;
    QByteArray word = {}; ///< what was said to it; "" nothing: whoever was asked was killed before
};

bool isMarked(const Entry& entry, const QString& mark) {
    static const QStringList kinds{u"incident.reported"_s, u"incident.noted"_s, u"order.issued"_s,
                                   u"order.cancelled"_s, u"message.sent"_s};
    return kinds.contains(entry.fact.kind) && entry.fact.payload.contains(mark.toUtf8());
}

} // namespace

class OutageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsLostAndNothingTwice();

private:
    enum Seat { Wang, Li, Crew, seats };

    void furnish();
    void openWitness();
    bool tell(const Command& command);
    [[nodiscard]] PostgresAddress over(const Cable& line, const QString& user) const;
    [[nodiscard]] QStringList consoleArguments(const QString& user, const Cable& line) const;
    [[nodiscard]] bool startGateway();

    void work();
    void ask(Seat seat, const Command& command, const QString& mark);
    void post();
    void breakSomething();
    void toggle(Cable& line, bool& isUp);
    void killSeat(Seat seat);
    void killServer();
    void bringBack();
    [[nodiscard]] std::optional<IncidentId> someIncident();
    [[nodiscard]] std::optional<OrderId> someOrder();
    [[nodiscard]] bool hasCome();
    [[nodiscard]] QList<Entry> journal() const;
    [[nodiscard]] QList<Entry> copyOf(const QString& user) const;
    [[nodiscard]] QStringList told() const;
    [[nodiscard]] QString nextMark() { return u"k%1."_s.arg(++m_marks); }
    [[nodiscard]] uint chance(uint of) { return uint(m_random()) % of; }

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    QString m_passwords;
    std::unique_ptr<Cable> m_lines[3]; ///< of the two consoles and of the gateway, to the server
    std::unique_ptr<Cable> m_field;    ///< of the crew's terminal, to the gateway
    bool m_isUp[4] = {true, true, true, true};
    std::unique_ptr<GatewayProcess> m_gateway;
    QStringList m_gatewayArguments;
    std::unique_ptr<SeatProcess> m_seats[seats];
    std::unique_ptr<Desk> m_witness; ///< sees what has come, to find something to work on
    std::mt19937 m_random;
    QList<Asked> m_asked;
    QHash<qsizetype, std::pair<Seat, int>> m_open; ///< asked, and the word has not been waited for
    int m_marks = 0;
    bool m_serverRuns = true;
};

void OutageTest::initTestCase() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
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
    file.close();
    for (auto& line : m_lines)
        line = std::make_unique<Cable>(m_server->port());
    openWitness();
    furnish();
    m_gateway = std::make_unique<GatewayProcess>(m_folder.filePath(u"gateway"_s));
    QVERIFY(m_gateway->grant(u"cad"_s, u"incidents"_s));
    const QByteArray posts = m_gateway->client.token;
    QVERIFY(m_gateway->grant(u"car-1A12"_s, u"seat:field:1A12"_s));
    QFile token(m_folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write(m_gateway->client.token);
    token.close();
    m_gateway->client.token = posts;
    m_gatewayArguments = {u"--journal"_s, over(*m_lines[2], u"gw"_s).text()};
    QVERIFY(startGateway());
    m_gatewayArguments << u"--listen"_s << u"127.0.0.1:%1"_s.arg(m_gateway->client.base.port());
    m_field = std::make_unique<Cable>(quint16(m_gateway->client.base.port()));
    m_seats[Wang] = std::make_unique<SeatProcess>(consoleArguments(u"wang"_s, *m_lines[Wang]));
    m_seats[Li] = std::make_unique<SeatProcess>(consoleArguments(u"li"_s, *m_lines[Li]));
    m_seats[Crew] = std::make_unique<SeatProcess>(QStringList{
        u"--data"_s, m_folder.filePath(u"crew"_s), u"--link"_s, u"http://127.0.0.1:%1"_s.arg(m_field->port()),
        u"--secret"_s, token.fileName(), u"--seat"_s, u"field:1A12"_s, u"--user"_s, u"Chen"_s});
    for (const auto& seat : m_seats)
        QVERIFY(seat->start());
    const auto isFurnished = [&] { return hasCome(); };
    QTRY_VERIFY_WITH_TIMEOUT(isFurnished(), patience);
}

void OutageTest::cleanupTestCase() {
    for (auto& seat : m_seats)
        seat.reset();
    m_gateway.reset();
    m_witness.reset();
    m_field.reset();
    for (auto& line : m_lines)
        line.reset();
    m_server.reset();
}

PostgresAddress OutageTest::over(const Cable& line, const QString& user) const {
    return m_server->overTcp(m_database, user, line.port()).withPasswordFile(m_passwords);
}

QStringList OutageTest::consoleArguments(const QString& user, const Cable& line) const {
    return {u"--data"_s,    m_folder.filePath(user),
            u"--journal"_s, over(line, user).text(),
            u"--seat"_s,    u"bureau"_s,
            u"--user"_s,    user};
}

bool OutageTest::startGateway() {
    return m_gateway->start(m_gatewayArguments);
}

void OutageTest::openWitness() {
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

bool OutageTest::tell(const Command& command) {
    const QFuture<Outcome> outcome = m_witness->submit(
        {.seat = must(tridesk::Seat::parse(u"bureau")), .user = u"zhao"_s, .role = {}}, command);
    return QTest::qWaitFor([&] { return outcome.isFinished(); }, patience) && outcome.result();
}

void OutageTest::furnish() {
    QVERIFY(tell(DefinePost{{.id = code<PostId>(u"ST01"),
                             .tier = Tier::Station,
                             .name = {.zh = u"临江所"_s, .en = u"Linjiang"_s},
                             .at = GeoPoint::from(32.05, 118.55),
                             .area = {}}}));
    for (const QStringView name : {u"1A12", u"1A14", u"1A16", u"1A18"}) {
        QVERIFY(tell(DefineUnit{{.id = code<UnitId>(name),
                                 .callsign = code<Callsign>(name),
                                 .kind = UnitKind::Car,
                                 .post = code<PostId>(u"ST01"),
                                 .devices = {}}}));
        QVERIFY(tell(LogOn{.unit = code<UnitId>(name), .crew = {u"Chen"_s}}));
    }
}

void OutageTest::nothingIsLostAndNothingTwice() {
    const auto number = [](const char* name, uint otherwise) {
        return qEnvironmentVariableIsSet(name) ? qEnvironmentVariable(name).toUInt() : otherwise;
    };
    const uint runs = number("TRIDESK_OUTAGE_RUNS", 12);
    const uint seed = number("TRIDESK_OUTAGE_SEED", std::random_device()());
    qInfo("TRIDESK_OUTAGE_SEED=%u TRIDESK_OUTAGE_RUNS=%u", seed, runs);
    m_random.seed(seed);
    for (uint run = 0; run < runs; ++run) {
        for (uint i = 0; i < 2 + chance(3); ++i)
            work();
        breakSomething();
        if (QTest::currentTestFailed())
            return;
    }
    for (uint i = 0; i < 4; ++i)
        work();
    bringBack();
    QTRY_VERIFY_WITH_TIMEOUT(hasCome(), patience);
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        m_asked[open.key()].word = m_seats[open->first]->wordOn(open->second);
    for (const auto& seat : m_seats)
        seat->kill();

    const QList<Entry> entries = journal();
    const QStringList conflicts = told();
    qsizetype done = 0;
    for (const Asked& asked : std::as_const(m_asked)) {
        const qsizetype in =
            std::ranges::count_if(entries, [&](const Entry& entry) { return isMarked(entry, asked.mark); });
        const qsizetype toldOf = std::ranges::count_if(
            conflicts, [&](const QString& conflict) { return conflict.contains(asked.mark); });
        const QByteArray what = asked.mark.toUtf8() + " was answered '" + asked.word + "', is in " +
                                QByteArray::number(in) + " times, told " + QByteArray::number(toldOf);
        if (asked.word == "done")
            QVERIFY2(in + toldOf == 1, what.constData());
        else
            QVERIFY2(in + toldOf <= 1, what.constData());
        done += asked.word == "done" ? 1 : 0;
    }
    qInfo("%lld asked, %lld of them acknowledged, %lld conflicts told, %lld entries", qint64(m_asked.size()),
          qint64(done), qint64(conflicts.size()), qint64(entries.size()));
    QVERIFY(done > 0);
    for (const QString& each :
         {over(*m_lines[Wang], u"wang"_s).text(), m_folder.filePath(u"wang/replica.db"_s),
          m_folder.filePath(u"li/replica.db"_s)}) {
        const Ran verified = run(u"tridesk-journal"_s, {u"verify"_s, each});
        QVERIFY2(verified.code == 0, verified.out + verified.err);
    }
}

std::optional<IncidentId> OutageTest::someIncident() {
    const Situation& situation = m_witness->situation();
    QList<IncidentId> open(situation.openIncidents().cbegin(), situation.openIncidents().cend());
    std::ranges::sort(open, [](const IncidentId& a, const IncidentId& b) { return a < b; });
    if (open.isEmpty())
        return std::nullopt;
    return open.at(chance(uint(open.size())));
}

/// One that is not over.
std::optional<OrderId> OutageTest::someOrder() {
    QList<OrderId> open;
    for (const Order& order : m_witness->situation().orders())
        if (!isOver(order.stage))
            open.append(order.id);
    std::ranges::sort(open, [](const OrderId& a, const OrderId& b) { return a < b; });
    if (open.isEmpty())
        return std::nullopt;
    return open.at(chance(uint(open.size())));
}

/// One thing that somebody does.
void OutageTest::work() {
    const QString mark = nextMark();
    const auto incident = someIncident();
    const Seat console = chance(2) ? Wang : Li;
    switch (chance(8)) {
    case 0:
        return post();
    case 1:
        return ask(Crew, SendMessage{.to = {code<PostId>(u"ST01")}, .text = mark, .incident = {}}, mark);
    case 2:
        if (incident)
            return ask(console, AddNote{.incident = *incident, .text = mark}, mark);
        break;
    case 3:
    case 4:
        if (incident) {
            static const QStringView units[] = {u"1A12", u"1A14", u"1A16", u"1A18"};
            return ask(console,
                       IssueOrder{.incident = *incident,
                                  .to = code<UnitId>(units[chance(4)]),
                                  .role = OrderRole::Primary,
                                  .text = mark,
                                  .overrideReason = {}},
                       mark);
        }
        break;
    case 5:
        if (const auto order = someOrder())
            return ask(
                console,
                AdvanceOrder{.order = *order, .to = OrderStage::Cancelled, .text = mark, .disposition = {}},
                mark);
        break;
    default:
        break;
    }
    IncidentDetails details;
    details.text = mark;
    ask(console, ReportIncident{{u"phone"_s, mark}, details}, mark);
}

/// Mostly waits for the word, as somebody would; sometimes whoever was asked is killed before it comes.
void OutageTest::ask(Seat seat, const Command& command, const QString& mark) {
    if (!m_seats[seat]->isRunning())
        return;
    m_asked.append({mark});
    m_seats[seat]->send(m_marks, command);
    m_open.insert(m_asked.size() - 1, {seat, m_marks});
    if (chance(5) == 0)
        return;
    QVERIFY2(m_seats[seat]->waitForWordOn(m_marks), qPrintable(mark));
}

void OutageTest::post() {
    if (!m_serverRuns || !m_isUp[2])
        return;
    const QString mark = u"k%1."_s.arg(m_marks);
    const QByteArray body = QJsonDocument(QJsonObject{{u"id"_s, mark}, {u"text"_s, u"two cars"_s}}).toJson();
    const int status = m_gateway->client.post(u"/v1/incidents"_s, body).status;
    m_asked.append({mark, status / 100 == 2 ? "done" : "not taken"});
}

void OutageTest::breakSomething() {
    switch (chance(8)) {
    case 0:
        return toggle(*m_lines[Wang], m_isUp[Wang]);
    case 1:
        return toggle(*m_lines[Li], m_isUp[Li]);
    case 2:
        return toggle(*m_lines[2], m_isUp[2]);
    case 3:
        return toggle(*m_field, m_isUp[3]);
    case 4:
        return killSeat(Seat(chance(seats)));
    case 5: {
        const uint line = chance(3); // an answer is lost on the way back, and the line with it
        return m_lines[line]->does([](CutProxy& proxy) { proxy.loseNextAnswer(); });
    }
    case 6:
        if (m_serverRuns && m_isUp[2]) { // it does not begin without its server
            m_gateway->kill();
            QVERIFY(startGateway());
        }
        return;
    default:
        return killServer();
    }
}

void OutageTest::toggle(Cable& line, bool& isUp) {
    isUp ? line.cut() : line.restore();
    isUp = !isUp;
}

void OutageTest::killSeat(Seat seat) {
    m_seats[seat]->kill();
    QVERIFY(m_seats[seat]->start()); // whether its line is there or not
}

void OutageTest::killServer() {
    if (m_serverRuns)
        m_server->kill();
    else
        QVERIFY2(m_server->start(), qPrintable(m_server->trouble()));
    m_serverRuns = !m_serverRuns;
}

void OutageTest::bringBack() {
    if (!m_serverRuns)
        killServer();
    for (const auto& line : m_lines)
        line->restore();
    m_field->restore();
}

/// Everything is where it belongs: nothing waits, and every copy ends where the journal does.
bool OutageTest::hasCome() {
    for (const auto& seat : m_seats)
        if (const SeatProcess::State state = seat->state(); !state.isUp || state.waiting != 0)
            return false;
    const QList<Entry> entries = journal();
    return !entries.isEmpty() && copyOf(u"wang"_s) == entries && copyOf(u"li"_s) == entries;
}

QList<Entry> OutageTest::journal() const {
    const auto journal =
        PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s), {.readOnly = true});
    return journal ? (*journal)->read(1, 1'000'000).value_or(QList<Entry>()) : QList<Entry>();
}

QList<Entry> OutageTest::copyOf(const QString& user) const {
    const auto copy = SqliteJournal::open(m_folder.filePath(user + u"/replica.db"_s), {.readOnly = true});
    return copy ? (*copy)->read(1, 1'000'000).value_or(QList<Entry>()) : QList<Entry>();
}

/// What was put before somebody because it was not taken late.
QStringList OutageTest::told() const {
    QStringList all;
    for (const auto& [file, owner] :
         {std::pair(u"wang/outbox.db"_s, u"console"_s), std::pair(u"li/outbox.db"_s, u"console"_s),
          std::pair(u"crew/link.db"_s, u"field:1A12"_s)}) {
        const auto store = LinkStore::open(m_folder.filePath(file), owner);
        if (!store)
            qFatal("%s cannot be read", qPrintable(file));
        for (const LateRefusal& late : (*store)->refusals().value_or(QList<LateRefusal>()))
            all.append(QString::fromUtf8(
                QJsonDocument(commandJson(late.request.command)).toJson(QJsonDocument::Compact)));
    }
    return all;
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::OutageTest)
#include "outage_test.moc"
