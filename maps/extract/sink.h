// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/package.h"
#include "maps/package/place.h"
#include "maps/package/road_way.h"

#include <QList>
#include <QPointF>

namespace tridesk::maps {

/// Takes what is found in an extract, in the order in which it stands there. Called on the reading thread.
class ExtractSink {
public:
    virtual ~ExtractSink() = default;
    virtual void place(const Place& place) = 0;
    virtual void road(const RoadWay& way) = 0;
    virtual void restriction(const TurnRestriction& restriction) = 0;
    /// A police station; its ref and names are as tagged and may be empty, its area is not known yet.
    virtual void station(const PostArea& station) = 0;
    /// An area drawn for a station (boundary=police_station); its station point may be invalid.
    virtual void postArea(const PostArea& area) = 0;
    virtual void camera(const FixedCamera& camera) = 0;
    /// A stretch of coast, the land on its left; x is the longitude, y the latitude, in degrees.
    virtual void coastline(const QList<QPointF>& line) = 0;
};

} // namespace tridesk::maps
