// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/video_pane.h"

#include "app/desk/desk.h"
#include "app/domain/feed_rules.h"
#include "app/video/feed_players.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/picker_edit.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/video/feed_names.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_tile.h"
#include "ui/panes/video/video_wall.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {
constexpr int mostOffered = 12;
}

VideoPane::VideoPane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_views(new FeedViews(context, this))
    , m_grid(new VideoGrid(context, *m_views, this))
    , m_prompts(new PromptBar(this))
    , m_opener(new FeedOpener(context, *m_views, *m_grid, *m_prompts, this))
    , m_sizes(new QButtonGroup(this))
    , m_search(new PickerEdit(this))
    , m_follow(new QToolButton(this))
    , m_wallButton(new QToolButton(this))
    , m_count(new QLabel(this)) {
    setObjectName(u"videoPane"_s);
    buildHead();
    join();
    if (context.settings)
        m_grid->setCount(context.settings->value(key(u"tiles"_s), 4).toInt());
    context.video->setMostDecoders(int(context.desk.situation().videoPolicy().decoders));
    count();
}

VideoPane::~VideoPane() {
    delete m_wall; // what looks through m_views goes before it
    delete m_large;
    delete m_grid;
}

QString VideoPane::key(const QString& name) const {
    return u"video/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_context.desk.actor().user)),
                                name);
}

void VideoPane::buildHead() {
    auto* head = new QHBoxLayout;
    head->setContentsMargins(4, 2, 4, 2);
    head->setSpacing(2);
    m_sizes->setExclusive(true);
    for (const int size : {1, 4, 9, 16}) {
        auto* button = new QToolButton(this);
        button->setObjectName(u"video.tiles.%1"_s.arg(size));
        button->setText(QString::number(size));
        button->setCheckable(true);
        m_sizes->addButton(button, size);
        head->addWidget(button);
    }
    m_search->setObjectName(u"video.search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(80);
    head->addWidget(m_search, 1);
    m_follow->setObjectName(u"video.follow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(!m_context.settings || m_context.settings->value(key(u"follow"_s), true).toBool());
    head->addWidget(m_follow);
    m_wallButton->setObjectName(u"video.wall"_s);
    head->addWidget(m_wallButton);
    m_count->setObjectName(u"video.count"_s);
    m_count->setProperty("dim", true);
    head->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_grid, 1);
    column->addWidget(m_prompts);
    retranslate();
}

void VideoPane::retranslate() {
    for (QAbstractButton* button : m_sizes->buttons()) {
        button->setAccessibleName(tr("Pictures at a time: %1").arg(m_sizes->id(button)));
        button->setToolTip(button->accessibleName());
    }
    m_search->setPlaceholderText(tr("Unit or camera"));
    m_search->setAccessibleName(tr("Open the picture of a unit or camera"));
    m_follow->setAccessibleName(tr("Show the picture of the unit that is selected"));
    m_follow->setToolTip(m_follow->accessibleName());
    m_follow->setIcon(m_context.look.icon(u"follow"_s));
    m_wallButton->setAccessibleName(tr("Video wall: all pictures on a screen of their own"));
    m_wallButton->setToolTip(m_wallButton->accessibleName());
    m_wallButton->setIcon(m_context.look.icon(u"expand"_s));
    m_count->setAccessibleName(tr("How many pictures play"));
}

void VideoPane::join() {
    connect(m_sizes, &QButtonGroup::idClicked, m_grid, &VideoGrid::setCount);
    const auto showCount = [this](int tiles) {
        m_sizes->button(tiles)->setChecked(true);
        if (m_context.settings)
            m_context.settings->setValue(key(u"tiles"_s), tiles);
    };
    m_sizes->button(m_grid->count())->setChecked(true);
    connect(m_grid, &VideoGrid::countChanged, this, showCount);
    connect(m_grid, &VideoGrid::filled, this, &VideoPane::count);
    connect(m_grid, &VideoGrid::filled, this, &VideoPane::keepOpen);
    connect(m_opener, &FeedOpener::shownAsked, this, &VideoPane::shownAsked);
    connect(m_grid, &VideoGrid::fullScreenAsked, this, &VideoPane::showLarge);
    connect(m_views, &FeedViews::changed, this, &VideoPane::count);
    connect(m_search, &QLineEdit::textEdited, this, &VideoPane::offer);
    connect(m_search, &PickerEdit::chosen, this, [this](const QVariant& value) {
        m_search->clear();
        if (const auto feed = FeedId::parse(value.toString()))
            m_opener->openFeeds({*feed});
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_search->isRowCurrent())
            return; // the list answers
        const QString typed = m_search->text().trimmed();
        const auto found =
            typed.isEmpty() ? QList<FeedId>() : feedsNamed(m_context.desk.situation(), typed, 1);
        if (found.isEmpty())
            return m_prompts->complain(tr("There is no picture of \"%1\".").arg(typed));
        m_search->clear();
        m_search->closeList();
        m_opener->openFeeds(found);
    });
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        if (m_context.settings)
            m_context.settings->setValue(key(u"follow"_s), on);
        if (on)
            followSelection();
    });
    connect(m_wallButton, &QToolButton::clicked, this, &VideoPane::showWall);
    connect(&m_context.selection, &Selection::unitsChanged, this, &VideoPane::followSelection);
    connect(&m_context.look, &Look::changed, this, &VideoPane::retranslate);
    connect(&m_context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (changes.videoPolicy)
            m_context.video->setMostDecoders(int(m_context.desk.situation().videoPolicy().decoders));
    });
    auto* second = new QTimer(this);
    second->setInterval(1000);
    connect(second, &QTimer::timeout, this, &VideoPane::count);
    second->start();
}

