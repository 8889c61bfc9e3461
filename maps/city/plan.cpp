// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/plan.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

constexpr double Embankment = 195; // from the river's middle
constexpr double RingHalf = 21;    // of the road under the elevated expressway
constexpr double DividedHalf = 9;

/// Lines at uneven steps on both sides of the given ones.
std::vector<double> spread(Prng& random, double from, double to, int least, int most) {
    std::vector<double> result;
    const double sign = to > from ? 1 : -1;
    for (double at = from; (to - at) * sign > least * 0.7; result.push_back(at))
        at += sign * random.between(least, most);
    return result;
}

std::vector<Line> columnsOf(Prng& random, double width) {
    std::vector<double> at = spread(random, 0, width / 2, 640, 1020);
    const std::vector<double> west = spread(random, 0, -width / 2, 640, 1020);
    at.insert(at.end(), west.begin(), west.end());
    at.push_back(0);
    std::ranges::sort(at);
    std::vector<Line> lines;
    lines.reserve(at.size());
    for (double u : at)
        lines.push_back({.at = u});
    return lines;
}

std::vector<Line> rowsOf(Prng& random, double height) {
    std::vector<double> at = spread(random, Embankment, height * 0.56, 600, 940);
    const std::vector<double> below = spread(random, -Embankment, -height * 0.44, 600, 940);
    at.insert(at.end(), below.begin(), below.end());
    at.push_back(Embankment);
    at.push_back(-Embankment);
    std::ranges::sort(at);
    std::vector<Line> lines;
    lines.reserve(at.size());
    for (double v : at)
        lines.push_back({.at = v});
    return lines;
}

void divide(Line& line) {
    line.rank = Rank::Primary;
    line.offset = DividedHalf;
}

void makeRing(Line& line) {
    line.rank = Rank::Trunk;
    line.offset = RingHalf;
    line.ring = true;
}

void rankLines(Plan& plan) {
    const int axis = Plan::nearest(plan.columns, 0);
    for (int i = 0; i < static_cast<int>(plan.columns.size()); ++i) {
        Line& line = plan.columns[static_cast<std::size_t>(i)];
        line.bridge = (i - axis) % 2 == 0;
        if ((i - axis) % 2 == 0)
            divide(line);
    }
    for (int j = 0; j < static_cast<int>(plan.rows.size()); ++j) {
        Line& line = plan.rows[static_cast<std::size_t>(j)];
        const int away = j > plan.south ? j - plan.south - 1 : plan.south - j;
        if (away > 0 && away % 2 == 0)
            divide(line);
    }
    // the rim is an ordinary road
    for (auto* lines : {&plan.columns, &plan.rows})
        for (Line* line : {&lines->front(), &lines->back()}) {
            line->rank = Rank::Tertiary;
            line->offset = 0;
        }
    for (int i : {plan.ringWest, plan.ringEast}) {
        makeRing(plan.columns[static_cast<std::size_t>(i)]);
        plan.columns[static_cast<std::size_t>(i)].bridge = true;
    }
    for (int j : {plan.ringSouth, plan.ringNorth})
        makeRing(plan.rows[static_cast<std::size_t>(j)]);
}

struct WellKnown {
    const char* zh;
    const char* en;
};

/// Names that half of all cities have for their main roads; used from the middle outwards.
constexpr WellKnown ColumnNames[]{{"人民", "Renmin"}, {"建设", "Jianshe"}, {"解放", "Jiefang"},
                                  {"新华", "Xinhua"}, {"文化", "Wenhua"},  {"光明", "Guangming"},
                                  {"复兴", "Fuxing"}, {"迎春", "Yingchun"}};
constexpr WellKnown RowNames[]{{"中山", "Zhongshan"}, {"和平", "Heping"}, {"胜利", "Shengli"},
                               {"团结", "Tuanjie"},   {"友谊", "Youyi"},  {"振兴", "Zhenxing"},
                               {"工农", "Gongnong"}};

void nameHalves(Line& line, const Name& root, const char* lowZh, const char* lowEn, const char* highZh,
                const char* highEn) {
    line.low = Names::with(root, lowZh, lowEn);
    line.high = Names::with(root, highZh, highEn);
}

Name rootOf(const WellKnown* known, std::size_t count, std::size_t index, Names& names) {
    return index < count ? makeName(known[index].zh, known[index].en) : names.root();
}

