// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::maps::city {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 8> BridgeNames{{{"云湖 大桥", "Yunhu Bridge"},
                                                                          {"临江 大桥", "Linjiang Bridge"},
                                                                          {"望江 大桥", "Wangjiang Bridge"},
                                                                          {"青石 大桥", "Qingshi Bridge"},
                                                                          {"凤鸣 大桥", "Fengming Bridge"},
                                                                          {"长虹 大桥", "Changhong Bridge"},
                                                                          {"柳浦 大桥", "Liupu Bridge"},
                                                                          {"新渡 大桥", "Xindu Bridge"}}};

int clampSide(double offset, int side) {
    return offset > 0 ? side : 0;
}

} // namespace

Skeleton::Skeleton(const Plan& plan, const Ground& ground, Streets& streets, OsmData& out, Prng random)
    : m_plan(plan)
    , m_ground(ground)
    , m_streets(streets)
    , m_out(out)
    , m_random(random.fork(41)) {}

int Skeleton::find(const std::map<Key, int>& map, int i, int j) {
    const auto found = map.find({i, j});
    return found == map.end() ? -1 : found->second;
}

bool Skeleton::sameRegion(int i, int j, int k, int l) const {
    const int across = m_plan.cellsAcross();
    const int up = m_plan.cellsUp();
    if (std::min({i, j, k, l}) < 0 || std::max(i, k) >= across || std::max(j, l) >= up)
        return false;
    return &m_plan.regionAt(i, j) == &m_plan.regionAt(k, l);
}

std::int64_t Skeleton::vertex(int i, int j, int sx, int sy) {
    const double offsetX = m_plan.columns[static_cast<std::size_t>(i)].offset;
    const double offsetY = m_plan.rows[static_cast<std::size_t>(j)].offset;
    sx = clampSide(offsetX, sx);
    sy = clampSide(offsetY, sy);
    std::int64_t& node = m_vertices[{i, j, sx, sy}];
    if (!node) {
        const Vec plan = m_plan.corner(i, j);
        const Vec world = m_ground.world(plan) + m_ground.uAxis(plan) * (sx * offsetX) +
                          m_ground.vAxis(plan) * (sy * offsetY);
        node = m_out.addNode(world);
        if (offsetX > 0 || offsetY > 0)
            m_out.nodes.back().tags.emplace_back("highway", "traffic_signals");
    }
    return node;
}

int Skeleton::roadOf(const Line& line, bool high) {
    const Name& name = high ? line.high : line.low;
    const auto [found, isNew] = m_roads.try_emplace(name.zh, -1);
    if (isNew)
        found->second = m_streets.addRoad(name);
    return found->second;
}

std::vector<Span> Skeleton::spansAcross(double from, double to, double v) const {
    std::vector<Span> spans;
    if (v > 0 && from < m_plan.canal && to > m_plan.canal)
        spans.push_back({.from = m_plan.canal - from - 24, .to = m_plan.canal - from + 24});
    return spans;
}

std::vector<Span> Skeleton::spansUp(int column, int j) const {
    const double from = m_plan.v(j);
    const double to = m_plan.v(j + 1);
    std::vector<Span> spans;
    if (j == m_plan.south)
        spans.push_back({.from = 30, .to = to - from - 30});
    if (from < m_plan.railway && to > m_plan.railway)
        spans.push_back({.from = m_plan.railway - from - 26,
                         .to = m_plan.railway - from + 26,
                         .tunnel = true,
                         .layer = -1});
    const bool isRim = column == 0 || column == m_plan.cellsAcross();
    if (!isRim && from < m_plan.expressway && to > m_plan.expressway)
        spans.push_back({.from = m_plan.expressway - from - 34, .to = m_plan.expressway - from + 34});
    return spans;
}

void Skeleton::layAcross(int i, int j) {
    const Line& row = m_plan.rows[static_cast<std::size_t>(j)];
    Street street{.line = {m_plan.corner(i, j), m_plan.corner(i + 1, j)},
                  .rank = row.rank,
                  .road = roadOf(row, m_plan.u(i) + m_plan.u(i + 1) > 0),
                  .offset = row.offset};
    street.startLeft = vertex(i, j, 1, 1);
    street.startRight = vertex(i, j, 1, -1);
    street.endLeft = vertex(i + 1, j, -1, 1);
    street.endRight = vertex(i + 1, j, -1, -1);
    street.spans = spansAcross(m_plan.u(i), m_plan.u(i + 1), m_plan.v(j));
    m_across[{i, j}] = m_streets.addStreet(std::move(street));
}

