// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/console.h"

#include "app/desk/reel_keeper.h"
#include "app/video/feed_players.h"
#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "maps/geoservice/geo_service.h"
#include "maps/package/package.h"
#include "ui/console/file_import.h"
#include "ui/console/layer_export.h"
#include "ui/console/layer_import.h"
#include "ui/console/seat_guard.h"
#include "ui/console/typed_text.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/outage/card_model.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/map/map_source.h"
#include "ui/shell/feed_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/map_import_sheet.h"
#include "ui/shell/map_offer.h"
#include "ui/shell/map_source_sheet.h"
#include "ui/shell/script_strip.h"
#include "ui/sound/feed_sound.h"
#include "ui/sound/sound_sheet.h"
#include "ui/theme/look.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr QSize usualMain(1600, 960);
constexpr QSize usualField(480, 800);

} // namespace

Console::Console(const ConsoleGround& ground, QObject* parent)
    : QObject(parent)
    , m_ground(ground)
    , m_sounder(ground.settings) {
    guardSeats();
    prepareVideo();
    if (m_ground.record)
        m_reel = std::make_unique<ReelKeeper>(m_ground.record->journal, m_ground.record->reel);
    connect(&m_watch, &PackageWatch::replaced, this, &Console::offerMap);
    m_watch.watch(m_ground.map);
    connect(&m_sounder.speaker(), &sound::Speaker::deviceChanged, this, &Console::tellSilence);
}

Console::~Console() {
    closeReplays();
    for (const SeatWindow& seat : m_windows)
        seat.desk->submit(CloseSeat{});
}

void Console::open(const Seat& seat) {
    auto desk = std::make_unique<SeatDesk>(m_ground.desk, m_guard->actorAt(seat));
    desk->submit(OpenSeat{});
    desk->setWall(m_ground.wall);
    m_sounder.watch(*desk);
    auto footage = m_keeper ? std::make_unique<FootageClerk>(*desk, *m_keeper) : nullptr;
    std::unique_ptr<QWidget> window = makeWindow(*desk, footage.get());
    window->show();
    m_windows.push_back({std::move(desk), std::move(footage), std::move(window)});
}

QList<QWidget*> Console::windows() const {
    if (m_guard->isCovering())
        return m_guard->covers();
    QList<QWidget*> windows;
    for (const SeatWindow& seat : m_windows)
        windows << seat.window.get();
    return windows;
}

void Console::setTrouble(const QString& why) {
    m_trouble = why;
    for (const SeatWindow& seat : m_windows)
        if (auto* window = qobject_cast<MainWindow*>(seat.window.get()))
            window->setTrouble(why);
}

void Console::tellSilence() {
    for (const SeatWindow& seat : m_windows)
        if (auto* window = qobject_cast<MainWindow*>(seat.window.get()))
            window->setSilent(!m_sounder.speaker().hasDevice());
}

void Console::showDrill(Drill& drill) {
    m_drill = &drill;
    for (const SeatWindow& seat : m_windows)
        if (auto* window = qobject_cast<MainWindow*>(seat.window.get()))
            window->scriptStrip().follow(drill);
}

std::unique_ptr<QWidget> Console::makeWindow(SeatDesk& desk, FootageClerk* footage) {
    auto window =
        desk.actor().seat.tier == Tier::Field ? makeFieldWindow(desk) : makeMainWindow(desk, footage);
    band(*window);
    return window;
}