/// The nth line from the middle gets the nth name.
void nameLines(std::vector<Line>& lines, int middle, const WellKnown* known, std::size_t count, bool columns,
               Names& names) {
    std::vector<int> order;
    order.reserve(lines.size());
    for (int i = 0; i < static_cast<int>(lines.size()); ++i)
        order.push_back(i);
    std::ranges::stable_sort(order, {}, [&](int i) { return std::abs(i - middle); });
    std::size_t next = 0;
    for (int i : order) {
        Line& line = lines[static_cast<std::size_t>(i)];
        if (!line.low.empty())
            continue;
        const bool isMain = line.offset > 0;
        const Name root = isMain ? rootOf(known, count, next++, names) : names.root();
        if (columns && isMain)
            nameHalves(line, root, "南路", "South Road", "北路", "North Road");
        else if (isMain)
            nameHalves(line, root, "西路", "West Road", "东路", "East Road");
        else
            line.low = line.high = Names::with(root, columns ? "路" : "街", columns ? "Road" : "Street");
    }
}

void nameAll(Plan& plan, Names& names) {
    const auto row = [&](int j) -> Line& { return plan.rows[static_cast<std::size_t>(j)]; };
    const auto column = [&](int i) -> Line& { return plan.columns[static_cast<std::size_t>(i)]; };
    row(plan.south).low = row(plan.south).high = makeName("滨江 南路", "Binjiang South Road");
    row(plan.south + 1).low = row(plan.south + 1).high = makeName("滨江 北路", "Binjiang North Road");
    column(plan.ringWest).low = column(plan.ringWest).high = makeName("环城 西路", "Huancheng West Road");
    column(plan.ringEast).low = column(plan.ringEast).high = makeName("环城 东路", "Huancheng East Road");
    row(plan.ringSouth).low = row(plan.ringSouth).high = makeName("环城 南路", "Huancheng South Road");
    row(plan.ringNorth).low = row(plan.ringNorth).high = makeName("环城 北路", "Huancheng North Road");
    const int axis = Plan::nearest(plan.columns, 0);
    column(axis).low = makeName("云湖 大道 南段", "Yunhu Avenue South");
    column(axis).high = makeName("云湖 大道 北段", "Yunhu Avenue North");
    nameLines(plan.columns, axis, ColumnNames, std::size(ColumnNames), true, names);
    nameLines(plan.rows, plan.south, RowNames, std::size(RowNames), false, names);
}

/// Hands out cells; what is taken cannot be taken again.
class Zoning {
public:
    explicit Zoning(Plan& plan)
        : m_plan(plan)
        , m_taken(static_cast<std::size_t>(plan.cellsAcross() * plan.cellsUp())) {}

    [[nodiscard]] bool isFree(int i, int j) const {
        return i >= 0 && j >= 0 && i < m_plan.cellsAcross() && j < m_plan.cellsUp() && !m_taken[index(i, j)];
    }
    /// Takes a box of cells as one region if all of it is free.
    bool take(int i, int j, int across, int up, Zone zone) {
        for (int a = i; a < i + across; ++a)
            for (int b = j; b < j + up; ++b)
                if (!isFree(a, b))
                    return false;
        for (int a = i; a < i + across; ++a)
            for (int b = j; b < j + up; ++b)
                m_taken[index(a, b)] = true;
        m_plan.regions.push_back({i, j, i + across, j + up, zone});
        return true;
    }
    /// The cell that holds a place.
    void takeAt(Vec place, int across, int up, Zone zone) {
        take(cell(m_plan.columns, place.x), cell(m_plan.rows, place.y), across, up, zone);
    }

private:
    [[nodiscard]] std::size_t index(int i, int j) const {
        return static_cast<std::size_t>(i * m_plan.cellsUp() + j);
    }
    static int cell(const std::vector<Line>& lines, double at) {
        int i = 0;
        while (i + 2 < static_cast<int>(lines.size()) && lines[static_cast<std::size_t>(i) + 1].at <= at)
            ++i;
        return i;
    }
    Plan& m_plan;
    std::vector<bool> m_taken;
};

