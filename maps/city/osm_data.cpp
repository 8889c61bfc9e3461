// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/osm_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tridesk::maps::city {

namespace {

// An inland stretch of farmland; the city is not there, nor anywhere. Metres for a degree at this latitude
// (WGS-84).
constexpr double CentreLon = 116.2350;
constexpr double CentreLat = 32.1780;
constexpr double MetresPerLon = 94277.0;
constexpr double MetresPerLat = 110883.0;

std::int32_t fixed(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e7));
}

} // namespace

std::int64_t OsmData::addNode(Vec world, Tags tags) {
    nodes.push_back({fixed(CentreLon + world.x / MetresPerLon), fixed(CentreLat + world.y / MetresPerLat),
                     std::move(tags)});
    return static_cast<std::int64_t>(nodes.size());
}

std::int64_t OsmData::addWay(std::vector<std::int64_t> wayNodes, Tags tags) {
    ways.push_back({std::move(wayNodes), std::move(tags)});
    return static_cast<std::int64_t>(ways.size());
}

std::int64_t OsmData::addArea(const Ring& world, Tags tags) {
    std::vector<std::int64_t> ids;
    ids.reserve(world.size() + 1);
    for (Vec p : world)
        ids.push_back(addNode(p));
    ids.push_back(ids.front());
    return addWay(std::move(ids), std::move(tags));
}

std::int64_t OsmData::addLine(const Ring& world, Tags tags) {
    std::vector<std::int64_t> ids;
    ids.reserve(world.size());
    for (Vec p : world)
        ids.push_back(addNode(p));
    return addWay(std::move(ids), std::move(tags));
}

void OsmData::setBounds(const Ring& world) {
    least = {std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max(), {}};
    most = {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min(), {}};
    for (Vec p : world) {
        const std::int32_t lon = fixed(CentreLon + p.x / MetresPerLon);
        const std::int32_t lat = fixed(CentreLat + p.y / MetresPerLat);
        least = {std::min(least.lon, lon), std::min(least.lat, lat), {}};
        most = {std::max(most.lon, lon), std::max(most.lat, lat), {}};
    }
}

void OsmData::addRelation(std::vector<OsmMember> members, Tags tags) {
    relations.push_back({std::move(members), std::move(tags)});
}

} // namespace tridesk::maps::city
