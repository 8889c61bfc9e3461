// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/fill.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

struct ShopKind {
    const char* key;
    const char* value;
    const char* zh;
    const char* en;
    int weight;
};

constexpr ShopKind ShopKinds[]{{"shop", "convenience", "便利店", "Convenience Store", 14},
                               {"amenity", "restaurant", "饭店", "Restaurant", 10},
                               {"amenity", "restaurant", "小厨", "Kitchen", 7},
                               {"amenity", "fast_food", "面馆", "Noodles", 8},
                               {"amenity", "fast_food", "早点铺", "Breakfast", 5},
                               {"amenity", "restaurant", "火锅", "Hot Pot", 5},
                               {"amenity", "restaurant", "烧烤", "Barbecue", 5},
                               {"amenity", "pharmacy", "大药房", "Pharmacy", 3},
                               {"shop", "supermarket", "超市", "Supermarket", 6},
                               {"shop", "greengrocer", "水果店", "Fruit", 6},
                               {"shop", "hairdresser", "美发", "Hairdresser", 6},
                               {"shop", "mobile_phone", "手机店", "Mobile Phones", 4},
                               {"shop", "clothes", "服饰", "Clothes", 5},
                               {"amenity", "cafe", "咖啡", "Coffee", 3},
                               {"amenity", "cafe", "茶馆", "Tea House", 4},
                               {"amenity", "internet_cafe", "网吧", "Internet Cafe", 3},
                               {"amenity", "karaoke_box", "量贩 歌厅", "KTV", 2},
                               {"leisure", "adult_gaming_centre", "棋牌室", "Card Room", 3},
                               {"tourism", "hotel", "宾馆", "Hotel", 3},
                               {"tourism", "guest_house", "旅馆", "Guest House", 2},
                               {"amenity", "dentist", "口腔门诊", "Dental Clinic", 1},
                               {"amenity", "clinic", "诊所", "Clinic", 2},
                               {"shop", "hardware", "五金店", "Hardware", 4},
                               {"shop", "car_repair", "汽修", "Car Repair", 3},
                               {"leisure", "fitness_centre", "健身", "Fitness", 2}};

struct Bank {
    const char* zh;
    const char* en;
};
constexpr Bank Banks[]{{"云湖 银行", "Yunhu Bank"},
                       {"临江 农商 银行", "Linjiang Rural Bank"},
                       {"江城 储蓄 银行", "Jiangcheng Savings Bank"},
                       {"民生 信用社", "Minsheng Credit Union"}};

double extent(const Ring& ring, Vec origin, Vec along, bool most) {
    double best = dot(ring.front() - origin, along);
    for (Vec p : ring) {
        const double d = dot(p - origin, along);
        best = most ? std::max(best, d) : std::min(best, d);
    }
    return best;
}

/// Where a ray from within meets the ring: the side's index, or -1.
int meets(const Ring& ring, Vec from, Vec direction, Vec& at) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec p = ring[i];
        const Vec along = ring[(i + 1) % ring.size()] - p;
        const double det = cross(direction, along);
        if (std::abs(det) < 1e-9)
            continue;
        const double reach = cross(p - from, along) / det;
        const double f = cross(p - from, direction) / det;
        if (reach > 0 && f >= 0 && f <= 1 && cross(unit(along), direction) > 0) {
            at = p + along * f;
            return static_cast<int>(i);
        }
    }
    return -1;
}

/// A driveway around the ring that starts and ends at a point of its side.
std::int64_t loop(Site& site, const Ring& ring, int side, Vec at, const Tags& tags) {
    Ring line{at};
    for (std::size_t k = 1; k <= ring.size(); ++k)
        line.push_back(ring[(static_cast<std::size_t>(side) + k) % ring.size()]);
    std::vector<std::int64_t> nodes;
    for (Vec p : bent(site.ground, line))
        nodes.push_back(site.out.addNode(p));
    nodes.push_back(nodes.front());
    const std::int64_t first = nodes.front();
    site.out.addWay(std::move(nodes), tags);
    return first;
}

} // namespace

Vec eastAxis(const Ring& plot) {
    const Vec axis = mainAxis(plot);
    const Vec other = left(axis);
    const Vec best = std::abs(axis.x) >= std::abs(other.x) ? axis : other;
    return best.x < 0 ? best * -1 : best;
}

Tags someShop(Site& site) {
    if (site.random.chance(0.05)) {
        const Bank& bank =
            Banks[static_cast<std::size_t>(site.random.below(static_cast<int>(std::size(Banks))))];
        Tags tags{{"amenity", "bank"}};
        addName(tags, makeName(bank.zh, bank.en));
        return tags;
    }
    int total = 0;
    for (const ShopKind& kind : ShopKinds)
        total += kind.weight;
    int at = site.random.below(total);
    const ShopKind* chosen = ShopKinds;
    while (at >= chosen->weight)
        at -= (chosen++)->weight;
    Tags tags{{chosen->key, chosen->value}};
    addName(tags, Names::with(site.names.any(site.random), chosen->zh, chosen->en));
    return tags;
}

