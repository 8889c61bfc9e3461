// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/countryside.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

/// From the rim road to the first field, and from the river's middle to its land.
constexpr double RimRoom = 14;
constexpr double RiverRoom = 200;

Tags coverOf(Site& site) {
    const double roll = site.random.unit();
    if (roll < 0.76)
        return {{"landuse", "farmland"}};
    if (roll < 0.84)
        return {{"landuse", "orchard"}};
    if (roll < 0.91)
        return {{"landuse", "forest"}};
    if (roll < 0.95)
        return {{"natural", "water"}, {"water", "pond"}};
    return {{"landuse", "grass"}};
}

void patches(Site& site, const Ring& land, double largest) {
    if (land.size() < 3 || area(land) < 300)
        return;
    if (area(land) < largest * site.random.real(0.5, 1.6)) {
        const Ring patch = inset(land, 4);
        if (!patch.empty())
            drawArea(site, patch, coverOf(site));
        return;
    }
    const Vec axis = mainAxis(land);
    const Vec at = centroid(land) + axis * site.random.real(-60, 60);
    const Vec across = left(axis) + axis * site.random.real(-0.25, 0.25);
    patches(site, clip(land, at, at + across), largest);
    patches(site, clip(land, at, at - across), largest);
}

Ring rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

void drawFields(Site& site, const Plan& plan) {
    constexpr double Largest = 70'000;
    const double west = plan.u(0) - RimRoom;
    const double east = plan.u(plan.cellsAcross()) + RimRoom;
    const double south = plan.v(0) - RimRoom;
    const double north = plan.v(plan.cellsUp()) + RimRoom;
    patches(site, rectangle(west - Outskirts, north, east + Outskirts, north + Outskirts), Largest);
    patches(site, rectangle(west - Outskirts, south - Outskirts, east + Outskirts, south), Largest);
    for (const auto& [from, to] : {std::pair(west - Outskirts, west), std::pair(east, east + Outskirts)}) {
        patches(site, rectangle(from, RiverRoom, to, north), Largest);
        patches(site, rectangle(from, south, to, -RiverRoom), Largest);
    }
}

/// A main road goes on as a country road of the province.
void layCountryRoad(Site& site, std::int64_t start, Vec from, Vec to, int& number) {
    Street street{.line = {from, to}, .rank = Rank::Secondary};
    street.road = site.streets.addRoad({}, "S" + std::to_string(number++));
    street.startLeft = street.startRight = start;
    street.endLeft = street.endRight = site.streets.node(to);
    site.streets.addStreet(std::move(street));
}

} // namespace

void drawCountryside(Site& site, const Plan& plan, Skeleton& skeleton) {
    drawFields(site, plan);
    int number = 201;
    const int right = plan.cellsAcross();
    const int top = plan.cellsUp();
    for (int i = 1; i < right; ++i) {
        if (plan.columns[static_cast<std::size_t>(i)].offset <= 0)
            continue;
        layCountryRoad(site, skeleton.vertex(i, top, 1, 0), plan.corner(i, top),
                       plan.corner(i, top) + Vec{0, Outskirts}, number);
        layCountryRoad(site, skeleton.vertex(i, 0, 1, 0), plan.corner(i, 0),
                       plan.corner(i, 0) - Vec{0, Outskirts}, number);
    }
    for (int j = 1; j < top; ++j) {
        if (plan.rows[static_cast<std::size_t>(j)].offset <= 0)
            continue;
        layCountryRoad(site, skeleton.vertex(0, j, 0, 1), plan.corner(0, j),
                       plan.corner(0, j) - Vec{Outskirts, 0}, number);
        layCountryRoad(site, skeleton.vertex(right, j, 0, 1), plan.corner(right, j),
                       plan.corner(right, j) + Vec{Outskirts, 0}, number);
    }
}

Ring rimOf(const Ground& ground, const Plan& plan) {
    return bent(ground, rectangle(plan.u(0), plan.v(0), plan.u(plan.cellsAcross()), plan.v(plan.cellsUp())));
}

} // namespace tridesk::maps::city
