// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph.h"

#include "maps/geo/bounds.h"
#include "maps/geo/distance.h"
#include "maps/roads/graph_file.h"
#include "maps/roads/network.h"
#include "maps/roads/route_maker.h"
#include "maps/roads/search.h"
#include "maps/roads/snap.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

// A day: past this a bound is a mistake, and times would leave the 32 bits of a search.
constexpr double LongestBoundSeconds = 86'400;

OnSegment onSegment(const RoadPoint& point) {
    return {point.segment, point.share};
}

DrivenArc driven(const GraphFile& graph, const Weights& weights, quint32 arc) {
    const ArcSegment along = graph.outSegments[arc];
    return {along.segment(), along.isBackward(), 0, 1, weights.of(graph.outArcs[arc])};
}

double shareDriven(const RoadPoint& point, bool backward) {
    return backward ? 1 - point.share : point.share;
}

// The parts of one segment between two of its points.
DrivenArc drivenAlong(const GraphFile& graph, const Weights& weights, const RoadPoint& from,
                      const RoadPoint& to) {
    const GraphSegment& segment = graph.segments[from.segment];
    const bool backward = to.share < from.share || weights.of(graph.outArcs[segment.arcs[0]]) == NoIndex;
    DrivenArc arc = driven(graph, weights, segment.arcs[backward ? 1 : 0]);
    arc.first = shareDriven(from, backward);
    arc.last = shareDriven(to, backward);
    return arc;
}

// The points of a segment between two shares of its length, in the direction it was drawn.
void drawPiece(std::span<const GraphPoint> points, double metres, const TimeField::Piece& piece,
               std::vector<RoadReach::Point>& drawn) {
    const bool grows = piece.toShare >= piece.fromShare;
    const double first = grows ? piece.fromShare : piece.toShare;
    const double last = grows ? piece.toShare : piece.fromShare;
    const auto secondsAt = [&](double share) {
        const double span = piece.toShare - piece.fromShare;
        return std::abs(span) > 1e-9 ? piece.fromSeconds + (share - piece.fromShare) / span *
                                                               (piece.toSeconds - piece.fromSeconds)
                                     : piece.fromSeconds;
    };
    const LocalPlane plane(toCoordinate(points.front()));
    const auto onPlane = [&](GraphPoint point) {
        return plane.toPlane(point.latitude / UnitsPerDegree, point.longitude / UnitsPerDegree);
    };
    const auto add = [&](GraphPoint a, GraphPoint b, double part, double share) {
        drawn.push_back({(a.latitude + part * (double(b.latitude) - a.latitude)) / UnitsPerDegree,
                         (a.longitude + part * (double(b.longitude) - a.longitude)) / UnitsPerDegree,
                         secondsAt(share)});
    };
    double along = 0;
    for (std::size_t index = 1; index < points.size() && along <= last; ++index) {
        const LocalPlane::Point a = onPlane(points[index - 1]);
        const LocalPlane::Point b = onPlane(points[index]);
        const double length = metres > 0 ? std::hypot(b.east - a.east, b.north - a.north) / metres : 0;
        const double from = std::max(first, along);
        const double to = std::min(last, along + length);
        if (length > 0 && to >= from) {
            if (drawn.empty())
                add(points[index - 1], points[index], (from - along) / length, from);
            add(points[index - 1], points[index], (to - along) / length, to);
        }
        along += length;
    }
}

} // namespace

RoadGraph::RoadGraph(std::shared_ptr<const GraphFile> file)
    : m_file(std::move(file)) {}

std::expected<RoadGraph, QString> RoadGraph::open(const QString& path) {
    auto file = GraphFile::open(path);
    if (!file)
        return std::unexpected(file.error());
    return RoadGraph(std::move(*file));
}

qsizetype RoadGraph::nodeCount() const {
    return static_cast<qsizetype>(m_file->nodes.size());
}

qsizetype RoadGraph::arcCount() const {
    return static_cast<qsizetype>(m_file->outArcs.size());
}

qsizetype RoadGraph::segmentCount() const {
    return static_cast<qsizetype>(m_file->segments.size());
}

QGeoRectangle RoadGraph::bounds() const {
    GeoBounds bounds;
    for (const GraphPoint point : m_file->points)
        bounds.include(toCoordinate(point));
    return bounds.rectangle();
}