std::unique_ptr<QWidget> Console::makeMainWindow(SeatDesk& desk, FootageClerk* footage) {
    auto window =
        std::make_unique<MainWindow>(WindowGround{.desk = desk,
                                                  .fixes = m_ground.fixes,
                                                  .look = m_ground.look,
                                                  .settings = m_ground.settings,
                                                  .map = m_ground.map,
                                                  .basemap = m_ground.basemap,
                                                  .places = m_ground.places,
                                                  .name = m_ground.name,
                                                  .size = m_ground.size.isEmpty() ? usualMain : m_ground.size,
                                                  .surface = m_ground.surface,
                                                  .restore = m_ground.size.isEmpty(),
                                                  .video = m_video.get(),
                                                  .footage = footage});
    connect(window.get(), &MainWindow::nightToggled, this, &Console::toggleNight);
    connect(window.get(), &MainWindow::stillToggled, this, &Console::toggleStill);
    connect(window.get(), &MainWindow::languageToggled, this, &Console::toggleLanguage, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::fontStepAsked, this, &Console::stepFont, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::quitAsked, this, &Console::quitAsked);
    connect(window.get(), &MainWindow::mapSourceAsked, this,
            [this, shown = window.get()] { chooseMap(*shown); });
    connect(window.get(), &MainWindow::importAsked, this,
            [this, &desk, shown = window.get()](ActionId what) { import(*shown, desk, what); });
    connect(
        &window->mapOffer(), &MapOffer::taken, this, [this] { Q_EMIT mapAsked(m_ground.map->folder()); },
        Qt::QueuedConnection); // the window that holds the offer is made anew with the map
    connect(&window->mapOffer(), &MapOffer::declined, this, [this] { m_offered.clear(); });
    connect(window.get(), &MainWindow::soundsAsked, this,
            [this, shown = window.get()] { (new sound::SoundSheet(m_sounder, shown))->open(); });
    joinAccess(*window, desk);
    joinReplay(*window, desk);
    joinReports(*window, desk);
    joinOutage(*window, desk);
    window->setTrouble(m_trouble);
    window->setSilent(!m_sounder.speaker().hasDevice());
    if (m_drill)
        window->scriptStrip().follow(*m_drill);
    if (!m_offered.isEmpty())
        window->mapOffer().offer(m_offered);
    return window;
}

std::unique_ptr<QWidget> Console::makeFieldWindow(SeatDesk& desk) {
    auto window = std::make_unique<FieldWindow>(desk, m_ground.look);
    window->resize(m_ground.size.isEmpty() ? usualField : m_ground.size);
    window->useFixes(m_ground.fixes);
    connect(window.get(), &FieldWindow::nightToggled, this, &Console::toggleNight);
    connect(window.get(), &FieldWindow::lockAsked, this, [this] { lock({}); });
    connect(window.get(), &FieldWindow::languageToggled, this, &Console::toggleLanguage,
            Qt::QueuedConnection);
    return window;
}

void Console::renew(const std::function<void()>& then) {
    // An incident that is being reported is known to its window alone until the desk has answered.
    const bool saving = std::ranges::any_of(m_windows, [](const SeatWindow& seat) {
        const auto* window = qobject_cast<const MainWindow*>(seat.window.get());
        return window && window->isSaving();
    });
    if (saving) {
        QTimer::singleShot(20ms, this, [this, then] { renew(then); });
        return;
    }
    m_guard->countHidden();
    closeReplays(); // they speak the old language, or stand on the old map
    for (SeatWindow& seat : m_windows)
        renewWindow(seat);
    if (then)
        then();
}

void Console::renewWindow(SeatWindow& seat) {
    QWidget& before = *seat.window;
    std::unique_ptr<QWidget> window = makeWindow(*seat.desk, seat.footage.get());
    if (auto* main = qobject_cast<MainWindow*>(window.get()))
        main->resume(static_cast<MainWindow&>(before));
    else if (auto* field = qobject_cast<FieldWindow*>(window.get()))
        field->resume(static_cast<const FieldWindow&>(before));
    window->restoreGeometry(before.saveGeometry());
    window->setVisible(before.isVisible());
    carryTyped(before, *window); // shown first: some pages fill their lists then
    seat.window = std::move(window);
}

void Console::toggleNight() {
    Theme theme = m_ground.look.theme().night ? Theme::day() : Theme::nightly();
    theme.fontPoint = m_ground.look.theme().fontPoint;
    theme.still = m_ground.look.theme().still;
    m_ground.look.set(theme);
    m_ground.settings.setValue(u"theme"_s, theme.night ? u"night"_s : u"day"_s);
}

void Console::toggleStill() {
    Theme theme = m_ground.look.theme();
    theme.still = !theme.still;
    m_ground.look.set(theme);
    m_ground.settings.setValue(u"still"_s, theme.still);
}

