// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_window.h"

#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/timeline/bookmark_model.h"
#include "ui/panes/timeline/bookmark_pane.h"
#include "ui/panes/timeline/play_bar.h"
#include "ui/panes/timeline/timeline_strip.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/replay/judged_orders.h"
#include "ui/replay/replay_video.h"
#include "ui/replay/seat_eyes.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QTabBar>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

ReplayWindow::ReplayWindow(ReplayWindowGround ground, QWidget* parent)
    : QMainWindow(parent)
    , m_ground(std::move(ground))
    , m_replay(std::make_unique<Replay>(m_ground.record))
    , m_desk(std::make_unique<SeatDesk>(m_replay->desk(), m_ground.actor))
    , m_selection(new Selection(this))
    , m_advisor(new Advisor(*m_desk, &m_replay->fixes(), m_ground.places, this)) {
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
    delete m_eyes; // with its panes
    // the panes stand on the desk, which goes with the members
    qDeleteAll(findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly));
    delete takeCentralWidget();
    delete m_advisor;
}

PaneContext ReplayWindow::paneContext() const {
    return {.desk = *m_desk,
            .selection = *m_selection,
            .look = m_ground.look,
            .fixes = &m_replay->fixes(),
            .settings = &m_ground.settings,
            .advisor = m_advisor};
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
    setCentralWidget(m_map);
    buildDocks();
    buildSides();
}

QDockWidget* ReplayWindow::dock(const QString& name, const QString& title, QWidget* pane,
                                Qt::DockWidgetArea area) {
    auto* made = new QDockWidget(title, this);
    made->setObjectName(u"replay.dock."_s + name);
    made->setAccessibleName(title);
    made->setWidget(pane);
    made->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    addDockWidget(area, made);
    return made;
}

bool ReplayWindow::isSmall() const {
    constexpr int small = 1500; // of the two sizes of screens that desks have
    return width() < small;
}

void ReplayWindow::buildDocks() {
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_strip, 1);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    QDockWidget* queue = dock(u"queue"_s, tr("Incidents"), m_queue, Qt::LeftDockWidgetArea);
    QDockWidget* units = dock(u"units"_s, tr("Units"), m_units, Qt::LeftDockWidgetArea);
    m_incidentDock = dock(u"incident"_s, tr("Incident"), m_incident, Qt::RightDockWidgetArea);
    m_timelineDock = dock(u"timeline"_s, tr("Timeline"), foot, Qt::BottomDockWidgetArea);
    m_timelineDock->setTitleBarWidget(new QWidget(m_timelineDock));
    const int wide = width();
    const int side = isSmall() ? 30 : 27; // the names of all that stands there are whole
    resizeDocks({queue, m_incidentDock}, {wide * 34 / 100, wide * side / 100}, Qt::Horizontal);
    resizeDocks({queue, units}, {height() * 42 / 100, height() * 30 / 100}, Qt::Vertical);
    resizeDocks({m_timelineDock}, {height() * 20 / 100}, Qt::Vertical);
}

/// What stands behind the incident, as tabs: there is one screen, and they are looked at one by one.
void ReplayWindow::buildSides() {
    const PaneContext context = paneContext();
    m_judged = new JudgedOrders(*m_replay, context, this);
    m_bookmarks = new BookmarkPane(*m_replay, *m_desk, m_ground.look, *m_selection, this);
    const auto pathOf = m_ground.pathOf ? m_ground.pathOf : [](const Footage&) { return QString(); };
    m_video = new ReplayVideo(*m_replay, context, pathOf, this);
    const QList<QDockWidget*> sides{
        dock(u"judged"_s, tr("Decisions"), m_judged, Qt::RightDockWidgetArea),
        dock(u"video"_s, tr("Video"), m_video, Qt::RightDockWidgetArea),
        dock(u"messages"_s, tr("Messages"), nullptr, Qt::RightDockWidgetArea),
        dock(u"alarms"_s, tr("Alarms"), nullptr, Qt::RightDockWidgetArea),
        dock(u"orders"_s, tr("Orders"), nullptr, Qt::RightDockWidgetArea),
        dock(u"bookmarks"_s, tr("Bookmarks"), m_bookmarks, Qt::RightDockWidgetArea),
    };
    for (QDockWidget* side : sides)
        tabifyDockWidget(m_incidentDock, side);
    m_incidentDock->raise();
    m_eyes = new SeatEyes(m_replay->desk(), context, m_ground.actor,
                          {.messages = sides[2], .alarms = sides[3], .orders = sides[4]}, this);
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
    key(Qt::CTRL | Qt::Key_B, tr("Bookmark this instant"), [this] {
        m_bookmarks->parentWidget()->raise();
        m_bookmarks->focusWords();
    });
    key(Qt::ALT | Qt::Key_Left, tr("To the bookmark before"), [this] { m_bookmarks->step(false); });
    key(Qt::ALT | Qt::Key_Right, tr("To the next bookmark"), [this] { m_bookmarks->step(true); });
    const QList<std::pair<QString, QString>> sides{
        {u"incident"_s, tr("Incident")},  {u"judged"_s, tr("Decisions")}, {u"video"_s, tr("Video")},
        {u"messages"_s, tr("Messages")},  {u"alarms"_s, tr("Alarms")},    {u"orders"_s, tr("Orders")},
        {u"bookmarks"_s, tr("Bookmarks")}};
    for (int i = 0; i < sides.size(); ++i)
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), sides[i].second, [this, name = sides[i].first] {
            auto* side = findChild<QDockWidget*>(u"replay.dock."_s + name);
            side->raise();
            side->widget() ? side->widget()->setFocus(Qt::ShortcutFocusReason) : side->setFocus();
        });
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
    joinStrip();
    joinSides();
    connect(&m_ground.look, &Look::changed, this, &ReplayWindow::dress);
}

