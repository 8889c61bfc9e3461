// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk: the console.

#include "app/desk/clockwork.h"
#include "app/desk/drill.h"
#include "app/desk/feed_login_watch.h"
#include "app/desk/script_file.h"
#include "app/desk/user_gate.h"
#include "app/field/ways_in.h"
#include "app/journal/data_folder.h"
#include "app/link/link_fixes.h"
#include "app/link/link_gate.h"
#include "app/programs/first_start.h"
#include "app/programs/open_desk.h"
#include "app/video/feed_reader.h"
#include "app/video/video_threads.h"
#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "ui/console/console.h"
#include "ui/console/console_options.h"
#include "ui/console/pictures.h"
#include "ui/console/usable.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QIcon>
#include <QLoggingCategory>
#include <QTextStream>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

using namespace tridesk;

constexpr int cannotStart = 2;

void say(const QString& line) {
    QTextStream(stderr) << "tridesk: " << line << Qt::endl;
}

/// What stands while the program runs, made in this order and ended in the opposite one.
class Program {
public:
    Program(QApplication& application, const ConsoleOptions& options, const DataFolder& folder, OpenDesk desk,
            const std::optional<LinkOptions>& link, std::optional<maps::Package> map,
            std::optional<line::Script> script)
        : m_options(options)
        , m_map(std::move(map))
        , m_settings(folder.file(u"console.ini"_s), QSettings::IniFormat)
        , m_translation(application)
        , m_look(application)
        , m_desk(std::move(desk))
        , m_logins(folder.path()) {
        openGate(folder, link);
        m_translation.set(startLanguage(options, m_settings));
        m_look.set(startTheme(options, m_settings));
        if (m_map || !options.geoProvider.isEmpty())
            m_places = std::make_unique<maps::GeoService>(geoSettings());
        if (script)
            m_drill = std::make_unique<Drill>(
                *m_desk.desk, QFileInfo(options.script).fileName(), *std::move(script), options.scriptSpeed,
                [this](const Seat& seat, const QString& user) { return m_gate->actorAt(seat, user); });
        if (link)
            m_fixes = std::make_unique<LinkFixes>(*link, *m_desk.board);
        listen(folder);
        join(folder);
    }

    void start() {
        if (m_options.link.isEmpty()) { // over a link the gateway marks what is late
            m_clockwork = std::make_unique<Clockwork>(*m_desk.desk);
            m_clockwork->start();
        }
        m_desk.board->start();
        m_desk.desk->start();
        if (m_fixes)
            m_fixes->start();
        m_gate->start();
        m_logins.start();
        if (m_ways)
            m_ways->start();
    }

private:
    /// The package's own service, or the one that the site names.
    [[nodiscard]] maps::GeoService::Settings geoSettings() const {
        const bool chinese = m_translation.language() == Language::Chinese;
        auto settings = maps::GeoService::forPackage(m_map ? m_map->folder() : QString(), chinese);
        if (!m_options.geoProvider.isEmpty())
            settings.provider = m_options.geoProvider;
        settings.parameters.insert(m_options.geoParameters);
        return settings;
    }

    /// Of this folder; at a station over a link, of its gateway. A crew's terminal goes by its token.
    void openGate(const DataFolder& folder, const std::optional<LinkOptions>& link) {
        if (link && link->seat.tier == Tier::Station)
            m_gate = std::make_unique<LinkGate>(folder.path(), *link, *desk()->link());
        else
            m_gate = std::make_unique<UserGate>(folder.path(), std::make_shared<SystemClock>());
    }

    [[nodiscard]] Desk* desk() const { return m_desk.desk.get(); }
    void listen(const DataFolder& folder) {
        if (!m_options.listen)
            return;
        HttpOptions http;
        http.address = m_options.listen->first;
        http.port = m_options.listen->second;
        m_ways = std::make_unique<WaysIn>(folder.path(), http, *m_desk.desk, *m_desk.board);
        QObject::connect(&m_ways->http(), &HttpService::listening, desk(),
                         [](const QUrl& url) { say(u"listening on "_s + url.toString()); });
        QObject::connect(&m_ways->http(), &HttpService::trouble, desk(), say);
    }