void Console::toggleLanguage() {
    const bool chinese = m_ground.translation.language() == Language::Chinese;
    m_ground.translation.set(chinese ? Language::English : Language::Chinese);
    m_ground.settings.setValue(u"language"_s, languageCode(m_ground.translation.language()));
    if (m_ground.places)
        m_ground.places->setChinese(!chinese);
    renew([this] {
        m_guard->renewCovers();
        bandCovers();
    });
}

void Console::stepFont(int points) {
    Theme theme = m_ground.look.theme();
    theme.fontPoint += points;
    m_ground.look.set(theme);
    m_ground.settings.setValue(u"fontPoint"_s, m_ground.look.theme().fontPoint);
    renew();
}

void Console::setMap(const maps::Package* map, maps::GeoService* places, const QString& name) {
    m_ground.map = map;
    m_ground.places = places;
    m_ground.name = name;
    m_guard->setPlace(name);
    m_offered.clear();
    m_watch.watch(map);
    m_ground.basemap = {}; // what was asked for is to be seen
    saveMapSource(m_ground.settings, m_ground.basemap);
    renew();
}

/// Each window's user answers for that window's process: what one takes, all show.
void Console::offerMap(const QString& folder, const QString& name) {
    if (!m_ground.map || m_ground.map->folder() != folder)
        return;
    m_offered = name.isEmpty() ? QFileInfo(folder).fileName() : name;
    for (const SeatWindow& seat : m_windows)
        if (auto* window = qobject_cast<MainWindow*>(seat.window.get()))
            window->mapOffer().offer(m_offered);
}

void Console::importMap(MainWindow& window) {
    auto* dialog = new QFileDialog(&window, actionText(actionSpec(ActionId::ImportMap)));
    dialog->setObjectName(u"mapImport.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("OpenStreetMap data (*.osm.pbf *.pbf *.osm *.osm.gz *.osm.bz2 *.osm.xml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown = &window](const QString& file) {
        auto* sheet = new MapImportSheet(file, m_ground.mapsFolder, MapImportRun::usualProgram(), shown);
        // queued: the window that holds the sheet is made anew with the map
        connect(sheet, &MapImportSheet::showAsked, this, &Console::mapAsked, Qt::QueuedConnection);
        sheet->open();
    });
    dialog->open();
}

void Console::chooseMap(MainWindow& window) {
    const ui::MapView& view = window.map().canvas().view();
    auto* sheet = new MapSourceSheet({.shown = m_ground.basemap,
                                      .hasPackage = m_ground.map != nullptr,
                                      .centre = view.centre(),
                                      .zoom = int(std::lround(view.zoom()))},
                                     &window);
    connect(sheet, &MapSourceSheet::chosen, this, [this](const maps::TileSource& source) {
        saveMapSource(m_ground.settings, source);
        showBasemap(source);
    });
    sheet->open();
}

void Console::showBasemap(const maps::TileSource& source) {
    m_ground.basemap = source;
    for (const SeatWindow& seat : m_windows)
        if (auto* window = qobject_cast<MainWindow*>(seat.window.get()))
            window->map().showSource(source);
}

void Console::import(MainWindow& window, SeatDesk& desk, ActionId what) {
    if (what == ActionId::ImportMap)
        return importMap(window);
    if (what == ActionId::ImportLayer) {
        auto* import = new LayerImport({.desk = m_ground.desk,
                                        .fixes = m_ground.fixes,
                                        .settings = m_ground.settings,
                                        .actor = desk.actor()},
                                       &window);
        return import->askForFile();
    }
    if (what == ActionId::VideoFeeds)
        return showFeeds(window, desk);
    if (what == ActionId::ExportLayer)
        return (new LayerExport(desk, m_ground.fixes, &window))->open();
    auto* import = new FileImport(m_ground.desk, m_ground.logins, desk.actor(), what, &window);
    import->askForFile();
}

void Console::showFeeds(MainWindow& window, SeatDesk& desk) {
    auto* sheet = new FeedSheet({.desk = desk, .logins = m_ground.logins}, &window);
    connect(sheet, &FeedSheet::importAsked, this,
            [this, &window, &desk] { import(window, desk, ActionId::ImportFeeds); });
    sheet->open();
}

} // namespace tridesk
