// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/geometry.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tridesk::maps::city {

using Tags = std::vector<std::pair<std::string, std::string>>;

struct OsmNode {
    std::int32_t lon = 0; ///< degrees times ten million, as OSM keeps them
    std::int32_t lat = 0;
    Tags tags;
};
struct OsmWay {
    std::vector<std::int64_t> nodes;
    Tags tags;
};
struct OsmMember {
    char type = 'n'; ///< n, w
    std::int64_t id = 0;
    std::string role;
};
struct OsmRelation {
    std::vector<OsmMember> members;
    Tags tags;
};

/// What the generator writes, in memory. Ids count from 1 in each list: element i has the id i + 1.
class OsmData {
public:
    std::vector<OsmNode> nodes;
    std::vector<OsmWay> ways;
    std::vector<OsmRelation> relations;
    /// What the data is about: the corners with the least and the most, for the file's header.
    OsmNode least = {}, most = {};

    /// At a point of the world, metres from the city's centre.
    std::int64_t addNode(Vec world, Tags tags = {});
    std::int64_t addWay(std::vector<std::int64_t> wayNodes, Tags tags);
    /// A closed way around the ring, with nodes of its own.
    std::int64_t addArea(const Ring& world, Tags tags);
    /// A way along points, with nodes of its own.
    std::int64_t addLine(const Ring& world, Tags tags);
    /// Around points of the world.
    void setBounds(const Ring& world);
    void addRelation(std::vector<OsmMember> members, Tags tags);
};

} // namespace tridesk::maps::city