/// The particular places, before the rest is filled by rule.
void zoneLandmarks(Plan& plan, Zoning& zoning) {
    for (int i = 0; i < plan.cellsAcross(); ++i)
        zoning.take(i, plan.south, 1, 1, Zone::River);
    const int axis = Plan::nearest(plan.columns, 0);
    const int north = plan.south + 1;
    zoning.take(plan.ringWest + 1, north + 1, 2, 2, Zone::Lake);
    zoning.take(axis, plan.ringNorth, 1, 1, Zone::Civic);
    zoning.takeAt({700, plan.railway + 5}, 1, 1, Zone::Station);
    zoning.take(plan.ringEast, north + 1, 2, 1, Zone::Campus);
    zoning.take(plan.ringEast - 1, plan.ringNorth - 1, 1, 1, Zone::Sports);
    zoning.take(1, plan.cellsUp() - 3, 2, 2, Zone::Hill);
    zoning.take(plan.ringWest - 1, plan.south - 2, 1, 1, Zone::Park);
    zoning.take(plan.ringEast - 1, north, 1, 1, Zone::Park);
    for (int step = 0; step < 3; ++step) { // where the diagonal avenues run
        zoning.take(axis + 2 + step, north + 2 + step, 1, 1, Zone::Estates);
        zoning.take(axis + 1 + step, plan.south - 3 - step, 1, 1, Zone::Slabs);
        zoning.take(plan.ringWest - 3 + step, north + 3 - step, 1, 1, Zone::Estates);
    }
    for (int i = axis - 1; i <= axis + 1; ++i)
        for (int j = north; j < north + 2; ++j)
            zoning.take(i, j, 1, 1, Zone::Centre);
    for (int i = axis - 2; i < axis + 1; ++i)
        for (int j = plan.south - 2; j < plan.south; ++j)
            zoning.take(i, j, 1, 1, Zone::OldTown);
}

Zone zoneOf(const Plan& plan, int i, int j, Prng& random, double reach) {
    const Vec middle = (plan.corner(i, j) + plan.corner(i + 1, j + 1)) * 0.5;
    const double far = length({middle.x, middle.y * 1.25}) / reach * random.real(0.88, 1.14);
    if (middle.x > 0.42 * reach && middle.y < -0.12 * reach && far < 1.25)
        return Zone::Industry;
    if (far > 0.98)
        return Zone::Rural;
    if (random.chance(0.02))
        return Zone::Park;
    return random.chance(far < 0.5 ? 0.6 : 0.3) ? Zone::Slabs : Zone::Estates;
}

void zoneRest(Plan& plan, Zoning& zoning, Prng& random, double reach) {
    for (int i = 0; i < plan.cellsAcross(); ++i)
        for (int j = 0; j < plan.cellsUp(); ++j) {
            if (!zoning.isFree(i, j))
                continue;
            const Zone zone = zoneOf(plan, i, j, random, reach);
            // out in the country few roads go through
            const bool wide = zone == Zone::Rural || zone == Zone::Industry;
            if (wide && random.chance(0.5) && zoning.take(i, j, 2, 1, zone))
                continue;
            if (wide && random.chance(0.3) && zoning.take(i, j, 1, 2, zone))
                continue;
            zoning.take(i, j, 1, 1, zone);
        }
}

} // namespace

int Plan::nearest(const std::vector<Line>& lines, double at) {
    const auto found =
        std::ranges::min_element(lines, {}, [&](const Line& line) { return std::abs(line.at - at); });
    return static_cast<int>(found - lines.begin());
}

const Region& Plan::regionAt(int i, int j) const {
    const auto holdsCell = [&](const Region& r) { return i >= r.i0 && i < r.i1 && j >= r.j0 && j < r.j1; };
    return *std::ranges::find_if(regions, holdsCell);
}

Plan makePlan(const Prng& seed, double size, Names& names) {
    Prng random = seed.fork(31);
    const double grow = std::sqrt(size);
    const double width = 12'000 * grow;
    const double height = 9'000 * grow;
    Plan plan;
    plan.columns = columnsOf(random, width);
    plan.rows = rowsOf(random, height);
    plan.south = Plan::nearest(plan.rows, -Embankment);
    plan.ringWest = Plan::nearest(plan.columns, -2900 * grow);
    plan.ringEast = Plan::nearest(plan.columns, 2800 * grow);
    plan.ringNorth = Plan::nearest(plan.rows, 2500 * grow);
    plan.ringSouth = Plan::nearest(plan.rows, -2000 * grow);
    rankLines(plan);
    nameAll(plan, names);
    const int last = plan.cellsUp();
    plan.railway = plan.v(std::max(1, plan.ringSouth - 1)) + 190;
    plan.expressway = (plan.v(last - 1) + plan.v(last)) / 2;
    const int canalColumn = std::max(1, plan.ringWest - 1);
    plan.canal = plan.u(canalColumn) + 70;
    Zoning zoning(plan);
    zoneLandmarks(plan, zoning);
    zoneRest(plan, zoning, random, 5'900 * grow);
    return plan;
}

} // namespace tridesk::maps::city