std::vector<Unit> unitsAlong(Site& site, const Block& block, std::size_t edge, double least, double most,
                             double deep, double back) {
    std::vector<Unit> units;
    const Edge& e = block.edges[edge];
    const Vec a = block.corners[edge];
    const Vec along = block.corners[(edge + 1) % block.corners.size()] - a;
    const double l = length(along);
    double room = 6;
    if (e.street >= 0)
        room = halfWidth(site.streets.street(e.street).rank, site.streets.street(e.street).offset);
    const Vec axis = unit(along);
    const Vec in = left(axis) * (room + back + deep / 2);
    for (double s = room * 0.5; s < l;) {
        const double width = site.random.real(least, most);
        if (s + width > l)
            break;
        const double middle = s + width / 2;
        units.push_back({a + axis * middle + in, axis, width, middle / l});
        s += width;
    }
    return units;
}

void shopRow(Site& site, const Block& block, const Ring& plot, std::size_t edge) {
    for (const Unit& unit : unitsAlong(site, block, edge, 20, 34, 11, 0.8)) {
        const Tags address = addressTags(site, block, edge, unit.fraction);
        Tags tags{{"building", "retail"}, {"building:levels", std::to_string(site.random.between(2, 4))}};
        append(tags, address);
        if (!build(site, plot, unit.at, unit.axis, boxShape(unit.width - site.random.real(0.5, 4), 10.5),
                   tags))
            continue;
        const int shops = site.random.below(3);
        for (int k = 0; k < shops; ++k) {
            Tags shop = someShop(site);
            append(shop, address);
            drawPoint(site, unit.at + unit.axis * (unit.width * (k == 0 ? -0.22 : 0.22)), shop);
        }
    }
}

Ring enter(Site& site, const Block& block, const Ring& plot, int edgeIndex, const Name& name) {
    const Ring ring = inset(plot, 7);
    if (edgeIndex < 0 || ring.empty())
        return plot;
    const auto edge = static_cast<std::size_t>(edgeIndex);
    const Vec a = block.corners[edge];
    const Vec b = block.corners[(edge + 1) % block.corners.size()];
    const double fraction = site.random.real(0.36, 0.64);
    const Vec at = lerp(a, b, fraction);
    const Vec in = left(unit(b - a));
    Vec inner;
    const int side = meets(ring, at, in, inner);
    if (side < 0)
        return plot;
    const Edge& e = block.edges[edge];
    const double t = e.from + (e.to - e.from) * fraction;
    const int road = site.streets.street(e.street).road;
    const std::int64_t start = site.streets.attach(e.street, t, block.side(edge), false, -1);
    Tags gate{{"barrier", "gate"}};
    append(gate, addressTags(site, block, edge, fraction));
    if (road >= 0 && !name.empty())
        gate.emplace_back("addr:housename", name.zh);
    const double room = length(inner - at);
    const std::int64_t gateNode = drawPoint(site, at + in * (room * 0.62), gate);
    const Tags drive{{"highway", "service"}, {"service", "driveway"}, {"access", "private"}};
    const std::int64_t end = loop(site, ring, side, inner, drive);
    site.out.addWay({start, gateNode, end}, drive);
    return inset(ring, 6);
}

void rowsOver(const Ring& land, Vec axis, const Rows& rows,
              const std::function<void(int, Vec, Vec, double)>& make) {
    if (land.size() < 3)
        return;
    const Vec origin = centroid(land);
    const Vec across = left(axis);
    const double south = extent(land, origin, across, false);
    const double north = extent(land, origin, across, true);
    const double west = extent(land, origin, axis, false);
    const double east = extent(land, origin, axis, true);
    const int lines = std::max(1, static_cast<int>((north - south - rows.across) / rows.pitch) + 1);
    const double slack = (north - south - rows.across) - (lines - 1) * rows.pitch;
    int number = 0;
    for (int k = 0; k < lines; ++k) {
        const double y = north - rows.across / 2 - slack / 2 - k * rows.pitch;
        const double step = rows.along + rows.gap;
        const int inLine = std::max(1, static_cast<int>((east - west + rows.gap) / step));
        const double start = (west + east) / 2 - (inLine - 1) * step / 2;
        for (int m = 0; m < inLine; ++m)
            make(++number, origin + axis * (start + m * step) + across * y, axis, rows.along);
    }
}

void fillGreen(Site& site, const Block& block) {
    const Ring plot = plotOf(site, block);
    if (plot.empty())
        return;
    drawArea(site, plot, {{"landuse", "grass"}});
    const Ring trees = inset(plot, 12);
    if (!trees.empty() && site.random.chance(0.5))
        drawArea(site, trees, {{"natural", "wood"}});
}

} // namespace tridesk::maps::city