void VideoPane::count() {
    int open = 0;
    int live = 0;
    for (const VideoTile* tile : m_grid->tiles()) {
        open += tile->isEmpty() ? 0 : 1;
        live += tile->face().trust == Trust::Live ? 1 : 0;
    }
    const QString text = open == 0 ? QString() : tr("%1 of %2 live", "pictures").arg(live).arg(open);
    if (m_count->text() != text)
        m_count->setText(text);
}

void VideoPane::offer(const QString& text) {
    QList<PickerEdit::Choice> choices;
    const Situation& situation = m_context.desk.situation();
    if (!text.trimmed().isEmpty())
        for (const FeedId& feed : feedsNamed(situation, text, mostOffered)) {
            const QString title = feedTitle(situation, feed);
            choices.append({title, title == feed.toString() ? title : title + u"   "_s + feed.toString(),
                            feed.toString()});
        }
    m_search->offer(choices);
}

bool VideoPane::opensEmergencies() const {
    return !m_context.settings || m_context.settings->value(key(u"emergencies"_s), true).toBool();
}

void VideoPane::setOpensEmergencies(bool on) {
    if (m_context.settings)
        m_context.settings->setValue(key(u"emergencies"_s), on);
}

/// Only while the pane can be seen: choosing a unit must not begin a look that nobody has. What needs a
/// reason waits for it in its tile, so that the keys stay where they are.
void VideoPane::followSelection() {
    const QSet<UnitId>& units = m_context.selection.units();
    if (!m_follow->isChecked() || !isVisible() || units.size() != 1)
        return;
    const QList<FeedId> feeds = feed_rules::feedsOf(m_context.desk.situation(), *units.begin());
    if (!feeds.isEmpty())
        m_grid->follow(feeds.constFirst());
}

void VideoPane::keepOpen() const {
    if (!m_context.settings || m_opensAgain)
        return;
    QStringList open;
    for (const VideoTile* tile : m_grid->tiles())
        open << QStringList{tile->feed().toString(), tile->incident().value_or(IncidentId()).toString(),
                            tile->isPinned() ? u"pinned"_s : QString()}
                    .join(u'\t');
    m_context.settings->setValue(key(u"open"_s), open);
}

// What is gone meanwhile is left out.
void VideoPane::openKept() {
    const QStringList kept = m_context.settings->value(key(u"open"_s)).toStringList();
    const QList<VideoTile*> tiles = m_grid->tiles();
    const Situation& situation = m_context.desk.situation();
    for (qsizetype i = 0; i < std::min(kept.size(), tiles.size()); ++i) {
        const QStringList words = kept[i].split(u'\t');
        const auto feed = FeedId::parse(words.value(0));
        const auto incident = IncidentId::parse(words.value(1));
        if (!feed || !situation.feeds().find(*feed) || !tiles[i]->isEmpty())
            continue;
        const bool stands = incident && situation.incidents().find(*incident);
        tiles[i]->open(*feed, stands ? incident : std::nullopt);
        tiles[i]->setPinned(words.value(2) == "pinned"_L1);
    }
    keepOpen();
}

void VideoPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    watchWindow();
    if (std::exchange(m_opensAgain, false))
        openKept();
}

// The window of the seat, which a lock hides; the pane itself may float in a window of its own.
void VideoPane::watchWindow() {
    QWidget* top = this;
    while (top->parentWidget())
        top = top->parentWidget();
    if (m_window == top)
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = top;
    m_window->installEventFilter(this);
}

bool VideoPane::eventFilter(QObject* watched, QEvent* event) {
    const bool ours = watched == m_window && !event->spontaneous(); // the user's minimising is
    if (ours && event->type() == QEvent::Hide)
        m_views->setCovered(true);
    else if (ours && event->type() == QEvent::Show)
        m_views->setCovered(false);
    return QWidget::eventFilter(watched, event);
}

void VideoPane::focusTile() {
    m_grid->focusTile();
}

void VideoPane::resume(VideoPane& before) {
    m_opensAgain = false;
    watchWindow();
    m_views->adopt(*before.m_views);
    m_grid->take(*before.m_grid);
    if (before.m_wall && before.m_wall->isVisible())
        showWall();
}

bool VideoPane::isBeginning() const {
    return m_views->isBeginning();
}

void VideoPane::showWall() {
    if (!m_wall) {
        m_wall = new VideoWall(m_context, *m_views, u"videoWall"_s, this);
        connect(&m_wall->grid(), &VideoGrid::fullScreenAsked, this, &VideoPane::showLarge);
    }
    m_wall->grid().take(*m_grid);
    m_wall->showBeside(*window());
}

void VideoPane::showLarge(const FeedId& feed) {
    if (!m_large)
        m_large = new VideoWall(m_context, *m_views, u"videoLarge"_s, this);
    VideoTile* from = m_grid->tileOf(feed);
    m_large->grid().setCount(1);
    m_large->grid().tiles().constFirst()->open(feed, from ? from->incident() : std::nullopt);
    m_large->showOver(*window());
}

void VideoPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tridesk
