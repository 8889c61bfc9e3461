// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_endpoint.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "tests/bench/figure.h"
#include "tests/support/broker_server.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <mosquitto.h>

#include <atomic>
#include <condition_variable>
#include <thread>

// Positions of 5,000 units through a real Mosquitto, at a steady pace and a little more than is asked for,
// into the board and the store; orders during it, from the desk's command until the crew's terminal has them.
// Beside it, in the same run and at the same pace: a bare subscriber of libmosquitto, and one message at QoS
// 1 through the same broker. TRIDESK_BENCH_BROKER_S is how many seconds each lasts; 10 unless told otherwise.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {

constexpr int units = 5'000, crews = 200;
constexpr int perSecond = 20'500;
constexpr auto tick = std::chrono::milliseconds(10);
constexpr auto orderEvery = std::chrono::milliseconds(100);
constexpr int patience = 60'000; // ms

int seconds() {
    const int told = qEnvironmentVariableIntValue("TRIDESK_BENCH_BROKER_S");
    return told > 0 ? told : 10;
}

QByteArray callsign(int i) {
    return "U" + QByteArray::number(i);
}

/// A client of libmosquitto as its documentation has it, with a thread of its own.
class Bare {
public:
    Bare(const BrokerServer& server, const QString& user)
        : m_line(mosquitto_new(nullptr, true, this)) {
        const QByteArray name = user.toUtf8();
        mosquitto_username_pw_set(m_line, name, name);
        mosquitto_int_option(m_line, MOSQ_OPT_TCP_NODELAY, 1);
        mosquitto_connect_callback_set(m_line, [](mosquitto* line, void* self, int) {
            static_cast<Bare*>(self)->m_isUp = true;
            for (const QByteArray& each : static_cast<Bare*>(self)->m_filters)
                mosquitto_subscribe(line, nullptr, each, 1);
        });
        mosquitto_subscribe_callback_set(m_line, [](mosquitto*, void* self, int, int, const int*) {
            ++static_cast<Bare*>(self)->m_standing;
        });
        mosquitto_message_callback_set(m_line, [](mosquitto*, void* self, const mosquitto_message* message) {
            static_cast<Bare*>(self)->heard(*message);
        });
        m_port = server.port();
    }
    ~Bare() {
        mosquitto_disconnect(m_line);
        mosquitto_loop_stop(m_line, false);
        mosquitto_destroy(m_line);
    }
    Q_DISABLE_COPY_MOVE(Bare)

    std::function<void(const mosquitto_message&)> heard = [](const mosquitto_message&) {};

    [[nodiscard]] bool start(QByteArrayList filters = {}) {
        m_filters = std::move(filters);
        return mosquitto_connect(m_line, "127.0.0.1", m_port, 60) == MOSQ_ERR_SUCCESS &&
               mosquitto_loop_start(m_line) == MOSQ_ERR_SUCCESS &&
               QTest::qWaitFor([this] { return m_isUp && m_standing == m_filters.size(); }, patience);
    }
    void publish(const QByteArray& topic, const QByteArray& payload, int qos) {
        mosquitto_publish(m_line, nullptr, topic, int(payload.size()), payload.constData(), qos, false);
    }

private:
    mosquitto* m_line;
    QByteArrayList m_filters;
    quint16 m_port = 0;
    std::atomic<bool> m_isUp = false;
    std::atomic<qsizetype> m_standing = 0;
};