    void join(const DataFolder& folder) {
        QObject::connect(desk(), &Desk::failed, desk(), [](const QString& why) {
            say(why);
            QCoreApplication::exit(cannotStart);
        });
        QObject::connect(desk(), &Desk::ready, desk(), [this, folder] { openWindows(folder); });
        QObject::connect(m_gate.get(), &SignInGate::read, desk(), [this, folder] { openWindows(folder); });
        // Who may sit here is not known: nobody does.
        QObject::connect(m_gate.get(), &SignInGate::trouble, desk(), [this](const QString& why) {
            say(why);
            if (!m_gate->isReady())
                QCoreApplication::exit(cannotStart);
        });
        QObject::connect(&m_logins, &FeedLoginWatch::trouble, desk(), say);
        QObject::connect(m_desk.board.get(), &FixBoard::failed, desk(), say);
    }

    /// Once both are known: what stands, and who may sit there.
    void openWindows(const DataFolder& folder) {
        if (m_console || !desk()->isReady() || !m_gate->isReady())
            return;
        QFuture<void> furnished = furnish();
        m_console = std::make_unique<Console>(ConsoleGround{.desk = *m_desk.desk,
                                                            .fixes = *m_desk.board,
                                                            .look = m_look,
                                                            .translation = m_translation,
                                                            .settings = m_settings,
                                                            .map = m_map ? &*m_map : nullptr,
                                                            .basemap = startBasemap(m_options, m_settings),
                                                            .places = m_places.get(),
                                                            .name = nameOf(folder),
                                                            .record = m_desk.record,
                                                            .user = m_options.user,
                                                            .gate = m_gate.get(),
                                                            .logins = &m_logins,
                                                            .video = m_options.link.isEmpty(),
                                                            .wall = m_options.wall,
                                                            .mapsFolder = folder.file(u"maps"_s),
                                                            .footageFolder = folder.file(u"footage"_s),
                                                            .drillsFolder = folder.path() + u"-drills"_s,
                                                            .size = m_options.size,
                                                            .surface = m_options.surface});
        QObject::connect(desk(), &Desk::storageTrouble, m_console.get(), &Console::setTrouble);
        QObject::connect(m_console.get(), &Console::quitAsked, qApp, &QApplication::closeAllWindows);
        QObject::connect(m_console.get(), &Console::mapAsked, m_console.get(),
                         [this, folder](const QString& package) { showMap(package, folder); });
        QObject::connect(m_console.get(), &Console::opened, m_console.get(), [this] {
            for (QWidget* window : m_console->windows())
                logWhenUsable(window);
        });
        m_console->begin(m_options.seats);
        if (m_drill)
            furnished.then(desk(), [this] { beginDrill(); });
        if (!m_options.screenshot.isEmpty())
            takePictures(*m_console, m_options.screenshot, m_options.after);
    }

    /// What a fresh desk begins with; a terminal has its gateway's.
    QFuture<void> furnish() {
        if (!m_options.link.isEmpty())
            return QtFuture::makeReadyVoidFuture();
        return tridesk::furnish(*desk(),
                                Actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = m_options.user},
                                m_map ? &*m_map : nullptr, say);
    }

    void beginDrill() {
        QObject::connect(m_drill.get(), &Drill::strayedAt, desk(), [this](const PlayedLine& line) {
            say(u"%1:%2: %3: %4: %5"_s.arg(m_options.script)
                    .arg(line.line.row)
                    .arg(line.line.seat.toString(), line.line.text.left(80), line.why()));
        });
        m_console->showDrill(*m_drill);
        m_drill->start();
    }

    [[nodiscard]] QString nameOf(const DataFolder& folder) const {
        const QString name =
            m_options.link.isEmpty() ? QDir::toNativeSeparators(folder.path()) : m_options.link.toString();
        return m_map ? m_map->manifest().name + u"   "_s + name : name;
    }

    /// The windows let go of the old map before it goes.
    void showMap(const QString& path, const DataFolder& folder) {
        auto package = maps::Package::open(path);
        if (!package)
            return say(package.error());
        const std::optional<maps::Package> old = std::exchange(m_map, std::move(*package));
        auto places = std::make_unique<maps::GeoService>(geoSettings());
        const std::unique_ptr<maps::GeoService> oldPlaces = std::exchange(m_places, std::move(places));
        m_console->setMap(m_map ? &*m_map : nullptr, m_places.get(), nameOf(folder));
    }

    ConsoleOptions m_options;
    std::optional<maps::Package> m_map;
    QSettings m_settings;
    Translation m_translation;
    Look m_look;
    OpenDesk m_desk;
    std::unique_ptr<LinkFixes> m_fixes; ///< null: positions come to this machine themselves
    std::unique_ptr<SignInGate> m_gate;
    FeedLoginWatch m_logins;
    std::unique_ptr<Clockwork> m_clockwork;
    std::unique_ptr<maps::GeoService> m_places;
    std::unique_ptr<WaysIn> m_ways;
    std::unique_ptr<Drill> m_drill; ///< none: nothing is played
    std::unique_ptr<Console> m_console;
};

