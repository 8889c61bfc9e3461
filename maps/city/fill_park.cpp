// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/fill.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

enum class ParkKind : std::uint8_t { Lake, Woods, Lawns, Sports, Square };

/// The land of a park, its middle and which way it lies.
struct Park {
    Ring plot;
    Ring walk; ///< within the hedge
    Vec middle;
    Vec axis;
    double along = 0;  ///< half its length
    double across = 0; ///< half its depth
};

/// An oval with an uneven shore; `stray` of its radius at most.
Ring blob(Site& site, Vec middle, Vec axis, double along, double across, double stray = 0.35) {
    Ring ring = oval({}, axis, along, across, 24);
    const Wave wave(site.random.fork(53), 1.0, stray);
    site.random.next();
    for (std::size_t k = 0; k < ring.size(); ++k) {
        // there and back again, so that the shore closes
        const double x = static_cast<double>(std::min(k, ring.size() - k)) / 2.2;
        ring[k] = middle + ring[k] * (1 + wave(x));
    }
    return ring;
}

bool isWithin(const Park& park, const Ring& ring, double margin) {
    return std::ranges::all_of(ring, [&](Vec p) { return holds(park.plot, p, margin); });
}

void drawPath(Site& site, const Ring& line, bool closed) {
    std::vector<std::int64_t> nodes;
    for (Vec p : bent(site.ground, line, closed))
        nodes.push_back(site.out.addNode(p));
    if (closed)
        nodes.push_back(nodes.front());
    site.out.addWay(std::move(nodes), {{"highway", "footway"}});
}

/// A place by its share of the park's half length and half depth.
Vec placeIn(const Park& park, double along, double across) {
    return park.middle + park.axis * (park.along * along) + left(park.axis) * (park.across * across);
}

/// Anywhere within that share.
Vec somewhereIn(Site& site, const Park& park, double along, double across) {
    const double there = site.random.real(-along, along); // drawn one after the other, whatever the compiler
    return placeIn(park, there, site.random.real(-across, across));
}

/// A bend of path from one place to another.
void drawBend(Site& site, Vec from, Vec to, double bow) {
    const Vec side = left(unit(to - from)) * bow;
    Ring line;
    for (int k = 0; k <= 8; ++k) {
        const double f = k / 8.0;
        line.push_back(lerp(from, to, f) + side * std::sin(f * 3.14159265));
    }
    drawPath(site, line, false);
}

void drawTrees(Site& site, const Park& park, int clumps, double least, double most) {
    for (int k = 0; k < clumps; ++k) {
        const Vec at = somewhereIn(site, park, 0.85, 0.85);
        const double size = site.random.real(least, most);
        const Ring ring = blob(site, at, park.axis, size * site.random.real(1, 1.8), size);
        if (isWithin(park, ring, 3))
            drawArea(site, ring, {{"natural", "wood"}});
    }
}

void drawLakes(Site& site, const Park& park) {
    const double off = site.random.real(-0.3, 0.3);
    const int parts = site.random.between(1, 3); // bays of one water
    for (int k = 0; k < parts; ++k) {
        const Vec at = placeIn(park, off + 0.33 * (k - (parts - 1) * 0.5), site.random.real(-0.2, 0.2));
        const double wide = park.across * site.random.real(0.3, 0.5);
        const Ring shore = blob(site, at, park.axis, wide * site.random.real(1.0, 1.7), wide, 0.5);
        if (isWithin(park, shore, 10))
            drawArea(site, shore, {{"natural", "water"}, {"water", "pond"}});
    }
    drawPath(site, park.walk, true);
    drawTrees(site, park, site.random.between(3, 7), 8, park.across * 0.22 + 8);
}

void drawWoods(Site& site, const Park& park) {
    drawTrees(site, park, site.random.between(9, 16), park.across * 0.15 + 6, park.across * 0.4 + 8);
    for (double at : {-0.7, 0.7})
        drawBend(site, placeIn(park, at, -0.9), placeIn(park, -at, 0.9),
                 park.across * site.random.real(-0.3, 0.3));
    drawBend(site, placeIn(park, -0.9, 0), placeIn(park, 0.9, 0), park.across * site.random.real(-0.5, 0.5));
}

void drawLawns(Site& site, const Park& park) {
    for (int k = 0; k < 3; ++k) {
        const Vec at = somewhereIn(site, park, 0.6, 0.5);
        const double along = park.across * site.random.real(0.15, 0.3);
        const Ring bed = oval(at, park.axis, along, park.across * site.random.real(0.1, 0.2), 16);
        if (isWithin(park, bed, 6))
            drawArea(site, bed, {{"leisure", "garden"}});
    }
    drawArea(site, box(placeIn(park, 0.5, 0.35), park.axis, 11, 8), {{"leisure", "playground"}});
    drawBend(site, placeIn(park, -0.9, -0.6), placeIn(park, 0.9, -0.3), park.across * 0.5);
    drawBend(site, placeIn(park, -0.8, 0.7), placeIn(park, 0.8, 0.6), -park.across * 0.4);
    drawTrees(site, park, site.random.between(4, 9), 6, park.across * 0.15 + 7);
}

