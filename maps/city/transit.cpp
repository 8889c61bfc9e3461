// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/transit.h"

#include "maps/city/countryside.h"
#include "maps/city/fill.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk::maps::city {

namespace {

constexpr double RingHalf = 7.5;
constexpr double Bend = 130; // radius of the elevated ring's corners
constexpr double ExpresswayHalf = 9;

/// A rectangle with rounded corners, anticlockwise, from the middle of its south side round to it again.
Ring rounded(Vec low, Vec high) {
    Ring ring{{(low.x + high.x) / 2, low.y}};
    const Vec middles[]{{high.x - Bend, low.y + Bend},
                        {high.x - Bend, high.y - Bend},
                        {low.x + Bend, high.y - Bend},
                        {low.x + Bend, low.y + Bend}};
    constexpr int Steps = 8;
    for (int corner = 0; corner < 4; ++corner)
        for (int k = 0; k <= Steps; ++k) {
            const double angle = std::numbers::pi / 2 * (corner - 1 + static_cast<double>(k) / Steps);
            ring.push_back(middles[corner] + Vec{std::cos(angle), std::sin(angle)} * Bend);
        }
    ring.push_back(ring.front());
    return ring;
}

/// Metres along a line at its point nearest to p.
double along(const Ring& line, Vec p) {
    double best = 0;
    double nearest = 1e18;
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec d = line[i] - line[i - 1];
        const double l = length(d);
        const double f = l > 0 ? std::clamp(dot(p - line[i - 1], d) / (l * l), 0.0, 1.0) : 0;
        const double far = length(lerp(line[i - 1], line[i], f) - p);
        if (far < nearest) {
            nearest = far;
            best = sum + l * f;
        }
        sum += l;
    }
    return best;
}

void ramp(Site& site, std::int64_t from, std::int64_t to, bool bridge) {
    Tags tags{{"highway", "motorway_link"}, {"oneway", "yes"}, {"maxspeed", "40"}};
    if (bridge) {
        tags.emplace_back("bridge", "yes");
        tags.emplace_back("layer", "1");
    }
    site.out.addWay({from, to}, std::move(tags));
}

/// Both ramps of one carriageway over one stretch of the road below: down first, then up.
void rampsOf(Site& site, int elevated, int ground, bool sameWay, bool right) {
    const double l = site.streets.length(ground);
    // in the direction of travel: where the ramps touch the road below and the elevated one
    const bool forward = sameWay == right;
    const auto groundT = [&](double f) { return forward ? f * l : (1 - f) * l; };
    const Side groundSide = forward ? Side::Right : Side::Left;
    const Side side = right ? Side::Right : Side::Left;
    const auto elevatedAt = [&](double f) {
        const Vec p = site.streets.planAt(ground, groundT(f));
        return site.streets.attach(elevated, along(site.streets.street(elevated).line, p), side, false);
    };
    const auto groundAt = [&](double f) {
        return site.streets.attach(ground, groundT(f), groundSide, false);
    };
    ramp(site, elevatedAt(0.16), groundAt(0.38), true);
    ramp(site, groundAt(0.62), elevatedAt(0.84), true);
}

} // namespace

void layElevatedRing(Site& site, const Plan& plan, const Skeleton& skeleton) {
    const Vec low = plan.corner(plan.ringWest, plan.ringSouth);
    const Vec high = plan.corner(plan.ringEast, plan.ringNorth);
    Street ring{.line = rounded(low, high), .rank = Rank::Motorway, .offset = RingHalf};
    ring.road = site.streets.addRoad(makeName("内环 高架", "Inner Ring Elevated Road"), "S1");
    ring.more = {{"bridge", "yes"}, {"layer", "2"}};
    const Vec start = site.ground.world(ring.line.front());
    const Vec across = site.ground.vAxis(ring.line.front());
    ring.startLeft = ring.endLeft = site.out.addNode(start + across * RingHalf);
    ring.startRight = ring.endRight = site.out.addNode(start - across * RingHalf);
    const int elevated = site.streets.addStreet(std::move(ring));
    const auto both = [&](int ground, bool sameWay) {
        if (ground < 0 || site.streets.length(ground) < 560)
            return;
        rampsOf(site, elevated, ground, sameWay, true);
        rampsOf(site, elevated, ground, sameWay, false);
    };
    for (int i = plan.ringWest + 1; i < plan.ringEast - 1; i += 2) {
        both(skeleton.across(i, plan.ringSouth), true);
        both(skeleton.across(i, plan.ringNorth), false);
    }
    for (int j = plan.ringSouth + 1; j < plan.ringNorth - 1; j += 2) {
        if (j == plan.south)
            continue;
        both(skeleton.up(plan.ringEast, j), true);
        both(skeleton.up(plan.ringWest, j), false);
    }
}