/// The whole fleet, paced by the clock.
qint64 sendPositions(Bare& fleet, int forSeconds) {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    const auto begin = steady_clock::now();
    qint64 sent = 0;
    const qint64 all = qint64(perSecond) * forSeconds;
    for (int i = 1; sent < all; ++i) {
        const QByteArray now = toIso(SystemClock().now()).toUtf8();
        const qint64 due = std::min(all, qint64(perSecond) * i * tick.count() / 1000);
        for (; sent < due; ++sent)
            fleet.publish("tridesk/fix/" + callsign(int(sent % units)),
                          R"({"at":")" + now + R"(","lat":32.05,"lon":118.)" +
                              QByteArray::number(sent % 900'000) + R"(,"speed":8.5,"heading":270})",
                          0);
        never.wait_until(lock, begin + tick * i, [] { return false; });
    }
    return sent;
}

/// What a bare subscriber gets of it a second, and how long one message at QoS 1 takes beside it.
QByteArray bareFigures(const BrokerServer& server, QByteArray& perSecondBeside) {
    Bare fleet(server, u"fleet"_s), ear(server, u"ear"_s), pinger(server, u"fleet"_s);
    std::atomic<qint64> heard = 0;
    std::atomic<qint64> pongs = 0;
    QList<double> times;
    std::array<steady_clock::time_point, 100'000> sentAt;
    ear.heard = [&](const mosquitto_message& message) {
        if (!QByteArrayView(message.topic).startsWith("bench/")) {
            ++heard;
            return;
        }
        const int at = QByteArray(static_cast<const char*>(message.payload), message.payloadlen).toInt();
        times.append(
            std::chrono::duration<double, std::milli>(steady_clock::now() - sentAt[size_t(at)]).count());
        ++pongs;
    };
    if (!fleet.start() || !pinger.start() || !ear.start({"tridesk/fix/+", "bench/ping"}))
        return "no broker";
    QElapsedTimer wall;
    wall.start();
    std::atomic<qint64> sent = -1;
    std::thread sender([&] { sent = sendPositions(fleet, seconds()); });
    qint64 pings = 0;
    auto next = steady_clock::now();
    (void)QTest::qWaitFor(
        [&] {
            if (sent < 0 && steady_clock::now() >= next && pings < qint64(sentAt.size())) {
                next += orderEvery;
                sentAt[size_t(pings)] = steady_clock::now();
                pinger.publish("bench/ping", QByteArray::number(pings++), 1);
            }
            return sent >= 0 && heard >= sent && pongs >= pings;
        },
        seconds() * 1000 + patience);
    sender.join();
    perSecondBeside =
        u"a bare subscriber %1, lost %2"_s.arg(double(heard) * 1000 / double(wall.elapsed()), 0, 'f', 0)
            .arg(sent - heard)
            .toUtf8();
    return u"one bare message at QoS 1 %1"_s.arg(bench::percentile(times, 0.99), 0, 'f', 1).toUtf8();
}

/// The gateway's part: a journal and a store on the disk, the broker's line, the clock on the wall.
struct Gateway {
    QTemporaryDir folder;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<FixBoard> board;
    std::unique_ptr<BrokerEndpoint> broker;

    explicit Gateway(const BrokerServer& server) {
        const DataFolder data = DataFolder::open(folder.path()).value();
        desk = std::make_unique<Desk>(
            [path = data.journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
                auto journal = SqliteJournal::open(path);
                if (!journal)
                    return std::unexpected(journal.error().toString());
                return std::move(*journal);
            },
            data.journalBell(), std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
        board = std::make_unique<FixBoard>(
            [path = data.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
                return FixStore::open(path).transform_error(
                    [](const JournalFault& f) { return f.toString(); });
            },
            data.fixesBell());
        desk->start();
        board->start();
        broker = std::make_unique<BrokerEndpoint>(server.as(u"gateway"_s), *desk, *board);
    }
    ~Gateway() {
        broker.reset();
        board.reset();
    }
    Q_DISABLE_COPY_MOVE(Gateway)

    void tell(const Command& command) { last = desk->submit(actor(u"bureau"), command); }
    [[nodiscard]] bool settled() {
        return QTest::qWaitFor([this] { return last.isFinished(); }, patience) && last.result();
    }
    QFuture<Outcome> last;

    /// Units, the crews among them logged on, and an incident for each of those.
    [[nodiscard]] bool furnish() {
        tell(DefinePost{{.id = code<PostId>(u"ST01"),
                         .tier = Tier::Station,
                         .name = {.zh = u"派出所"_s, .en = u"Station"_s},
                         .at = GeoPoint::from(32.05, 118.5),
                         .area = {}}});
        for (int i = 0; i < units; ++i) {
            const QString name = QString::fromLatin1(callsign(i));
            tell(DefineUnit{{.id = code<UnitId>(name),
                             .callsign = code<Callsign>(name),
                             .kind = UnitKind::Car,
                             .post = code<PostId>(u"ST01"),
                             .devices = {}}});
            if (i < crews) {
                tell(LogOn{.unit = code<UnitId>(name), .crew = {u"Chen"_s}});
                IncidentDetails details;
                details.text = name;
                tell(ReportIncident{{u"bench"_s, name}, details});
            }
        }
        return settled();
    }
    /// Orders the crew that has been waiting for the longest; its name.
    QByteArray order(int turn) {
        const QString name = QString::fromLatin1(callsign(turn % crews));
        const Incident* incident = desk->situation().incidentBySource({u"bench"_s, name});
        if (turn >= crews) // the order before is done with
            tell(AdvanceOrder{.order = incident->orders.constLast(),
                              .to = OrderStage::Cancelled,
                              .text = u"again"_s,
                              .disposition = {}});
        tell(IssueOrder{.incident = incident->id,
                        .to = code<UnitId>(name),
                        .text = QString::number(turn),
                        .overrideReason = {},
                        .reached = OrderStage::UnderWay});
        return name.toLatin1();
    }
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("broker.fixes_per_s") && !filter.wants("broker.order.p99_ms"))
        return 0;
    mosquitto_lib_init();
    const BrokerServer server(
        {u"gateway"_s, u"fleet"_s, u"ear"_s}, BrokerServer::Tls::No,
        "user fleet\ntopic write tridesk/fix/+\ntopic write bench/ping\n\n"
        "user ear\ntopic read tridesk/fix/+\ntopic read bench/ping\ntopic read tridesk/order/+\n");
    if (!server.trouble().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.trouble()));
        return 1;
    }
    QByteArray bareRate;
    const QByteArray barePing = bareFigures(server, bareRate);

    Gateway gateway(server);
    if (!gateway.furnish())
        return 1;
    gateway.broker->start();
    Bare fleet(server, u"fleet"_s), terminals(server, u"ear"_s);
    std::mutex mutex;
    QHash<QByteArray, steady_clock::time_point> asked; // by the order's text
    QList<double> times;
    terminals.heard = [&](const mosquitto_message& message) {
        const QByteArray list(static_cast<const char*>(message.payload), message.payloadlen);
        const std::scoped_lock lock(mutex);
        for (auto each = asked.begin(); each != asked.end(); ++each)
            if (list.contains(R"("text":")" + each.key() + '"')) {
                times.append(std::chrono::duration<double, std::milli>(steady_clock::now() - *each).count());
                asked.erase(each);
                break;
            }
    };
    if (!fleet.start() || !terminals.start({"tridesk/order/+"}) ||
        !QTest::qWaitFor([&] { return gateway.broker->isUp(); }, patience))
        return 1;
    std::atomic<qint64> sent = -1;
    QElapsedTimer wall;
    wall.start();
    std::thread sender([&] { sent = sendPositions(fleet, seconds()); });
    auto next = steady_clock::now();
    int turn = 0;
    const bool whole = QTest::qWaitFor(
        [&] {
            if (sent < 0 && steady_clock::now() >= next) {
                next += orderEvery;
                {
                    const std::scoped_lock lock(mutex);
                    asked.insert(QByteArray::number(turn), steady_clock::now());
                }
                gateway.order(turn++);
            }
            const std::scoped_lock lock(mutex);
            return sent >= 0 && gateway.broker->counts().taken >= sent && asked.isEmpty();
        },
        seconds() * 1000 + patience);
    sender.join();
    const BrokerCounts counts = gateway.broker->counts();
    const qint64 lost = sent - counts.taken;
    bench::printFigure("broker.fixes_per_s",
                       lost == 0 ? double(counts.taken) * 1000 / double(wall.elapsed()) : 0, "fixes/s",
                       bench::Hold::AtLeast, 20'000,
                       u"%1 s, lost %2 of %3; %4"_s.arg(seconds())
                           .arg(lost)
                           .arg(sent.load())
                           .arg(QString::fromUtf8(bareRate))
                           .toUtf8());
    bench::printFigure("broker.order.p99_ms", whole ? bench::percentile(times, 0.99) : 1e6, "ms",
                       bench::Hold::AtMost, 60,
                       u"%1 orders, the half %2; %3"_s.arg(times.size())
                           .arg(bench::percentile(times, 0.5), 0, 'f', 1)
                           .arg(QString::fromUtf8(barePing))
                           .toUtf8());
    return 0;
}
