// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/landscape.h"

#include "maps/city/countryside.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

constexpr double RiverStep = 60;
constexpr double BankHalf = 180; // up to where the embankment road's own green begins

/// Beyond the rim, so that the river does not end at the last road.
double riverWest(const Plan& plan) {
    return plan.u(0) - Outskirts;
}
double riverEast(const Plan& plan) {
    return plan.u(plan.cellsAcross()) + Outskirts;
}

Ring bank(const Site& site, double from, double to, int side) {
    Ring ring;
    const int steps = static_cast<int>(std::ceil((to - from) / RiverStep));
    for (int k = 0; k <= steps; ++k) {
        const double u = from + (to - from) * k / steps;
        ring.push_back({u, side * site.ground.riverHalf(u)});
    }
    return ring;
}

std::vector<std::int64_t> nodesOf(Site& site, const Ring& plan) {
    std::vector<std::int64_t> nodes;
    for (Vec p : plan)
        nodes.push_back(site.out.addNode(site.ground.world(p)));
    return nodes;
}

/// A spindle of land in the stream.
Ring island(const Site& site, double u) {
    Ring ring;
    constexpr int Points = 14;
    constexpr double Half = 420;
    for (int side : {-1, 1})
        for (int k = 0; k < Points; ++k) {
            const double f = (static_cast<double>(k) / Points) * 2 - 1;
            const double x = side < 0 ? f * Half : -f * Half;
            const double y = side * (1 - f * f) * site.ground.riverHalf(u + x) * 0.36;
            ring.push_back({u + x, y + 22});
        }
    return ring;
}

void drawBanks(Site& site, const Plan& plan) {
    for (int side : {-1, 1})
        for (int i = 0; i < plan.cellsAcross(); ++i) {
            // up to the bridges; where no road crosses, the green goes on
            const auto edge = [&](int column) {
                return plan.columns[static_cast<std::size_t>(column)].bridge ? 16.0 : 0.0;
            };
            const double from = plan.u(i) + edge(i);
            const double to = plan.u(i + 1) - edge(i + 1);
            Ring strip = bank(site, from, to, side);
            const Ring outer{{to, side * BankHalf}, {from, side * BankHalf}};
            for (Vec& p : strip)
                p.y += side * 5;
            Ring ring = strip;
            for (int k = 0; k <= 10; ++k)
                ring.push_back(lerp(outer[0], outer[1], k / 10.0));
            const bool isCity = std::abs(plan.u(i)) < 4200;
            Tags tags = isCity ? Tags{{"leisure", "park"}} : Tags{{"landuse", "grass"}};
            if (isCity && i % 3 == 0)
                addName(tags, site.names.rootWith("滨江 公园", "Riverside Park"));
            std::vector<std::int64_t> nodes = nodesOf(site, ring);
            nodes.push_back(nodes.front());
            site.out.addWay(std::move(nodes), tags);
            if (!isCity)
                continue;
            Ring path = strip;
            for (Vec& p : path)
                p.y += side * 9;
            site.out.addWay(nodesOf(site, path), {{"highway", "footway"}});
        }
}

} // namespace

void drawRiver(Site& site, const Plan& plan) {
    const double west = riverWest(plan);
    const double east = riverEast(plan);
    Ring outline = bank(site, west, east, -1);
    const Ring north = bank(site, west, east, 1);
    outline.insert(outline.end(), north.rbegin(), north.rend());
    std::vector<std::int64_t> nodes = nodesOf(site, outline);
    nodes.push_back(nodes.front());
    const std::int64_t outer = site.out.addWay(std::move(nodes), {});
    const double islandAt = (plan.u(plan.ringEast) + plan.u(plan.ringEast + 1)) / 2 + 120;
    const Ring land = island(site, islandAt);
    Tags park{{"leisure", "park"}};
    addName(park, makeName("白鹤洲 湿地 公园", "Baihezhou Wetland Park"));
    nodes = nodesOf(site, land);
    nodes.push_back(nodes.front());
    const std::int64_t inner = site.out.addWay(std::move(nodes), park);
    Tags water{{"type", "multipolygon"}, {"natural", "water"}, {"water", "river"}};
    const Name name = makeName("云江", "Yun River");
    addName(water, name);
    site.out.addRelation({{'w', outer, "outer"}, {'w', inner, "inner"}}, water);
    Ring middle;
    for (double u = west; u <= east; u += RiverStep)
        middle.push_back({u, 0});
    Tags line{{"waterway", "river"}};
    addName(line, name);
    site.out.addWay(nodesOf(site, middle), line);
    drawBanks(site, plan);
}

void drawCanal(Site& site, const Plan& plan) {
    const double top = plan.v(plan.cellsUp());
    const double u = plan.canal;
    const Name name = makeName("玉带河", "Yudai Canal");
    Ring line;
    for (double v = top; v > 0; v -= 50)
        line.push_back({u, v});
    line.push_back({u, 0});
    Tags stream{{"waterway", "canal"}};
    addName(stream, name);
    drawLine(site, line, stream);
    const double mouth = site.ground.riverHalf(u) - 12;
    Tags water{{"natural", "water"}, {"water", "canal"}};
    addName(water, name);
    drawArea(site, {{u - 11, mouth}, {u + 11, mouth}, {u + 11, top}, {u - 11, top}}, water);
    // each side's green from road to road
    for (int j = plan.south + 1; j < plan.cellsUp(); ++j)
        for (int side : {-1, 1}) {
            const double a = u + side * 12;
            const double b = u + side * (CanalStrip + 2);
            const double from = plan.v(j) + 20;
            const double to = plan.v(j + 1) - 20;
            drawArea(site, box({(a + b) / 2, (from + to) / 2}, {1, 0}, std::abs(b - a) / 2, (to - from) / 2),
                     {{"landuse", "grass"}});
        }
}