RoadInfo RoadGraph::info(quint32 segment) const {
    if (segment >= m_file->segments.size())
        return {};
    const GraphSegment& s = m_file->segments[segment];
    RoadInfo info;
    info.nameZh = m_file->name(s.name, GraphFile::NamePart::Chinese);
    info.nameEn = m_file->name(s.name, GraphFile::NamePart::English);
    info.ref = m_file->name(s.name, GraphFile::NamePart::Number);
    const RoadKind& kind = m_file->kindOf(s);
    info.cls = static_cast<RoadClass>(kind.cls);
    info.access = static_cast<Access>(kind.access);
    info.speedKmh = daySpeedKmh(kind);
    info.metres = s.centimetres / 100.0;
    info.oneWay = ((kind.flags | m_file->kindOf(s, true).flags) & KindAgainst) != 0;
    info.bridge = (s.flags & SegmentBridge) != 0;
    info.tunnel = (s.flags & SegmentTunnel) != 0;
    info.link = (s.flags & SegmentLink) != 0;
    info.wayId = s.wayId;
    return info;
}

std::vector<QGeoCoordinate> RoadGraph::geometry(quint32 segment) const {
    std::vector<QGeoCoordinate> points;
    if (segment >= m_file->segments.size())
        return points;
    for (const GraphPoint point : m_file->pointsOf(m_file->segments[segment]))
        points.push_back(toCoordinate(point));
    return points;
}

std::optional<RoadPoint> RoadGraph::snap(const QGeoCoordinate& at, double reachMetres,
                                         const Driving& driving) const {
    return snapToRoad(*m_file, Weights(m_file->kinds, driving), at, reachMetres);
}

std::expected<Route, RouteError> RoadGraph::route(const QGeoCoordinate& from, const QGeoCoordinate& to,
                                                  const Driving& driving) const {
    const std::optional<RoadPoint> start = snap(from, DefaultReachMetres, driving);
    if (!start)
        return std::unexpected(RouteError::NoRoadAtStart);
    const std::optional<RoadPoint> end = snap(to, DefaultReachMetres, driving);
    if (!end)
        return std::unexpected(RouteError::NoRoadAtEnd);
    return route(*start, *end, driving);
}

std::expected<Route, RouteError> RoadGraph::route(const RoadPoint& from, const RoadPoint& to,
                                                  const Driving& driving) const {
    const GraphFile& graph = *m_file;
    if (from.segment >= graph.segments.size())
        return std::unexpected(RouteError::NoRoadAtStart);
    if (to.segment >= graph.segments.size())
        return std::unexpected(RouteError::NoRoadAtEnd);

    const Weights weights(graph.kinds, driving);
    std::vector<DrivenArc> arcs;
    if (alongSegment(graph, weights, onSegment(from), onSegment(to))) {
        arcs.push_back(drivenAlong(graph, weights, from, to));
    } else {
        const auto way = searchWay(graph, weights, endsAhead(graph, weights, onSegment(from)),
                                   endsBehind(graph, weights, onSegment(to)));
        if (!way || way->arcs.size() < 2)
            return std::unexpected(RouteError::NoWay);
        arcs.reserve(way->arcs.size());
        std::ranges::transform(way->arcs, std::back_inserter(arcs),
                               [&](quint32 arc) { return driven(graph, weights, arc); });
        arcs.front().first = shareDriven(from, arcs.front().backward);
        arcs.back().last = shareDriven(to, arcs.back().backward);
    }
    Route route = makeRoute(graph, arcs);
    route.startOffMetres = from.offMetres;
    route.endOffMetres = to.offMetres;
    return route;
}

TimeField RoadGraph::timesToward(const QGeoCoordinate& place, double boundSeconds,
                                 const Driving& driving) const {
    return {*this, place, boundSeconds, driving, TimeField::Direction::Toward};
}

TimeField RoadGraph::timesFrom(const QGeoCoordinate& place, double boundSeconds,
                               const Driving& driving) const {
    return {*this, place, boundSeconds, driving, TimeField::Direction::From};
}

std::vector<std::optional<double>> RoadGraph::timesTo(const QGeoCoordinate& place,
                                                      std::span<const QGeoCoordinate> from,
                                                      double boundSeconds, const Driving& driving) const {
    const TimeField field = timesToward(place, boundSeconds, driving);
    std::vector<std::optional<double>> seconds;
    seconds.reserve(from.size());
    for (const QGeoCoordinate& at : from)
        seconds.push_back(field.secondsAt(at));
    return seconds;
}

TimeField::TimeField(RoadGraph graph, const QGeoCoordinate& place, double boundSeconds,
                     const Driving& driving, Direction direction)
    : m_graph(std::move(graph))
    , m_weights(m_graph.m_file->kinds, driving)
    , m_direction(direction)
    , m_place(snapToRoad(*m_graph.m_file, m_weights, place, RoadGraph::DefaultReachMetres)) {
    const bool sensible = boundSeconds > 0; // false for not-a-number too
    m_boundMs = sensible ? static_cast<quint32>(std::min(boundSeconds, LongestBoundSeconds) * 1000) : 0;
    if (!m_place)
        return;
    const GraphFile& file = *m_graph.m_file;
    const OnSegment at = onSegment(*m_place);
    m_ms = direction == Direction::Toward
               ? searchBackward(file, m_weights, endsBehind(file, m_weights, at), m_boundMs)
               : searchForward(file, m_weights, endsAhead(file, m_weights, at), m_boundMs);
}

