// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_window.h"

#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/timeline/play_bar.h"
#include "ui/panes/timeline/timeline_strip.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

ReplayWindow::ReplayWindow(ReplayWindowGround ground, QWidget* parent)
    : QMainWindow(parent)
    , m_ground(std::move(ground))
    , m_replay(std::make_unique<Replay>(m_ground.record))
    , m_desk(std::make_unique<SeatDesk>(m_replay->desk(), m_ground.actor))
    , m_selection(new Selection(this)) {
    setObjectName(u"replayWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setDockNestingEnabled(true);
    m_desk->setWall(m_ground.wall);
    const QSize wanted = m_ground.size.isEmpty() ? QSize(1600, 960) : m_ground.size;
    resize(m_ground.size.isEmpty() ? wanted.boundedTo(screen()->availableSize()) : wanted);
    buildBand();
    buildPanes();
    buildKeys();
    join();
    dress();
    m_replay->start();
}

ReplayWindow::~ReplayWindow() {
    // the panes stand on the desk, which goes with the members
    qDeleteAll(findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly));
    delete takeCentralWidget();
}

PaneContext ReplayWindow::paneContext() const {
    return {.desk = *m_desk,
            .selection = *m_selection,
            .look = m_ground.look,
            .fixes = &m_replay->fixes(),
            .settings = &m_ground.settings};
}

void ReplayWindow::buildBand() {
    auto* band = new QFrame(this);
    band->setObjectName(u"replay.bandFrame"_s);
    band->setAccessibleName(tr("This is a replay"));
    m_band = new QLabel(band);
    m_band->setObjectName(u"replay.band"_s);
    m_band->setAccessibleName(tr("This is a replay"));
    m_trouble = new QLabel(band);
    m_trouble->setObjectName(u"replay.trouble"_s);
    m_trouble->setAccessibleName(tr("What of the record cannot be read"));
    m_trouble->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress = new QProgressBar(band);
    m_progress->setObjectName(u"replay.progress"_s);
    m_progress->setAccessibleName(tr("How much of the record is read"));
    m_progress->setMaximumWidth(260);
    auto* row = new QHBoxLayout(band);
    row->setContentsMargins(12, 4, 12, 4);
    row->addWidget(m_band);
    row->addWidget(m_progress);
    row->addWidget(m_trouble, 1);
    setMenuWidget(band);
}

void ReplayWindow::buildPanes() {
    const PaneContext context = paneContext();
    m_map = new MapPane(context, m_ground.map, m_ground.places, this);
    if (m_ground.basemap.kind != maps::TileSource::Kind::Package)
        m_map->showSource(m_ground.basemap);
    m_map->canvas().setSurface(m_ground.surface);
    m_queue = new QueuePane(context, this);
    m_units = new UnitPane(context, this);
    m_incident = new IncidentPane(context, this);
    m_strip = new TimelineStrip(m_ground.look, this);
    m_bar = new PlayBar(*m_replay, m_ground.look, *m_selection, this);
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_strip, 1);
    setCentralWidget(m_map);
    const auto dock = [this](const QString& name, const QString& title, QWidget* pane,
                             Qt::DockWidgetArea area) {
        auto* made = new QDockWidget(title, this);
        made->setObjectName(u"replay.dock."_s + name);
        made->setAccessibleName(title);
        made->setWidget(pane);
        made->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
        addDockWidget(area, made);
        return made;
    };
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    QDockWidget* queue = dock(u"queue"_s, tr("Incidents"), m_queue, Qt::LeftDockWidgetArea);
    QDockWidget* units = dock(u"units"_s, tr("Units"), m_units, Qt::LeftDockWidgetArea);
    QDockWidget* incident = dock(u"incident"_s, tr("Incident"), m_incident, Qt::RightDockWidgetArea);
    QDockWidget* timeline = dock(u"timeline"_s, tr("Timeline"), foot, Qt::BottomDockWidgetArea);
    timeline->setTitleBarWidget(new QWidget(timeline));
    const int wide = width();
    resizeDocks({queue, incident}, {wide * 34 / 100, wide * 27 / 100}, Qt::Horizontal);
    resizeDocks({queue, units}, {height() * 42 / 100, height() * 30 / 100}, Qt::Vertical);
    resizeDocks({timeline}, {height() * 20 / 100}, Qt::Vertical);
}

