// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_service.h"
#include "app/journal/data_folder.h"
#include "app/programs/gateway/stop_signal.h"
#include "app/programs/open_desk.h"
#include "app/programs/sim/camera_list.h"
#include "app/programs/sim/duty_rooms.h"
#include "app/programs/sim/roster.h"
#include "app/programs/sim/shift.h"
#include "app/replay/practice_journal.h"
#include "maps/package/package.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>
#include <QTimer>

using namespace tridesk;
using namespace tridesk::sim;
using namespace Qt::StringLiterals;

namespace {

/// One line, and the exit code that says so.
int fail(const QString& why) {
    QTextStream(stderr) << "tridesk-sim: " << why << '\n';
    return 2;
}

struct World {
    maps::Package package;
    maps::RoadGraph roads;
    QList<maps::PostArea> posts;
};

std::expected<World, QString> openWorld(const QString& folder) {
    auto package = maps::Package::open(folder);
    if (!package)
        return std::unexpected(package.error());
    auto roads = maps::RoadGraph::open(package->roadsFile());
    if (!roads)
        return std::unexpected(roads.error());
    auto posts = package->posts();
    if (!posts)
        return std::unexpected(posts.error());
    return World{std::move(*package), std::move(*roads), std::move(*posts)};
}

std::expected<QByteArray, QString> contentOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return file.read(1'000'000);
}

std::vector<Crew> crewsOf(const World& world, const Chance& chance, bool chinese) {
    const Crew::Words words =
        chinese ? Crew::Words{{u"现场已处置，双方和解。"_s, u"到场了解情况，已登记。"_s,
                               u"已劝离，无人受伤。"_s, u"移交交警处理。"_s, u"到场未发现异常。"_s},
                              {u"handled"_s, u"mediated"_s, u"handled"_s, u"transfer"_s, u"unfounded"_s}}
                : Crew::Words{{u"Dealt with on the spot, both agreed."_s, u"Details taken."_s,
                               u"Moved on, nobody hurt."_s, u"Handed to traffic."_s, u"Nothing found."_s},
                              {u"handled"_s, u"mediated"_s, u"handled"_s, u"transfer"_s, u"unfounded"_s}};
    std::vector<Crew> crews;
    for (const UnitDefinition& unit : rosterFor(world.posts)) {
        const auto station = std::ranges::find(world.posts, unit.post.toString(), &maps::PostArea::ref);
        crews.emplace_back(unit, station->station, world.roads, words, chance.of(unit.id.toString()));
    }
    return crews;
}

int roster(const QCommandLineParser& parser) {
    const auto world = openWorld(parser.value(u"map"_s));
    if (!world)
        return fail(world.error());
    const QList<UnitDefinition> units = rosterFor(world->posts);
    if (const auto written = writeUnits(parser.value(u"out"_s), units); !written)
        return fail(written.error());
    QTextStream(stdout) << units.size() << " units of " << world->posts.size() << " stations\n";
    return 0;
}

/// The cameras of the shift, until it is ended; the list of them once they can be watched.
int cameras(const QCommandLineParser& parser) {
    const StopSignal stop;
    const auto world = openWorld(parser.value(u"map"_s));
    if (!world)
        return fail(world.error());
    const auto fixed = world->package.cameras();
    if (!fixed)
        return fail(fixed.error());
    const QList<UnitDefinition> units = rosterFor(world->posts);
    CameraHouse house(viewsOf(units, *fixed));
    QObject::connect(&house, &CameraHouse::trouble,
                     [](const QString& why) { QTextStream(stderr) << why << '\n'; });
    QObject::connect(&house, &CameraHouse::listening, &house, [&](quint16 port) {
        if (const auto written = writeFeeds(parser.value(u"out"_s), house, units, *fixed); !written)
            QCoreApplication::exit(fail(written.error()));
        QTextStream(stdout) << "cameras at rtsp://127.0.0.1:" << port << Qt::endl;
    });
    house.start();
    QObject::connect(&stop, &StopSignal::stopped, &house, [] { QCoreApplication::quit(); });
    if (const double seconds = parser.value(u"duration"_s).toDouble(); seconds > 0)
        QTimer::singleShot(std::chrono::milliseconds(qint64(seconds * 1000)), &house,
                           [] { QCoreApplication::quit(); });
    return QCoreApplication::exec();
}