int fail(const QString& line) {
    say(line);
    return cannotStart;
}

std::expected<QByteArray, QString> tokenIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"--token-file: %1: %2"_s.arg(path, file.errorString()));
    const QByteArray token = file.readLine(200).trimmed();
    if (!token.startsWith("tridesk_"))
        return std::unexpected(u"--token-file: %1: its first line is no token"_s.arg(path));
    if (file.permissions() & (QFile::ReadOther | QFile::ReadGroup))
        say(u"%1 can be read by others of this machine: chmod 600 it"_s.arg(path));
    return token;
}

bool isLoopback(const QUrl& url) {
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

/// The gateway that a terminal works over; nothing where it is none.
std::expected<std::optional<LinkOptions>, QString> linkFor(const ConsoleOptions& options) {
    if (options.link.isEmpty())
        return std::nullopt;
    auto token = tokenIn(options.tokenFile);
    if (!token)
        return std::unexpected(token.error());
    if (options.link.scheme() == u"http" && !isLoopback(options.link))
        say(u"%1 is not encrypted: who can listen on the way reads everything, the token too"_s.arg(
            options.link.toString()));
    LinkOptions link;
    link.gateway = options.link;
    link.token = *std::move(token);
    link.seat = options.seats.constFirst();
    return link;
}

/// The desk of this machine, or that behind the gateway.
std::expected<OpenDesk, QString> deskFor(const ConsoleOptions& options,
                                         const std::optional<LinkOptions>& link) {
    if (!options.journal.isEmpty())
        return serverAt(options.journal, options.passwordFile).and_then([&](const PostgresAddress& server) {
            return openReplicaDesk(options.data, server);
        });
    return link ? openLink(options.data, *link)
                : openDesk(options.data, std::make_shared<SystemClock>(), options.drill);
}

} // namespace

int main(int argc, char** argv) {
    VideoThreads::shareMemory();
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(
        u"qt.multimedia.*.info=false"_s); // which decoders there are: of no use here
    QCoreApplication::setApplicationName(u"tridesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRIDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Tridesk"_s);
    QGuiApplication::setDesktopFileName(u"tridesk"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tridesk.svg"_s));
    auto options = consoleOptions(QCoreApplication::arguments());
    if (!options)
        return fail(options.error());
    if (options->user.isEmpty()) {
        const auto server = PostgresAddress::parse(options->journal);
        if (!server)
            return fail(u"--journal: "_s + server.error());
        options->user = server->user();
    }
    const auto folder =
        DataFolder::open(options->data, options->drill ? DataFolder::Use::Read : DataFolder::Use::Write);
    if (!folder)
        return fail(folder.error().toString());
    const auto link = linkFor(*options);
    if (!link)
        return fail(link.error());
    auto desk = deskFor(*options, *link);
    if (!desk)
        return fail(desk.error());
    std::optional<maps::Package> map;
    if (!options->map.isEmpty()) {
        auto package = maps::Package::open(options->map);
        if (!package)
            return fail(package.error());
        map = std::move(*package);
    }
    std::optional<line::Script> script;
    if (!options->script.isEmpty()) {
        auto read = loadScript(options->script);
        if (!read)
            return fail(read.error());
        // never into a journal of the future: what is played now would stand before what is there
        const auto newest = newestEntryOf(options->data);
        const auto may = newest.and_then([](Instant at) { return mayPlayFrom(SystemClock().now(), at); });
        if (!may)
            return fail(u"%1: %2"_s.arg(options->script, may.error()));
        script = std::move(*read);
    }
    int ended = 0;
    {
        Program program(application, *options, *folder, std::move(*desk), *link, std::move(map),
                        std::move(script));
        program.start();
        ended = QApplication::exec();
    }
    // threads of cameras end by themselves, and in order
    static_cast<void>(FeedReader::waitForEnd(std::chrono::seconds(2)));
    return ended;
}