void layExpressway(Site& site, const Plan& plan, const Skeleton& skeleton) {
    const double v = plan.expressway;
    const double west = plan.u(0) - Outskirts;
    const double east = plan.u(plan.cellsAcross()) + Outskirts;
    Street street{.line = {{west, v}, {east, v}}, .rank = Rank::Motorway, .offset = ExpresswayHalf};
    street.road = site.streets.addRoad(makeName("云湖 绕城 高速", "Yunhu Bypass Expressway"), "S88");
    street.more = {};
    // at its ends the carriageways meet: nobody is caught beyond the map's edge
    street.startLeft = street.startRight = site.streets.node({west, v});
    street.endLeft = street.endRight = site.streets.node({east, v});
    const int index = site.streets.addStreet(std::move(street));
    const int row = plan.cellsUp() - 1;
    for (int column : {plan.ringWest, plan.ringEast}) {
        const int road = skeleton.up(column, row);
        if (road < 0)
            continue;
        const double at = plan.u(column) - west;
        const double crossing = v - plan.v(row);
        constexpr double Reach = 290;
        constexpr double Off = 85;
        const auto onRoad = [&](double t, Side side) { return site.streets.attach(road, t, side, true); };
        const auto onExpressway = [&](double t, Side side) {
            return site.streets.attach(index, t, side, false);
        };
        ramp(site, onExpressway(at - Reach, Side::Right), onRoad(crossing - Off, Side::Left), false);
        ramp(site, onRoad(crossing - Off, Side::Right), onExpressway(at + Reach, Side::Right), false);
        ramp(site, onExpressway(at + Reach, Side::Left), onRoad(crossing + Off, Side::Right), false);
        ramp(site, onRoad(crossing + Off, Side::Left), onExpressway(at - Reach, Side::Left), false);
    }
}

void drawRailway(Site& site, const Plan& plan) {
    const double west = plan.u(0) - Outskirts;
    const double east = plan.u(plan.cellsAcross()) + Outskirts;
    const Name name = makeName("云江 铁路", "Yunjiang Railway");
    for (double off : {-2.5, 2.5}) {
        Tags tags{{"railway", "rail"}, {"usage", "main"}, {"gauge", "1435"}, {"electrified", "contact_line"}};
        addName(tags, name);
        drawLine(site, {{west, plan.railway + off}, {east, plan.railway + off}}, tags);
    }
}

void drawMetro(Site& site, const Plan& plan) {
    const int axis = Plan::nearest(plan.columns, 0);
    const int crossRow = std::min(plan.south + 2, plan.cellsUp());
    const auto line = [&](Vec a, Vec b, const Name& name) {
        Tags tags{{"railway", "subway"}, {"tunnel", "yes"}, {"layer", "-2"}};
        addName(tags, name);
        drawLine(site, {a, b}, tags);
    };
    line(plan.corner(axis, 1), plan.corner(axis, plan.cellsUp() - 1), makeName("地铁 1号线", "Metro Line 1"));
    line(plan.corner(1, crossRow), plan.corner(plan.cellsAcross() - 1, crossRow),
         makeName("地铁 2号线", "Metro Line 2"));
    const auto stop = [&](Vec at, const Name& crossing) {
        Tags tags{{"railway", "station"}, {"station", "subway"}};
        Name name = crossing;
        name.zh += "站";
        name.pinyin += " Zhàn";
        name.en += " Station";
        addName(tags, name);
        drawPoint(site, at + Vec{26, 26}, tags);
    };
    for (int j = 1; j < plan.cellsUp(); ++j)
        if (j != plan.south && j != crossRow)
            stop(plan.corner(axis, j), plan.rows[static_cast<std::size_t>(j)].high);
    stop(plan.corner(axis, crossRow), makeName("云湖 中心", "Yunhu Centre"));
    for (int i = 1; i < plan.cellsAcross(); ++i)
        if (i != axis)
            stop(plan.corner(i, crossRow), plan.columns[static_cast<std::size_t>(i)].high);
}

void fillStation(Site& site, const Block& block, const Plan& plan) {
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return;
    drawArea(site, plot, {{"landuse", "commercial"}});
    const double rail = plan.railway + 28;
    const Vec middle{centroid(plot).x, rail};
    for (double off : {-26.0, -14.0, 14.0, 26.0})
        drawArea(site, box({middle.x, plan.railway + off}, {1, 0}, 215, 4),
                 {{"railway", "platform"}, {"public_transport", "platform"}});
    for (double off : {-20.0, -8.0, 8.0, 20.0})
        drawLine(site,
                 {{middle.x - 520, plan.railway + (off > 0 ? 2.5 : -2.5)},
                  {middle.x - 330, plan.railway + off},
                  {middle.x + 330, plan.railway + off},
                  {middle.x + 520, plan.railway + (off > 0 ? 2.5 : -2.5)}},
                 {{"railway", "rail"}, {"service", "siding"}});
    const Name name = makeName("云湖 南站", "Yunhu South Railway Station");
    Tags house{{"building", "train_station"}, {"building:levels", "4"}};
    build(site, plot, {middle.x, rail + 52}, {1, 0}, boxShape(190, 46), house);
    Tags station{{"railway", "station"}};
    addName(station, name);
    drawPoint(site, {middle.x, rail + 52}, station);
    Tags square{{"highway", "pedestrian"}, {"area", "yes"}, {"place", "square"}};
    addName(square, makeName("站前 广场", "Station Square"));
    const Ring open = box({middle.x, rail + 145}, {1, 0}, 105, 52);
    if (std::ranges::all_of(open, [&](Vec p) { return holds(plot, p); }))
        drawArea(site, open, square);
    for (int side : {-1, 1}) {
        const Vec at{middle.x + side * 185, rail + 150};
        const Ring yard = box(at, {1, 0}, 60, 45);
        if (!std::ranges::all_of(yard, [&](Vec p) { return holds(plot, p); }))
            continue;
        Tags tags = side < 0 ? Tags{{"amenity", "parking"}} : Tags{{"amenity", "bus_station"}};
        addName(tags, side < 0 ? makeName("云湖 南站 停车场", "South Station Car Park")
                               : makeName("云湖 南站 公交 枢纽", "South Station Bus Hub"));
        drawArea(site, yard, tags);
    }
    const int edge = frontEdge(site, block);
    if (edge >= 0)
        shopRow(site, block, plot, static_cast<std::size_t>(edge));
}

} // namespace tridesk::maps::city
