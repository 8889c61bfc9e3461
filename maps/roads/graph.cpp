// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph.h"

#include "maps/geo/bounds.h"
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

DrivenArc driven(const GraphFile& graph, quint32 arc) {
    const ArcSegment along = graph.outSegments[arc];
    return {along.segment(), along.isBackward(), 0, 1, graph.outArcs[arc].ms};
}

double shareDriven(const RoadPoint& point, bool backward) {
    return backward ? 1 - point.share : point.share;
}

// The parts of one segment between two of its points.
DrivenArc drivenAlong(const GraphFile& graph, const RoadPoint& from, const RoadPoint& to) {
    const GraphSegment& segment = graph.segments[from.segment];
    const bool backward = to.share < from.share || segment.arcs[0] == NoIndex;
    DrivenArc arc = driven(graph, segment.arcs[backward ? 1 : 0]);
    arc.first = shareDriven(from, backward);
    arc.last = shareDriven(to, backward);
    return arc;
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
    info.cls = static_cast<RoadClass>(s.cls);
    info.access = static_cast<Access>(s.access);
    info.speedKmh = s.speedKmh;
    info.metres = s.centimetres / 100.0;
    info.oneWay = s.arcs[0] == NoIndex || s.arcs[1] == NoIndex;
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

std::optional<RoadPoint> RoadGraph::snap(const QGeoCoordinate& at, double reachMetres) const {
    return snapToRoad(*m_file, at, reachMetres);
}

std::expected<Route, RouteError> RoadGraph::route(const QGeoCoordinate& from,
                                                  const QGeoCoordinate& to) const {
    const std::optional<RoadPoint> start = snap(from);
    if (!start)
        return std::unexpected(RouteError::NoRoadAtStart);
    const std::optional<RoadPoint> end = snap(to);
    if (!end)
        return std::unexpected(RouteError::NoRoadAtEnd);
    return route(*start, *end);
}

std::expected<Route, RouteError> RoadGraph::route(const RoadPoint& from, const RoadPoint& to) const {
    const GraphFile& graph = *m_file;
    if (from.segment >= graph.segments.size())
        return std::unexpected(RouteError::NoRoadAtStart);
    if (to.segment >= graph.segments.size())
        return std::unexpected(RouteError::NoRoadAtEnd);

    std::vector<DrivenArc> arcs;
    if (alongSegment(graph, onSegment(from), onSegment(to))) {
        arcs.push_back(drivenAlong(graph, from, to));
    } else {
        const auto way =
            searchWay(graph, endsAhead(graph, onSegment(from)), endsBehind(graph, onSegment(to)));
        if (!way || way->arcs.size() < 2)
            return std::unexpected(RouteError::NoWay);
        arcs.reserve(way->arcs.size());
        std::ranges::transform(way->arcs, std::back_inserter(arcs),
                               [&](quint32 arc) { return driven(graph, arc); });
        arcs.front().first = shareDriven(from, arcs.front().backward);
        arcs.back().last = shareDriven(to, arcs.back().backward);
    }
    Route route = makeRoute(graph, arcs);
    route.startOffMetres = from.offMetres;
    route.endOffMetres = to.offMetres;
    return route;
}

TimeField RoadGraph::timesToward(const QGeoCoordinate& place, double boundSeconds) const {
    return {*this, snap(place), boundSeconds};
}

std::vector<std::optional<double>> RoadGraph::timesTo(const QGeoCoordinate& place,
                                                      std::span<const QGeoCoordinate> from,
                                                      double boundSeconds) const {
    const TimeField field = timesToward(place, boundSeconds);
    std::vector<std::optional<double>> seconds;
    seconds.reserve(from.size());
    for (const QGeoCoordinate& at : from)
        seconds.push_back(field.secondsFrom(at));
    return seconds;
}

TimeField::TimeField(RoadGraph graph, std::optional<RoadPoint> place, double boundSeconds)
    : m_graph(std::move(graph))
    , m_place(std::move(place)) {
    const bool sensible = boundSeconds > 0; // false for not-a-number too
    m_boundMs = sensible ? static_cast<quint32>(std::min(boundSeconds, LongestBoundSeconds) * 1000) : 0;
    if (m_place)
        m_ms = searchBackward(*m_graph.m_file, endsBehind(*m_graph.m_file, onSegment(*m_place)), m_boundMs);
}

double TimeField::boundSeconds() const {
    return m_boundMs / 1000.0;
}

std::optional<double> TimeField::secondsFrom(const QGeoCoordinate& at) const {
    const std::optional<RoadPoint> point = m_place ? m_graph.snap(at) : std::nullopt;
    return point ? secondsFrom(*point) : std::nullopt;
}

std::optional<double> TimeField::secondsFrom(const RoadPoint& at) const {
    const GraphFile& graph = *m_graph.m_file;
    if (!m_place || at.segment >= graph.segments.size())
        return std::nullopt;
    quint64 best = alongSegment(graph, onSegment(at), onSegment(*m_place)).value_or(NoIndex);
    for (const SearchEnd& end : endsAhead(graph, onSegment(at))) {
        if (m_ms[end.node] != NoIndex)
            best = std::min<quint64>(best, quint64{m_ms[end.node]} + end.ms);
    }
    return best <= m_boundMs ? std::optional(static_cast<double>(best) / 1000) : std::nullopt;
}

} // namespace tridesk::maps