void drawCourts(Site& site, const Park& park) {
    const Tags soccer{{"leisure", "pitch"}, {"sport", "soccer"}};
    const Tags courts{{"leisure", "pitch"}, {"sport", "basketball"}};
    const Ring field = box(placeIn(park, -0.35, 0), park.axis, std::min(50.0, park.along * 0.4),
                           std::min(32.0, park.across * 0.55));
    if (isWithin(park, field, 4))
        drawArea(site, field, soccer);
    for (int k = 0; k < 4; ++k) {
        const Ring court = box(placeIn(park, 0.4, 0) + park.axis * (18.0 * (k % 2)) +
                                   left(park.axis) * (k < 2 ? 18.0 : -18.0),
                               park.axis, 7.5, 14);
        if (isWithin(park, court, 4))
            drawArea(site, court, courts);
    }
    drawPath(site, park.walk, true);
    drawTrees(site, park, site.random.between(3, 6), 6, 14);
}

void drawSquare(Site& site, const Park& park) {
    const double half = park.across * 0.55;
    drawArea(site, box(park.middle, park.axis, std::min(half * 1.7, park.along * 0.7), half),
             {{"highway", "pedestrian"}, {"area", "yes"}});
    drawArea(site, oval(park.middle, park.axis, half * 0.3, half * 0.3, 16),
             {{"natural", "water"}, {"water", "fountain"}});
    for (double at : {-1.0, 1.0})
        drawPath(site, {placeIn(park, 0.9 * at, -0.9), park.middle, placeIn(park, -0.9 * at, -0.9)}, false);
    drawTrees(site, park, 6, 5, 10);
}

ParkKind kindOf(Site& site, const Park& park) {
    if (area(park.plot) < 9'000 || park.across < 30)
        return site.random.chance(0.5) ? ParkKind::Square : ParkKind::Lawns;
    const double roll = site.random.unit();
    return roll < 0.34   ? ParkKind::Lake
           : roll < 0.58 ? ParkKind::Woods
           : roll < 0.78 ? ParkKind::Lawns
           : roll < 0.90 ? ParkKind::Sports
                         : ParkKind::Square;
}

Name nameOf(Site& site, ParkKind kind) {
    switch (kind) {
    case ParkKind::Lake:
        return site.random.chance(0.3) ? site.names.rootWith("湖 公园", "Lake Park")
                                       : site.names.rootWith("公园", "Park");
    case ParkKind::Woods:
        return site.random.chance(0.3) ? site.names.rootWith("植物园", "Botanical Garden")
                                       : site.names.rootWith("公园", "Park");
    case ParkKind::Sports:
        return site.names.rootWith("体育 公园", "Sports Park");
    case ParkKind::Square:
        return site.names.rootWith("广场", "Square");
    case ParkKind::Lawns:
        break;
    }
    return site.names.rootWith("公园", "Park");
}

/// A path from the gate on the front to the middle.
void drawGate(Site& site, const Block& block, const Park& park) {
    const int edge = frontEdge(site, block);
    if (edge < 0)
        return;
    const auto e = static_cast<std::size_t>(edge);
    const Vec a = block.corners[e];
    const Vec b = block.corners[(e + 1) % block.corners.size()];
    const Edge& on = block.edges[e];
    const std::int64_t gate = site.streets.attach(on.street, (on.from + on.to) / 2, block.side(e), false);
    const std::int64_t inner = drawPoint(site, lerp(lerp(a, b, 0.5), park.middle, 0.45), {});
    site.out.addWay({gate, inner}, {{"highway", "footway"}});
}

} // namespace

void fillPark(Site& site, const Block& block) {
    Park park;
    park.plot = plotOf(site, block, -5);
    if (park.plot.empty())
        return;
    park.middle = centroid(park.plot);
    park.axis = mainAxis(park.plot);
    park.across = depth(park.plot) / 2;
    park.along = area(park.plot) / depth(park.plot) / 2;
    park.walk = inset(park.plot, std::min(18.0, park.across * 0.35));
    const ParkKind kind = kindOf(site, park);
    Tags tags{{"leisure", "park"}};
    addName(tags, nameOf(site, kind));
    drawArea(site, park.plot, tags);
    if (park.walk.empty())
        return;
    switch (kind) {
    case ParkKind::Lake:
        drawLakes(site, park);
        break;
    case ParkKind::Woods:
        drawWoods(site, park);
        break;
    case ParkKind::Lawns:
        drawLawns(site, park);
        break;
    case ParkKind::Sports:
        drawCourts(site, park);
        break;
    case ParkKind::Square:
        drawSquare(site, park);
        break;
    }
    drawGate(site, block, park);
}

} // namespace tridesk::maps::city
