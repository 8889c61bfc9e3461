// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/streets.h"

#include <algorithm>
#include <array>

namespace tridesk::maps::city {

namespace {

constexpr std::array<const char*, 9> Highways{"motorway",      "trunk",    "primary",
                                              "secondary",     "tertiary", "residential",
                                              "living_street", "service",  "footway"};
constexpr std::array<const char*, 9> Speeds{"80", "70", "60", "50", "40", "30", "", "", ""};
constexpr std::array<const char*, 9> Lanes{"3", "4", "3", "4", "2", "", "", "", ""};
// Rooms of the ranks when undivided: half carriageway, pavement and the strip of green in front of plots.
constexpr std::array<double, 9> Halves{30, 30, 24, 17, 12.5, 9, 5, 3.5, 2};

constexpr double SamePlace = 0.6;
constexpr double Sagitta = 0.35; // metres that a chord may stray from its arc
constexpr double ShortestChord = 14;

std::size_t at(Rank rank) {
    return static_cast<std::size_t>(rank);
}

} // namespace

double halfWidth(Rank rank, double carriagewayOffset) {
    return carriagewayOffset > 0 ? carriagewayOffset + 15 : Halves[at(rank)];
}

int Streets::addRoad(Name name, std::string ref) {
    m_roads.push_back({.name = std::move(name), .ref = std::move(ref)});
    return static_cast<int>(m_roads.size()) - 1;
}

int Streets::addStreet(Street street) {
    m_streets.push_back(std::move(street));
    const int index = static_cast<int>(m_streets.size()) - 1;
    if (Street& added = m_streets.back(); added.road >= 0) {
        Road& road = m_roads[static_cast<std::size_t>(added.road)];
        added.numbersFrom = road.length;
        road.length += length(index);
    }
    return index;
}

double Streets::length(int index) const {
    const Ring& line = street(index).line;
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += city::length(line[i] - line[i - 1]);
    return sum;
}

Vec Streets::planAt(int index, double t) const {
    const Ring& line = street(index).line;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double l = city::length(line[i] - line[i - 1]);
        if (t <= l || i + 1 == line.size())
            return lerp(line[i - 1], line[i], l > 0 ? t / l : 0);
        t -= l;
    }
    return line.front();
}

Vec Streets::worldAt(int index, double t, double toLeft) const {
    const Vec middle = m_ground.world(planAt(index, t));
    if (toLeft == 0)
        return middle;
    const double last = length(index);
    const Vec behind = m_ground.world(planAt(index, std::max(0.0, t - 2)));
    const Vec ahead = m_ground.world(planAt(index, std::min(last, t + 2)));
    return middle + left(unit(ahead - behind)) * toLeft;
}

std::optional<double> Streets::stopNear(int index, double t, double tolerance) const {
    std::optional<double> best;
    for (const Stop& stop : street(index).stops)
        if (std::abs(stop.t - t) <= tolerance && (!best || std::abs(stop.t - t) < std::abs(*best - t)))
            best = stop.t;
    return best;
}

Stop& Streets::stopAt(int index, double t) {
    auto& stops = street(index).stops;
    const auto found =
        std::ranges::find_if(stops, [&](const Stop& s) { return std::abs(s.t - t) < SamePlace; });
    if (found != stops.end())
        return *found;
    stops.push_back({.t = t});
    return stops.back();
}

std::int64_t Streets::attach(int index, double t, Side side, bool opening, int road) {
    Stop& stop = stopAt(index, t);
    const double offset = street(index).offset;
    if (road >= 0)
        stop.road = road;
    if (offset <= 0) {
        if (!stop.left)
            stop.left = stop.right = m_out.addNode(worldAt(index, stop.t));
        return stop.left;
    }
    stop.opening = stop.opening || opening;
    if (!stop.left && (side == Side::Left || stop.opening))
        stop.left = m_out.addNode(worldAt(index, stop.t, offset));
    if (!stop.right && (side == Side::Right || stop.opening))
        stop.right = m_out.addNode(worldAt(index, stop.t, -offset));
    return side == Side::Left ? stop.left : stop.right;
}

int Streets::roadAt(int index, double t) const {
    for (const Stop& stop : street(index).stops)
        if (std::abs(stop.t - t) < SamePlace)
            return stop.road;
    return -1;
}

