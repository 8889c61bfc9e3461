// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/fill.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::maps::city {

namespace {

using Suffix = std::pair<const char*, const char*>;

constexpr std::array<Suffix, 9> TowerNames{{{"花园", "Garden"},
                                            {"雅苑", "Yayuan"},
                                            {"家园", "Homes"},
                                            {"名邸", "Mansions"},
                                            {"公馆", "Residence"},
                                            {"华府", "Huafu"},
                                            {"湾", "Bay"},
                                            {"国际", "International"},
                                            {"新城", "New Town"}}};
constexpr std::array<Suffix, 5> SlabNames{
    {{"新村", "New Village"}, {"小区", "Estate"}, {"家园", "Homes"}, {"公寓", "Apartments"}, {"里", "Li"}}};

template <std::size_t N>
Name estateName(Site& site, const std::array<Suffix, N>& list) {
    const auto& [zh, en] = list[static_cast<std::size_t>(site.random.below(static_cast<int>(N)))];
    return site.names.rootWith(zh, en);
}

Rank rankOf(const Site& site, const Edge& edge) {
    return edge.street < 0 ? Rank::Footway : site.streets.street(edge.street).rank;
}

/// The plot less the shop rows along its busier sides.
Ring shopsAround(Site& site, const Block& block, const Ring& plot) {
    std::vector<double> room;
    for (std::size_t i = 0; i < block.edges.size(); ++i) {
        const Rank rank = rankOf(site, block.edges[i]);
        const bool shops = rank <= Rank::Tertiary && site.random.chance(rank == Rank::Tertiary ? 0.75 : 0.6);
        if (shops)
            shopRow(site, block, plot, i);
        const double base = block.edges[i].street < 0
                                ? 6
                                : halfWidth(rank, site.streets.street(block.edges[i].street).offset);
        room.push_back(base + (shops ? 14 : 0));
    }
    return inset(block.corners, room);
}

/// The green in the middle of an estate, with a pond or a playground.
double drawGarden(Site& site, const Ring& land, Vec axis, bool large) {
    const Vec middle = centroid(land);
    const double radius = std::sqrt(std::max(0.0, area(land))) * (large ? 0.13 : 0.07);
    if (radius < 12)
        return 0;
    drawArea(site, oval(middle, axis, radius * 1.25, radius * 0.85, 18), {{"leisure", "garden"}});
    if (large && radius > 20 && site.random.chance(0.6))
        drawArea(site, oval(middle + axis * (radius * 0.2), axis, radius * 0.6, radius * 0.36, 14),
                 {{"natural", "water"}, {"water", "pond"}});
    else
        drawArea(site, box(middle, axis, radius * 0.3, radius * 0.25), {{"leisure", "playground"}});
    return radius;
}

void drawHomes(Site& site, const Ring& land, const Rows& rows, const Name& name, double garden, Vec axis) {
    const Vec middle = centroid(land);
    int number = 0;
    const int levels = rows.towers ? site.random.between(17, 33) : site.random.between(5, 7);
    rowsOver(land, axis, rows, [&](int, Vec at, Vec direction, double along) {
        const Vec off = at - middle;
        const double far = length({dot(off, direction) / 1.25, dot(off, left(direction)) / 0.85});
        if (garden > 0 && far < garden + (rows.towers ? 14 : 18))
            return;
        const Ring shape = rows.towers ? towerShape(along, rows.across) : boxShape(along, rows.across);
        Tags tags{{"building", "apartments"},
                  {"building:levels", std::to_string(std::max(3, levels - site.random.below(4)))},
                  {"addr:place", name.zh},
                  {"addr:housenumber", std::to_string(number + 1) + "幢"}};
        const bool built =
            build(site, land, at, direction, shape, tags) ||
            (!rows.towers && build(site, land, at, direction, boxShape(along * 0.55, rows.across), tags));
        number += built ? 1 : 0;
    });
}

void drawHouse(Site& site, const Ring& plot, const Block& block, std::size_t edge, const Unit& unit,
               double deep) {
    const Tags address = addressTags(site, block, edge, unit.fraction);
    Tags tags{{"building", "house"}, {"building:levels", std::to_string(site.random.between(1, 3))}};
    append(tags, address);
    const bool isAngle = site.random.chance(0.25);
    const double width = unit.width - site.random.real(0.3, 1.6);
    const Ring shape = isAngle ? angleShape(width, deep, std::min(width, deep) * 0.5) : boxShape(width, deep);
    if (!build(site, plot, unit.at, unit.axis, shape, tags))
        return;
    if (site.random.chance(0.13)) {
        Tags shop = someShop(site);
        append(shop, address);
        drawPoint(site, unit.at, shop);
    }
}

} // namespace

void fillEstate(Site& site, const Block& block, bool towers) {
    const Ring plot = plotOf(site, block);
    if (plot.empty() || area(plot) < 3500 || depth(plot) < 40) {
        fillGreen(site, block);
        return;
    }
    const Name name = towers ? estateName(site, TowerNames) : estateName(site, SlabNames);
    Tags land{{"landuse", "residential"}};
    addName(land, name);
    drawArea(site, plot, land);
    const Ring inner = shopsAround(site, block, plot);
    if (inner.empty() || area(inner) < 1800)
        return;
    const Ring homes = enter(site, block, inner, quietEdge(site, block), name);
    if (homes.empty())
        return;
    if (towers || site.random.chance(0.4))
        drawArea(site, homes, {{"landuse", "grass"}});
    const Vec axis = eastAxis(homes);
    const double garden = drawGarden(site, homes, axis, towers);
    Rows rows;
    if (towers)
        rows = {.along = site.random.real(30, 38),
                .across = 15.5,
                .gap = site.random.real(9, 17),
                .pitch = site.random.real(38, 47),
                .towers = true};
    else
        rows = {.along = site.random.real(40, 54),
                .across = 11.5,
                .gap = site.random.real(6, 10),
                .pitch = site.random.real(22, 27)};
    drawHomes(site, homes, rows, name, garden, axis);
}

void fillOldTown(Site& site, const Block& block) {
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return;
    drawArea(site, plot, {{"landuse", "residential"}});
    const double deep = std::min(12.0, depth(plot) / 2 - 1);
    if (deep < 5)
        return;
    for (std::size_t edge = 0; edge < block.edges.size(); ++edge)
        for (const Unit& unit : unitsAlong(site, block, edge, 9, 16, deep, 0.6))
            drawHouse(site, plot, block, edge, unit, deep);
    const Ring court = inset(plot, deep + 3);
    if (!court.empty() && area(court) > 500)
        rowsOver(court, eastAxis(court), {.along = 16, .across = 9, .gap = 4, .pitch = 14},
                 [&](int, Vec at, Vec axis, double along) {
                     build(site, court, at, axis, boxShape(along, 9),
                           {{"building", "house"}, {"building:levels", "2"}});
                 });
}

} // namespace tridesk::maps::city
