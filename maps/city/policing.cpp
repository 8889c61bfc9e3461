// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/policing.h"

#include "maps/city/fill.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::maps::city {

namespace {

/// How much there is to police in a cell.
double weight(const Plan& plan, int i, int j) {
    const double size = (plan.u(i + 1) - plan.u(i)) * (plan.v(j + 1) - plan.v(j)) / 1e6;
    switch (plan.regionAt(i, j).zone) {
    case Zone::Centre:
    case Zone::OldTown:
        return size * 2.2;
    case Zone::Estates:
    case Zone::Slabs:
    case Zone::Station:
        return size * 1.2;
    case Zone::Rural:
    case Zone::Hill:
        return size * 0.35;
    case Zone::River:
        return size * 0.2;
    default:
        return size * 0.7;
    }
}

struct Box {
    int i0, j0, i1, j1;
};

double weight(const Plan& plan, const Box& b) {
    double sum = 0;
    for (int i = b.i0; i < b.i1; ++i)
        for (int j = b.j0; j < b.j1; ++j)
            sum += weight(plan, i, j);
    return sum;
}

/// Cuts the longer way, so that the weights are as the numbers of stations are.
void divide(const Plan& plan, const Box& b, int count, std::vector<Box>& result) {
    const int across = b.i1 - b.i0;
    const int up = b.j1 - b.j0;
    if (count <= 1 || across * up <= 1) {
        result.push_back(b);
        return;
    }
    const double wide = plan.u(b.i1) - plan.u(b.i0);
    const double high = plan.v(b.j1) - plan.v(b.j0);
    const bool vertical = up < 2 || (across > 1 && wide > high);
    const int first = count / 2;
    const double wanted = weight(plan, b) * first / count;
    Box one = b;
    double best = 1e18;
    for (int cut = 1; cut < (vertical ? across : up); ++cut) {
        Box part = b;
        (vertical ? part.i1 : part.j1) = (vertical ? b.i0 : b.j0) + cut;
        const double off = std::abs(weight(plan, part) - wanted);
        if (off < best) {
            best = off;
            one = part;
        }
    }
    Box other = b;
    (vertical ? other.i0 : other.j0) = vertical ? one.i1 : one.j1;
    divide(plan, one, first, result);
    divide(plan, other, count - first, result);
}

struct Known {
    Zone zone;
    const char* zh;
    const char* en;
};
/// A station is called after what its area is known for, each name once.
constexpr std::array Knowns{
    Known{Zone::Lake, "云湖", "Yunhu"},          Known{Zone::Station, "站前", "Zhanqian"},
    Known{Zone::Campus, "学府", "Xuefu"},        Known{Zone::OldTown, "老城", "Laocheng"},
    Known{Zone::Centre, "临江", "Linjiang"},     Known{Zone::Civic, "新城", "Xincheng"},
    Known{Zone::Hill, "凤鸣山", "Fengmingshan"}, Known{Zone::Sports, "体育场", "Tiyuchang"},
    Known{Zone::Industry, "开发区", "Kaifaqu"}};
constexpr std::array<std::pair<const char*, const char*>, 8> Others{{{"望江", "Wangjiang"},
                                                                     {"柳塘", "Liutang"},
                                                                     {"青石桥", "Qingshiqiao"},
                                                                     {"枫林", "Fenglin"},
                                                                     {"南浦", "Nanpu"},
                                                                     {"白鹤", "Baihe"},
                                                                     {"桃园", "Taoyuan"},
                                                                     {"新安", "Xinan"}}};

bool has(const Plan& plan, const Beat& beat, Zone zone) {
    for (int i = beat.i0; i < beat.i1; ++i)
        for (int j = beat.j0; j < beat.j1; ++j)
            if (plan.regionAt(i, j).zone == zone)
                return true;
    return false;
}

void nameBeats(const Plan& plan, std::vector<Beat>& beats, Names& names) {
    const auto call = [](Beat& beat, const Name& root) {
        beat.name = Names::with(root, "派出所", "Police Station");
    };
    for (const Known& known : Knowns)
        for (Beat& beat : beats)
            if (beat.name.empty() && has(plan, beat, known.zone)) {
                call(beat, makeName(known.zh, known.en));
                break;
            }
    std::size_t next = 0;
    for (Beat& beat : beats) {
        if (!beat.name.empty())
            continue;
        call(beat, next < Others.size() ? makeName(Others[next].first, Others[next].second) : names.root());
        ++next;
    }
}

/// The corner points of the plan on a straight edge from a to b, without b; neighbours see the same points.
void edgePoints(const Plan& plan, Vec a, Vec b, Ring& ring) {
    std::vector<double> stops{0};
    const Vec along = b - a;
    const auto add = [&](double from, double to, const std::vector<Line>& lines) {
        for (const Line& line : lines) {
            const double f = (line.at - from) / (to - from);
            if (f > 1e-6 && f < 1 - 1e-6)
                stops.push_back(f);
        }
    };
    if (std::abs(along.x) > std::abs(along.y))
        add(a.x, b.x, plan.columns);
    else {
        add(a.y, b.y, plan.rows);
        if (a.y * b.y < 0) // the river's middle parts the areas too
            stops.push_back(-a.y / (b.y - a.y));
    }
    std::ranges::sort(stops);
    for (std::size_t k = 0; k < stops.size(); ++k) {
        const double from = stops[k];
        const double to = k + 1 < stops.size() ? stops[k + 1] : 1;
        constexpr int Pieces = 12;
        for (int m = 0; m < Pieces; ++m)
            ring.push_back(lerp(a, b, from + (to - from) * m / Pieces));
    }
}

double headingOf(Vec direction) {
    const double degrees = std::atan2(direction.x, direction.y) * 57.29577951308232;
    return degrees < 0 ? degrees + 360 : degrees;
}

class Cameras {
public:
    explicit Cameras(Site& site)
        : m_site(site) {}
    void add(Vec world, Vec towards, const Name& name) {
        const std::string number = std::to_string(++m_count);
        Tags tags{
            {"man_made", "surveillance"},
            {"surveillance", "public"},
            {"surveillance:type", "camera"},
            {"camera:type", "fixed"},
            {"camera:direction", std::to_string(static_cast<int>(std::lround(headingOf(towards))) % 360)},
            {"ref", "CAM" + std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number}};
        addName(tags, name);
        m_site.out.addNode(world, tags);
    }

private:
    Site& m_site;
    int m_count = 0;
};

} // namespace

