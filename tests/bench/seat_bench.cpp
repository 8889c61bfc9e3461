// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/intake/http_service.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/postgres_fixes.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/replica_engine.h"
#include "tests/bench/figure.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"
#include "tests/support/scene.h"
#include "ui/map/canvas.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>

// From a POST to the gateway, one process, until the row and the pin have been painted in a bureau's window,
// another process on the same data folder, or on another with both on one PostgreSQL. The clock is the
// machine's monotonic one, which both read.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int incidents = 300;
constexpr int patience = 20'000; // ms

qint64 monotonicNs() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Prints "seen KEY NANOSECONDS" once both panes have been painted after the incident came.
class Witness : public QObject {
public:
    Witness(MainWindow& window, Desk& desk)
        : m_desk(desk)
        , m_queue(window.findChild<QAbstractScrollArea*>(u"queueTable"_s)->viewport())
        , m_map(window.findChild<ui::MapCanvas*>()) {
        m_queue->installEventFilter(this);
        m_map->installEventFilter(this);
        connect(&desk, &Desk::changed, this, &Witness::await);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_keys.isEmpty()) {
            m_row = m_row || watched == m_queue;
            m_pin = m_pin || watched == m_map;
            // Told after the painting that this event is about to do.
            if (m_row && m_pin)
                QMetaObject::invokeMethod(this, &Witness::tell, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void await(const Changes& changes) {
        for (const IncidentId& id : changes.incidents)
            if (const Incident* incident = m_desk.situation().incidents().find(id))
                m_keys.append(incident->source.key);
        m_row = m_pin = false;
    }

    void tell() {
        for (const QString& key : std::exchange(m_keys, {}))
            std::printf("seen %s %lld\n", qPrintable(key), static_cast<long long>(monotonicNs()));
        std::fflush(stdout);
    }

    Desk& m_desk;
    QWidget* m_queue;
    QWidget* m_map;
    QStringList m_keys;
    bool m_row = false;
    bool m_pin = false;
};

template <class Store>
auto opened(std::expected<std::unique_ptr<Store>, JournalFault> store) {
    return std::move(store).transform_error([](const JournalFault& fault) { return fault.toString(); });
}

/// As a console stands on a server: over its own copy of the journal.
std::unique_ptr<Desk> deskAt(const DataFolder& folder, const PostgresAddress& server) {
    auto clock = std::make_shared<LinkClock>();
    ServerAccess access{.open = [server]() -> std::expected<std::unique_ptr<Journal>, JournalFault> {
                            auto journal = PostgresJournal::open(server);
                            if (!journal)
                                return std::unexpected(journal.error());
                            return std::move(*journal);
                        },
                        .bell = PostgresBell{server}.toString()};
    return std::make_unique<Desk>(
        std::make_unique<ReplicaEngine>(std::move(access), ReplicaFiles{folder.replica(), folder.outbox()},
                                        clock, std::make_shared<RandomIds>()),
        clock);
}

std::unique_ptr<Desk> deskIn(const DataFolder& folder) {
    return std::make_unique<Desk>(
        [folder]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return opened(SqliteJournal::open(folder.journal()));
        },
        folder.journalBell(), std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
}

std::unique_ptr<FixBoard> boardOf(const DataFolder& folder, const std::optional<PostgresAddress>& server) {
    if (server)
        return std::make_unique<FixBoard>([at = *server] { return opened(PostgresFixStore::open(at)); },
                                          PostgresBell{*server, PostgresBell::Channel::Fixes}.toString());
    return std::make_unique<FixBoard>([folder] { return opened(FixStore::open(folder.fixes())); },
                                      folder.fixesBell());
}

/// The second seat: the real main window on the folder, or the server.
int sit(QApplication& app, const QString& path, const QString& address) {
    const DataFolder folder = DataFolder::open(path).value();
    std::optional<PostgresAddress> server;
    if (!address.isEmpty())
        server = test::must(PostgresAddress::parse(address));
    const std::unique_ptr<Desk> owned = server ? deskAt(folder, *server) : deskIn(folder);
    Desk& desk = *owned;
    const std::unique_ptr<FixBoard> board = boardOf(folder, server);
    FixBoard& fixes = *board;
    Look look(app);
    look.set(Theme::day());
    QSettings settings(folder.file(u"bench.ini"_s), QSettings::IniFormat);
    SeatDesk seat(desk, test::actor(u"bureau"));
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Witness> witness;
    QObject::connect(&desk, &Desk::ready, &app, [&] {
        window = std::make_unique<MainWindow>(WindowGround{.desk = seat,
                                                           .fixes = fixes,
                                                           .look = look,
                                                           .settings = settings,
                                                           .map = nullptr,
                                                           .places = nullptr,
                                                           .name = {},
                                                           .size = {1920, 1080},
                                                           .restore = false});
        window->show();
        witness = std::make_unique<Witness>(*window, desk);
        std::printf("ready\n");
        std::fflush(stdout);
    });
    desk.start();
    fixes.start();
    return QApplication::exec();
}

/// Reads the child's lines until one begins so; empty where none comes in time.
QByteArray lineOf(QProcess& process, const QByteArray& begin) {
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < patience;) {
        while (process.canReadLine())
            if (const QByteArray line = process.readLine().trimmed(); line.startsWith(begin))
                return line;
        process.waitForReadyRead(100);
    }
    return {};
}

QByteArray incidentNumber(int i) {
    return QJsonDocument(
               QJsonObject{{u"id"_s, u"b%1"_s.arg(i)},
                           {u"level"_s, u"urgent"_s},
                           {u"text"_s, u"两车追尾 %1"_s.arg(i)},
                           {u"place"_s, QJsonObject{{u"lat"_s, 31.9 + i * 1e-4}, {u"lon"_s, 118.6}}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray tokenFor(const QString& folder) {
    QProcess gateway;
    gateway.start(u"%1/tridesk-gateway"_s.arg(QStringLiteral(TRIDESK_BIN_DIR)),
                  {u"token"_s, u"add"_s, u"bench"_s, u"--scope"_s, u"incidents"_s, u"--data"_s, folder});
    gateway.waitForFinished(patience);
    return gateway.readAllStandardOutput().trimmed();
}

struct Times {
    QList<double> answered; ///< ms, POST to durable answer
    QList<double> seen;     ///< ms, POST to row and pin
};

/// One POST on a connection that stays open, by hand: an event loop between would be measured with it.
bool answered(QTcpSocket& socket, const QByteArray& token, const QByteArray& body) {
    socket.write("POST /v1/incidents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
                 "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                 "\r\n\r\n" + body);
    QByteArray answer;
    while (!answer.contains("\"incidents\"") && socket.waitForReadyRead(patience))
        answer += socket.readAll();
    return answer.startsWith("HTTP/1.1 201");
}

Times post(const QUrl& url, const QByteArray& token, QProcess& seat) {
    Times times;
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!socket.waitForConnected(patience))
        return {};
    for (int i = 0; i < incidents; ++i) {
        const qint64 start = monotonicNs();
        if (!answered(socket, token, incidentNumber(i)))
            return {};
        times.answered.append(double(monotonicNs() - start) / 1e6);
        const QByteArray line = lineOf(seat, "seen b" + QByteArray::number(i) + ' ');
        times.seen.append(double(line.split(' ').value(2).toLongLong() - start) / 1e6);
    }
    return times;
}

/// What a seat must be told of at least: an insert that is committed with a NOTIFY, until another line has
/// read that notice.
QList<double> rawNotices(test::PostgresServer& server, const QString& database) {
    const PostgresAddress address = server.at(database, u"admin"_s);
    const auto writer = test::must(PostgresConnection::open(address, std::chrono::seconds(1)));
    const auto reader = test::must(PostgresConnection::open(address, std::chrono::seconds(1)));
    QList<double> times;
    if (!writer->run("CREATE TABLE public.raw (x bigint)") || !reader->run("LISTEN raw"))
        return times;
    for (int i = 0; i < incidents; ++i) {
        const qint64 start = monotonicNs();
        const auto told = writer->queryAll(
            {{"BEGIN"}, {"INSERT INTO public.raw VALUES ($1)", {i}}, {"NOTIFY raw"}, {"COMMIT"}});
        while (told && !reader->takeNotices().value_or(true)) {
        }
        times.append(double(monotonicNs() - start) / 1e6);
    }
    return times;
}

/// The server's addresses, for the gateway and the seat, each with an account and a folder of its own; empty:
/// one folder.
Times measure(const QString& ofGateway = {}, const QString& ofSeat = {}) {
    const QTemporaryDir dir, other;
    const QByteArray token = tokenFor(dir.path());
    QStringList serve{u"serve"_s, u"--data"_s, dir.path()};
    QStringList sits{u"--seat"_s, ofSeat.isEmpty() ? dir.path() : other.path()};
    if (!ofSeat.isEmpty()) {
        serve << u"--journal"_s << ofGateway;
        sits << ofSeat;
    }
    QProcess gateway, seat;
    gateway.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    gateway.start(u"%1/tridesk-gateway"_s.arg(QStringLiteral(TRIDESK_BIN_DIR)), serve);
    seat.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    seat.start(QCoreApplication::applicationFilePath(), sits);
    QUrl url;
    (void)QTest::qWaitFor(
        [&] {
            url = announcedUrl(dir.path()).value_or(QUrl());
            return !url.isEmpty();
        },
        patience);
    const bool ready = !url.isEmpty() && !lineOf(seat, "ready").isEmpty();
    const Times times = ready ? post(url, token, seat) : Times();
    seat.kill();
    gateway.terminate();
    seat.waitForFinished();
    gateway.waitForFinished();
    return times;
}

bool print(const char* id, const Times& times, double bound, const QString& beside = {}) {
    if (times.seen.isEmpty())
        return false;
    bench::printFigure(id, bench::percentile(times.seen, 0.99), "ms", bench::Hold::AtMost, bound,
                       u"median %1; the POST's own durable answer: median %2, p99 %3%4"_s
                           .arg(bench::percentile(times.seen, 0.5), 0, 'f', 2)
                           .arg(bench::percentile(times.answered, 0.5), 0, 'f', 2)
                           .arg(bench::percentile(times.answered, 0.99), 0, 'f', 2)
                           .arg(beside)
                           .toUtf8());
    return true;
}

bool measureServer() {
    test::PostgresServer server;
    if (!server.trouble().isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(server.trouble()));
        return false;
    }
    const QString database = server.makeDatabase();
    if (!PostgresJournal::open(server.at(database, u"tridesk_owner"_s)) ||
        !server.addUser(database, u"gw"_s, u"gateway"_s) || !server.addUser(database, u"li"_s, u"bureau"_s))
        return false;
    const Times times = measure(server.at(database, u"gw"_s).text(), server.at(database, u"li"_s).text());
    const QList<double> raw = rawNotices(server, database);
    return print("seat.postgres.p99_ms", times, 30,
                 u"; a bare commit to its notice elsewhere: median %1, p99 %2"_s
                     .arg(bench::percentile(raw, 0.5), 0, 'f', 2)
                     .arg(bench::percentile(raw, 0.99), 0, 'f', 2));
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc >= 3 && qstrcmp(argv[1], "--seat") == 0)
        return sit(app, QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    const bench::Filter filter(argc, argv);
    bool done = true;
    if (filter.wants("seat.embedded.p99_ms"))
        done = print("seat.embedded.p99_ms", measure(), 20);
    if (filter.wants("seat.postgres.p99_ms"))
        done = measureServer() && done;
    return done ? 0 : 2;
}
