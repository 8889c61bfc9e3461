// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/site.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

constexpr double LongestChord = 45; // metres of a straight side on the plan before it may bend
constexpr double MetresPerNumber = 9;

} // namespace

Ring bent(const Ground& ground, const Ring& plan, bool closed) {
    Ring result;
    const std::size_t sides = closed ? plan.size() : plan.size() - 1;
    for (std::size_t i = 0; i < sides; ++i) {
        const Vec a = plan[i];
        const Vec b = plan[(i + 1) % plan.size()];
        const int pieces = std::max(1, static_cast<int>(std::lround(length(b - a) / LongestChord)));
        for (int k = 0; k < pieces; ++k)
            result.push_back(ground.world(lerp(a, b, static_cast<double>(k) / pieces)));
    }
    if (!closed)
        result.push_back(ground.world(plan.back()));
    return result;
}

Ring plotOf(const Site& site, const Block& block, double more) {
    std::vector<double> room;
    for (const Edge& edge : block.edges) {
        if (edge.street < 0) {
            room.push_back(6 + more);
            continue;
        }
        const Street& street = site.streets.street(edge.street);
        room.push_back(halfWidth(street.rank, street.offset) + more);
    }
    return inset(block.corners, room);
}

std::int64_t drawArea(Site& site, const Ring& plan, Tags tags) {
    return site.out.addArea(bent(site.ground, plan), std::move(tags));
}

std::int64_t drawLine(Site& site, const Ring& plan, Tags tags) {
    return site.out.addLine(bent(site.ground, plan, false), std::move(tags));
}

namespace {

Ring boundingBox(Vec at, Vec axis, const Ring& outline) {
    Vec least = outline.front();
    Vec most = outline.front();
    for (Vec p : outline) {
        least = {std::min(least.x, p.x), std::min(least.y, p.y)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y)};
    }
    const Vec middle = (least + most) * 0.5;
    return box(at + axis * middle.x + left(axis) * middle.y, axis, (most.x - least.x) / 2,
               (most.y - least.y) / 2);
}

bool overlap(const Ring& a, const Ring& b) {
    const auto within = [](const Ring& ring, const Ring& points) {
        return holds(ring, lerp(points[0], points[2], 0.5)) ||
               std::ranges::any_of(points, [&](Vec p) { return holds(ring, p); });
    };
    return within(a, b) || within(b, a);
}

} // namespace

bool build(Site& site, const Ring& plot, Vec at, Vec axis, const Ring& outline, Tags tags) {
    for (Vec p : outline)
        if (!holds(plot, at + axis * p.x + left(axis) * p.y, 0.5))
            return false;
    Ring taken = boundingBox(at, axis, outline);
    if (std::ranges::any_of(site.standing, [&](const Ring& other) { return overlap(taken, other); }))
        return false;
    site.standing.push_back(std::move(taken));
    if (!site.buildings)
        return true;
    const Vec centre = site.ground.world(at);
    const Vec turned = unit(site.ground.world(at + axis * 3) - site.ground.world(at - axis * 3));
    Ring world;
    for (Vec p : outline)
        world.push_back(centre + turned * p.x + left(turned) * p.y);
    site.out.addArea(world, std::move(tags));
    return true;
}

std::int64_t drawPoint(Site& site, Vec plan, Tags tags) {
    return site.out.addNode(site.ground.world(plan), std::move(tags));
}

Ring boxShape(double along, double across) {
    return box({}, {1, 0}, along / 2, across / 2);
}

Ring angleShape(double along, double across, double arm) {
    const double x = along / 2;
    const double y = across / 2;
    return {{-x, -y}, {x, -y}, {x, y}, {x - arm, y}, {x - arm, -y + arm}, {-x, -y + arm}};
}

Ring courtShape(double along, double across, double arm) {
    const double x = along / 2;
    const double y = across / 2;
    return {{-x, -y}, {-x + arm, -y}, {-x + arm, y - arm}, {x - arm, y - arm}, {x - arm, -y}, {x, -y},
            {x, y},   {-x, y}};
}

Ring towerShape(double along, double across) {
    const double x = along / 2;
    const double y = across / 2;
    const double n = along / 9; // half the notch's width
    const double d = across / 5;
    return {{-x, -y + d}, {-n, -y + d}, {-n, -y},   {n, -y},     {n, -y + d}, {x, -y + d},
            {x, y},       {n, y},       {n, y - d}, {-n, y - d}, {-n, y},     {-x, y}};
}

int houseNumber(const Streets& streets, int index, double t, Side side) {
    const double along = streets.street(index).numbersFrom + t;
    return 2 * static_cast<int>(along / MetresPerNumber) + (side == Side::Left ? 1 : 2);
}

Tags addressTags(const Site& site, const Block& block, std::size_t edge, double fraction) {
    const Edge& e = block.edges[edge];
    if (e.street < 0 || site.streets.street(e.street).road < 0)
        return {};
    const int number =
        houseNumber(site.streets, e.street, e.from + (e.to - e.from) * fraction, block.side(edge));
    return {{"addr:street", site.streets.road(site.streets.street(e.street).road).name.zh},
            {"addr:housenumber", std::to_string(number) + "号"}};
}

namespace {

template <typename Better>
int bestEdge(const Site& site, const Block& block, Better better) {
    int best = -1;
    for (std::size_t i = 0; i < block.edges.size(); ++i) {
        if (block.edges[i].street < 0 || std::abs(block.edges[i].to - block.edges[i].from) < 40)
            continue;
        const Street& street = site.streets.street(block.edges[i].street);
        if (best < 0 ||
            better(street.rank, site.streets.street(block.edges[static_cast<std::size_t>(best)].street).rank))
            best = static_cast<int>(i);
    }
    return best;
}

} // namespace

int frontEdge(const Site& site, const Block& block) {
    return bestEdge(site, block, [](Rank a, Rank b) { return a < b; });
}

int quietEdge(const Site& site, const Block& block) {
    return bestEdge(site, block, [](Rank a, Rank b) { return a > b; });
}

void append(Tags& tags, const Tags& more) {
    tags.insert(tags.end(), more.begin(), more.end());
}

} // namespace tridesk::maps::city
