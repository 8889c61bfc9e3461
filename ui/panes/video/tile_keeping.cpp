// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/tile_keeping.h"

#include "ui/panes/video/replay_cover.h"
#include "ui/panes/video/tile_tools.h"
#include "ui/panes/video/video_tile.h"
#include "ui/text/footage_words.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr auto noteStays = 6s;

} // namespace

TileKeeping::TileKeeping(VideoTile& tile, const PaneContext& context)
    : QObject(&tile)
    , m_tile(tile)
    , m_context(context)
    , m_cover(new ReplayCover(tile, context.look))
    , m_note(tilePlate(tile, u"tile.note"_s, tr("What came of it")))
    , m_writing(tilePlate(tile, u"tile.writing"_s, tr("A clip is being kept")))
    , m_words(new QLineEdit(&tile)) {
    m_note->setWordWrap(true);
    m_words->setObjectName(u"tile.markWords"_s);
    m_words->setAccessibleName(tr("Words of the mark"));
    m_words->setPlaceholderText(tr("What is seen here? Enter keeps the mark"));
    m_words->setMaxLength(400);
    m_words->hide();
    m_words->installEventFilter(this);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(noteStays);
    m_second.setInterval(1s);
    connect(&m_quiet, &QTimer::timeout, m_note, &QWidget::hide);
    connect(&m_second, &QTimer::timeout, this, &TileKeeping::followClip);
    tile.installEventFilter(this);
    addTools();
    connect(&tile, &VideoTile::opened, this, &TileKeeping::follow);
    connect(&tile, &VideoTile::lookChanged, this, &TileKeeping::follow);
    if (context.footage)
        joinClerk();
}

void TileKeeping::addTools() {
    m_tile.addTool(u"tile.replay"_s, u"replay"_s, tr("See the last 30 seconds again"), Qt::Key_B,
                   [this] { replay(back); });
    auto* whole = new QAction(tr("See the last minute again"), &m_tile);
    whole->setObjectName(u"tile.replayMinute"_s);
    whole->setShortcut(Qt::SHIFT | Qt::Key_B);
    whole->setShortcutContext(Qt::WidgetShortcut);
    connect(whole, &QAction::triggered, this, [this] { replay(minute); });
    m_tile.addAction(whole);
    if (!m_context.footage)
        return;
    m_tile.addTool(u"tile.still"_s, u"still"_s, tr("Keep this picture"), Qt::Key_S, [this] { takeStill(); });
    m_clip =
        m_tile.addTool(u"tile.clip"_s, u"clip"_s, tr("Keep a clip, from ten seconds ago until the same key"),
                       Qt::Key_C, [this] { toggleClip(); });
    m_clip->setCheckable(true);
    m_tile.addTool(u"tile.mark"_s, u"bookmark"_s, tr("Mark this moment with words"), Qt::Key_M,
                   [this] { askMark(); });
}

void TileKeeping::joinClerk() {
    FootageClerk& clerk = *m_context.footage;
    connect(&clerk, &FootageClerk::changed, this, [this](const FeedId& feed) {
        if (isOurs(feed))
            followClip();
    });
    connect(&clerk, &FootageClerk::saved, this, [this](const FeedId& feed, FootageKind kind) {
        if (isOurs(feed))
            tell(tr("Kept: %1", "a still, a clip, a mark").arg(text::name(kind)), false);
    });
    connect(&clerk, &FootageClerk::failed, this,
            [this](const FeedId& feed, FootageKind, const WriteFault& fault) {
                if (isOurs(feed))
                    tell(text::faultText(fault), true);
            });
    connect(&clerk, &FootageClerk::refused, this, [this](const FeedId& feed, const Refusal& refusal) {
        if (isOurs(feed))
            tell(refusalText(refusal, m_context.desk.situation()), true);
    });
    connect(&clerk, &FootageClerk::clipEnded, this, [this](const FeedId& feed, ClipResult::End end) {
        if (isOurs(feed))
            tell(text::endText(end), true);
    });
}

bool TileKeeping::isOurs(const FeedId& feed) const {
    return !m_tile.isEmpty() && m_tile.feed() == feed;
}

Player* TileKeeping::player() const {
    return m_tile.look() ? m_tile.look()->player() : nullptr;
}

