// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/contour.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace tridesk::maps {
namespace {

using EdgeId = std::uint64_t;

// Walks the cells and strings the crossings of their edges together. An edge of the lattice is named by the
// corner it begins at, and whether it goes up.
class Marcher {
public:
    Marcher(const Lattice& lattice, float level)
        : m_lattice(lattice)
        , m_level(level) {}

    std::vector<Loop> loops() {
        for (std::size_t row = 0; row + 1 < m_lattice.rows; ++row) {
            for (std::size_t column = 0; column + 1 < m_lattice.columns; ++column)
                march(column, row);
        }
        std::vector<Loop> loops;
        for (const EdgeId first : m_order) {
            auto link = m_next.find(first);
            if (link == m_next.end())
                continue; // already in a loop
            Loop loop;
            while (link != m_next.end()) {
                loop.push_back(crossing(link->first));
                const EdgeId next = link->second;
                m_next.erase(link);
                link = m_next.find(next);
            }
            loops.push_back(std::move(loop));
        }
        return loops;
    }

private:
    [[nodiscard]] EdgeId across(std::size_t column, std::size_t row) const {
        return (row * m_lattice.columns + column) * 2;
    }
    [[nodiscard]] EdgeId up(std::size_t column, std::size_t row) const { return across(column, row) + 1; }

    void link(EdgeId from, EdgeId to) {
        m_next.emplace(from, to);
        m_order.push_back(from);
    }

    // Corners: 1 south-west, 2 south-east, 4 north-east, 8 north-west; set where inside.
    void march(std::size_t column, std::size_t row) {
        const float southWest = m_lattice.at(column, row);
        const float southEast = m_lattice.at(column + 1, row);
        const float northEast = m_lattice.at(column + 1, row + 1);
        const float northWest = m_lattice.at(column, row + 1);
        const auto inside = [this](float value, int bit) { return value <= m_level ? bit : 0; };
        const int corners =
            inside(southWest, 1) | inside(southEast, 2) | inside(northEast, 4) | inside(northWest, 8);
        if (corners == 0 || corners == 15)
            return;
        const EdgeId south = across(column, row);
        const EdgeId north = across(column, row + 1);
        const EdgeId west = up(column, row);
        const EdgeId east = up(column + 1, row);
        const bool middleIn = (southWest + southEast + northEast + northWest) / 4 <= m_level;
        switch (corners) {
        case 1:
            return link(south, west);
        case 2:
            return link(east, south);
        case 3:
            return link(east, west);
        case 4:
            return link(north, east);
        case 5:
            link(south, middleIn ? east : west);
            return link(north, middleIn ? west : east);
        case 6:
            return link(north, south);
        case 7:
            return link(north, west);
        case 8:
            return link(west, north);
        case 9:
            return link(south, north);
        case 10:
            link(west, middleIn ? south : north);
            return link(east, middleIn ? north : south);
        case 11:
            return link(east, north);
        case 12:
            return link(west, east);
        case 13:
            return link(south, east);
        default:
            return link(west, south);
        }
    }

    [[nodiscard]] LatticePoint crossing(EdgeId edge) const {
        const std::size_t corner = edge / 2;
        const std::size_t column = corner % m_lattice.columns;
        const std::size_t row = corner / m_lattice.columns;
        const bool isUp = (edge & 1U) != 0;
        const float a = m_lattice.at(column, row);
        const float b = isUp ? m_lattice.at(column, row + 1) : m_lattice.at(column + 1, row);
        // Kept off the corners, where two loops could touch.
        constexpr double Off = 0.02;
        const double share = std::clamp(double(m_level - a) / double(b - a), Off, 1 - Off);
        return {double(column) + (isUp ? 0 : share), double(row) + (isUp ? share : 0)};
    }