Tags Streets::tagsOf(const Street& s) const {
    Tags tags{{"highway", Highways[at(s.rank)]}};
    if (s.link)
        tags.front().second += "_link";
    if (s.road >= 0) {
        addName(tags, road(s.road).name);
        if (!road(s.road).ref.empty())
            tags.emplace_back("ref", road(s.road).ref);
    }
    if (s.offset > 0 || s.oneWay)
        tags.emplace_back("oneway", "yes");
    if (!s.link && *Speeds[at(s.rank)])
        tags.emplace_back("maxspeed", Speeds[at(s.rank)]);
    if (!s.link && *Lanes[at(s.rank)])
        tags.emplace_back("lanes", Lanes[at(s.rank)]);
    tags.insert(tags.end(), s.more.begin(), s.more.end());
    return tags;
}

void Streets::refine(int index, double toLeft, double a, double b, Vec wa, Vec wb,
                     std::vector<std::int64_t>& nodes) {
    if (b - a < ShortestChord)
        return;
    const double mid = (a + b) / 2;
    const Vec wm = worldAt(index, mid, toLeft);
    // quarters too: an S has its middle on the chord
    const auto strays = [&](Vec p) { return std::abs(cross(unit(wb - wa), p - wa)) > Sagitta; };
    if (!strays(wm) && !strays(worldAt(index, (a + mid) / 2, toLeft)) &&
        !strays(worldAt(index, (mid + b) / 2, toLeft)))
        return;
    refine(index, toLeft, a, mid, wa, wm, nodes);
    nodes.push_back(m_out.addNode(wm));
    refine(index, toLeft, mid, b, wm, wb, nodes);
}

std::vector<std::int64_t> Streets::filled(int index, double toLeft, const Point& a, const Point& b) {
    std::vector<std::int64_t> nodes;
    refine(index, toLeft, a.t, b.t, worldAt(index, a.t, toLeft), worldAt(index, b.t, toLeft), nodes);
    return nodes;
}

void Streets::writeCarriageway(int index, double toLeft, std::vector<Point> points, bool backwards) {
    for (const Span& span : street(index).spans)
        for (const double t : {span.from, span.to})
            if (std::ranges::none_of(points, [&](const Point& p) { return std::abs(p.t - t) < SamePlace; }))
                points.push_back({t, m_out.addNode(worldAt(index, t, toLeft))});
    std::ranges::sort(points, {}, &Point::t);
    const auto spanOf = [&](double t) -> const Span* {
        for (const Span& span : street(index).spans)
            if (t > span.from && t < span.to)
                return &span;
        return nullptr;
    };
    for (std::size_t i = 0; i + 1 < points.size();) {
        const Span* span = spanOf((points[i].t + points[i + 1].t) / 2);
        std::vector<std::int64_t> nodes{points[i].node};
        do {
            const auto between = filled(index, toLeft, points[i], points[i + 1]);
            nodes.insert(nodes.end(), between.begin(), between.end());
            nodes.push_back(points[++i].node);
        } while (i + 1 < points.size() && spanOf((points[i].t + points[i + 1].t) / 2) == span);
        if (backwards)
            std::ranges::reverse(nodes);
        Tags tags = tagsOf(street(index));
        if (span) {
            tags.emplace_back(span->tunnel ? "tunnel" : "bridge", "yes");
            tags.emplace_back("layer", std::to_string(span->layer));
        }
        const std::int64_t way = m_out.addWay(std::move(nodes), std::move(tags));
        if (!street(index).firstWay)
            street(index).firstWay = way;
        street(index).lastWay = way;
    }
}

void Streets::writeStreet(int index) {
    const double last = length(index);
    const double offset = street(index).offset;
    const auto points = [&](std::int64_t start, std::int64_t end, std::int64_t Stop::* side) {
        std::vector<Point> list{{0, start}, {last, end}};
        for (const Stop& stop : street(index).stops)
            if (stop.*side)
                list.push_back({stop.t, stop.*side});
        return list;
    };
    const Street s = street(index);
    writeCarriageway(index, -offset, points(s.startRight, s.endRight, &Stop::right), false);
    if (offset <= 0)
        return;
    writeCarriageway(index, offset, points(s.startLeft, s.endLeft, &Stop::left), true);
    for (const Stop& stop : s.stops) {
        if (!stop.opening)
            continue;
        // the gap in the middle belongs to the road that crosses
        Street gap{.line = {}, .rank = Rank::Residential, .road = stop.road};
        m_out.addWay({stop.left, stop.right}, tagsOf(gap));
    }
}

void Streets::write() {
    for (int i = 0; i < count(); ++i)
        writeStreet(i);
}

} // namespace tridesk::maps::city
