// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/ground.h"
#include "maps/city/names.h"
#include "maps/city/osm_data.h"

#include <optional>

namespace tridesk::maps::city {

enum class Rank : std::uint8_t {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Residential,
    Living,
    Service,
    Footway
};

/// Half the room a street takes up, from its middle to where plots begin, in metres.
[[nodiscard]] double halfWidth(Rank rank, double carriagewayOffset);

enum class Side : std::uint8_t { Left, Right };

/// A place on a street where something else meets it.
struct Stop {
    double t = 0;          ///< metres along the plan from the street's start
    std::int64_t left = 0; ///< the node on the left carriageway; the same as right on an undivided street
    std::int64_t right = 0;
    bool opening = false; ///< the divided street may be crossed here
    int road = -1;        ///< the road that meets it, to let it go on at the other side
};

/// A stretch on a bridge or in a tunnel.
struct Span {
    double from = 0;
    double to = 0;
    bool tunnel = false;
    int layer = 1;
};

/// One stretch of road between two given nodes, straight or bent on the plan.
struct Street {
    Ring line = {}; ///< at least two points of the plan
    Rank rank = Rank::Residential;
    int road = -1;       ///< index of the road's name in Streets; -1: nameless
    double offset = 0;   ///< > 0: divided, each carriageway so far from the middle
    bool oneWay = false; ///< of an undivided street: along the line
    bool link = false;
    std::int64_t startLeft = 0, startRight = 0, endLeft = 0, endRight = 0;
    std::vector<Stop> stops = {}; ///< in no order until written
    std::vector<Span> spans = {};
    double numbersFrom = 0; ///< metres along its road at the street's start, for house numbers; set on adding
    Tags more = {};         ///< further tags of its ways
    std::int64_t firstWay = 0, lastWay = 0; ///< once written: the ways at its ends (undivided streets)
};

struct Road {
    Name name;
    std::string ref = {};
    double length = 0; ///< of its streets so far: house numbers go on from street to street
};

/// All streets of the city; writes them as ways that share nodes where they meet.
class Streets {
public:
    Streets(const Ground& ground, OsmData& out)
        : m_ground(ground)
        , m_out(out) {}

    int addRoad(Name name, std::string ref = {});
    int addStreet(Street street);
    [[nodiscard]] const Street& street(int index) const { return m_streets[static_cast<std::size_t>(index)]; }
    [[nodiscard]] Street& street(int index) { return m_streets[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Road& road(int index) const { return m_roads[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int count() const { return static_cast<int>(m_streets.size()); }

    /// Length on the plan.
    [[nodiscard]] double length(int street) const;
    [[nodiscard]] Vec planAt(int street, double t) const;
    /// In the world, so many metres to the left of the middle.
    [[nodiscard]] Vec worldAt(int street, double t, double toLeft = 0) const;

    /// A stop that is already there, within tolerance.
    [[nodiscard]] std::optional<double> stopNear(int street, double t, double tolerance) const;
    /// Lets something meet the street there, from that side; opening makes a way through the middle of a
    /// divided one.
    std::int64_t attach(int street, double t, Side side, bool opening, int road = -1);
    /// The road that meets the street there already, or -1.
    [[nodiscard]] int roadAt(int street, double t) const;

    /// A node of the plan.
    std::int64_t node(Vec plan) { return m_out.addNode(m_ground.world(plan)); }
    /// Writes every street; once.
    void write();

private:
    struct Point {
        double t;
        std::int64_t node;
    };
    Stop& stopAt(int street, double t);
    void writeStreet(int index);
    void writeCarriageway(int index, double toLeft, std::vector<Point> points, bool backwards);
    std::vector<std::int64_t> filled(int street, double toLeft, const Point& a, const Point& b);
    void refine(int street, double toLeft, double a, double b, Vec wa, Vec wb,
                std::vector<std::int64_t>& nodes);
    [[nodiscard]] Tags tagsOf(const Street& street) const;

    const Ground& m_ground;
    OsmData& m_out;
    std::vector<Street> m_streets;
    std::vector<Road> m_roads;
};

} // namespace tridesk::maps::city
