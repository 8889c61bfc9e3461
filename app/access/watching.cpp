// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/watching.h"

#include "app/access/permission.h"
#include "app/domain/feed_rules.h"

#include <algorithm>

namespace tridesk {

namespace {

bool isOfPost(const Situation& situation, const PostId& post, const std::optional<UnitId>& id) {
    const Unit* unit = id ? situation.units().find(*id) : nullptr;
    return unit && unit->definition.post == post;
}

bool isInArea(const Situation& situation, const PostId& id, const VideoFeed& feed) {
    const Post* post = situation.posts().find(id);
    const auto at = feed_rules::placeOf(situation, feed);
    return post && at && contains(post->area, *at);
}

/// The incident that a unit works on.
const Incident* workOf(const Situation& situation, const std::optional<UnitId>& id) {
    const Unit* unit = id ? situation.units().find(*id) : nullptr;
    const Order* order = unit && unit->order ? situation.orders().find(*unit->order) : nullptr;
    return order ? situation.incidents().find(order->incident) : nullptr;
}

bool isOfSeenIncident(const Situation& situation, const Actor& actor, const VideoFeed& feed,
                      const std::optional<UnitId>& unit, Instant now) {
    if (const Incident* work = workOf(situation, unit))
        return maySee(situation, actor, *work, now);
    if (unit || !feed_rules::placeOf(situation, feed))
        return false;
    return std::ranges::any_of(situation.openIncidents(), [&](const IncidentId& id) {
        const Incident& incident = *situation.incidents().find(id);
        return maySee(situation, actor, incident, now) &&
               !feed_rules::needsReason(situation, actor, feed.id, id);
    });
}

} // namespace

bool mayWatch(const Situation& situation, const Actor& actor, const VideoFeed& feed, Instant now) {
    const auto unit = feed_rules::unitOf(situation, feed);
    switch (actor.seat.tier) {
    case Tier::Bureau:
        return true;
    case Tier::Station: {
        const PostId post = actor.seat.post().value_or(PostId());
        return isOfPost(situation, post, unit) || isInArea(situation, post, feed) ||
               isOfSeenIncident(situation, actor, feed, unit, now);
    }
    case Tier::Field:
        return unit && unit == actor.seat.unit();
    case Tier::Machine:
        break;
    }
    return false;
}

bool mayShow(const Situation& situation, const Eyes& eyes, const VideoFeed& feed, Instant now) {
    if (!mayWatch(situation, eyes.actor, feed, now))
        return false;
    if (eyes.wall && feed_rules::needsReason(situation, eyes.actor, feed.id))
        return false;
    const auto id = feed_rules::unitOf(situation, feed);
    const Unit* unit = id ? situation.units().find(*id) : nullptr;
    if (unit && unit->emergency && !eyes.wall)
        return true;
    const Incident* work = workOf(situation, id);
    return !work || !work->has(IncidentFlag::Sensitive) ||
           sightOf(situation, eyes, *work, now) == Sight::Whole;
}

bool mayShow(const Situation& situation, const Eyes& eyes, const Footage& footage, Instant now) {
    if (const Incident* incident = footage.incident ? situation.incidents().find(*footage.incident) : nullptr)
        return sightOf(situation, eyes, *incident, now) == Sight::Whole;
    if (eyes.wall)
        return false;
    const Seat& seat = eyes.actor.seat;
    if (seat.tier == Tier::Bureau || footage.seat == seat.toString())
        return true;
    if (footage.unit)
        return seat.unit() == footage.unit ||
               (seat.post() && isOfPost(situation, seat.post().value_or(PostId()), footage.unit));
    const VideoFeed* feed = situation.feeds().find(footage.feed);
    return feed && seat.post() && isInArea(situation, seat.post().value_or(PostId()), *feed);
}

} // namespace tridesk
