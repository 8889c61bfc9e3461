// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph_file.h"
#include "maps/roads/profile.h"
#include "maps/roads/traffic.h"

#include <cmath>
#include <vector>

namespace tridesk::maps {

/// How a search is driven: by what, and in what traffic.
struct Driving {
    RoadProfile profile = RoadProfile::of(Vehicle::PoliceCar);
    TrafficFactors traffic; ///< by day, unless told otherwise (TrafficTable::at)
};

/// The road of a way, and what is against its direction, as a graph keeps it.
[[nodiscard]] RoadKind kindOf(const RoadWay& way, bool against);

/// What travel times are reckoned with by day, km/h, 5 to 120. A limit that is signed counts for four fifths
/// of itself, since junctions and traffic take their share; without one the class decides, by what cars
/// average in a city by day.
[[nodiscard]] int daySpeedKmh(const RoadKind& kind);

/// Whether the vehicle may go there, this way round; restrictions of turns aside.
[[nodiscard]] bool mayUse(const RoadKind& kind, const RoadProfile& profile);
/// Whether the turn that ends in a road of this kind is forbidden to it.
[[nodiscard]] bool isBarred(const RoadKind& kind, const RoadProfile& profile);

/// The vehicle's speed there and then, 1 to 250 km/h, wherever it may go.
[[nodiscard]] double speedKmh(const RoadKind& kind, const Driving& driving);

/// Whether anybody at all can use it; what nobody can is left out of a graph.
[[nodiscard]] bool isOfUse(const RoadWay& way);

/// Speeds and permissions of a graph for one way of driving: what a search multiplies lengths with. Made for
/// each search, in microseconds: a graph has some hundred kinds.
class Weights {
public:
    Weights(std::span<const RoadKind> kinds, const Driving& driving);

    /// Milliseconds for the arc; NoIndex where it may not be driven.
    [[nodiscard]] quint32 of(const GraphArc& arc) const {
        const float perCentimetre = m_msPerCentimetre[arc.kind];
        return perCentimetre < 0
                   ? NoIndex
                   : static_cast<quint32>(std::lround(static_cast<float>(arc.centimetres) * perCentimetre));
    }
    [[nodiscard]] bool mayUse(quint16 kind) const { return m_msPerCentimetre[kind] >= 0; }
    [[nodiscard]] bool onFoot() const { return m_onFoot; }
    [[nodiscard]] float leastMsPerCentimetre() const { return m_least; } ///< of all that may be used

private:
    std::vector<float> m_msPerCentimetre; ///< by kind; negative: closed
    float m_least = 0;
    bool m_onFoot = false;
};

} // namespace tridesk::maps
