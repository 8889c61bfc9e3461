// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/reach.h"

#include "maps/geo/area.h"
#include "maps/roads/graph_file.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tridesk::maps {
namespace {

constexpr double FinestCellMetres = 20;
constexpr double MostCells = 800; // a side
constexpr double BesideRoadMetres = 60;
constexpr double BesideRoadCells = 1.6;
constexpr double WalkMetresPerSecond = 5 / 3.6;
constexpr double LeastHoleSquareMetres = 40'000;
constexpr double LeastAreaCells = 4;
// Of a cell. Together with the lattice's own steps a border stays within one cell of where it should be.
constexpr double SmoothedBy = 0.6;
constexpr double Tolerance = 0.12;
constexpr float Never = 1e9F;

LocalPlane planeOf(const TimeField& field) {
    const auto& place = field.place();
    return LocalPlane(place ? place->at : QGeoCoordinate(0, 0));
}

} // namespace

bool ReachRing::contains(const QGeoCoordinate& at) const {
    return std::ranges::any_of(areas, [&](const QGeoPolygon& area) { return polygonContains(area, at); });
}

ReachSurface::ReachSurface(const TimeField& field)
    : m_plane(planeOf(field)) {
    if (!field.place())
        return;
    chooseLattice(field);
    stamp(samplesOf(field));
}

void ReachSurface::chooseLattice(const TimeField& field) {
    double west = 0;
    double east = 0;
    double south = 0;
    double north = 0;
    for (const RoadReach& road : field.reached()) {
        for (const RoadReach::Point& point : road.points) {
            const LocalPlane::Point at = m_plane.toPlane(point.latitude, point.longitude);
            west = std::min(west, at.east);
            east = std::max(east, at.east);
            south = std::min(south, at.north);
            north = std::max(north, at.north);
        }
    }
    m_cellMetres = std::max(FinestCellMetres, std::max(east - west, north - south) / MostCells);
    const double margin = std::max(BesideRoadMetres, BesideRoadCells * m_cellMetres) + 2 * m_cellMetres;
    m_west = west - margin;
    m_south = south - margin;
    m_lattice.columns = static_cast<std::size_t>((east - west + 2 * margin) / m_cellMetres) + 2;
    m_lattice.rows = static_cast<std::size_t>((north - south + 2 * margin) / m_cellMetres) + 2;
    m_lattice.values.assign(m_lattice.columns * m_lattice.rows, Never);
}

std::vector<ReachSurface::Sample> ReachSurface::samplesOf(const TimeField& field) const {
    const double step = m_cellMetres * 0.7;
    std::vector<Sample> samples;
    for (const RoadReach& road : field.reached()) {
        for (std::size_t index = 1; index < road.points.size(); ++index) {
            const RoadReach::Point& from = road.points[index - 1];
            const RoadReach::Point& to = road.points[index];
            const LocalPlane::Point a = m_plane.toPlane(from.latitude, from.longitude);
            const LocalPlane::Point b = m_plane.toPlane(to.latitude, to.longitude);
            const double length = std::hypot(b.east - a.east, b.north - a.north);
            const int steps = std::max(1, static_cast<int>(length / step));
            for (int part = 0; part <= steps; ++part) {
                const double share = double(part) / steps;
                samples.push_back({a.east + share * (b.east - a.east), a.north + share * (b.north - a.north),
                                   static_cast<float>(from.seconds + share * (to.seconds - from.seconds))});
            }
        }
    }
    return samples;
}

void ReachSurface::stamp(const std::vector<Sample>& samples) {
    const double reach = std::max(BesideRoadMetres, BesideRoadCells * m_cellMetres);
    for (const Sample& sample : samples) {
        const double x = (sample.east - m_west) / m_cellMetres;
        const double y = (sample.north - m_south) / m_cellMetres;
        const double cells = reach / m_cellMetres;
        const auto firstRow = static_cast<std::size_t>(std::ceil(y - cells));
        const auto lastRow = static_cast<std::size_t>(std::floor(y + cells));
        for (std::size_t row = firstRow; row <= lastRow; ++row) {
            const double up = double(row) - y;
            const double half = std::sqrt(std::max(0.0, cells * cells - up * up));
            const auto lastColumn = static_cast<std::size_t>(std::floor(x + half));
            for (auto column = static_cast<std::size_t>(std::ceil(x - half)); column <= lastColumn;
                 ++column) {
                const double across = double(column) - x;
                const double metres = std::sqrt(up * up + across * across) * m_cellMetres;
                float& value = m_lattice.values[row * m_lattice.columns + column];
                value = std::min(value, sample.seconds + static_cast<float>(metres / WalkMetresPerSecond));
            }
        }
    }
}

QList<QGeoCoordinate> ReachSurface::pointsOf(const Loop& loop) const {
    QList<QGeoCoordinate> points;
    for (const LatticePoint point : loop)
        points.append(m_plane.fromPlane({m_west + point.x * m_cellMetres, m_south + point.y * m_cellMetres}));
    return points;
}

QGeoPolygon ReachSurface::polygonOf(const Loop& outer) const {
    return QGeoPolygon(pointsOf(outer));
}

ReachRing ReachSurface::ringAt(double seconds) const {
    ReachRing ring;
    ring.seconds = seconds;
    if (m_lattice.values.empty() || !(seconds > 0))
        return ring;
    // What lies beyond a road's reach is outside, however far: a border there runs close to the last cell.
    Lattice held = m_lattice;
    const auto outside = static_cast<float>(seconds + BesideRoadMetres / WalkMetresPerSecond);
    for (float& value : held.values)
        value = std::min(value, outside);
    const double cell = m_cellMetres * m_cellMetres;
    std::vector<Loop> kept;
    for (Loop& loop : contourLoops(held, static_cast<float>(seconds))) {
        const double area = signedArea(loop);
        if (area >= LeastAreaCells || -area * cell >= LeastHoleSquareMetres)
            kept.push_back(std::move(loop));
    }
    const std::vector<Loop> smooth = smoothed(kept, SmoothedBy);
    std::vector<Loop> thin;
    thin.reserve(smooth.size());
    for (const Loop& loop : smooth)
        thin.push_back(simplified(loop, Tolerance));
    // Thinning may make two borders cross where they run close: the full ones never do.
    const std::vector<Loop>& loops = anyCross(thin) ? smooth : thin;

    std::vector<const Loop*> outers;
    for (const Loop& loop : loops) {
        if (signedArea(loop) > 0)
            outers.push_back(&loop);
    }
    std::ranges::sort(outers, {}, [](const Loop* loop) { return signedArea(*loop); });
    for (const Loop* outer : outers)
        ring.areas.append(polygonOf(*outer));
    for (const Loop& loop : loops) {
        if (signedArea(loop) > 0)
            continue;
        const auto around = std::ranges::find_if(
            outers, [&](const Loop* outer) { return loopContains(*outer, loop.front()); });
        if (around != outers.end())
            ring.areas[around - outers.begin()].addHole(pointsOf(loop));
    }
    return ring;
}

std::vector<ReachRing> ringsOf(const TimeField& field, std::span<const double> seconds) {
    const ReachSurface surface(field);
    std::vector<ReachRing> rings;
    for (const double each : seconds)
        rings.push_back(surface.ringAt(each));
    return rings;
}

} // namespace tridesk::maps