/// The desk on which the simulated duty rooms work: one more process on the journal of whoever listens for
/// the folder. Never a new one: nobody else would see what is done there.
std::expected<OpenDesk, QString> deskOf(const DataFolder& folder, const QCommandLineParser& parser) {
    if (parser.isSet(u"journal"_s))
        return serverAt(parser.value(u"journal"_s), parser.value(u"password-file"_s))
            .and_then([&](const PostgresAddress& server) { return openServerDesk(folder.path(), server); });
    if (!QFileInfo::exists(folder.journal()))
        return std::unexpected(
            u"--data: %1 holds no journal; where its gateway has it on a server, say --journal"_s.arg(
                folder.path()));
    return practiceIn(folder.path()).and_then([&](const std::optional<Practice>& practice) {
        return openDesk(folder.path(), std::make_shared<SystemClock>(), practice.has_value());
    });
}

std::expected<ShiftOptions, QString> optionsFrom(const QCommandLineParser& parser) {
    const auto number = [&](const QString& name, double least,
                            double most) -> std::expected<double, QString> {
        bool ok = false;
        const double value = parser.value(name).toDouble(&ok);
        if (!ok || value < least || value > most)
            return std::unexpected(u"--%1: %2 is not a number from %3 to %4"_s.arg(name, parser.value(name))
                                       .arg(least)
                                       .arg(most));
        return value;
    };
    const auto speed = number(u"speed"_s, 0.1, 100), rate = number(u"rate"_s, 0.1, 100'000);
    const auto backlog = number(u"backlog"_s, 0, 1000), every = number(u"fix-interval"_s, 0.2, 600);
    for (const auto* each : {&speed, &rate, &backlog, &every})
        if (!*each)
            return std::unexpected(each->error());
    return ShiftOptions{.speed = *speed, .perHour = *rate, .backlog = int(*backlog), .fixEvery = *every};
}

int run(QCoreApplication& app, const QCommandLineParser& parser) {
    const auto folder = DataFolder::open(parser.value(u"data"_s));
    if (!folder)
        return fail(folder.error().toString());
    const auto url = announcedUrl(folder->path());
    if (!url)
        return fail(u"nobody listens for %1: start tridesk or tridesk-gateway serve on it first"_s.arg(
            folder->path()));
    const auto open = deskOf(*folder, parser);
    if (!open)
        return fail(open.error());
    const auto options = optionsFrom(parser);
    const auto world = openWorld(parser.value(u"map"_s));
    const auto token = contentOf(parser.value(u"token-file"_s));
    const auto text = contentOf(parser.value(u"script"_s));
    const auto script = text ? readScript(*text) : std::unexpected(text.error());
    for (const QString& why : {options ? QString() : options.error(), world ? QString() : world.error(),
                               token ? QString() : token.error(), script ? QString() : script.error()})
        if (!why.isEmpty())
            return fail(why);
    auto places = maps::Gazetteer::open(world->package.gazetteerFile());
    if (!places)
        return fail(places.error());

    const bool chinese = parser.value(u"lang"_s) != "en"_L1;
    const Chance chance(parser.value(u"seed"_s).toULongLong());
    Interface interface(*url, token->trimmed());
    QObject::connect(&interface, &Interface::trouble, &app,
                     [](const QString& what) { QTextStream(stderr) << what << '\n'; });
    Shift shift(*options, interface,
                std::make_unique<sim::Caller>(*script, world->roads, std::move(*places),
                                              chinese ? sim::Caller::Language::Chinese
                                                      : sim::Caller::Language::English,
                                              chance.of(u"calls")),
                crewsOf(*world, chance, chinese));
    Desk* desk = open->desk.get();
    DutyRooms rooms(
        *desk, parser.value(u"duty-rooms"_s).toDouble(), options->speed, u"handled"_s,
        [&](const UnitId& unit) { return shift.whereIs(unit); }, chance.of(u"duty rooms"));
    QTimer work;
    QObject::connect(&work, &QTimer::timeout, &app, [&] { rooms.work(); });
    QObject::connect(desk, &Desk::ready, &app, [&] {
        shift.start();
        work.start(std::chrono::seconds(1));
    });
    QObject::connect(desk, &Desk::failed, &app,
                     [](const QString& why) { QCoreApplication::exit(fail(why)); });
    desk->start();
    if (const double seconds = parser.value(u"duration"_s).toDouble(); seconds > 0)
        QTimer::singleShot(std::chrono::milliseconds(qint64(seconds * 1000)), &app,
                           [] { QCoreApplication::quit(); });
    const int code = QCoreApplication::exec();
    QTextStream(stdout) << shift.reported() << " incidents, " << interface.answered() << " answers, "
                        << interface.failed() << " failures\n";
    return code;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tridesk-sim"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRIDESK_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays a shift on a desk's public interfaces: incidents come in, crews "
                                     u"drive, sign, arrive and report.\n\n"
                                     "  tridesk-sim roster --map PACKAGE --out units.csv      the units, for "
                                     "tridesk-gateway import --units\n"
                                     "  tridesk-sim cameras --map PACKAGE --out feeds.csv     serves their "
                                     "pictures, for tridesk-gateway import --feeds\n"
                                     "  tridesk-sim run --map PACKAGE --data DIR --token-file FILE"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, u"roster, cameras or run"_s);
    parser.addOptions({
        {u"map"_s, u"The map package."_s, u"folder"_s},
        {u"out"_s, u"roster, cameras: the file to write."_s, u"file"_s, u"units.csv"_s},
        {u"data"_s, u"run: the data folder of the desk that listens."_s, u"folder"_s},
        {u"journal"_s,
         u"run: where that desk has its journal, if it is on a server; USER is an account of tier gateway."_s,
         u"postgresql://USER@HOST/DATABASE"_s},
        {u"password-file"_s, u"run: with the password for it."_s, u"file"_s},
        {u"token-file"_s, u"run: a file with a token of scopes incidents, fixes and field."_s, u"file"_s},
        {u"script"_s, u"run: what may be called in."_s, u"file"_s, u":/demo/shift.json"_s},
        {u"seed"_s, u"The same seed, the same shift."_s, u"number"_s, u"1"_s},
        {u"rate"_s, u"Incidents in a simulated hour."_s, u"number"_s, u"90"_s},
        {u"backlog"_s, u"Incidents that wait at the start."_s, u"number"_s, u"0"_s},
        {u"speed"_s, u"Simulated seconds in a real one."_s, u"number"_s, u"1"_s},
        {u"fix-interval"_s, u"Real seconds between two fixes of a unit."_s, u"number"_s, u"2"_s},
        {u"duty-rooms"_s, u"Share of the incidents that simulated duty rooms handle, 0 to 1."_s, u"share"_s,
         u"0.6"_s},
        {u"duration"_s, u"Real seconds; 0: until stopped."_s, u"number"_s, u"0"_s},
        {u"lang"_s, u"What callers and crews speak: zh or en."_s, u"code"_s, u"zh"_s},
    });
    parser.process(app);
    const QString command = parser.positionalArguments().value(0);
    if (command == "roster"_L1)
        return roster(parser);
    if (command == "run"_L1)
        return run(app, parser);
    if (command == "cameras"_L1)
        return cameras(parser);
    return fail(u"a command is wanted: roster, cameras or run"_s);
}
