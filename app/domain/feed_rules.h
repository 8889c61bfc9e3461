// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

/// What follows from whose a feed is. Pure, and asked by screens and decisions alike.
namespace tridesk::feed_rules {

/// The unit that the feed goes with now; none for fixed cameras, and for what nobody carries. Where two crews
/// name the same camera or officer, the one that logged on last.
[[nodiscard]] std::optional<UnitId> unitOf(const Situation& situation, const VideoFeed& feed);

/// Where a fixed camera stands. What moves has no place here: its unit's fixes are not in the situation.
[[nodiscard]] std::optional<GeoPoint> placeOf(const Situation& situation, const VideoFeed& feed);

/// A unit's feeds, by code.
[[nodiscard]] QList<FeedId> feedsOf(const Situation& situation, const UnitId& unit);

struct IncidentFeeds {
    QList<FeedId> crews;   ///< of the units with an open order, in the orders' order
    QList<FeedId> cameras; ///< fixed ones, the nearest first

    [[nodiscard]] bool contains(const FeedId& feed) const {
        return crews.contains(feed) || cameras.contains(feed);
    }
};

[[nodiscard]] IncidentFeeds feedsOf(const Situation& situation, const IncidentId& incident,
                                    qint64 cameras = VideoPolicy().camerasOfIncident);

/// Whether a seat may open a feed only with a reason: not where it belongs to an open incident of the seat
/// (to `incident`, where one is named), and not where its unit is in an emergency, which is reason enough. An
/// incident of the seat is for the bureau any, for a station what lies in its area or was ordered to it or
/// its units, for a crew what it was ordered to. Whether the seat may open it at all is
/// app/access/watching.h's question.
[[nodiscard]] bool needsReason(const Situation& situation, const Actor& actor, const FeedId& feed,
                               const std::optional<IncidentId>& incident = {});

/// The same of what was kept: not of what this seat kept itself, nor of an incident of the seat, open or
/// over.
[[nodiscard]] bool needsReason(const Situation& situation, const Actor& actor, const Footage& footage);

/// A seat's open views, in the order of their ids.
[[nodiscard]] QList<ViewId> viewsOf(const Situation& situation, const QString& seat);

} // namespace tridesk::feed_rules