void ReplayWindow::buildKeys() {
    const auto key = [this](const QKeySequence& keys, const QString& words,
                            const std::function<void()>& act) {
        auto* action = new QAction(words, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    key(Qt::CTRL | Qt::Key_Space, tr("Play or pause"), [this] { m_bar->togglePlay(); });
    key(Qt::CTRL | Qt::Key_Left, tr("To the entry before"), [this] { m_bar->step(false); });
    key(Qt::CTRL | Qt::Key_Right, tr("To the next entry"), [this] { m_bar->step(true); });
    key(Qt::CTRL | Qt::Key_Up, tr("Faster"), [this] { m_bar->faster(true); });
    key(Qt::CTRL | Qt::Key_Down, tr("Slower"), [this] { m_bar->faster(false); });
    key(Qt::CTRL | Qt::Key_W, tr("Close the replay"), [this] { close(); });
}

void ReplayWindow::join() {
    connect(m_replay.get(), &Replay::reading, this, [this](qint64 done, qint64 of) {
        m_progress->setRange(0, int(std::max<qint64>(1, of / 1'000)));
        m_progress->setValue(int(done / 1'000));
    });
    connect(m_replay.get(), &Replay::ready, this, &ReplayWindow::begin);
    connect(m_replay.get(), &Replay::failed, this, [this](const QString& why) {
        m_progress->hide();
        m_trouble->setText(tr("The record cannot be read: %1").arg(why));
    });
    connect(m_replay.get(), &Replay::trouble, this, [this](const QString& why) {
        m_trouble->setText(why.isEmpty() ? QString()
                                         : tr("A part of the record cannot be read: %1").arg(why));
        m_trouble->setToolTip(m_trouble->text());
    });
    connect(m_replay.get(), &Replay::moved, this, [this] {
        m_strip->setAt(m_replay->clock().at());
        tellBand();
    });
    connect(m_replay.get(), &Replay::spanChanged, this,
            [this] { m_strip->setSpan(m_replay->clock().first(), m_replay->clock().last()); });
    connect(m_replay.get(), &Replay::pictured, m_strip, &TimelineStrip::setPicture);
    connect(m_strip, &TimelineStrip::seekAsked, m_replay.get(), &Replay::seek);
    connect(m_strip, &TimelineStrip::pictureAsked, m_replay.get(), &Replay::askPicture);
    connect(m_strip, &TimelineStrip::incidentAsked, m_selection, &Selection::setIncident);
    connect(m_selection, &Selection::incidentChanged, m_strip, &TimelineStrip::setChosen);
    connect(&m_ground.look, &Look::changed, this, &ReplayWindow::dress);
}

void ReplayWindow::begin() {
    m_progress->hide();
    m_selection->setNarrowing(false); // another time has another incident in hand
    m_map->showEverything();
    m_strip->setFocus(Qt::OtherFocusReason);
}

void ReplayWindow::tellBand() {
    m_band->setText(tr("REPLAY  %1  –  nothing here changes the record", "date and time")
                        .arg(text::dateTime(m_replay->clock().at())));
}

void ReplayWindow::dress() {
    setWindowTitle(tr("Replay – Tridesk"));
    const Theme& theme = m_ground.look.theme();
    menuWidget()->setStyleSheet(
        u"QFrame { background: %1; } QLabel { color: %2; font-weight: bold; background: transparent; }"_s.arg(
            theme.replay.name(), theme.onReplay.name()));
    tellBand();
}

} // namespace tridesk