void Skeleton::layUp(int i, int j) {
    const Line& column = m_plan.columns[static_cast<std::size_t>(i)];
    Street street{.line = {m_plan.corner(i, j), m_plan.corner(i, j + 1)},
                  .rank = column.rank,
                  .road = roadOf(column, j >= m_plan.south),
                  .offset = column.offset};
    street.startLeft = vertex(i, j, -1, 1);
    street.startRight = vertex(i, j, 1, 1);
    street.endLeft = vertex(i, j + 1, -1, -1);
    street.endRight = vertex(i, j + 1, 1, -1);
    street.spans = spansUp(i, j);
    const int index = m_streets.addStreet(std::move(street));
    m_up[{i, j}] = index;
    if (j == m_plan.south) {
        const auto& [zh, en] = BridgeNames[static_cast<std::size_t>(m_bridges++) % BridgeNames.size()];
        markBridge(index, makeName(zh, en));
    }
}

void Skeleton::markBridge(int index, const Name& name) {
    m_streets.street(index).more.emplace_back("bridge:name", name.zh);
    const double half = m_streets.street(index).offset + 9;
    const double last = m_streets.length(index);
    Tags tags{{"man_made", "bridge"}};
    addName(tags, name);
    m_out.addArea({m_streets.worldAt(index, 30, -half), m_streets.worldAt(index, last - 30, -half),
                   m_streets.worldAt(index, last - 30, half), m_streets.worldAt(index, 30, half)},
                  std::move(tags));
}

void Skeleton::layAvenue(int i, int j, int steps, bool rising, const Name& name) {
    int road = -1;
    for (int step = 0; step < steps; ++step) {
        const int a = i + step;
        const int b = rising ? j + step : j - step;
        if (a < 0 || a >= m_plan.cellsAcross() || b < 0 || b >= m_plan.cellsUp())
            return;
        const Region& region = m_plan.regionAt(a, b);
        const bool isPlain = region.i1 - region.i0 == 1 && region.j1 - region.j0 == 1 &&
                             (region.zone == Zone::Estates || region.zone == Zone::Slabs);
        if (!isPlain)
            return;
        if (road < 0)
            road = m_streets.addRoad(name);
        const int from = rising ? b : b + 1;
        const int to = rising ? b + 1 : b;
        const int sy = rising ? 1 : -1;
        Street street{.line = {m_plan.corner(a, from), m_plan.corner(a + 1, to)},
                      .rank = Rank::Secondary,
                      .road = road};
        street.startLeft = street.startRight = vertex(a, from, 1, sy);
        street.endLeft = street.endRight = vertex(a + 1, to, -1, -sy);
        m_avenues[{a, b}] = {m_streets.addStreet(std::move(street)), rising};
    }
}

void Skeleton::internal(std::int64_t a, std::int64_t b, const Line& line, bool oneWay, int road) {
    if (a == b)
        return;
    static constexpr std::array<const char*, 9> Highways{"motorway",      "trunk",    "primary",
                                                         "secondary",     "tertiary", "residential",
                                                         "living_street", "service",  "footway"};
    Tags tags{{"highway", Highways[static_cast<std::size_t>(line.rank)]}};
    if (road >= 0)
        addName(tags, m_streets.road(road).name);
    if (oneWay)
        tags.emplace_back("oneway", "yes");
    m_out.addWay({a, b}, std::move(tags));
}

void Skeleton::joinCorner(int i, int j) {
    const Line& column = m_plan.columns[static_cast<std::size_t>(i)];
    const Line& row = m_plan.rows[static_cast<std::size_t>(j)];
    const int west = across(i - 1, j);
    const int east = across(i, j);
    const int south = up(i, j - 1);
    const int north = up(i, j);
    if (west >= 0 || east >= 0) {
        const int road = m_streets.street(west >= 0 ? west : east).road;
        internal(vertex(i, j, -1, -1), vertex(i, j, 1, -1), row, row.offset > 0, road);
        if (row.offset > 0)
            internal(vertex(i, j, 1, 1), vertex(i, j, -1, 1), row, true, road);
    }
    if (south >= 0 || north >= 0) {
        const int road = m_streets.street(south >= 0 ? south : north).road;
        internal(vertex(i, j, 1, -1), vertex(i, j, 1, 1), column, column.offset > 0, road);
        if (column.offset > 0)
            internal(vertex(i, j, -1, 1), vertex(i, j, -1, -1), column, true, road);
    }
    // a divided road that ends at a corner without the other road: its carriageways meet there
    if (south < 0 && north < 0 && row.offset > 0 && (west < 0 || east < 0))
        internal(vertex(i, j, 1, -1), vertex(i, j, 1, 1), column, false, -1);
    if (west < 0 && east < 0 && column.offset > 0 && (south < 0 || north < 0))
        internal(vertex(i, j, -1, 1), vertex(i, j, 1, 1), row, false, -1);
}

