// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/video_tile.h"

#include "app/desk/desk.h"
#include "app/domain/feed_rules.h"
#include "ui/actions/selection.h"
#include "ui/panes/video/feed_names.h"
#include "ui/panes/video/feed_views.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/text/video_words.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

VideoTile::VideoTile(const PaneContext& context, FeedViews& views, int number, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_views(views)
    , m_number(number)
    , m_name(number > 0 ? u"videoTile.%1"_s.arg(number) : u"markerCard.tile"_s)
    , m_strip(new QWidget(this))
    , m_tools(new QHBoxLayout(m_strip)) {
    setObjectName(m_name);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(96, 72);
    buildTools();
    connect(&views, &FeedViews::changed, this, [this](const FeedId& feed) {
        if (feed == m_feed && !m_feed.isNull())
            takeStage();
    });
    connect(&context.desk, &SeatDesk::changed, this, &VideoTile::follow);
    connect(&context.selection, &Selection::unitsChanged, this, &VideoTile::weigh);
    connect(&context.selection, &Selection::incidentChanged, this, &VideoTile::weigh);
    connect(&context.look, &Look::changed, this, &VideoTile::dressTools);
    if (context.video)
        connect(&context.video->hearing(), &FeedHearing::changed, this, &VideoTile::judge);
    dressTools();
    judge();
}

VideoTile::~VideoTile() {
    m_look.reset();
    if (!m_feed.isNull())
        m_views.close(m_feed);
}

void VideoTile::open(const FeedId& feed, const std::optional<IncidentId>& incident) {
    const FeedId before = std::exchange(m_feed, feed);
    if (before == feed)
        return;
    m_look.reset();
    m_incident = incident;
    m_openedAt = videoNow();
    m_status.reset();
    m_newsAt.reset();
    learn();
    setPinned(false);
    if (!feed.isNull())
        m_views.open(feed, incident); // tells the stage
    if (!before.isNull())
        m_views.close(before);
    judge();
    Q_EMIT opened();
}

void VideoTile::clear() {
    open({}, {});
}

/// Whose it is changes with shifts, not with pictures: it is not looked up for each.
void VideoTile::learn() {
    const Situation& situation = m_context.desk.situation();
    const VideoFeed* feed = situation.feeds().find(m_feed);
    m_unit = feed ? feed_rules::unitOf(situation, *feed) : std::nullopt;
    m_title = m_feed.isNull() ? QString() : feedTitle(situation, m_feed);
}

bool VideoTile::isEmergency() const {
    const Unit* known = m_unit ? m_context.desk.situation().units().find(*m_unit) : nullptr;
    return known && known->emergency.has_value();
}

void VideoTile::setPinned(bool pinned) {
    m_pinned = pinned;
    Q_EMIT pinChanged(pinned);
    weigh();
    judge();
}

/// What it was opened for, or what its unit is ordered to.
const Incident* VideoTile::job() const {
    const Situation& situation = m_context.desk.situation();
    if (m_incident)
        return situation.incidents().find(*m_incident);
    const Unit* known = m_unit ? situation.units().find(*m_unit) : nullptr;
    const Order* order = known && known->order ? situation.orders().find(*known->order) : nullptr;
    return order ? situation.incidents().find(order->incident) : nullptr;
}

/// Tells what bears on whether it plays.
void VideoTile::weigh() {
    if (!m_look)
        return;
    const Incident* incident = job();
    FeedInterest interest{.emergency = isEmergency(), .pinned = m_pinned, .level = {}, .newsAt = m_newsAt};
    if (incident && incident->isOpen())
        interest.level = incident->details.level;
    interest.selected = (m_unit && m_context.selection.units().contains(*m_unit)) ||
                        (incident && incident->id == m_context.selection.incident());
    m_look->setInterest(interest);
}

void VideoTile::takeStage() {
    const bool mayBeSeen =
        m_views.stage(m_feed) == FeedViews::Stage::Open && !m_views.isHidden(m_feed) && m_context.video;
    if (!mayBeSeen) {
        if (std::exchange(m_look, nullptr))
            Q_EMIT lookChanged();
    } else if (!m_look) {
        m_look = m_context.video->look(m_feed);
        connect(m_look.get(), &FeedLook::pictureChanged, this,
                [this] { update(pictureRoom(rect(), fontMetrics())); });
        connect(m_look.get(), &FeedLook::stateChanged, this, &VideoTile::judge);
        tellRoom();
        tellSeen();
        weigh();
        Q_EMIT lookChanged();
    }
    judge();
}

void VideoTile::follow(const Changes& changes) {
    if (m_feed.isNull())
        return;
    if (changes.feeds.contains(m_feed) && m_look)
        m_context.video->renew(m_feed);
    if (!changes.feeds.isEmpty() || !changes.units.isEmpty())
        learn();
    if (m_unit && changes.units.contains(*m_unit)) {
        const Unit* known = m_context.desk.situation().units().find(*m_unit);
        const auto status = known ? std::optional(known->status) : std::nullopt;
        if (m_status && status != m_status)
            m_newsAt = videoNow();
        m_status = status;
    }
    takeStage();
    weigh();
}

/// What has changed is seen, and heard by those who listen.
void VideoTile::judge() {
    refresh();
    const QString spoken =
        m_number > 0
            ? tr("Tile %1: %2", "a place for a picture, what is in it").arg(m_number).arg(face().spoken())
            : face().spoken();
    if (spoken != accessibleName())
        setAccessibleName(spoken);
}

void VideoTile::refresh() {
    m_strip->setVisible(!isEmpty() && (underMouse() || hasFocus()));
    setToolTip(face().reason);
    update();
}

void VideoTile::tick() {
    if (m_look && m_look->isDecoding() && m_look->status().state == FeedState::Live) {
        update(rect().adjusted(0, height() - footHeight(fontMetrics()) - 2, 0, 0));
        return;
    }
    if (!isEmpty())
        update();
}

TileFace VideoTile::face() const {
    TileFace face;
    face.focused = hasFocus();
    face.hovered = underMouse();
    if (m_feed.isNull()) {
        face.hint = tr("%1\nDrop a unit, a camera or an incident here", "number of a tile").arg(m_number);
        return face;
    }
    face.name = m_title;
    face.pinned = m_pinned;
    face.heard = m_context.video && m_context.video->hearing().feed() == m_feed;
    face.emergency = isEmergency();
    describe(face);
    return face;
}

void VideoTile::describe(TileFace& face) const {
    if (m_views.isHidden(m_feed)) {
        face.word = tr("Hidden");
        face.reason = tr("Visitors can see this screen.");
        return;
    }
    switch (m_views.stage(m_feed)) {
    case FeedViews::Stage::Asking:
        face.word = tr("A reason is needed");
        face.reason = tr("R: say why you look");
        return;
    case FeedViews::Stage::Beginning:
        face.state = FeedState::Connecting;
        face.word = text::name(face.state);
        return;
    case FeedViews::Stage::Covered:
        face.word = tr("Hidden");
        face.reason = tr("The desk is locked.");
        return;
    case FeedViews::Stage::Refused:
        face.word = tr("Not opened");
        if (const auto refusal = m_views.refusal(m_feed))
            face.reason = refusalText(*refusal, m_context.desk.situation());
        return;
    case FeedViews::Stage::Open:
        if (m_look)
            describeLook(face);
        return;
    }
}

void VideoTile::describeLook(TileFace& face) const {
    const FeedStatus status = m_look->status();
    const FeedPicture& picture = m_look->picture();
    face.state = status.state;
    face.word = text::name(status.state);
    if (const auto refusal = m_look->refusal())
        face.reason = refusalText(*refusal, m_context.desk.situation());
    else if (status.fault)
        face.reason = text::faultText(status.fault->kind);
    else
        face.reason = text::name(status.still);
    if (status.fault && status.untilTry && status.untilTry->count() >= 1000)
        face.reason =
            tr("%1 Next try in %2.", "why a picture does not come, and how long until it is tried again")
                .arg(face.reason, text::age(*status.untilTry));
    if (picture.number == 0) {
        if (status.state == FeedState::Live) { // it is there, and none of it was decoded yet
            face.word = text::name(FeedState::Connecting);
            face.reason = text::attentionText(m_look->choice());
        }
        return;
    }
    face.picture = picture.image;
    const auto age = std::max(Milliseconds(0), videoNow() - picture.at);
    face.age = status.still == FeedStill::SamePicture ? status.sameFor.value_or(age) : age;
    face.clock = text::clock(m_context.desk.now() - *face.age);
    switch (status.state) {
    case FeedState::Off:
    case FeedState::Connecting:
        face.trust = Trust::Frozen; // a still of before: nothing says what is there now
        return;
    case FeedState::Late:
        face.trust = Trust::Late;
        return;
    case FeedState::Frozen:
        face.trust = Trust::Frozen;
        return;
    case FeedState::Live:
        break;
    }
    const AttentionChoice choice = m_look->choice();
    face.trust = m_look->isDecoding() && age < feedLateAfter ? Trust::Live : Trust::Still;
    if (face.trust == Trust::Live && choice.crowded)
        face.reason = text::attentionText(choice);
    if (face.trust == Trust::Still) {
        face.word = tr("Last still");
        face.reason = choice.plays ? QString() : text::attentionText(choice);
    }
}

} // namespace tridesk