FootageOf TileKeeping::of() const {
    return {m_tile.feed(), m_tile.incident()};
}

Instant TileKeeping::instant() const {
    if (m_cover->isOn())
        return m_cover->instant();
    const FeedLook* look = m_tile.look();
    return look ? m_context.desk.now() - (videoNow() - look->picture().at) : m_context.desk.now();
}

// Another feed stands there, or this one may not be seen any more: nothing of it stays.
void TileKeeping::follow() {
    m_cover->leave();
    m_words->hide();
    m_note->hide();
    followClip();
}

void TileKeeping::replay(Milliseconds time) {
    const Player* live = player();
    if (!live)
        return;
    if (!m_cover->begin(live->rewind()->after(), time, m_context.desk.now()))
        tell(tr("Nothing has been kept of this picture yet."), true);
}

void TileKeeping::takeStill() {
    const Player* live = player();
    if (!live || !m_context.footage)
        return;
    const bool isReplay = m_cover->isOn();
    const PacketSpan span = isReplay ? m_cover->span() : live->rewind()->after();
    const QImage shown = isReplay ? m_cover->replay().picture().image : m_tile.look()->picture().image;
    const VideoTime at = isReplay ? m_cover->replay().position() : m_tile.look()->picture().at;
    m_context.footage->takePicture(of(), replayOf(span), at, instant(), shown);
}

void TileKeeping::toggleClip() {
    const Player* live = player();
    FootageClerk* clerk = m_context.footage;
    if (!clerk)
        return;
    if (clerk->isWriting(m_tile.feed())) {
        clerk->endClip(m_tile.feed());
    } else if (live) {
        // as long as it is written the feed is read, whoever closes its tile
        const std::shared_ptr<FeedLook> reads(m_context.video->look(m_tile.feed()));
        const Milliseconds from = m_cover->isOn() ? videoNow() - m_cover->replay().position() : clipBefore;
        clerk->beginClip(of(), live->rewind()->hold(), from, reads);
    }
    followClip();
}

void TileKeeping::followClip() {
    const FootageClerk* clerk = m_context.footage;
    if (!clerk)
        return;
    const bool writing = !m_tile.isEmpty() && clerk->isWriting(m_tile.feed());
    m_clip->setChecked(writing);
    m_writing->setVisible(writing);
    if (!writing)
        return m_second.stop();
    m_second.start();
    m_writing->setText(tr("⏺ Clip %1", "how long it is").arg(text::duration(clerk->length(m_tile.feed()))));
    placeNotes();
}

// The moment is that at which the key was pressed, however long the words take.
void TileKeeping::askMark() {
    if (!player() || !m_context.footage)
        return;
    m_markedAt = instant();
    m_words->clear();
    placeNotes();
    m_words->show();
    m_words->raise();
    m_words->setFocus(Qt::ShortcutFocusReason);
}

void TileKeeping::tell(const QString& words, bool bad) {
    m_note->setText(words);
    m_note->setProperty("refusal", bad);
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->show();
    m_note->raise();
    placeNotes();
    m_quiet.start();
}

void TileKeeping::placeNotes() {
    const QRect room = pictureRoom(m_tile.rect(), m_tile.fontMetrics()).adjusted(6, 6, -6, -6);
    const int head = m_tile.fontMetrics().height() + 10; // below a replay's head
    m_writing->adjustSize();
    m_writing->move(room.left(), room.top() + head);
    m_writing->raise();
    m_words->setGeometry(room.left(), room.bottom() - m_words->sizeHint().height(), room.width(),
                         m_words->sizeHint().height());
    const QSize note(std::min(room.width(), m_note->fontMetrics().horizontalAdvance(m_note->text()) + 12), 0);
    m_note->setFixedWidth(note.width());
    m_note->adjustSize();
    m_note->move(room.left(), std::max(room.top(), room.bottom() - 2 * head - m_note->height()));
}

bool TileKeeping::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_tile && event->type() == QEvent::Resize)
        placeNotes();
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape)
        return false;
    if (key != Qt::Key_Escape) {
        if (m_words->text().trimmed().isEmpty())
            return true;
        m_context.footage->mark(of(), m_markedAt, m_words->text());
    }
    m_words->hide();
    m_tile.setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace tridesk