void drawLake(Site& site, const Block& block) {
    const Ring plot = plotOf(site, block, -6);
    if (plot.empty())
        return;
    Tags park{{"leisure", "park"}};
    addName(park, makeName("云湖 公园", "Yunhu Park"));
    drawArea(site, plot, park);
    const Vec middle = centroid(plot);
    const double half = depth(plot) / 2;
    const double wide = area(plot) / (4 * half);
    // an oval whose shore wanders
    const Wave shore(site.random.fork(51), 1.0, 0.24);
    const auto shoreAt = [&](double scale) {
        Ring ring = oval({}, {1, 0}, wide * 0.74 * scale, half * 0.74 * scale, 72);
        for (std::size_t k = 0; k < ring.size(); ++k) {
            // the wave has to close: mix its two ends over the last third
            const double x = static_cast<double>(k) / 6;
            const double mix = std::max(0.0, (static_cast<double>(k) - 48) / 24);
            const double stray = shore(x) * (1 - mix) + shore(x - 12) * mix;
            ring[k] = middle + ring[k] * (1 + stray);
        }
        return ring;
    };
    Tags water{{"type", "multipolygon"}, {"natural", "water"}, {"water", "lake"}};
    addName(water, makeName("云湖", "Yun Lake"));
    const std::int64_t outer = drawArea(site, shoreAt(1), {});
    const Vec isle = middle + Vec{wide * 0.2, half * 0.12};
    Tags island{{"leisure", "park"}};
    addName(island, makeName("月心岛", "Yuexin Island"));
    const std::int64_t inner = drawArea(site, oval(isle, {1, 0}, 95, 62, 22), island);
    site.out.addRelation({{'w', outer, "outer"}, {'w', inner, "inner"}}, water);
    const Ring walk = shoreAt(1.07);
    std::vector<std::int64_t> nodes;
    for (Vec p : bent(site.ground, walk))
        nodes.push_back(site.out.addNode(p));
    nodes.push_back(nodes.front());
    // ways in from each side's middle, to the nearest point of the walk
    std::vector<std::int64_t> ways;
    for (std::size_t k = 0; k < block.edges.size(); ++k) {
        const Edge& edge = block.edges[k];
        if (edge.street < 0)
            continue;
        const Vec a = lerp(block.corners[k], block.corners[(k + 1) % block.corners.size()], 0.5);
        const auto nearest = std::ranges::min_element(walk, {}, [&](Vec p) { return length(p - a); });
        const std::int64_t gate =
            site.streets.attach(edge.street, (edge.from + edge.to) / 2, block.side(k), false);
        const std::int64_t end = drawPoint(site, *nearest, {});
        const auto at = std::ranges::min_element(nodes, {}, [&](std::int64_t id) {
            const auto& n = site.out.nodes[static_cast<std::size_t>(id - 1)];
            const auto& m = site.out.nodes[static_cast<std::size_t>(end - 1)];
            return std::abs(n.lon - m.lon) + std::abs(n.lat - m.lat);
        });
        site.out.addWay({gate, *at}, {{"highway", "footway"}});
    }
    site.out.addWay(std::move(nodes), {{"highway", "footway"}});
    Tags tower{{"tourism", "attraction"}};
    addName(tower, makeName("望湖楼", "Wanghu Pavilion"));
    drawPoint(site, isle, tower);
}

void drawHill(Site& site, const Block& block) {
    const Ring plot = plotOf(site, block, -6);
    if (plot.empty())
        return;
    Tags park{{"leisure", "park"}, {"landuse", "forest"}};
    addName(park, makeName("凤鸣山 森林 公园", "Fengmingshan Forest Park"));
    drawArea(site, plot, park);
    const Vec middle = centroid(plot);
    const double half = depth(plot) / 2;
    for (double f : {0.82, 0.52, 0.24}) {
        std::vector<std::int64_t> nodes;
        for (Vec p : bent(site.ground, oval(middle + Vec{half * 0.1 * f, 0}, mainAxis(plot), half * 1.25 * f,
                                            half * f, 28)))
            nodes.push_back(site.out.addNode(p));
        nodes.push_back(nodes.front());
        site.out.addWay(std::move(nodes), {{"highway", "footway"}});
    }
    Tags temple{{"amenity", "place_of_worship"}, {"religion", "buddhist"}};

    addName(temple, makeName("云泉寺", "Yunquan Temple"));
    drawPoint(site, middle + Vec{-half * 0.35, -half * 0.3}, temple);
    Tags peak{{"natural", "peak"}, {"ele", "212"}};
    addName(peak, makeName("凤鸣山", "Mount Fengming"));
    drawPoint(site, middle, peak);
    drawArea(site, oval(middle + Vec{half * 0.55, half * 0.35}, {1, 0}, 120, 70, 20),
             {{"natural", "water"}, {"water", "reservoir"}});
}

} // namespace tridesk::maps::city
