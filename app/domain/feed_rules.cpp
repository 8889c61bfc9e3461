// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/feed_rules.h"

#include <algorithm>

namespace tridesk::feed_rules {

namespace {

bool carries(const Unit& unit, const FeedOwner& owner) {
    switch (owner.kind) {
    case FeedOwnerKind::Unit:
        return unit.definition.id == owner.unit;
    case FeedOwnerKind::BodyCamera: // typed at every log-on
        return unit.kit.camera.compare(owner.name, Qt::CaseInsensitive) == 0;
    case FeedOwnerKind::Officer:
        return unit.crew.contains(owner.name);
    case FeedOwnerKind::Camera:
    case FeedOwnerKind::Place:
        break;
    }
    return false;
}

bool loggedOnLater(const Unit& a, const Unit& b) {
    return a.onSince == b.onSince ? a.definition.id < b.definition.id : a.onSince > b.onSince;
}

bool isFixed(const VideoFeed& feed) {
    return feed.owner.kind == FeedOwnerKind::Camera || feed.owner.kind == FeedOwnerKind::Place;
}

struct Near {
    double metres = 0;
    FeedId feed;

    friend bool operator<(const Near& a, const Near& b) {
        return a.metres == b.metres ? a.feed < b.feed : a.metres < b.metres;
    }
};

std::optional<Near> distance(const Situation& situation, const VideoFeed& feed, GeoPoint from) {
    const auto at = isFixed(feed) ? placeOf(situation, feed) : std::nullopt;
    return at ? std::optional(Near{at->metresTo(from), feed.id}) : std::nullopt;
}

/// Like feedsOf(…).cameras.contains(feed), but done as soon as enough others are nearer.
bool isAmongNearest(const Situation& situation, const VideoFeed& feed, const Incident& incident) {
    const auto& place = incident.details.place.at;
    const auto own = place ? distance(situation, feed, *place) : std::nullopt;
    if (!place || !own)
        return false;
    qint64 nearer = 0;
    for (const VideoFeed& other : situation.feeds()) {
        const auto its = distance(situation, other, *place);
        if (its && *its < *own && ++nearer >= situation.videoPolicy().camerasOfIncident)
            return false;
    }
    return situation.videoPolicy().camerasOfIncident > 0;
}

bool isOfSeat(const Seat& seat, const Unit& unit) {
    return seat.unit() == unit.definition.id || (seat.post() && seat.post() == unit.definition.post);
}

bool isOfSeat(const Situation& situation, const Seat& seat, const Incident& incident) {
    if (seat.tier == Tier::Bureau)
        return true;
    if (seat.tier == Tier::Station && seat.post() == incident.post)
        return true;
    return std::ranges::any_of(incident.orders, [&](const OrderId& id) {
        const Order* order = situation.orders().find(id);
        if (!order || isOver(order->stage))
            return false;
        if (const auto post = order->post())
            return seat.post() == post;
        const Unit* unit = situation.units().find(order->unit().value_or(UnitId()));
        return unit && isOfSeat(seat, *unit);
    });
}

bool belongsTo(const Situation& situation, const VideoFeed& feed, const std::optional<UnitId>& unit,
               const Incident& incident) {
    if (isFixed(feed))
        return isAmongNearest(situation, feed, incident);
    return unit && std::ranges::any_of(incident.orders, [&](const OrderId& id) {
               const Order* order = situation.orders().find(id);
               return order && !isOver(order->stage) && order->unit() == unit;
           });
}

} // namespace

std::optional<UnitId> unitOf(const Situation& situation, const VideoFeed& feed) {
    if (isFixed(feed))
        return {};
    if (feed.owner.kind == FeedOwnerKind::Unit)
        return situation.units().find(feed.owner.unit) ? std::optional(feed.owner.unit) : std::nullopt;
    const Unit* last = nullptr;
    for (const Unit& unit : situation.units())
        if (carries(unit, feed.owner) && (!last || loggedOnLater(unit, *last)))
            last = &unit;
    return last ? std::optional(last->definition.id) : std::nullopt;
}

std::optional<GeoPoint> placeOf(const Situation& situation, const VideoFeed& feed) {
    if (!isFixed(feed))
        return {};
    const Camera* camera =
        feed.owner.kind == FeedOwnerKind::Camera ? situation.cameras().find(feed.owner.camera) : nullptr;
    return camera ? camera->at : feed.owner.at;
}

QList<FeedId> feedsOf(const Situation& situation, const UnitId& id) {
    const Unit* unit = situation.units().find(id);
    QList<FeedId> feeds;
    if (!unit)
        return feeds;
    for (const VideoFeed& feed : situation.feeds())
        if (carries(*unit, feed.owner) && unitOf(situation, feed) == id)
            feeds.append(feed.id);
    std::sort(feeds.begin(), feeds.end());
    return feeds;
}

IncidentFeeds feedsOf(const Situation& situation, const IncidentId& id, qint64 cameras) {
    IncidentFeeds feeds;
    const Incident* incident = situation.incidents().find(id);
    if (!incident)
        return feeds;
    for (const OrderId& each : incident->orders) {
        const Order* order = situation.orders().find(each);
        if (!order || isOver(order->stage) || !order->unit())
            continue;
        const QList<FeedId> own = feedsOf(situation, order->unit().value_or(UnitId()));
        for (const FeedId& feed : own)
            if (!feeds.crews.contains(feed))
                feeds.crews.append(feed);
    }
    QList<Near> near;
    if (const auto& place = incident->details.place.at)
        for (const VideoFeed& feed : situation.feeds())
            if (const auto its = distance(situation, feed, *place))
                near.append(*its);
    const auto wanted = near.begin() + std::clamp<qint64>(cameras, 0, near.size());
    std::partial_sort(near.begin(), wanted, near.end());
    for (auto each = near.begin(); each != wanted; ++each)
        feeds.cameras.append(each->feed);
    return feeds;
}

bool needsReason(const Situation& situation, const Actor& actor, const FeedId& id,
                 const std::optional<IncidentId>& named) {
    const VideoFeed* feed = situation.feeds().find(id);
    if (!feed)
        return true;
    const auto unitId = unitOf(situation, *feed);
    const Unit* unit = unitId ? situation.units().find(*unitId) : nullptr;
    if (unit && unit->emergency)
        return false;
    const auto isReason = [&](const IncidentId& each) {
        const Incident* incident = situation.incidents().find(each);
        return incident && incident->isOpen() && isOfSeat(situation, actor.seat, *incident) &&
               belongsTo(situation, *feed, unitId, *incident);
    };
    if (named)
        return !isReason(*named);
    if (unit) {
        const Order* order = unit->order ? situation.orders().find(*unit->order) : nullptr;
        return !order || !isReason(order->incident);
    }
    return !isFixed(*feed) || std::ranges::none_of(situation.openIncidents(), isReason);
}

bool needsReason(const Situation& situation, const Actor& actor, const Footage& footage) {
    const Incident* incident = footage.incident ? situation.incidents().find(*footage.incident) : nullptr;
    return footage.seat != actor.seat.toString() &&
           (!incident || !isOfSeat(situation, actor.seat, *incident));
}

QList<ViewId> viewsOf(const Situation& situation, const QString& seat) {
    QList<ViewId> open;
    for (const FeedView& view : situation.views())
        if (view.seat == seat)
            open.append(view.id);
    std::sort(open.begin(), open.end());
    return open;
}

} // namespace tridesk::feed_rules
