// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"
#include "app/domain/video_feed.h"
#include "app/replay/replay.h"
#include "maps/raster/tile_source.h"
#include "ui/map/canvas_surface.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QDockWidget;
class QLabel;
class QProgressBar;
class QSettings;
class QStackedWidget;

namespace tridesk {

namespace maps {
class GeoService;
class Package;
} // namespace maps
class Advisor;
class BookmarkPane;
class IncidentPane;
class JudgedOrders;
class Look;
class MapPane;
class PlayBar;
class QueuePane;
class ReplayVideo;
class SeatDesk;
class SeatEyes;
class Selection;
class TimelineStrip;
class UnitPane;
struct PaneContext;

/// What a replay's window stands on; all of it outlives the window.
struct ReplayWindowGround {
    ReplayGround record;
    Actor actor; ///< who looks: sees what that seat may see
    bool wall = false;
    const Look& look;
    QSettings& settings;
    const maps::Package* map = nullptr;
    maps::TileSource basemap = {};
    maps::GeoService* places = nullptr;
    ui::MapSurface surface = ui::MapSurface::Auto;
    QSize size = {};
    std::function<QString(const Footage&)> pathOf = {}; ///< of what was kept; none: nothing is played
    /// Makes a drill of the record up to an instant; none: nobody may here.
    std::function<void(QWidget& parent, Instant at)> drill = {};
};

/// The board as it stood, beside a live desk and apart from it: the panes of the desk, a timeline, and a band
/// that says that this is not now. Nothing in it changes the record.
class ReplayWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit ReplayWindow(ReplayWindowGround ground, QWidget* parent = nullptr);
    ~ReplayWindow() override;

    [[nodiscard]] Replay& replay() { return *m_replay; }
    [[nodiscard]] Selection& selection() { return *m_selection; }

private:
    [[nodiscard]] PaneContext paneContext() const;
    void buildBand();
    void buildPanes();
    [[nodiscard]] bool isSmall() const;
    void buildDocks();
    void buildSides();
    QDockWidget* dock(const QString& name, const QString& title, QWidget* pane, Qt::DockWidgetArea area);
    void buildKeys();
    void join();
    void joinStrip();
    void joinSides();
    void lookAs(const QString& seat);
    void tellFlags();
    void begin();
    void tellBand();
    void dress();

    ReplayWindowGround m_ground;
    std::unique_ptr<Replay> m_replay;
    std::unique_ptr<SeatDesk> m_desk;
    Selection* m_selection;
    Advisor* m_advisor;
    QLabel* m_band;
    QLabel* m_trouble;
    QProgressBar* m_progress;
    MapPane* m_map = nullptr;
    QueuePane* m_queue = nullptr;
    UnitPane* m_units = nullptr;
    IncidentPane* m_incident = nullptr;
    TimelineStrip* m_strip = nullptr;
    PlayBar* m_bar = nullptr;
    BookmarkPane* m_bookmarks = nullptr;
    JudgedOrders* m_judged = nullptr;
    ReplayVideo* m_video = nullptr;
    SeatEyes* m_eyes = nullptr;
    QDockWidget* m_incidentDock = nullptr;
    QDockWidget* m_timelineDock = nullptr;
};

} // namespace tridesk