void Skeleton::lay() {
    const int columns = m_plan.cellsAcross();
    const int rows = m_plan.cellsUp();
    for (int j = 0; j <= rows; ++j)
        for (int i = 0; i < columns; ++i)
            if (!sameRegion(i, j - 1, i, j))
                layAcross(i, j);
    for (int i = 0; i <= columns; ++i)
        for (int j = 0; j < rows; ++j) {
            const bool isRiver = j == m_plan.south;
            const bool isRim = i == 0 || i == columns;
            if (isRiver ? m_plan.columns[static_cast<std::size_t>(i)].bridge && !isRim
                        : !sameRegion(i - 1, j, i, j))
                layUp(i, j);
        }
    const int axis = Plan::nearest(m_plan.columns, 0);
    layAvenue(axis + 2, m_plan.south + 3, 3, true, makeName("迎宾 大道", "Yingbin Avenue"));
    layAvenue(axis + 1, m_plan.south - 3, 3, false, makeName("站前 大道", "Zhanqian Avenue"));
    layAvenue(m_plan.ringWest - 3, m_plan.south + 4, 3, false, makeName("学府 大道", "Xuefu Avenue"));
    for (int i = 0; i <= columns; ++i)
        for (int j = 0; j <= rows; ++j)
            joinCorner(i, j);
}

void Skeleton::side(Block& block, Vec from, Vec to, int street, bool forward) const {
    const double l = length(to - from);
    block.corners.push_back(from);
    if (street < 0)
        block.edges.push_back({});
    else
        block.edges.push_back(forward ? Edge{street, 0, l} : Edge{street, l, 0});
}

std::vector<Block> Skeleton::blocksOf(const Region& r) const {
    Block whole;
    for (int i = r.i0; i < r.i1; ++i)
        side(whole, m_plan.corner(i, r.j0), m_plan.corner(i + 1, r.j0), across(i, r.j0), true);
    for (int j = r.j0; j < r.j1; ++j)
        side(whole, m_plan.corner(r.i1, j), m_plan.corner(r.i1, j + 1), up(r.i1, j), true);
    for (int i = r.i1; i > r.i0; --i)
        side(whole, m_plan.corner(i, r.j1), m_plan.corner(i - 1, r.j1), across(i - 1, r.j1), false);
    for (int j = r.j1; j > r.j0; --j)
        side(whole, m_plan.corner(r.i0, j), m_plan.corner(r.i0, j - 1), up(r.i0, j - 1), false);
    const auto avenue = m_avenues.find({r.i0, r.j0});
    if (avenue == m_avenues.end())
        return {whole};
    const auto& [street, rising] = avenue->second;
    const double l = m_streets.length(street);
    // corners 0..3 are south-west, south-east, north-east, north-west
    const auto triangle = [&](std::size_t a, std::size_t b, std::size_t c, Edge closing) {
        return Block{{whole.corners[a], whole.corners[b], whole.corners[c]},
                     {whole.edges[a], whole.edges[b], closing}};
    };
    if (rising)
        return {triangle(0, 1, 2, {street, l, 0}), triangle(2, 3, 0, {street, 0, l})};
    return {triangle(1, 2, 3, {street, 0, l}), triangle(3, 0, 1, {street, l, 0})};
}

void Skeleton::restrictTurns() {
    for (int i = 1; i < m_plan.cellsAcross(); ++i)
        for (int j = 1; j < m_plan.cellsUp(); ++j) {
            const bool isPlain = m_plan.columns[static_cast<std::size_t>(i)].offset <= 0 &&
                                 m_plan.rows[static_cast<std::size_t>(j)].offset <= 0;
            const int from = up(i, j - 1);
            const int to = across(i - 1, j);
            if (!isPlain || from < 0 || to < 0 || !m_random.chance(0.6))
                continue;
            m_out.addRelation({{'w', m_streets.street(from).lastWay, "from"},
                               {'n', vertex(i, j, 0, 0), "via"},
                               {'w', m_streets.street(to).lastWay, "to"}},
                              {{"type", "restriction"}, {"restriction", "no_left_turn"}});
        }
}

} // namespace tridesk::maps::city
