// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/video_grid.h"

#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/video_tile.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr std::array sizes{1, 4, 9, VideoGrid::most};

int columnsOf(int count) {
    return count == 1 ? 1 : count == 4 ? 2 : count == 9 ? 3 : 4;
}

} // namespace

VideoGrid::VideoGrid(const PaneContext& context, FeedViews& views, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_views(views)
    , m_layout(new QGridLayout(this)) {
    setObjectName(u"videoGrid"_s);
    m_layout->setContentsMargins(2, 2, 2, 2);
    m_layout->setSpacing(2);
    auto* second = new QTimer(this);
    second->setInterval(1s);
    connect(second, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return;
        for (VideoTile* tile : tiles())
            tile->tick();
    });
    second->start();
    setCount(4);
}

void VideoGrid::setCount(int tiles) {
    const int count = *std::ranges::find_if(sizes, [&](int size) { return size >= std::min(tiles, most); });
    if (count == m_count)
        return;
    while (m_tiles.size() < count) {
        auto* tile = new VideoTile(m_context, m_views, int(m_tiles.size()) + 1, this);
        m_tiles.append(tile);
        connect(tile, &VideoTile::opened, this, &VideoGrid::filled);
        connect(tile, &VideoTile::pinChanged, this, &VideoGrid::filled);
        connect(tile, &VideoTile::closeAsked, tile, &VideoTile::clear);
        connect(tile, &VideoTile::fullScreenAsked, this,
                [this, tile] { Q_EMIT fullScreenAsked(tile->feed()); });
        connect(tile, &VideoTile::reasonAsked, this, &VideoGrid::reasonAsked);
        connect(tile, &VideoTile::dropped, this,
                [this, tile](const QMimeData& data) { Q_EMIT dropped(data, tile); });
    }
    // pictures move up into what is left before any is closed
    const QList<VideoTile*> left = m_tiles.first(count);
    for (VideoTile* tile : m_tiles.sliced(count)) {
        const auto place = std::ranges::find_if(left, &VideoTile::isEmpty);
        if (!tile->isEmpty() && place != left.end()) {
            (*place)->open(tile->feed(), tile->incident());
            (*place)->setPinned(tile->isPinned());
        }
        tile->clear();
    }
    m_count = count;
    m_current = std::min(m_current, count - 1);
    arrange();
    Q_EMIT countChanged(count);
}

void VideoGrid::arrange() {
    const int columns = columnsOf(m_count);
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        m_layout->removeWidget(m_tiles[i]);
        if (i < m_count)
            m_layout->addWidget(m_tiles[i], int(i) / columns, int(i) % columns);
        m_tiles[i]->setVisible(i < m_count);
    }
    for (int i = 0; i < columnsOf(most); ++i) {
        m_layout->setColumnStretch(i, i < columns ? 1 : 0);
        m_layout->setRowStretch(i, i < columns ? 1 : 0);
    }
}

VideoTile* VideoGrid::tileOf(const FeedId& feed) const {
    const QList<VideoTile*> shown = tiles();
    const auto at = std::ranges::find(shown, feed, &VideoTile::feed);
    return at == shown.end() ? nullptr : *at;
}

VideoTile* VideoGrid::oldest() const {
    VideoTile* found = nullptr;
    for (VideoTile* tile : tiles())
        if (!tile->isPinned() && !tile->isEmergency() && (!found || tile->openedAt() < found->openedAt()))
            found = tile;
    return found;
}

VideoTile* VideoGrid::freeTile(bool grow) {
    for (VideoTile* tile : tiles())
        if (tile->isEmpty())
            return tile;
    if (grow && m_count < most) {
        const int before = m_count;
        setCount(before + 1);
        return m_tiles[before];
    }
    return oldest();
}

bool VideoGrid::open(const QList<FeedId>& feeds, const std::optional<IncidentId>& incident, VideoTile* first,
                     bool focus) {
    bool all = true;
    VideoTile* begun = nullptr;
    for (const FeedId& feed : feeds) {
        VideoTile* tile = tileOf(feed);
        if (!tile) {
            tile = std::exchange(first, nullptr);
            tile = tile ? tile : freeTile(true);
            if (tile)
                tile->open(feed, incident);
        }
        all = all && tile;
        begun = begun ? begun : tile;
    }
    if (begun && focus) {
        m_current = int(m_tiles.indexOf(begun));
        begun->setFocus(Qt::OtherFocusReason);
    }
    return all;
}

void VideoGrid::follow(const FeedId& feed) {
    if (tileOf(feed))
        return;
    VideoTile* before = m_followed.isNull() ? nullptr : tileOf(m_followed);
    const bool isFree = before && !before->isPinned() && !before->isEmergency();
    VideoTile* tile = isFree ? before : freeTile(false);
    if (!tile)
        return;
    tile->open(feed, {});
    m_followed = feed;
}

void VideoGrid::take(const VideoGrid& other) {
    setCount(other.count());
    for (int i = 0; i < m_count; ++i) {
        const VideoTile& from = *other.m_tiles[i];
        m_tiles[i]->open(from.feed(), from.incident());
        m_tiles[i]->setPinned(from.isPinned());
    }
    m_followed = other.m_followed;
}

int VideoGrid::focused() const {
    for (int i = 0; i < m_count; ++i)
        if (m_tiles[i]->hasFocus())
            return i;
    return m_current;
}

void VideoGrid::focusTile() {
    m_tiles[std::min(m_current, m_count - 1)]->setFocus(Qt::ShortcutFocusReason);
}

void VideoGrid::go(int tile) {
    if (tile < 0 || tile >= m_count)
        return;
    m_current = tile;
    m_tiles[tile]->setFocus(Qt::OtherFocusReason);
}

void VideoGrid::step(int columns, int rows) {
    const int wide = columnsOf(m_count);
    const int at = focused();
    const int column = at % wide + columns;
    const int row = at / wide + rows;
    if (column >= 0 && column < wide && row >= 0)
        go(row * wide + column);
}

void VideoGrid::resizeBy(int steps) {
    const auto at = std::ranges::find(sizes, m_count) - sizes.begin() + steps;
    if (at >= 0 && at < std::ssize(sizes))
        setCount(sizes[size_t(at)]);
    focusTile();
}

void VideoGrid::keyPressEvent(QKeyEvent* event) {
    if ((event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != 0)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Plus:
        return resizeBy(1);
    case Qt::Key_Minus:
        return resizeBy(-1);
    default:
        break;
    }
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        go(event->key() - Qt::Key_1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace tridesk
