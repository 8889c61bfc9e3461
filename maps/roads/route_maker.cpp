// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/route_maker.h"

#include "maps/geo/distance.h"
#include "maps/roads/network.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

constexpr double SamePlaceMetres = 0.01;

// The points of an arc in the direction it is driven, with the length from its start to each.
struct Drawn {
    std::vector<QGeoCoordinate> points;
    std::vector<double> metres;
};

Drawn drawn(const GraphFile& graph, const DrivenArc& arc) {
    Drawn result;
    for (const GraphPoint point : graph.pointsOf(graph.segments[arc.segment]))
        result.points.push_back(toCoordinate(point));
    if (arc.backward)
        std::ranges::reverse(result.points);
    result.metres.push_back(0);
    for (std::size_t index = 1; index < result.points.size(); ++index)
        result.metres.push_back(result.metres.back() +
                                metresBetween(result.points[index - 1], result.points[index]));
    return result;
}

QGeoCoordinate pointAlong(const Drawn& line, double metres) {
    const auto after = std::ranges::upper_bound(line.metres, metres);
    const auto index = static_cast<std::size_t>(after - line.metres.begin());
    if (index == 0)
        return line.points.front();
    if (index >= line.points.size())
        return line.points.back();
    const double length = line.metres[index] - line.metres[index - 1];
    const double share = length > 0 ? (metres - line.metres[index - 1]) / length : 0;
    const QGeoCoordinate& a = line.points[index - 1];
    const QGeoCoordinate& b = line.points[index];
    return {a.latitude() + share * (b.latitude() - a.latitude()),
            a.longitude() + share * (b.longitude() - a.longitude())};
}

Turn turnOf(double degrees) {
    const double turn = std::remainder(degrees, 360.0);
    const double sharpness = std::abs(turn);
    const bool right = turn > 0;
    if (sharpness < 20)
        return Turn::Straight;
    if (sharpness < 50)
        return right ? Turn::SlightRight : Turn::SlightLeft;
    if (sharpness < 120)
        return right ? Turn::Right : Turn::Left;
    if (sharpness < 165)
        return right ? Turn::SharpRight : Turn::SharpLeft;
    return Turn::UTurn;
}

class RouteMaker {
public:
    explicit RouteMaker(const GraphFile& graph)
        : m_graph(graph) {}

    void drive(const DrivenArc& arc) {
        const Drawn line = drawn(m_graph, arc);
        const double whole = line.metres.back();
        const double first = arc.first * whole;
        const double last = arc.last * whole;
        const double msPerMetre = whole > 0 ? arc.wholeMs / whole : 0;
        beginLegIfNew(arc.segment);
        const auto add = [&](const QGeoCoordinate& point, double metres) {
            addPoint(point, m_startMetres + metres - first,
                     m_startSeconds + (metres - first) * msPerMetre / 1000);
        };
        add(pointAlong(line, first), first);
        for (std::size_t index = 0; index < line.points.size(); ++index) {
            if (line.metres[index] > first + SamePlaceMetres && line.metres[index] < last - SamePlaceMetres)
                add(line.points[index], line.metres[index]);
        }
        add(pointAlong(line, last), last);
        m_startMetres += last - first;
        // Also right for an arc of no length, where the loop above has nothing to spread the time over.
        m_startSeconds += (arc.last - arc.first) * arc.wholeMs / 1000;
        m_route.seconds.back() = m_startSeconds;
    }

    Route finish() {
        endLeg();
        nameTurns();
        m_route.metres = m_startMetres;
        m_route.totalSeconds = m_startSeconds;
        return std::move(m_route);
    }

private:
    void addPoint(const QGeoCoordinate& point, double metres, double seconds) {
        const bool repeats = !m_route.points.empty() && metres - m_lastMetres < SamePlaceMetres;
        // The first two points stay even where nothing is driven: a route is a line.
        if (repeats && m_route.points.size() > 1) {
            m_route.seconds.back() = seconds;
            return;
        }
        m_route.points.push_back(point);
        m_route.seconds.push_back(seconds);
        m_lastMetres = metres;
    }

    void beginLegIfNew(quint32 segment) {
        const GraphSegment& s = m_graph.segments[segment];
        if (!m_route.legs.empty() && m_name == s.name)
            return;
        endLeg();
        m_name = s.name;
        RouteLeg leg;
        leg.nameZh = m_graph.name(s.name, GraphFile::NamePart::Chinese);
        leg.nameEn = m_graph.name(s.name, GraphFile::NamePart::English);
        leg.ref = m_graph.name(s.name, GraphFile::NamePart::Number);
        leg.firstPoint = std::max<qsizetype>(0, static_cast<qsizetype>(m_route.points.size()) - 1);
        leg.metres = m_startMetres; // its start, until the leg ends
        leg.seconds = m_startSeconds;
        m_route.legs.push_back(std::move(leg));
    }

    void endLeg() {
        if (m_route.legs.empty())
            return;
        RouteLeg& leg = m_route.legs.back();
        leg.metres = m_startMetres - leg.metres;
        leg.seconds = m_startSeconds - leg.seconds;
        leg.lastPoint = static_cast<qsizetype>(m_route.points.size()) - 1;
    }

    void nameTurns() {
        const std::vector<QGeoCoordinate>& points = m_route.points;
        for (std::size_t leg = 1; leg < m_route.legs.size(); ++leg) {
            const auto at = static_cast<std::size_t>(m_route.legs[leg].firstPoint);
            if (at == 0 || at + 1 >= points.size())
                continue;
            const double before = bearingTo(points[at - 1], points[at]);
            const double after = bearingTo(points[at], points[at + 1]);
            m_route.legs[leg].turn = turnOf(after - before);
        }
    }

    const GraphFile& m_graph;
    Route m_route;
    quint32 m_name = NoIndex;
    double m_startMetres = 0;
    double m_startSeconds = 0;
    double m_lastMetres = 0;
};

} // namespace

Route makeRoute(const GraphFile& graph, std::span<const DrivenArc> driven) {
    RouteMaker maker(graph);
    for (const DrivenArc& arc : driven)
        maker.drive(arc);
    return maker.finish();
}

RoutePosition positionAt(const Route& route, double seconds) {
    if (route.points.size() < 2)
        return {route.points.empty() ? QGeoCoordinate() : route.points.front(), 0, 0};
    const auto after = std::ranges::upper_bound(route.seconds, std::max(0.0, seconds));
    const bool ended = after == route.seconds.end();
    const std::size_t next = std::clamp<std::size_t>(static_cast<std::size_t>(after - route.seconds.begin()),
                                                     1, route.points.size() - 1);
    const QGeoCoordinate& a = route.points[next - 1];
    const QGeoCoordinate& b = route.points[next];
    const double duration = route.seconds[next] - route.seconds[next - 1];
    RoutePosition position;
    position.heading = bearingTo(a, b);
    if (ended || duration <= 0) {
        position.at = ended ? route.points.back() : a;
        return position;
    }
    const double share = std::clamp((seconds - route.seconds[next - 1]) / duration, 0.0, 1.0);
    position.at = {a.latitude() + share * (b.latitude() - a.latitude()),
                   a.longitude() + share * (b.longitude() - a.longitude())};
    position.metresPerSecond = metresBetween(a, b) / duration;
    return position;
}

} // namespace tridesk::maps
