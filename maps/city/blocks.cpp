// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/blocks.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps::city {

namespace {

double edgeLength(const Block& block, std::size_t edge) {
    return length(block.corners[(edge + 1) % block.corners.size()] - block.corners[edge]);
}

std::size_t longestEdge(const Block& block) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < block.corners.size(); ++i)
        if (edgeLength(block, i) > edgeLength(block, best))
            best = i;
    return best;
}

Edge partOf(const Edge& edge, double from, double to) {
    const double span = edge.to - edge.from;
    return {edge.street, edge.from + span * from, edge.from + span * to};
}

double fraction(const Block& block, std::size_t edge, Vec at) {
    const Vec a = block.corners[edge];
    const double l = edgeLength(block, edge);
    return l > 0 ? std::clamp(length(at - a) / l, 0.0, 1.0) : 0;
}

/// The piece from point a on edge ka round to point b on edge kb, closed by the side back to a.
Block between(const Block& block, std::size_t ka, Vec a, std::size_t kb, Vec b, const Edge& closing) {
    Block piece;
    const std::size_t n = block.corners.size();
    piece.corners.push_back(a);
    piece.edges.push_back(partOf(block.edges[ka], fraction(block, ka, a), 1));
    for (std::size_t k = (ka + 1) % n; k != kb; k = (k + 1) % n) {
        piece.corners.push_back(block.corners[k]);
        piece.edges.push_back(block.edges[k]);
    }
    piece.corners.push_back(block.corners[kb]);
    piece.edges.push_back(partOf(block.edges[kb], 0, fraction(block, kb, b)));
    piece.corners.push_back(b);
    piece.edges.push_back(closing);
    return piece;
}

} // namespace

Block Cutter::part(const Block& block, Vec a, Vec b) {
    Block result;
    const Vec along = b - a;
    const std::size_t n = block.corners.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Vec p = block.corners[i];
        const Vec q = block.corners[(i + 1) % n];
        const double dp = cross(along, p - a);
        const double dq = cross(along, q - a);
        const double f = dp == dq ? 0 : dp / (dp - dq);
        if (dp >= 0) {
            result.corners.push_back(p);
            if (dq >= 0) {
                result.edges.push_back(block.edges[i]);
            } else { // leaves: the rest of this side, then the new one
                result.edges.push_back(partOf(block.edges[i], 0, f));
                result.corners.push_back(lerp(p, q, f));
                result.edges.push_back({});
            }
        } else if (dq > 0) { // comes back in
            result.corners.push_back(lerp(p, q, f));
            result.edges.push_back(partOf(block.edges[i], f, 1));
        }
    }
    return result;
}

bool Cutter::opposite(const Block& block, std::size_t edge, Vec from, Vec direction, Hit& hit) {
    const std::size_t n = block.corners.size();
    for (std::size_t k = 0; k < n; ++k) {
        if (k == edge)
            continue;
        const Vec p = block.corners[k];
        const Vec along = block.corners[(k + 1) % n] - p;
        const double det = cross(direction, along);
        if (std::abs(det) < 1e-9)
            continue;
        const double reach = cross(p - from, along) / det;
        const double f = cross(p - from, direction) / det;
        if (reach > 1 && f >= 0 && f <= 1) {
            hit.edge = k;
            hit.at = p + along * f;
            return true;
        }
    }
    return false;
}

double Cutter::streetT(const Block& block, const Hit& hit) {
    const Edge& edge = block.edges[hit.edge];
    return edge.from + (edge.to - edge.from) * fraction(block, hit.edge, hit.at);
}

Cutter::Hit Cutter::snapped(const Block& block, std::size_t edge, Vec at, const CutRules& rules) const {
    Hit hit{.edge = edge, .at = at};
    const Edge& side = block.edges[edge];
    if (side.street < 0)
        return hit;
    const double t = streetT(block, hit);
    const auto stop = m_streets.stopNear(side.street, t, rules.snap);
    if (!stop)
        return hit;
    const double f = (*stop - side.from) / (side.to - side.from);
    const double l = edgeLength(block, edge);
    if (f * l < rules.shortest / 3 || (1 - f) * l < rules.shortest / 3)
        return hit;
    hit.at = lerp(block.corners[edge], block.corners[(edge + 1) % block.corners.size()], f);
    hit.road = m_streets.roadAt(side.street, *stop);
    hit.snapped = true;
    return hit;
}

std::int64_t Cutter::nodeAt(const Block& block, const Hit& hit, Rank rank, int road) {
    const Edge& edge = block.edges[hit.edge];
    if (edge.street < 0)
        return m_streets.node(hit.at);
    return m_streets.attach(edge.street, streetT(block, hit), block.side(hit.edge), rank <= Rank::Tertiary,
                            road);
}

bool Cutter::cutOnce(const Block& block, const CutRules& rules, Block& one, Block& other) {
    const std::size_t n = block.corners.size();
    const std::size_t edge = longestEdge(block);
    if (edgeLength(block, edge) < 2 * rules.shortest)
        return false;
    const Vec a = block.corners[edge];
    const Vec b = block.corners[(edge + 1) % n];
    const Hit first = snapped(block, edge, lerp(a, b, m_random.real(0.42, 0.58)), rules);
    // across, in the mean of the directions of the sides next to it
    const Vec before = unit(block.corners[(edge + n - 1) % n] - a);
    const Vec after = unit(block.corners[(edge + 2) % n] - b);
    const Vec in = left(unit(b - a));
    Vec direction = unit(before + after);
    if (dot(direction, in) < 0.8)
        direction = in;
    Hit second;
    if (!opposite(block, edge, first.at, direction, second))
        return false;
    second = snapped(block, second.edge, second.at, rules);
    if (dot(unit(second.at - first.at), in) < 0.75 || length(second.at - first.at) < rules.shortest / 2)
        return false;
    const double size = area(block.corners);
    const Rank rank = size > rules.secondAbove ? rules.main : rules.minor;
    int road = second.snapped && second.road >= 0 ? second.road : (first.snapped ? first.road : -1);
    if (road < 0 && rules.newRoad)
        road = rules.newRoad(rank);
    Street street{.line = {first.at, second.at}, .rank = rank, .road = road};
    street.oneWay = rank > Rank::Tertiary && rank < Rank::Service && m_random.chance(rules.oneWay);
    street.startLeft = street.startRight = nodeAt(block, first, rank, road);
    street.endLeft = street.endRight = nodeAt(block, second, rank, road);
    if (street.startLeft == street.endLeft)
        return false;
    const double l = length(second.at - first.at);
    const int index = m_streets.addStreet(std::move(street));
    // the piece that runs from the first hit round to the second lies to the right of the new street
    one = between(block, first.edge, first.at, second.edge, second.at, {index, l, 0});
    other = between(block, second.edge, second.at, first.edge, first.at, {index, 0, l});
    return true;
}

void Cutter::cut(const Block& block, const CutRules& rules, const std::function<void(const Block&)>& take) {
    Block one;
    Block other;
    const double most = rules.largest * m_random.real(0.8, 1.35);
    if (area(block.corners) <= most || !cutOnce(block, rules, one, other)) {
        take(block);
        return;
    }
    cut(one, rules, take);
    cut(other, rules, take);
}

} // namespace tridesk::maps::city
