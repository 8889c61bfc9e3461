// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"
#include "maps/raster/tile_source.h"
#include "ui/actions/action_table.h"
#include "ui/map/canvas_surface.h"

#include <QMainWindow>
#include <QMap>

#include <functional>

class QGeoCoordinate;
class QSettings;

namespace tridesk {

namespace maps {
class GeoService;
class Package;
} // namespace maps
class AlarmBoard;
class AlarmPane;
class Advisor;
class EmergencyBar;
class FeedPlayers;
class FootageClerk;
class FootagePane;
class FixBoard;
class HeaderBar;
class Inbox;
class InboundPane;
class IncidentForm;
class IncidentPane;
class Look;
class MapOffer;
class MapPane;
class MarkerCard;
class MessagePane;
class OrdersInHand;
class QueuePane;
class PlaceLookup;
class PremiseSheet;
class ScriptStrip;
class SeatDesk;
class Selection;
class UnitPane;
class VideoPane;
class WindowFoot;
struct PaneContext;

/// What a main window stands on; all of it outlives the window.
struct WindowGround {
    SeatDesk& desk;
    FixBoard& fixes;
    const Look& look;
    QSettings& settings;                ///< layouts are kept here
    const maps::Package* map = nullptr; ///< null: a grid
    maps::TileSource basemap = {};      ///< what is shown: that package, or another map
    maps::GeoService* places = nullptr; ///< null: nothing can be looked for
    QString name;                       ///< what the foot says it stands on: data folder, map
    QSize size;                         ///< to begin with
    ui::MapSurface surface = ui::MapSurface::Auto;
    bool restore = true;             ///< begin as the user left the last one
    FeedPlayers* video = nullptr;    ///< null: no pictures of cameras
    FootageClerk* footage = nullptr; ///< null: nothing of them is kept
};

/// The window of a bureau or station seat: a frame. Panes stand in it as docks around the map and know
/// nothing of each other; what one needs of another goes through the selection or is joined here.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowGround& ground, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Selection& selection() { return *m_selection; }
    [[nodiscard]] ActionTable& actions() { return *m_actions; }
    [[nodiscard]] MapPane& map() { return *m_map; }
    void setTrouble(const QString& why);
    void setSilent(bool silent); ///< nothing can be heard on this computer: said at the foot
    [[nodiscard]] MapOffer& mapOffer();
    [[nodiscard]] ScriptStrip& scriptStrip();
    /// Goes on where another window of the same seat left off: layout, selection, what is being typed of an
    /// incident. Not while that one is saving.
    void resume(MainWindow& before);
    [[nodiscard]] bool isSaving() const;

Q_SIGNALS:
    void nightToggled();
    void stillToggled();
    void soundsAsked();
    void languageToggled();
    void fontStepAsked(int points);
    void importAsked(tridesk::ActionId what);
    void mapSourceAsked();
    void quitAsked();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildPanes();
    void buildDocks();
    void buildMenus();
    void joinActions();
    void joinViewActions();
    void joinPanes();
    void joinLine();
    [[nodiscard]] PaneContext paneContext() const;
    void joinEmergencies();
    void buildMessages();
    void joinMessages();
    void tellUnread();
    void resumeMessages(const MainWindow& before);
    void showMessages();
    void joinHandover();
    void resumeHandover(const MainWindow& before);
    void showHandover();
    void writeMessage(const QList<Addressee>& to, const IncidentId& incident = {});
    void joinWork();
    void buildAlarms();
    void joinSupervision();
    void resumeSupervision(const MainWindow& before);
    void showLoads();
    void tellAlarms();
    void showAlarms();
    PremiseSheet& premiseSheet();
    void buildVideo();
    void joinVideo();
    void joinCard();
    void showVideo();
    void buildFootage();
    void joinFootage();
    void showCard(const UnitId& unit);
    void resumeVideo(const MainWindow& before);
    [[nodiscard]] bool isBeginningView() const;
    QDockWidget* addPane(const QString& name, const QString& title, QWidget* pane, Qt::DockWidgetArea area);
    void on(ActionId id, const std::function<void()>& act);
    [[nodiscard]] bool isNarrow() const;
    void layOut();
    void fillLayoutMenu();
    void askLayoutName();
    void beginIncident();
    enum class PickFor { Form, Amendment, Note };
    void pickFor(PickFor what);
    void takePicked(const QGeoCoordinate& at);
    void takeRowKey(const QList<IncidentId>& incidents, Qt::Key key);
    void showDetails(const IncidentId& incident);
    void dress();

    WindowGround m_ground;
    Selection* m_selection;
    ActionTable* m_actions;
    Advisor* m_advisor;
    HeaderBar* m_header;
    WindowFoot* m_foot;
    OrdersInHand* m_orders;
    EmergencyBar* m_emergencies;
    PlaceLookup* m_places;
    MapPane* m_map;
    QueuePane* m_queue;
    UnitPane* m_units;
    IncidentPane* m_incident;
    IncidentForm* m_form;
    InboundPane* m_inbound = nullptr; ///< of a station only
    Inbox* m_inbox = nullptr;
    MessagePane* m_messages = nullptr;
    AlarmBoard* m_alarmBoard = nullptr;
    AlarmPane* m_alarms = nullptr;
    VideoPane* m_video = nullptr; ///< null, as the card: no pictures here
    MarkerCard* m_card = nullptr;
    FootagePane* m_footage = nullptr;     ///< null: nothing is kept here
    static constexpr int videoShare = 46; ///< % of the height: the map above it is still a map
    QMap<QString, QDockWidget*> m_docks;
    QMenu* m_layoutMenu = nullptr;
    QByteArray m_defaultState;
    PickFor m_pickFor = PickFor::Form;
};

} // namespace tridesk