    const Lattice& m_lattice;
    float m_level;
    std::unordered_map<EdgeId, EdgeId> m_next;
    std::vector<EdgeId> m_order;
};

double distanceToChord(LatticePoint p, LatticePoint a, LatticePoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    return length > 0 ? std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length
                      : std::hypot(p.x - a.x, p.y - a.y);
}

void keepBetween(const Loop& loop, std::size_t first, std::size_t last, double tolerance,
                 std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> spans{{first, last}};
    while (!spans.empty()) {
        const auto [from, to] = spans.back();
        spans.pop_back();
        double furthest = tolerance;
        std::size_t at = 0;
        for (std::size_t index = from + 1; index < to; ++index) {
            const double distance = distanceToChord(loop[index], loop[from], loop[to % loop.size()]);
            if (distance > furthest) {
                furthest = distance;
                at = index;
            }
        }
        if (at == 0)
            continue;
        kept[at] = true;
        spans.emplace_back(from, at);
        spans.emplace_back(at, to);
    }
}

struct Stretch2 {
    LatticePoint a;
    LatticePoint b;
    std::size_t loop;
    std::size_t index;
    std::size_t loopSize;
};

double side(LatticePoint a, LatticePoint b, LatticePoint p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(const Stretch2& s, const Stretch2& t) {
    const bool neighbours = s.loop == t.loop && (s.index + 1 == t.index || t.index + 1 == s.index ||
                                                 s.index + t.index + 1 == s.loopSize);
    // Stretches of one straight line are on no side of each other: only where they lie beside each other,
    // too.
    const bool apart =
        std::max(s.a.y, s.b.y) < std::min(t.a.y, t.b.y) || std::max(t.a.y, t.b.y) < std::min(s.a.y, s.b.y);
    if (neighbours || apart)
        return false;
    return side(s.a, s.b, t.a) * side(s.a, s.b, t.b) <= 0 && side(t.a, t.b, s.a) * side(t.a, t.b, s.b) <= 0;
}

} // namespace

std::vector<Loop> contourLoops(const Lattice& lattice, float level) {
    return Marcher(lattice, level).loops();
}

double signedArea(const Loop& loop) {
    double sum = 0;
    for (std::size_t index = 0; index < loop.size(); ++index) {
        const LatticePoint a = loop[index];
        const LatticePoint b = loop[(index + 1) % loop.size()];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

bool loopContains(const Loop& loop, LatticePoint point) {
    bool inside = false;
    for (std::size_t index = 0; index < loop.size(); ++index) {
        const LatticePoint a = loop[index];
        const LatticePoint b = loop[(index + 1) % loop.size()];
        if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

Loop simplified(const Loop& loop, double tolerance) {
    if (loop.size() < 8)
        return loop;
    std::vector<bool> kept(loop.size() + 1);
    const std::size_t half = loop.size() / 2; // a loop has no ends of its own
    kept[0] = kept[half] = true;
    keepBetween(loop, 0, half, tolerance, kept);
    keepBetween(loop, half, loop.size(), tolerance, kept);
    Loop result;
    for (std::size_t index = 0; index < loop.size(); ++index) {
        if (kept[index])
            result.push_back(loop[index]);
    }
    return result.size() < 4 ? loop : result;
}

namespace {

// Calls found(a, b) for every two stretches that cross, until it gives back false.
template <typename Found>
void eachCrossing(const std::vector<Loop>& loops, Found found) {
    std::vector<Stretch2> stretches;
    for (std::size_t loop = 0; loop < loops.size(); ++loop) {
        for (std::size_t index = 0; index < loops[loop].size(); ++index)
            stretches.push_back({loops[loop][index], loops[loop][(index + 1) % loops[loop].size()], loop,
                                 index, loops[loop].size()});
    }
    const auto west = [](const Stretch2& s) { return std::min(s.a.x, s.b.x); };
    const auto east = [](const Stretch2& s) { return std::max(s.a.x, s.b.x); };
    std::ranges::sort(stretches, {}, west);
    for (std::size_t index = 0; index < stretches.size(); ++index) {
        for (std::size_t other = index + 1; other < stretches.size(); ++other) {
            if (west(stretches[other]) > east(stretches[index]))
                break;
            if (cross(stretches[index], stretches[other]) && !found(stretches[index], stretches[other]))
                return;
        }
    }
}

LatticePoint drawnIn(const Loop& loop, std::size_t index, LatticePoint was, double most) {
    const LatticePoint before = loop[(index + loop.size() - 1) % loop.size()];
    const LatticePoint after = loop[(index + 1) % loop.size()];
    const LatticePoint to{(before.x + 2 * loop[index].x + after.x) / 4,
                          (before.y + 2 * loop[index].y + after.y) / 4};
    const double off = std::hypot(to.x - was.x, to.y - was.y);
    const double share = off > most ? most / off : 1;
    return {was.x + share * (to.x - was.x), was.y + share * (to.y - was.y)};
}

Loop drawnIn(const Loop& loop, double most) {
    constexpr int Rounds =
        8; // of points less than a cell apart: steps of some cells go, bends of streets stay
    Loop now = loop;
    Loop next(loop.size());
    for (int round = 0; round < Rounds; ++round) {
        for (std::size_t index = 0; index < loop.size(); ++index)
            next[index] = drawnIn(now, index, loop[index], most);
        now.swap(next);
    }
    return now;
}

} // namespace

bool anyCross(const std::vector<Loop>& loops) {
    bool any = false;
    eachCrossing(loops, [&any](const Stretch2&, const Stretch2&) {
        any = true;
        return false;
    });
    return any;
}

std::vector<Loop> smoothed(const std::vector<Loop>& loops, double most) {
    std::vector<Loop> result;
    result.reserve(loops.size());
    for (const Loop& loop : loops)
        result.push_back(drawnIn(loop, most));
    // What crosses is put back as it was, and a little of the border to both sides of it, until nothing does.
    constexpr std::size_t Rounds = 6;
    for (std::size_t round = 1; round <= Rounds; ++round) {
        bool any = false;
        const auto putBack = [&](const Stretch2& stretch) {
            const Loop& was = loops[stretch.loop];
            const std::size_t beside = std::min(2 * round, was.size() - 1);
            for (std::size_t step = 0; step < 2 * beside + 2; ++step) {
                const std::size_t index = (stretch.index + was.size() + step - beside) % was.size();
                result[stretch.loop][index] = was[index];
            }
        };
        const std::vector<Loop> before = result;
        eachCrossing(before, [&](const Stretch2& a, const Stretch2& b) {
            any = true;
            putBack(a);
            putBack(b);
            return true;
        });
        if (!any)
            return result;
    }
    return anyCross(result) ? loops : result;
}

} // namespace tridesk::maps
