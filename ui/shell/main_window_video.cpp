// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/line/line_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/marker_card.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_pane.h"
#include "ui/panes/video/video_tile.h"
#include "ui/shell/emergency_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_foot.h"

#include <QAction>
#include <QDockWidget>

using namespace Qt::StringLiterals;

// The pictures of cameras, and every way in which another part of the window opens one.

namespace tridesk {

void MainWindow::buildVideo() {
    if (!m_ground.video)
        return;
    m_video = new VideoPane(paneContext(), this);
    if (m_ground.restore)
        m_video->openAgain();
    QDockWidget* dock = addPane(u"video"_s, tr("Pictures"), m_video,
                                isNarrow() ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea);
    if (isNarrow()) { // under a small map nine pictures would leave nothing of it
        tabifyDockWidget(m_docks[u"incident"_s], dock);
        m_docks[u"incident"_s]->raise();
    }
    // Beside a small map there is room for it only when somebody wants to see a picture.
    dock->setVisible(!isNarrow() && !m_ground.desk.situation().feeds().isEmpty());
    m_card = new MarkerCard(paneContext(), m_video->views(), m_map->canvas(),
                            [this](const UnitId& unit) { return m_map->markerOf(unit); });
}

void MainWindow::joinVideo() {
    for (const ActionSpec& spec : actionSpecs())
        if (spec.menu == ActionMenu::Video)
            m_actions->action(spec.id).setVisible(m_video != nullptr);
    if (!m_video)
        return;
    FeedOpener& opener = m_video->opener();
    const auto openUnits = [&opener](const QList<UnitId>& units) { opener.openUnits(units); };
    const auto openIncident = [&opener](const IncidentId& incident) { opener.openIncident(incident); };
    connect(m_video, &VideoPane::shownAsked, this, &MainWindow::showVideo);
    connect(m_units, &UnitPane::picturesAsked, this, openUnits);
    connect(m_map, &MapPane::pictureAsked, this, [&opener](const UnitId& unit) { opener.openUnits({unit}); });
    connect(m_map, &MapPane::cameraPictureAsked, this,
            [&opener](const CameraId& camera) { opener.openCamera(camera); });
    connect(m_map, &MapPane::incidentPicturesAsked, this, openIncident);
    connect(&m_foot->line(), &LinePane::picturesAsked, this, [&opener](const line::WindowAct& act) {
        if (const auto* unit = std::get_if<line::WatchUnit>(&act))
            opener.openUnits({unit->unit});
        else if (const auto* incident = std::get_if<line::WatchIncident>(&act))
            opener.openIncident(incident->incident);
        else if (const auto* feed = std::get_if<line::WatchFeed>(&act))
            opener.openFeeds({feed->feed});
    });
    connect(m_emergencies, &EmergencyBar::raised, this, [this, &opener](const UnitId& unit) {
        if (m_video->opensEmergencies())
            opener.openEmergency(unit);
    });
    on(ActionId::FocusPictures, [this] {
        showVideo();
        m_video->focusTile();
    });
    on(ActionId::OpenPicture, [this, openUnits] { openUnits(m_selection->units().values()); });
    on(ActionId::OpenPicturesOfIncident, [this, openIncident] { openIncident(m_selection->incident()); });
    on(ActionId::VideoWall, [this] { m_video->showWall(); });
    QAction& emergencies = m_actions->action(ActionId::PictureOfEmergency);
    emergencies.setChecked(m_video->opensEmergencies());
    connect(&emergencies, &QAction::toggled, m_video, &VideoPane::setOpensEmergencies);
    joinCard();
}

void MainWindow::joinCard() {
    connect(&m_map->canvas(), &ui::MapCanvas::viewChanged, m_card, &MarkerCard::place);
    connect(&m_card->tile(), &VideoTile::reasonAsked, &m_video->opener(), &FeedOpener::askReason);
    connect(&m_card->tile(), &VideoTile::fullScreenAsked, this,
            [this] { m_video->showLarge(m_card->tile().feed()); });
    connect(m_map, &MapPane::markerPictureAsked, this, &MainWindow::showCard);
    QAction& marker = m_actions->action(ActionId::PictureAtMarker);
    connect(m_card, &MarkerCard::changed, &marker,
            [this, &marker] { marker.setChecked(!m_card->unit().isNull()); });
    on(ActionId::PictureAtMarker, [this, &marker] {
        if (!marker.isChecked())
            return m_card->leave();
        marker.setChecked(false); // until it is there
        showCard(m_selection->units().size() == 1 ? *m_selection->units().begin() : UnitId());
    });
    on(ActionId::FollowWithPicture, [this] {
        const UnitId unit = m_selection->units().size() == 1 ? *m_selection->units().begin() : UnitId();
        if (!unit.isNull())
            m_map->follow(unit);
        showCard(unit);
    });
}

void MainWindow::showVideo() {
    QDockWidget* dock = m_docks[u"video"_s];
    const bool wasHidden = dock->isHidden();
    dock->show();
    dock->raise();
    if (wasHidden && !isNarrow() && !dock->isFloating() && dock->height() < height() * videoShare / 100)
        resizeDocks({dock}, {height() * videoShare / 100}, Qt::Vertical);
}

void MainWindow::showCard(const UnitId& unit) {
    if (unit.isNull())
        return m_foot->line().complain(tr("Select one unit first."));
    if (!m_card->open(unit))
        return m_foot->line().complain(tr("No camera is known of this unit."));
    m_video->opener().askReason();
}

/// A view that the desk is just being asked for is known to its window alone.
bool MainWindow::isBeginningView() const {
    return m_video && m_video->isBeginning();
}

void MainWindow::resumeVideo(const MainWindow& before) {
    if (!m_video || !before.m_video)
        return;
    m_video->resume(*before.m_video);
    if (!before.m_card->unit().isNull())
        m_card->open(before.m_card->unit());
}

} // namespace tridesk
