// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/fill.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

/// Halves land until pieces are small; for fields, which need no streets.
void parcels(Site& site, const Ring& land, double largest, const std::function<void(const Ring&)>& take) {
    if (land.size() < 3 || area(land) < largest * site.random.real(0.8, 1.5)) {
        if (land.size() >= 3 && area(land) > 200)
            take(land);
        return;
    }
    const Vec axis = mainAxis(land);
    const Vec at = centroid(land) + axis * site.random.real(-12, 12);
    const Vec across = left(axis) + axis * site.random.real(-0.08, 0.08);
    parcels(site, clip(land, at, at + across), largest, take);
    parcels(site, clip(land, at, at - across), largest, take);
}

void drawField(Site& site, const Ring& parcel) {
    const Ring ring = inset(parcel, 3.5);
    if (ring.empty())
        return;
    const double roll = site.random.unit();
    if (roll < 0.60)
        drawArea(site, ring, {{"landuse", "farmland"}});
    else if (roll < 0.72)
        drawArea(site, ring, {{"landuse", "orchard"}});
    else if (roll < 0.90)
        drawArea(site, ring, {{"natural", "water"}, {"water", "pond"}});
    else if (roll < 0.95)
        drawArea(site, ring, {{"landuse", "forest"}});
    else
        drawArea(site, ring, {{"landuse", "plant_nursery"}});
}

/// A convex patch around the middle, longer this way than that.
Ring hamletOf(Site& site, const Ring& plot, Vec middle) {
    Ring hamlet = plot;
    const double radius = std::min(130.0, depth(plot) * 0.36);
    const double stretch = site.random.real(1, 1.7);
    const double turn = site.random.unit();
    for (Vec side : oval({}, {1, 0}, 1, 1, 7)) {
        const Vec out = unit(side + left(side) * turn);
        const double reach = radius * site.random.real(0.65, 1.1) * (1 + (stretch - 1) * std::abs(out.x));
        const Vec at = middle + out * reach;
        if (hamlet.size() >= 3)
            hamlet = clip(hamlet, at, at + left(out));
    }
    return hamlet;
}

/// Returns where the village is; empty if there was no room.
Ring drawVillage(Site& site, const Block& block, const Ring& plot) {
    const Name name = villageName(site);
    const Vec middle = centroid(plot);
    const Vec axis = eastAxis(plot);
    const Ring hamlet = hamletOf(site, plot, middle);
    if (hamlet.size() < 3 || area(hamlet) < 3000)
        return {};
    Tags tags{{"landuse", "residential"}};
    drawArea(site, hamlet, tags);
    Tags place{{"place", "village"}};
    addName(place, name);
    drawPoint(site, middle, place);
    const Ring homes = enter(site, block, inset(hamlet, 2), quietEdge(site, block), name);
    int number = 0;
    rowsOver(homes, axis, {.along = 13, .across = 10, .gap = 5, .pitch = 19},
             [&](int, Vec at, Vec direction, double) {
                 if (site.random.chance(0.22))
                     return;
                 const double along = site.random.real(-2, 2);
                 const double across = site.random.real(-3, 3);
                 const double wide = site.random.real(9, 14);
                 build(site, homes, at + direction * along + left(direction) * across, direction,
                       boxShape(wide, site.random.real(8, 11)),
                       {{"building", "house"},
                        {"building:levels", std::to_string(site.random.between(1, 3))},
                        {"addr:place", name.zh},
                        {"addr:housenumber", std::to_string(++number) + "号"}});
             });
    return hamlet;
}

} // namespace

/// Village names are a family's and what the family has.
Name villageName(Site& site) {
    static const std::vector<std::pair<std::string, std::string>> families{
        {"陈", "Chen"}, {"李", "Li"},  {"王", "Wang"}, {"张", "Zhang"}, {"周", "Zhou"},
        {"吴", "Wu"},   {"徐", "Xu"},  {"孙", "Sun"},  {"马", "Ma"},    {"朱", "Zhu"},
        {"胡", "Hu"},   {"郭", "Guo"}, {"何", "He"},   {"罗", "Luo"},   {"沈", "Shen"},
        {"韩", "Han"},  {"曹", "Cao"}, {"许", "Xu"},   {"邓", "Deng"},  {"程", "Cheng"}};
    static const std::vector<std::pair<std::string, std::string>> ends{
        {"家村", "jiacun"}, {"家圩", "jiawei"},  {"家庄", "jiazhuang"}, {"家塘", "jiatang"},
        {"家湾", "jiawan"}, {"家岗", "jiagang"}, {"家墩", "jiadun"},    {"家桥", "jiaqiao"}};
    const auto& [zh, en] = site.random.pick(families);
    const auto& [endZh, endEn] = site.random.pick(ends);
    return makeName(zh + endZh, en + endEn);
}

void fillFields(Site& site, const Block& block, bool village) {
    const Ring plot = plotOf(site, block, -4);
    if (plot.empty())
        return;
    const Ring hamlet = village ? drawVillage(site, block, plot) : Ring{};
    // fields lie around the village; one that reaches into it is garden land, and stays blank
    const auto isFree = [&](const Ring& parcel) {
        return hamlet.empty() || (!holds(hamlet, centroid(parcel), -14) &&
                                  std::ranges::none_of(parcel, [&](Vec p) { return holds(hamlet, p, -4); }) &&
                                  std::ranges::none_of(hamlet, [&](Vec p) { return holds(parcel, p); }));
    };
    parcels(site, plot, village ? 5'000 : 16'000, [&](const Ring& parcel) {
        if (isFree(parcel))
            drawField(site, parcel);
    });
}

void fillIndustry(Site& site, const Block& block) {
    const Ring plot = plotOf(site, block);
    if (plot.empty() || area(plot) < 3000) {
        fillGreen(site, block);
        return;
    }
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"机械 厂", "Machinery Works"},   {"电子 科技园", "Electronics Park"},
        {"纺织 厂", "Textile Mill"},      {"食品 厂", "Food Factory"},
        {"物流园", "Logistics Park"},     {"建材 厂", "Building Materials"},
        {"汽车 配件 厂", "Auto Parts"},   {"智造 产业园", "Smart Making Park"},
        {"仓储 中心", "Warehouse Centre"}};
    const auto& [zh, en] = site.random.pick(kinds);
    const Name name = site.names.rootWith(zh, en);
    Tags land{{"landuse", "industrial"}};
    addName(land, name);
    drawArea(site, plot, land);
    const Ring yard = enter(site, block, plot, quietEdge(site, block), name);
    if (yard.empty())
        return;
    const Rows rows{.along = site.random.real(58, 105),
                    .across = site.random.real(26, 38),
                    .gap = site.random.real(10, 18),
                    .pitch = site.random.real(44, 58)};
    rowsOver(yard, eastAxis(yard), rows, [&](int number, Vec at, Vec axis, double along) {
        const Tags tags{{"building", number == 1 ? "office" : "industrial"},
                        {"building:levels", number == 1 ? "4" : "1"}};
        if (!build(site, yard, at, axis, boxShape(along, rows.across), tags))
            build(site, yard, at, axis, boxShape(along * 0.5, rows.across * 0.8), tags);
    });
}

} // namespace tridesk::maps::city