double TimeField::boundSeconds() const {
    return m_boundMs / 1000.0;
}

std::optional<double> TimeField::known(quint64 ms) const {
    return ms <= m_boundMs ? std::optional(static_cast<double>(ms) / 1000) : std::nullopt;
}

std::optional<RoadPoint> TimeField::snap(const QGeoCoordinate& at) const {
    return snapToRoad(*m_graph.m_file, m_weights, at, RoadGraph::DefaultReachMetres);
}

std::optional<double> TimeField::secondsAt(const QGeoCoordinate& at) const {
    const std::optional<RoadPoint> point = m_place ? snap(at) : std::nullopt;
    return point ? secondsAt(*point) : std::nullopt;
}

std::optional<double> TimeField::secondsAt(const RoadPoint& at) const {
    const GraphFile& graph = *m_graph.m_file;
    if (!m_place || at.segment >= graph.segments.size())
        return std::nullopt;
    const bool toward = m_direction == Direction::Toward;
    const OnSegment there = onSegment(at);
    const OnSegment place = onSegment(*m_place);
    quint64 best =
        alongSegment(graph, m_weights, toward ? there : place, toward ? place : there).value_or(NoIndex);
    for (const SearchEnd& end :
         toward ? endsAhead(graph, m_weights, there) : endsBehind(graph, m_weights, there)) {
        if (m_ms[end.node] != NoIndex)
            best = std::min<quint64>(best, quint64{m_ms[end.node]} + end.ms);
    }
    return known(best);
}

std::vector<TimeField::Piece> TimeField::pieces() const {
    const GraphFile& graph = *m_graph.m_file;
    std::vector<Piece> pieces;
    const bool toward = m_direction == Direction::Toward;
    const std::span<const quint32> first = toward ? graph.inFirst : graph.outFirst;
    const std::span<const GraphArc> arcs = toward ? graph.inArcs : graph.outArcs;
    for (std::size_t node = 0; node < m_ms.size(); ++node) {
        if (m_ms[node] == NoIndex)
            continue;
        for (quint32 index = first[node]; index < first[node + 1]; ++index) {
            const quint32 whole = m_weights.of(arcs[index]);
            if (whole == NoIndex)
                continue;
            const ArcSegment along = graph.outSegments[toward ? graph.inArcIds[index] : index];
            const quint32 left = m_boundMs - m_ms[node];
            const double part = whole <= left ? 1 : double(left) / whole;
            // Away from the node: along the drawing where the arc leaves it forwards, or enters it backwards.
            const bool grows = toward == along.isBackward();
            pieces.push_back({along.segment(), grows ? 0.0 : 1.0, grows ? part : 1 - part,
                              m_ms[node] / 1000.0, (m_ms[node] + part * whole) / 1000.0});
        }
    }
    if (m_place)
        addPlacePieces(pieces);
    return pieces;
}

std::vector<RoadReach> TimeField::reached() const {
    const GraphFile& graph = *m_graph.m_file;
    std::vector<RoadReach> roads;
    for (const Piece& piece : pieces()) {
        const GraphSegment& segment = graph.segments[piece.segment];
        RoadReach road;
        road.segment = piece.segment;
        drawPiece(graph.pointsOf(segment), segment.centimetres / 100.0, piece, road.points);
        if (road.points.size() > 1)
            roads.push_back(std::move(road));
    }
    return roads;
}

// The parts of its own segment that the place is driven to, or from, directly.
void TimeField::addPlacePieces(std::vector<Piece>& pieces) const {
    if (!m_place)
        return;
    const RoadPoint& place = *m_place;
    const GraphFile& graph = *m_graph.m_file;
    for (const bool backward : {false, true}) {
        const quint32 whole =
            m_weights.of(graph.outArcs[graph.segments[place.segment].arcs[backward ? 1 : 0]]);
        if (whole == NoIndex)
            continue;
        const bool grows = (m_direction == Direction::Toward) == backward;
        const double ahead = grows ? 1 - place.share : place.share;
        const double part = std::min(ahead, whole > 0 ? double(m_boundMs) / whole : ahead);
        pieces.push_back(
            {place.segment, place.share, place.share + (grows ? part : -part), 0, part * whole / 1000.0});
    }
}

} // namespace tridesk::maps
