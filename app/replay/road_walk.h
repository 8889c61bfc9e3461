// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/instant.h"

#include <QList>

#include <functional>
#include <memory>

namespace tridesk {

/// The way that a unit may have taken along the roads from one report to the next. Who makes a replay gives
/// it, as this room knows no map. Made and asked on the replay's own thread.
class RoadWalk {
public:
    RoadWalk() = default;
    virtual ~RoadWalk() = default;
    Q_DISABLE_COPY_MOVE(RoadWalk)

    /// From the one to the other, both ends included; empty where no road fits what was reported: none near,
    /// or none that could have been driven in that time.
    [[nodiscard]] virtual QList<GeoPoint> between(GeoPoint from, GeoPoint to, Milliseconds took) = 0;
};

/// Null where no roads are known.
using RoadWalkFactory = std::function<std::unique_ptr<RoadWalk>()>;

} // namespace tridesk
