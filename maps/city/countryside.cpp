// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/countryside.h"

#include "maps/city/fill.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

/// From the rim road to the first field, and from the river's middle to its land.
constexpr double RimRoom = 14;
constexpr double RiverRoom = 200;

/// A main road that goes on through the country, from the city's rim outwards.
struct CountryRoad {
    std::int64_t start = 0; ///< the node at the rim
    Vec from;
    Vec to;
};

/// Within so many metres of a road there are houses and no ponds.
bool isBeside(const std::vector<CountryRoad>& roads, Vec at, double metres) {
    return std::ranges::any_of(roads, [&](const CountryRoad& road) {
        const Vec axis = unit(road.to - road.from);
        const double along = std::clamp(dot(at - road.from, axis), 0.0, length(road.to - road.from));
        return length(road.from + axis * along - at) < metres;
    });
}

Tags coverOf(Site& site, bool mayBeWater) {
    const double roll = site.random.unit();
    if (roll < 0.76)
        return {{"landuse", "farmland"}};
    if (roll < 0.84)
        return {{"landuse", "orchard"}};
    if (roll < 0.91)
        return {{"landuse", "forest"}};
    if (roll < 0.95 && mayBeWater)
        return {{"natural", "water"}, {"water", "pond"}};
    return {{"landuse", "grass"}};
}

void patches(Site& site, const Ring& land, double largest, const std::vector<CountryRoad>& roads) {
    if (land.size() < 3 || area(land) < 300)
        return;
    if (area(land) < largest * site.random.real(0.5, 1.6)) {
        const Ring patch = inset(land, 4);
        if (!patch.empty())
            drawArea(site, patch, coverOf(site, !isBeside(roads, centroid(land), 220)));
        return;
    }
    const Vec axis = mainAxis(land);
    const Vec at = centroid(land) + axis * site.random.real(-60, 60);
    const Vec across = left(axis) + axis * site.random.real(-0.25, 0.25);
    patches(site, clip(land, at, at + across), largest, roads);
    patches(site, clip(land, at, at - across), largest, roads);
}

Ring rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

void drawFields(Site& site, const Plan& plan, const std::vector<CountryRoad>& roads) {
    constexpr double Largest = 70'000;
    const double west = plan.u(0) - RimRoom;
    const double east = plan.u(plan.cellsAcross()) + RimRoom;
    const double south = plan.v(0) - RimRoom;
    const double north = plan.v(plan.cellsUp()) + RimRoom;
    patches(site, rectangle(west - Outskirts, north, east + Outskirts, north + Outskirts), Largest, roads);
    patches(site, rectangle(west - Outskirts, south - Outskirts, east + Outskirts, south), Largest, roads);
    for (const auto& [from, to] : {std::pair(west - Outskirts, west), std::pair(east, east + Outskirts)}) {
        patches(site, rectangle(from, RiverRoom, to, north), Largest, roads);
        patches(site, rectangle(from, south, to, -RiverRoom), Largest, roads);
    }
}

std::vector<CountryRoad> countryRoads(const Plan& plan, Skeleton& skeleton) {
    std::vector<CountryRoad> roads;
    const int right = plan.cellsAcross();
    const int top = plan.cellsUp();
    const auto add = [&](std::int64_t start, Vec from, Vec out) {
        roads.push_back({start, from, from + out * Outskirts});
    };
    for (int i = 1; i < right; ++i) {
        if (plan.columns[static_cast<std::size_t>(i)].offset <= 0)
            continue;
        add(skeleton.vertex(i, top, 1, 0), plan.corner(i, top), {0, 1});
        add(skeleton.vertex(i, 0, 1, 0), plan.corner(i, 0), {0, -1});
    }
    for (int j = 1; j < top; ++j) {
        if (plan.rows[static_cast<std::size_t>(j)].offset <= 0)
            continue;
        add(skeleton.vertex(0, j, 0, 1), plan.corner(0, j), {-1, 0});
        add(skeleton.vertex(right, j, 0, 1), plan.corner(right, j), {1, 0});
    }
    return roads;
}

/// Houses in two rows on both sides of a piece of road.
void drawHouses(Site& site, const Ring& land, Vec middle, Vec axis, double half, const Name& village) {
    int number = 0;
    for (double along = -half + 9; along < half - 9; along += site.random.real(14, 20))
        for (double off : {19.0, -19.0, 37.0, -37.0}) {
            if (site.random.chance(std::abs(off) > 20 ? 0.45 : 0.15))
                continue;
            const Vec at = middle + axis * along + left(axis) * (off + site.random.real(-3, 3));
            const double wide = site.random.real(9, 13);
            build(site, land, at, axis, boxShape(wide, site.random.real(8, 11)),
                  {{"building", "house"},
                   {"building:levels", std::to_string(site.random.between(1, 3))},
                   {"addr:place", village.zh},
                   {"addr:housenumber", std::to_string(++number) + "号"}});
        }
}

/// Villages that have grown along a road.
void drawVillages(Site& site, const CountryRoad& road) {
    const Vec axis = unit(road.to - road.from);
    const double reach = length(road.to - road.from);
    for (double at = site.random.real(260, 600); at < reach - 250; at += site.random.real(650, 1300)) {
        const double half = site.random.real(80, 170);
        const Vec middle = road.from + axis * at;
        const Ring land = box(middle, axis, half, 50);
        const Name name = villageName(site);
        drawArea(site, land, {{"landuse", "residential"}});
        Tags place{{"place", "village"}};
        addName(place, name);
        drawPoint(site, middle, place);
        drawHouses(site, land, middle, axis, half, name);
        site.standing.clear();
    }
}

/// The road goes on as one of the province.
void layCountryRoad(Site& site, const CountryRoad& road, int number) {
    Street street{.line = {road.from, road.to}, .rank = Rank::Secondary};
    street.road = site.streets.addRoad({}, "S" + std::to_string(number));
    street.startLeft = street.startRight = road.start;
    street.endLeft = street.endRight = site.streets.node(road.to);
    site.streets.addStreet(std::move(street));
}

} // namespace

void drawCountryside(Site& site, const Plan& plan, Skeleton& skeleton) {
    const std::vector<CountryRoad> roads = countryRoads(plan, skeleton);
    drawFields(site, plan, roads);
    int number = 201;
    for (const CountryRoad& road : roads) {
        layCountryRoad(site, road, number++);
        drawVillages(site, road);
    }
}

Ring rimOf(const Ground& ground, const Plan& plan) {
    return bent(ground, rectangle(plan.u(0), plan.v(0), plan.u(plan.cellsAcross()), plan.v(plan.cellsUp())));
}

} // namespace tridesk::maps::city