std::vector<Beat> makeBeats(const Plan& plan, double size, Names& names) {
    const int count = std::max(2, static_cast<int>(std::lround(12 * size)));
    const Box south{0, 0, plan.cellsAcross(), plan.south};
    const Box north{0, plan.south + 1, plan.cellsAcross(), plan.cellsUp()};
    const double share = weight(plan, south) / (weight(plan, south) + weight(plan, north));
    const int southern = std::clamp(static_cast<int>(std::lround(count * share)), 1, count - 1);
    std::vector<Box> boxes;
    divide(plan, north, count - southern, boxes);
    divide(plan, south, southern, boxes);
    std::vector<Beat> beats;
    beats.reserve(boxes.size());
    for (const Box& b : boxes)
        beats.push_back({.west = plan.u(b.i0),
                         .south = b.j0 == plan.south + 1 ? 0 : plan.v(b.j0),
                         .east = plan.u(b.i1),
                         .north = b.j1 == plan.south ? 0 : plan.v(b.j1),
                         .i0 = b.i0,
                         .j0 = b.j0,
                         .i1 = b.i1,
                         .j1 = b.j1,
                         .ref = {},
                         .name = {}});
    // numbered as one reads a map: from the north-west, in bands
    std::ranges::stable_sort(beats, [](const Beat& a, const Beat& b) {
        return std::pair(-std::floor(a.middle().y / 2600), a.middle().x) <
               std::pair(-std::floor(b.middle().y / 2600), b.middle().x);
    });
    for (std::size_t k = 0; k < beats.size(); ++k)
        beats[k].ref = (k < 9 ? "ST0" : "ST") + std::to_string(k + 1);
    nameBeats(plan, beats, names);
    return beats;
}

void drawBeats(Site& site, const Plan& plan, const std::vector<Beat>& beats) {
    for (const Beat& b : beats) {
        Ring ring;
        edgePoints(plan, {b.west, b.south}, {b.east, b.south}, ring);
        edgePoints(plan, {b.east, b.south}, {b.east, b.north}, ring);
        edgePoints(plan, {b.east, b.north}, {b.west, b.north}, ring);
        edgePoints(plan, {b.west, b.north}, {b.west, b.south}, ring);
        Ring world;
        for (Vec p : ring)
            world.push_back(site.ground.world(p));
        Tags tags{{"boundary", "police_station"}, {"ref", b.ref}};
        addName(tags, b.name);
        site.out.addArea(world, tags);
    }
}

