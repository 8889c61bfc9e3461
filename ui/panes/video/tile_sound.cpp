// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/tile_sound.h"

#include "app/video/feed_players.h"
#include "ui/panes/video/tile_tools.h"
#include "ui/panes/video/video_tile.h"

#include <QAction>
#include <QEvent>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

TileSound::TileSound(VideoTile& tile, const PaneContext& context)
    : QObject(&tile)
    , m_tile(tile)
    , m_hearing(context.video->hearing())
    , m_note(tilePlate(tile, u"tile.soundNote"_s, tr("Why nothing is heard")))
    , m_action(tile.addTool(u"tile.sound"_s, u"sound"_s, tr("Hear it: one picture at a time"), Qt::Key_A,
                            [this] { toggle(); })) {
    m_action->setCheckable(true);
    m_note->setWordWrap(true);
    tile.installEventFilter(this);
    connect(&m_hearing, &FeedHearing::changed, this, &TileSound::follow);
    connect(&tile, &VideoTile::opened, this, &TileSound::follow);
    connect(&tile, &VideoTile::lookChanged, this, &TileSound::follow);
}

void TileSound::toggle() {
    const bool isOurs = m_hearing.feed() == m_tile.feed();
    m_hearing.choose(!isOurs && m_tile.look() ? m_tile.feed() : FeedId());
    follow();
}

void TileSound::follow() {
    m_action->setChecked(!m_tile.isEmpty() && m_hearing.feed() == m_tile.feed());
    QString why;
    switch (m_hearing.state(m_tile.feed())) {
    case FeedHearing::State::NoDevice:
        why = tr("This computer has no sound device.");
        break;
    case FeedHearing::State::NoTrack:
        why = tr("This camera sends no sound.");
        break;
    case FeedHearing::State::Hushed:
        why = tr("Silent while an emergency rings.");
        break;
    case FeedHearing::State::Heard:
    case FeedHearing::State::Silent:
        break;
    }
    m_note->setText(why);
    m_note->setVisible(!why.isEmpty());
    const QRect room = pictureRoom(m_tile.rect(), m_tile.fontMetrics()).adjusted(6, 6, -6, -6);
    m_note->setFixedWidth(
        std::min(room.width(), m_note->fontMetrics().horizontalAdvance(m_note->text()) + 12));
    m_note->adjustSize();
    m_note->move(room.left(), room.bottom() - m_note->height());
    m_note->raise();
}

bool TileSound::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_tile && event->type() == QEvent::Resize)
        follow();
    return QObject::eventFilter(watched, event);
}

} // namespace tridesk
