// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/replay/replay_ground.h"
#include "maps/raster/tile_source.h"
#include "ui/actions/action_table.h"
#include "ui/console/package_watch.h"
#include "ui/map/canvas_surface.h"
#include "ui/sound/sounder.h"
#include "ui/text/language.h"

#include <QObject>
#include <QPointer>
#include <QSettings>
#include <QSize>

#include <functional>
#include <map>
#include <memory>
#include <vector>

class QWidget;

namespace tridesk {

namespace sound {
class FeedSound;
} // namespace sound
namespace maps {
class GeoService;
class Package;
} // namespace maps
class Drill;
class CardModel;
class FeedLoginWatch;
class FootageClerk;
class FootageKeeper;
class FeedPlayers;
class FileImport;
class FixBoard;
class Look;
class MainWindow;
class ReelKeeper;
class ReplayWindow;
class SeatGuard;
class SignInGate;

/// What the console's windows share; all of it outlives the console.
struct ConsoleGround {
    Desk& desk;
    FixBoard& fixes;
    Look& look;
    Translation& translation;
    QSettings& settings;
    const maps::Package* map = nullptr;
    maps::TileSource basemap = {}; ///< which map is shown; the package, unless it was chosen otherwise
    maps::GeoService* places = nullptr;
    QString name;                            ///< data folder and map, for the foot of a window
    std::optional<ReplayGround> record = {}; ///< none: there is nothing to replay here
    QString user;                            ///< who sits here where nobody signs in
    SignInGate* gate = nullptr;              ///< read already; null: no users are known here
    FeedLoginWatch* logins = nullptr;        ///< of video feeds; null: none are kept here
    bool video = true;          ///< the machine reaches the cameras; else no pictures are offered
    bool wall = false;          ///< visitors see the windows, to begin with
    QString mapsFolder = {};    ///< where imported maps are kept
    QString footageFolder = {}; ///< where pictures are kept; empty: none are
    QString drillsFolder = {};  ///< where drills are proposed to be made; empty: none can be
    QSize size;                 ///< of main windows; empty: as they were left
    ui::MapSurface surface = ui::MapSurface::Auto;
};

/// The windows of one process: several seats may sit in one. A change of language or of the text's size makes
/// the windows anew, each where it was and with what was being typed in it.
class Console : public QObject {
    Q_OBJECT

public:
    explicit Console(const ConsoleGround& ground, QObject* parent = nullptr);
    ~Console() override;

    /// Opens these seats, once somebody who may sit there has signed in where the desk has users.
    void begin(const QList<Seat>& seats);
    void open(const Seat& seat);
    /// What is on the screen: the windows of the seats, or the covers in their place.
    [[nodiscard]] QList<QWidget*> windows() const;
    [[nodiscard]] SeatGuard& guard() { return *m_guard; }
    void setTrouble(const QString& why);
    [[nodiscard]] sound::Sounder& sounder() { return m_sounder; }
    /// Every main window shows how far this is; it outlives the console.
    void showDrill(Drill& drill);
    /// Shows another package in every window, whatever map was shown; what it showed before may go once this
    /// returns.
    void setMap(const maps::Package* map, maps::GeoService* places, const QString& name);

Q_SIGNALS:
    void opened(); ///< the seats that were to begin with
    void quitAsked();
    /// A package that was made just now shall be shown.
    void mapAsked(const QString& folder);

private:
    struct SeatWindow {
        std::unique_ptr<SeatDesk> desk;
        std::unique_ptr<FootageClerk> footage; ///< null: nothing of pictures is kept here
        std::unique_ptr<QWidget> window;
    };

    [[nodiscard]] std::unique_ptr<QWidget> makeWindow(SeatDesk& desk, FootageClerk* footage);
    void band(QWidget& window);
    void bandCovers();
    [[nodiscard]] std::unique_ptr<QWidget> makeMainWindow(SeatDesk& desk, FootageClerk* footage);
    [[nodiscard]] std::unique_ptr<QWidget> makeFieldWindow(SeatDesk& desk);
    void guardSeats();
    void prepareVideo();
    void takeSeats(const QList<Seat>& seats);
    void lock(const QString& why);
    void joinAccess(MainWindow& window, SeatDesk& desk);
    void askLockAfter(MainWindow& window);
    void joinReplay(MainWindow& window, SeatDesk& desk);
    void joinReports(MainWindow& window, SeatDesk& desk);
    void joinOutage(MainWindow& window, SeatDesk& desk);
    void openReplay(const SeatDesk& desk);
    void askDrill(QWidget& parent, const Actor& actor, Instant at);
    void startDrill(const QString& folder, const Actor& actor, Instant at);
    void closeReplays();
    void renew(const std::function<void()>& then = {});
    void renewWindow(SeatWindow& seat);
    void toggleNight();
    void toggleStill();
    void tellSilence();
    void toggleLanguage();
    void stepFont(int points);
    void importMap(MainWindow& window);
    void offerMap(const QString& folder, const QString& name);
    void chooseMap(MainWindow& window);
    void showBasemap(const maps::TileSource& source);
    void import(MainWindow& window, SeatDesk& desk, ActionId what);
    void showFeeds(MainWindow& window, SeatDesk& desk);

    ConsoleGround m_ground;
    std::unique_ptr<FeedPlayers> m_video; ///< one for all windows: goes after them
    std::unique_ptr<FootageKeeper> m_keeper;
    std::map<QString, std::unique_ptr<CardModel>> m_cards; ///< by seat; outlive the windows
    std::vector<SeatWindow> m_windows;
    std::unique_ptr<ReelKeeper> m_reel;      ///< null: there is nothing to replay here
    QList<QPointer<ReplayWindow>> m_replays; ///< delete themselves when closed
    QList<QPointer<QWidget>> m_reports;      ///< sheets; as they do
    PackageWatch m_watch;
    sound::Sounder m_sounder;
    std::unique_ptr<sound::FeedSound> m_feedSound; ///< of m_video's feeds, silent while m_sounder rings
    QString m_offered; ///< the name of a newer map that stands to be shown; empty: none
    QString m_trouble;
    Drill* m_drill = nullptr;
    std::unique_ptr<SeatGuard> m_guard; ///< its covers stand on the seats' desks: goes before them
};

} // namespace tridesk