Block buildStation(Site& site, const Block& block, Beat& beat) {
    const int front = frontEdge(site, block);
    if (front < 0)
        return block;
    const auto edge = static_cast<std::size_t>(front);
    const Vec a = block.corners[edge];
    const Vec b = block.corners[(edge + 1) % block.corners.size()];
    const double l = length(b - a);
    const Vec along = unit(b - a);
    const Vec cut = a + along * (l > 190 ? 95 : l * 0.5);
    const Block part = Cutter::part(block, cut, cut + left(along));
    const Block rest = Cutter::part(block, cut + left(along), cut);
    const bool isFirst = std::ranges::any_of(part.corners, [&](Vec p) { return p == a; });
    const Block& yard = isFirst ? part : rest;
    const Ring plot = plotOf(site, yard);
    if (plot.empty() || area(plot) < 1500)
        return block;
    Tags tags{{"amenity", "police"}, {"ref", beat.ref}, {"landuse", "commercial"}};
    addName(tags, beat.name);
    append(tags, addressTags(site, block, edge, 0.15));
    const double room = halfWidth(site.streets.street(block.edges[edge].street).rank,
                                  site.streets.street(block.edges[edge].street).offset);
    const Vec at = a + along * (length(cut - a) * 0.55) + left(along) * (room + 26);
    Ring own = plot;
    const Vec back = a + left(along) * (room + 62);
    own = clip(own, back + along, back);
    if (own.size() < 3)
        return block;
    site.standing.clear();
    drawArea(site, own, {{"landuse", "commercial"}});
    build(site, own, at, along, courtShape(40, 24, 9), {{"building", "public"}, {"building:levels", "5"}});
    drawPoint(site, at, tags);
    beat.housed = true;
    return isFirst ? rest : part;
}

void placeStation(Site& site, Beat& beat) {
    Tags tags{{"amenity", "police"}, {"ref", beat.ref}};
    addName(tags, beat.name);
    drawPoint(site, beat.middle() + Vec{60, 60}, tags);
    beat.housed = true;
}

void drawCameras(Site& site, const Plan& plan, const Skeleton& skeleton) {
    Cameras cameras(site);
    for (int i = 1; i < plan.cellsAcross(); ++i)
        for (int j = 1; j < plan.cellsUp(); ++j) {
            const int north = skeleton.up(i, j);
            const int east = skeleton.across(i, j);
            if (north < 0 || east < 0)
                continue;
            const Line& column = plan.columns[static_cast<std::size_t>(i)];
            const Line& row = plan.rows[static_cast<std::size_t>(j)];
            const bool isMain = column.offset > 0 || row.offset > 0;
            if (!isMain && !site.random.chance(0.4))
                continue;
            const Vec p = plan.corner(i, j);
            const Vec u = site.ground.uAxis(p);
            const Vec v = site.ground.vAxis(p);
            const Vec world = site.ground.world(p);
            const Name& rowName = site.streets.road(site.streets.street(east).road).name;
            const Name& columnName = site.streets.road(site.streets.street(north).road).name;
            const auto called = [&](const char* zh, const char* pinyin, const char* en) {
                return Name{rowName.zh + columnName.zh + "路口" + zh,
                            rowName.pinyin + ' ' + columnName.pinyin + " Lùkǒu " + pinyin,
                            rowName.en + " / " + columnName.en + ' ' + en};
            };
            const double dx = column.offset + 13;
            const double dy = row.offset + 13;
            cameras.add(world + u * dx + v * dy, v, called("北", "Běi", "North"));
            if (isMain)
                cameras.add(world - u * dx - v * dy, v * -1, called("南", "Nán", "South"));
            if (column.offset > 0 && row.offset > 0) {
                cameras.add(world + u * dx - v * dy, u, called("东", "Dōng", "East"));
                cameras.add(world - u * dx + v * dy, u * -1, called("西", "Xī", "West"));
            }
        }
}

} // namespace tridesk::maps::city
