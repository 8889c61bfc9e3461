// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_video.h"

#include "app/desk/desk.h"
#include "app/replay/replay.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/replay/replay_tile.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A mark is a moment; it stands on its picture for so long.
constexpr Milliseconds markStands = 10s;

QString titleOf(const Situation& situation, const FeedId& id) {
    const VideoFeed* feed = situation.feeds().find(id);
    if (!feed)
        return id.toString();
    const QString name = text::name(feed->name);
    const QString whose =
        feed->owner.unit.isNull() ? QString() : text::callsign(situation, feed->owner.unit) + u"  "_s;
    return whose + (name.isEmpty() ? id.toString() : name);
}

} // namespace

ReplayVideo::ReplayVideo(Replay& replay, const PaneContext& context, PathOf pathOf, QWidget* parent)
    : QWidget(parent)
    , m_replay(replay)
    , m_context(context)
    , m_pathOf(std::move(pathOf))
    , m_grid(new QGridLayout)
    , m_nothing(new QLabel(tr("Nobody watched a picture at this instant, and none was kept."), this))
    , m_more(new QLabel(this))
    , m_prompts(new PromptBar(this)) {
    setObjectName(u"replayVideo"_s);
    setAccessibleName(tr("Pictures of that instant"));
    m_nothing->setObjectName(u"replay.video.nothing"_s);
    m_nothing->setAccessibleName(m_nothing->text());
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("dim", true);
    m_more->setObjectName(u"replay.video.more"_s);
    m_more->setAccessibleName(tr("Pictures for which there is no room"));
    m_more->setProperty("dim", true);
    m_more->hide();
    m_grid->setSpacing(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_nothing, 1);
    column->addLayout(m_grid, 1);
    column->addWidget(m_more);
    column->addWidget(m_prompts);
    connect(&replay, &Replay::moved, this, &ReplayVideo::refresh);
    connect(&replay, &Replay::grown, this, &ReplayVideo::refresh);
    connect(&replay, &Replay::playingChanged, this, &ReplayVideo::refresh);
    connect(&context.desk, &SeatDesk::changed, this, &ReplayVideo::refresh);
    refresh();
}

ReplayVideo::~ReplayVideo() {
    qDeleteAll(m_tiles); // each ends its look on record
}

void ReplayVideo::setSeat(const QString& seat) {
    m_seat = seat;
    refresh();
}

QMap<FeedId, ReplayVideo::Scene> ReplayVideo::scenes() const {
    QMap<FeedId, Scene> scenes;
    const Situation& then = m_replay.desk().situation();
    const Instant at = m_replay.clock().at();
    for (const FeedView& view : then.views()) {
        const VideoFeed* feed = then.feeds().find(view.feed);
        if (!view.footage && (m_seat.isEmpty() || view.seat == m_seat) && feed &&
            m_context.desk.maySee(*feed))
            scenes[view.feed].views.append(view);
    }
    for (const Footage& kept : m_replay.end().footage()) {
        const bool isMark = kept.kind == FootageKind::Mark;
        const Instant until = isMark ? kept.from + markStands : kept.to;
        const bool stands = kept.from <= at && at < until && kept.kind != FootageKind::Snapshot;
        if (!stands || !m_context.desk.maySee(kept))
            continue;
        if (isMark)
            scenes[kept.feed].marks.append(text::clock(kept.from) + u"  "_s + kept.words);
        else if (!kept.removed && !m_pathOf(kept).isEmpty())
            scenes[kept.feed].clip = &kept;
    }
    return scenes;
}

QString ReplayVideo::words(const Scene& scene) const {
    const Situation& then = m_replay.desk().situation();
    QStringList lines;
    for (const FeedView& view : scene.views) {
        const Incident* incident = view.incident ? then.incidents().find(*view.incident) : nullptr;
        const QString what = incident ? text::shortNumber(incident->number) : view.reason;
        lines.append(tr("%1 watched since %2", "a seat, a time")
                         .arg(text::seatName(then, view.seat), text::clock(view.began)) +
                     (what.isEmpty() ? QString() : u": "_s + what));
    }
    if (!scene.clip)
        lines.append(tr("Of this instant no picture was kept."));
    for (const QString& mark : scene.marks)
        lines.append(u"⚑ "_s + mark);
    return lines.join(u'\n');
}

void ReplayVideo::refresh() {
    const QMap<FeedId, Scene> scenes = this->scenes();
    bool changed = false;
    for (auto tile = m_tiles.begin(); tile != m_tiles.end();) {
        if (scenes.contains(tile.key())) {
            ++tile;
            continue;
        }
        delete *tile;
        tile = m_tiles.erase(tile);
        changed = true;
    }
    for (auto scene = scenes.cbegin(); scene != scenes.cend(); ++scene) {
        auto tile = m_tiles.find(scene.key());
        if (tile == m_tiles.end()) {
            if (m_tiles.size() >= mostTiles)
                continue;
            tile = m_tiles.insert(scene.key(), new ReplayTile(m_context.desk, m_replay.clock(),
                                                              m_context.look, *m_prompts, scene.key(), this));
            (*tile)->setTitle(titleOf(m_replay.end(), scene.key()));
            changed = true;
        }
        (*tile)->setWords(words(*scene));
        (*tile)->setClip(scene->clip, scene->clip ? m_pathOf(*scene->clip) : QString());
        (*tile)->follow();
    }
    const qsizetype more = scenes.size() - m_tiles.size();
    m_more->setText(tr("Without room: %1").arg(more));
    m_more->setVisible(more > 0);
    m_nothing->setVisible(m_tiles.isEmpty());
    if (changed)
        lay();
}

void ReplayVideo::lay() {
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    const int columns = std::max(1, int(std::ceil(std::sqrt(double(m_tiles.size())))));
    int place = 0;
    for (ReplayTile* tile : std::as_const(m_tiles)) {
        m_grid->addWidget(tile, place / columns, place % columns);
        tile->QWidget::show();
        ++place;
    }
}

} // namespace tridesk
