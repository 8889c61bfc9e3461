// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tridesk: the console.

#include "app/desk/fix_board.h"
#include "app/field/ways_in.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/programs/console/console.h"
#include "app/programs/console/console_options.h"
#include "app/programs/console/first_start.h"
#include "app/programs/console/pictures.h"
#include "app/programs/console/usable.h"
#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

using namespace tridesk;

constexpr int cannotStart = 2;

void say(const QString& line) {
    QTextStream(stderr) << "tridesk: " << line << Qt::endl;
}

JournalFactory journalOf(const DataFolder& folder) {
    return [path = folder.journal()]() -> std::expected<std::unique_ptr<Journal>, QString> {
        auto journal = SqliteJournal::open(path);
        if (!journal)
            return std::unexpected(journal.error().toString());
        return std::unique_ptr<Journal>(std::move(*journal));
    };
}

FixStoreFactory fixesOf(const DataFolder& folder) {
    return [path = folder.fixes()]() -> std::expected<std::unique_ptr<FixStore>, QString> {
        auto store = FixStore::open(path);
        if (!store)
            return std::unexpected(store.error().toString());
        return std::move(*store);
    };
}

Theme themeOf(const ConsoleOptions& options, const QSettings& settings) {
    const bool night = options.night.value_or(settings.value(u"theme"_s).toString() == u"night"_s);
    Theme theme = night ? Theme::nightly() : Theme::day();
    theme.fontPoint = settings.value(u"fontPoint"_s, theme.fontPoint).toInt();
    return theme;
}

Language languageOf(const ConsoleOptions& options, const QSettings& settings) {
    const auto kept = languageFromCode(settings.value(u"language"_s).toString());
    return options.language.value_or(kept.value_or(systemLanguage()));
}

/// What stands while the program runs, made in this order and ended in the opposite one.
class Program {
public:
    Program(QApplication& application, const ConsoleOptions& options, const DataFolder& folder,
            std::optional<maps::Package> map)
        : m_options(options)
        , m_map(std::move(map))
        , m_settings(folder.file(u"console.ini"_s), QSettings::IniFormat)
        , m_translation(application)
        , m_look(application)
        , m_clock(std::make_shared<SystemClock>())
        , m_desk(journalOf(folder), folder.journalBell(), m_clock, std::make_shared<RandomIds>())
        , m_fixes(fixesOf(folder), folder.fixesBell()) {
        m_translation.set(languageOf(options, m_settings));
        m_look.set(themeOf(options, m_settings));
        if (m_map) {
            const bool chinese = m_translation.language() == Language::Chinese;
            m_places =
                std::make_unique<maps::GeoService>(maps::GeoService::forPackage(m_map->folder(), chinese));
        }
        listen(folder);
        join(folder);
    }

    void start() {
        m_fixes.start();
        m_desk.start();
        if (m_ways)
            m_ways->start();
    }

private:
    void listen(const DataFolder& folder) {
        if (!m_options.listen)
            return;
        HttpOptions http;
        http.address = m_options.listen->first;
        http.port = m_options.listen->second;
        m_ways = std::make_unique<WaysIn>(folder.path(), http, m_desk, m_fixes);
        QObject::connect(&m_ways->http(), &HttpService::listening, &m_desk,
                         [](const QUrl& url) { say(u"listening on "_s + url.toString()); });
        QObject::connect(&m_ways->http(), &HttpService::trouble, &m_desk, say);
    }

    void join(const DataFolder& folder) {
        QObject::connect(&m_desk, &Desk::failed, &m_desk, [](const QString& why) {
            say(why);
            QCoreApplication::exit(cannotStart);
        });
        QObject::connect(&m_desk, &Desk::ready, &m_desk, [this, folder] { openWindows(folder); });
        QObject::connect(&m_fixes, &FixBoard::failed, &m_desk, say);
    }

    void openWindows(const DataFolder& folder) {
        furnish(m_desk, Actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = m_options.user},
                m_map ? &*m_map : nullptr, say);
        const QString name = QDir::toNativeSeparators(folder.path());
        m_console = std::make_unique<Console>(
            ConsoleGround{.desk = m_desk,
                          .fixes = m_fixes,
                          .look = m_look,
                          .translation = m_translation,
                          .settings = m_settings,
                          .map = m_map ? &*m_map : nullptr,
                          .places = m_places.get(),
                          .name = m_map ? m_map->manifest().name + u"   "_s + name : name,
                          .user = m_options.user,
                          .size = m_options.size});
        QObject::connect(&m_desk, &Desk::storageTrouble, m_console.get(), &Console::setTrouble);
        QObject::connect(m_console.get(), &Console::quitAsked, qApp, &QApplication::closeAllWindows);
        for (const Seat& seat : m_options.seats)
            m_console->open(seat);
        for (QWidget* window : m_console->windows())
            logWhenUsable(window);
        if (!m_options.screenshot.isEmpty())
            takePictures(*m_console, m_options.screenshot, m_options.after);
    }

    ConsoleOptions m_options;
    std::optional<maps::Package> m_map;
    QSettings m_settings;
    Translation m_translation;
    Look m_look;
    std::shared_ptr<const Clock> m_clock;
    Desk m_desk;
    FixBoard m_fixes;
    std::unique_ptr<maps::GeoService> m_places;
    std::unique_ptr<WaysIn> m_ways;
    std::unique_ptr<Console> m_console;
};

int fail(const QString& line) {
    say(line);
    return cannotStart;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tridesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRIDESK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Tridesk"_s);
    QGuiApplication::setDesktopFileName(u"tridesk"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/tridesk.svg"_s));
    const auto options = consoleOptions(QCoreApplication::arguments());
    if (!options)
        return fail(options.error());
    const auto folder = DataFolder::open(options->data);
    if (!folder)
        return fail(folder.error().toString());
    std::optional<maps::Package> map;
    if (!options->map.isEmpty()) {
        auto package = maps::Package::open(options->map);
        if (!package)
            return fail(package.error());
        map = std::move(*package);
    }
    Program program(application, *options, *folder, std::move(map));
    program.start();
    return QApplication::exec();
}
