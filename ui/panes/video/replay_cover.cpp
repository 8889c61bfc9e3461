// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/replay_cover.h"

#include "ui/panes/common/replay_bar.h"
#include "ui/panes/common/replay_screen.h"
#include "ui/panes/video/video_tile.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

ReplayCover::ReplayCover(VideoTile& tile, const Look& look)
    : QWidget(&tile)
    , m_tile(tile)
    , m_replay(new Replayer(this))
    , m_screen(new ReplayScreen(look, *m_replay, this))
    , m_bar(new ReplayBar(*m_replay, true, this)) {
    setObjectName(u"replayCover"_s);
    setAccessibleName(tr("Replay"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_screen, 1);
    column->addWidget(m_bar);
    m_screen->setInstantOf([this](VideoTime at) { return instantOf(at); });
    connect(m_bar, &ReplayBar::liveAsked, this, &ReplayCover::leave);
    connect(m_replay, &Replayer::stateChanged, this, &ReplayCover::follow);
    tile.installEventFilter(this);
    hide();
}

bool ReplayCover::begin(const PacketSpan& span, Milliseconds back, Instant now) {
    if (span.empty())
        return false;
    m_span = span;
    m_now = now;
    m_begunAt = videoNow();
    m_screen->setCaption(m_tile.face().name);
    place();
    lower(); // the tools stay in reach
    show();
    if (m_tile.look() != nullptr)
        connect(m_tile.look(), &FeedLook::pictureChanged, this, &ReplayCover::showLive, Qt::UniqueConnection);
    showLive();
    m_replay->play(replayOf(span), std::max(span.front().at, m_begunAt - back));
    return true;
}

void ReplayCover::leave() {
    if (!isOn())
        return;
    hide();
    m_replay->stop();
    m_span.clear();
    Q_EMIT left();
}

// Whoever stepped to the end stands there; whoever let it play is where he was before.
void ReplayCover::follow() {
    const ReplayStatus status = m_replay->status();
    if (status.ended && !status.paused && !status.fault)
        leave();
}

void ReplayCover::showLive() {
    if (!isOn())
        return;
    const TileFace face = m_tile.face();
    m_screen->setInset(face.picture, signOf(face) + u' ' + face.word);
}

void ReplayCover::place() {
    setGeometry(m_tile.rect().adjusted(2, 2, -2, -2)); // the edge tells of focus and emergency
}

// The keys are the tile's, and while it replays the bar's first.
bool ReplayCover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        place();
    if (!isOn())
        return QWidget::eventFilter(watched, event);
    constexpr int ours[] = {Qt::Key_Space, Qt::Key_Comma, Qt::Key_Period,
                            Qt::Key_J,     Qt::Key_L,     Qt::Key_Escape};
    if (event->type() == QEvent::ShortcutOverride) { // before a window's own shortcut of that key
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && std::ranges::find(ours, key->key()) != std::end(ours))
            event->accept();
    }
    if (event->type() == QEvent::KeyPress && m_bar->takeKey(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

} // namespace tridesk