void ReplayWindow::joinStrip() {
    connect(m_replay.get(), &Replay::spanChanged, this,
            [this] { m_strip->setSpan(m_replay->clock().first(), m_replay->clock().last()); });
    connect(m_replay.get(), &Replay::pictured, m_strip, &TimelineStrip::setPicture);
    connect(m_strip, &TimelineStrip::seekAsked, m_replay.get(), &Replay::seek);
    connect(m_strip, &TimelineStrip::pictureAsked, m_replay.get(), &Replay::askPicture);
    connect(m_strip, &TimelineStrip::incidentAsked, m_selection, &Selection::setIncident);
    connect(m_strip, &TimelineStrip::bookmarkAsked, m_bookmarks, &BookmarkPane::showBookmark);
    connect(m_selection, &Selection::incidentChanged, m_strip, &TimelineStrip::setChosen);
    connect(m_bar, &PlayBar::onlyAsked, m_strip, &TimelineStrip::setOnly);
}

void ReplayWindow::joinSides() {
    connect(m_bookmarks, &BookmarkPane::changed, this, &ReplayWindow::tellFlags);
    connect(m_desk.get(), &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.incidents.isEmpty())
            tellFlags(); // a veil may have been lifted
    });
    connect(m_bar, &PlayBar::bookmarkAsked, this, [this] {
        m_bookmarks->parentWidget()->raise();
        m_bookmarks->focusWords();
    });
    connect(m_judged, &JudgedOrders::seatAsked, m_bar, &PlayBar::setKnownBy);
    connect(m_replay.get(), &Replay::knownByChanged, this, &ReplayWindow::lookAs);
    m_bar->setMayDrill(bool(m_ground.drill));
    connect(m_bar, &PlayBar::drillAsked, this, [this] {
        m_replay->pause();
        if (m_ground.drill)
            m_ground.drill(*this, m_replay->clock().at());
    });
}

/// Whose knowledge is shown, of that seat the messages, alarms and pictures too.
void ReplayWindow::lookAs(const QString& seat) {
    m_video->setSeat(seat);
    const auto chosen = Seat::parse(seat);
    const bool isDesk = chosen && chosen->tier != Tier::Machine;
    m_eyes->sitAt(isDesk ? *chosen : m_ground.actor.seat);
}

void ReplayWindow::tellFlags() {
    QList<StripFlag> flags;
    const BookmarkModel& model = m_bookmarks->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const Bookmark& bookmark = model.at(row);
        flags.append({bookmark.id, bookmark.details.at, model.wordsOf(bookmark)});
    }
    m_strip->setFlags(flags);
}

void ReplayWindow::begin() {
    m_progress->hide();
    for (QTabBar* tabs :
         findChildren<QTabBar*>(Qt::FindDirectChildrenOnly)) { // Qt makes them, without a name
        tabs->setObjectName(u"replay.tabs"_s);
        tabs->setAccessibleName(tr("What stands beside the board"));
        tabs->setElideMode(Qt::ElideNone);
        if (isSmall())
            tabs->setStyleSheet(u"QTabBar::tab { padding: 4px 5px; }"_s);
    }
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
