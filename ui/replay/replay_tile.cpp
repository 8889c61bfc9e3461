// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_tile.h"

#include "app/desk/desk.h"
#include "app/domain/codec.h"
#include "app/replay/play_clock.h"
#include "ui/actions/prompts.h"
#include "ui/panes/common/replay_screen.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

ViewId viewOf(const QList<Entry>& entries) {
    for (const Entry& entry : entries)
        if (const auto fact = decode(entry.fact))
            if (const auto* began = std::get_if<ViewBegan>(&*fact))
                return began->view;
    return {};
}

} // namespace

ReplayTile::ReplayTile(SeatDesk& desk, const PlayClock& clock, const Look& look, Prompts& prompts,
                       const FeedId& feed, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_prompts(prompts)
    , m_feed(feed)
    , m_replayer(new Replayer(this))
    , m_screen(new ReplayScreen(look, *m_replayer, this))
    , m_words(new QLabel(this))
    , m_open(new QPushButton(tr("Play with a reason…"), this)) {
    setObjectName(u"replay.tile."_s + feed.toString());
    m_screen->setInstantOf([this](VideoTime at) { return m_clip.from + (at - m_replayer->status().begin); });
    m_words->setObjectName(objectName() + u".words"_s);
    m_words->setAccessibleName(tr("What the record says of this picture"));
    m_words->setWordWrap(true);
    m_words->setMargin(4);
    m_open->setObjectName(objectName() + u".open"_s);
    m_open->setAccessibleName(m_open->text());
    m_open->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_screen, 1);
    column->addWidget(m_open);
    column->addWidget(m_words);
    connect(m_open, &QPushButton::clicked, this, &ReplayTile::askReason);
    // it is open only some time after it was asked for, and the clock may stand still
    connect(m_replayer, &Replayer::stateChanged, this, &ReplayTile::follow, Qt::QueuedConnection);
}

ReplayTile::~ReplayTile() {
    close();
}

void ReplayTile::setTitle(const QString& title) {
    setAccessibleName(title);
    m_screen->setCaption(title);
}

void ReplayTile::setWords(const QString& words) {
    if (m_words->text() != words)
        m_words->setText(words);
}

void ReplayTile::setClip(const Footage* clip, const QString& path) {
    const FootageId id = clip ? clip->id : FootageId();
    if (id == m_clip.id)
        return;
    close();
    m_clip = clip ? *clip : Footage();
    m_path = path;
    m_asked = false;
    m_screen->setVisible(clip != nullptr);
    m_open->hide();
    if (clip)
        open({});
}

/// Nothing is decoded before the look is on record.
void ReplayTile::open(const QString& reason) {
    m_desk.submit(BeginView{.reason = reason, .footage = m_clip.id})
        .then(this, [this, clip = m_clip.id](const Outcome& outcome) {
            if (outcome && clip != m_clip.id) { // the clock went on before it was on record
                m_desk.submit(EndView{viewOf(*outcome)});
                return;
            }
            if (outcome) {
                m_view = viewOf(*outcome);
                m_open->hide();
                return begin();
            }
            m_open->setVisible(outcome.error().code == RefusalCode::ReasonNeeded ||
                               outcome.error().code == RefusalCode::Missing);
            if (m_open->isHidden() || m_asked)
                m_prompts.complain(refusalText(outcome.error(), m_desk.situation()));
        });
}

void ReplayTile::askReason() {
    m_asked = true;
    m_prompts.ask(
        {.name = u"replay.watch"_s, .text = tr("Why do you watch this?"), .answer = {}, .accept = tr("Play")},
        this, [this](const QString& reason) { open(reason); });
}

void ReplayTile::begin() {
    m_replayer->play(replayOf(m_path));
    m_replayer->setPaused(true);
    m_plays = false;
    m_rate = 1;
    m_soughtAt = Instant::min();
}

void ReplayTile::close() {
    m_replayer->stop();
    if (!m_view.isNull())
        m_desk.submit(EndView{std::exchange(m_view, {})});
}

void ReplayTile::follow() {
    const ReplayStatus status = m_replayer->status();
    if (!isOpen() || !status.isOpen)
        return;
    const bool plays = m_clock.plays() && !m_clock.isBackwards() && m_clock.speed() <= fastest;
    const VideoTime wanted = status.begin + std::max(Milliseconds(0), m_clock.at() - m_clip.from);
    if (std::exchange(m_plays, plays) != plays)
        m_replayer->setPaused(!plays);
    if (plays && std::exchange(m_rate, m_clock.speed()) != m_clock.speed())
        m_replayer->setRate(m_clock.speed());
    const bool rested = !m_sinceSeek.isValid() || m_sinceSeek.elapsed() >= stillEvery.count();
    const Milliseconds drift = std::chrono::abs(m_replayer->position() - wanted);
    const Milliseconds most(qint64(double(mostDrift.count()) * std::max(1.0, m_clock.speed())));
    const bool isOff = plays ? drift > most && !status.ended : m_clock.at() != m_soughtAt;
    if (!isOff || (m_clock.plays() && !rested))
        return;
    m_replayer->seek(wanted);
    m_soughtAt = m_clock.at();
    m_sinceSeek.start();
}

} // namespace tridesk
