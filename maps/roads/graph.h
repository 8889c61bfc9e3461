// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"
#include "maps/roads/route.h"
#include "maps/roads/speeds.h"

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QString>

#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tridesk::maps {

class GraphFile;

/// A point on a road.
struct RoadPoint {
    quint32 segment = 0;
    double share = 0;     ///< of the segment's length, 0 to 1, in the direction it was drawn
    double offMetres = 0; ///< from the coordinate that was asked for to the road
    QGeoCoordinate at;    ///< WGS-84, on the road
};

/// What is known of the stretch of road between two junctions.
struct RoadInfo {
    QString nameZh;
    QString nameEn;
    QString ref; ///< road number
    RoadClass cls = RoadClass::Residential;
    Access access = Access::Open;
    int speedKmh = 0; ///< what travel times are reckoned with by day
    double metres = 0;
    bool oneWay = false;
    bool bridge = false;
    bool tunnel = false;
    bool link = false;
    qint64 wayId = 0; ///< OSM
};

/// The time between everywhere and one place, up to a bound; see RoadGraph::timesToward and timesFrom. Holds
/// its graph alive.
class TimeField;

/// A road graph, memory-mapped from roads.bin. A value that shares the mapping: copying is cheap, and every
/// method is const and may be called from any thread at once. Speeds: maps/roads/speeds.h. One-ways, closed
/// roads and turn restrictions are honoured as far as they bind the vehicle (maps/roads/profile.h), which
/// with the hour's traffic is a parameter of every search; U-turns are allowed at junctions unless forbidden
/// there.
///
/// The file must not be cut short while it is open (package writers rename, so they never do).
class RoadGraph {
public:
    /// How far from a road a coordinate may lie and still be taken to be on it.
    static constexpr double DefaultReachMetres = 500;

    /// Opens and checks the whole file: size, checksum, every index. The error is one line that names the
    /// file.
    [[nodiscard]] static std::expected<RoadGraph, QString> open(const QString& path);

    [[nodiscard]] qsizetype nodeCount() const;
    [[nodiscard]] qsizetype arcCount() const; ///< directed edges
    [[nodiscard]] qsizetype segmentCount() const;
    [[nodiscard]] QGeoRectangle bounds() const;
    [[nodiscard]] RoadInfo info(quint32 segment) const;
    [[nodiscard]] std::vector<QGeoCoordinate> geometry(quint32 segment) const; ///< as drawn

    /// The nearest road that the vehicle can use. One that leads nowhere (an islet of the graph) is taken
    /// only where nothing better lies within 150 m more.
    [[nodiscard]] std::optional<RoadPoint> snap(const QGeoCoordinate& at,
                                                double reachMetres = DefaultReachMetres,
                                                const Driving& driving = {}) const;

    /// The quickest way. The time and length are of the way on roads; what lies between the coordinates and
    /// their roads is in Route::startOffMetres and endOffMetres.
    [[nodiscard]] std::expected<Route, RouteError> route(const QGeoCoordinate& from, const QGeoCoordinate& to,
                                                         const Driving& driving = {}) const;
    [[nodiscard]] std::expected<Route, RouteError> route(const RoadPoint& from, const RoadPoint& to,
                                                         const Driving& driving = {}) const;

    /// One search backwards from the place, up to the bound: answers for any number of starts in microseconds
    /// each. A place without a road within reach gives a field that knows no time.
    [[nodiscard]] TimeField timesToward(const QGeoCoordinate& place, double boundSeconds,
                                        const Driving& driving = {}) const;
    /// The same forwards: how long it takes from the place to anywhere.
    [[nodiscard]] TimeField timesFrom(const QGeoCoordinate& place, double boundSeconds,
                                      const Driving& driving = {}) const;

    /// Seconds from each coordinate to the place; nothing where there is no road, no way, or none within the
    /// bound.
    [[nodiscard]] std::vector<std::optional<double>> timesTo(const QGeoCoordinate& place,
                                                             std::span<const QGeoCoordinate> from,
                                                             double boundSeconds,
                                                             const Driving& driving = {}) const;

private:
    friend class TimeField;
    explicit RoadGraph(std::shared_ptr<const GraphFile> file);

    std::shared_ptr<const GraphFile> m_file;
};

/// A stretch of road that is reached, with the time at its points.
struct RoadReach {
    struct Point {
        double latitude = 0; ///< WGS-84
        double longitude = 0;
        double seconds = 0;
    };
    quint32 segment = 0;
    std::vector<Point> points;
};

class TimeField {
public:
    enum class Direction : quint8 { Toward, From };

    /// From there to the place where the field is Toward it, and the other way round where it is From it.
    [[nodiscard]] std::optional<double> secondsAt(const QGeoCoordinate& at) const;
    [[nodiscard]] std::optional<double> secondsAt(const RoadPoint& at) const;
    [[nodiscard]] std::optional<double> secondsFrom(const QGeoCoordinate& at) const { return secondsAt(at); }
    [[nodiscard]] std::optional<double> secondsFrom(const RoadPoint& at) const { return secondsAt(at); }
    [[nodiscard]] double boundSeconds() const;
    [[nodiscard]] Direction direction() const { return m_direction; }
    /// Nothing where no road that the vehicle may use lies within reach.
    [[nodiscard]] const std::optional<RoadPoint>& place() const { return m_place; }
    /// Onto the road that the field would take a coordinate to be on; what RoadGraph::snap does for its
    /// vehicle.
    [[nodiscard]] std::optional<RoadPoint> snap(const QGeoCoordinate& at) const;

    /// A stretch of a segment that is reached within the bound, with the time at its ends, seconds; between
    /// them time runs evenly. Shares are along the drawing.
    struct Piece {
        quint32 segment = 0;
        double fromShare = 0;
        double toShare = 1;
        double fromSeconds = 0;
        double toSeconds = 0;
    };
    /// All that is reached, each segment as many times as it is driven in different ways.
    [[nodiscard]] std::vector<Piece> pieces() const;
    /// The same, drawn.
    [[nodiscard]] std::vector<RoadReach> reached() const;
    [[nodiscard]] const RoadGraph& graph() const { return m_graph; }

private:
    friend class RoadGraph;
    TimeField(RoadGraph graph, const QGeoCoordinate& place, double boundSeconds, const Driving& driving,
              Direction direction);
    [[nodiscard]] std::optional<double> known(quint64 ms) const;
    void addPlacePieces(std::vector<Piece>& pieces) const;

    RoadGraph m_graph;
    Weights m_weights;
    Direction m_direction;
    std::optional<RoadPoint> m_place;
    quint32 m_boundMs = 0;
    std::vector<quint32> m_ms; ///< by node: milliseconds
};

} // namespace tridesk::maps
