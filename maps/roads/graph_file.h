// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <array>
#include <expected>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace tridesk::maps {

// roads.bin, format 2: a header, then arrays, each starting at a multiple of eight bytes, numbers as the
// machine holds them (little-endian is checked). Coordinates are WGS-84 in units of 1e-7 degrees, lengths
// centimetres. Format 1 held times instead of lengths and no footways; it is refused.
//
// Nodes are numbered along a space-filling curve, so that what lies together on earth lies together in
// memory. Every road has an arc each way. An arc names its kind: the class, limit, access and direction that
// the speed and the permission of a vehicle follow from, at the time of the search (maps/roads/speeds.h).
//
// A turn restriction is in the shape of the graph: the road that must not turn ends in a copy of the
// junction, whose arcs are of kinds that say for whom the turn is barred; a restriction over via ways goes
// from copy to copy. A search therefore needs no table of turns. A junction's copies follow it.

inline constexpr quint32 NoIndex = std::numeric_limits<quint32>::max();
inline constexpr double UnitsPerDegree = 1e7;

struct GraphPoint {
    qint32 latitude;
    qint32 longitude;
};

/// A directed edge, from the side of the node that lists it.
struct GraphArc {
    quint32 node; ///< the other end
    quint32 centimetres;
    quint16 kind;
    quint16 reserved;
};
static_assert(sizeof(GraphArc) == 12);

enum RoadKindFlag : quint8 {
    KindLink = 1,
    KindAgainst = 2, ///< against a one-way
    KindBus = 4,     ///< closed to cars, open to buses
    KindEmergency = 8,
    KindNoFoot = 16,
    KindBusAgainst = 32, ///< against a one-way, and buses may
    KindBicycleAgainst = 64,
};

/// What all that concerns a vehicle follows from.
struct RoadKind {
    quint8 cls;
    quint8 access;
    quint8 limitKmh; ///< signed; 0: none
    quint8 flags;    ///< RoadKindFlag
    quint8 barred;   ///< TurnGroup: for whom the turn into the arc is forbidden
    quint8 reserved[3];
    auto operator<=>(const RoadKind&) const = default;
};
static_assert(sizeof(RoadKind) == 8);

/// Which segment an arc drives along, and which way.
struct ArcSegment {
    quint32 value;
    [[nodiscard]] quint32 segment() const { return value >> 1; }
    [[nodiscard]] bool isBackward() const { return (value & 1U) != 0; }
    static ArcSegment of(quint32 segment, bool backward) { return {segment << 1 | (backward ? 1U : 0U)}; }
};

enum SegmentFlag : quint8 {
    SegmentBridge = 1,
    SegmentTunnel = 2,
    SegmentLink = 4,
    SegmentIslet = 8,      ///< in a part of the graph that one cannot drive out of, or not into
    SegmentFootIslet = 16, ///< or not walk
};

struct GraphSegment {
    qint64 wayId;
    quint32 arcs[2];    ///< along the drawing and against it, from the junctions themselves
    quint32 firstPoint; ///< of pointCount points, the ends included
    quint32 pointCount;
    quint32 centimetres;
    quint32 name;
    quint8 flags; ///< SegmentFlag
    quint8 reserved[7];
};
static_assert(sizeof(GraphSegment) == 40);

/// Squares of the map, each with the segments that may touch it; for finding the road at a coordinate.
struct GraphGrid {
    qint32 south;
    qint32 west;
    quint32 rows;
    quint32 columns;
    quint32 cellLatitude;
    quint32 cellLongitude;
};

/// Everything in the file, to be written.
struct GraphData {
    std::vector<GraphPoint> nodes;
    std::vector<quint32> junctionOf; ///< by node: itself, or the junction that it is a copy of
    std::vector<RoadKind> kinds;
    std::vector<quint32> outFirst; ///< by node, and one more: where its arcs begin
    std::vector<GraphArc> outArcs;
    std::vector<ArcSegment> outSegments; ///< by out arc
    std::vector<quint32> inFirst;
    std::vector<GraphArc> inArcs;
    std::vector<quint32> inArcIds; ///< by in arc: the same as an out arc
    std::vector<GraphSegment> segments;
    std::vector<GraphPoint> points;
    std::vector<quint32> nameFirst; ///< three for each name (Chinese, English, number), and one more
    std::vector<char> nameText;     ///< UTF-8
    std::vector<quint32> cellFirst; ///< by cell, row by row from the south-west, and one more
    std::vector<quint32> cellSegments;
    GraphGrid grid{};
};

[[nodiscard]] std::expected<void, QString> writeGraphFile(const QString& path, const GraphData& data);

/// Puts the right checksum into a file's bytes, whatever else they hold; for tests of what the checksum
/// cannot stop.
void signGraphImage(std::span<char> image);

/// The file, mapped and checked: every index within it leads somewhere. Immutable.
class GraphFile {
public:
    [[nodiscard]] static std::expected<std::shared_ptr<const GraphFile>, QString> open(const QString& path);

    GraphFile(const GraphFile&) = delete;
    GraphFile& operator=(const GraphFile&) = delete;

    std::span<const GraphPoint> nodes;
    std::span<const quint32> junctionOf;
    std::span<const RoadKind> kinds;
    std::span<const quint32> outFirst;
    std::span<const GraphArc> outArcs;
    std::span<const ArcSegment> outSegments;
    std::span<const quint32> inFirst;
    std::span<const GraphArc> inArcs;
    std::span<const quint32> inArcIds;
    std::span<const GraphSegment> segments;
    std::span<const GraphPoint> points;
    std::span<const quint32> nameFirst;
    std::span<const char> nameText;
    std::span<const quint32> cellFirst;
    std::span<const quint32> cellSegments;
    GraphGrid grid{};

    [[nodiscard]] const RoadKind& kindOf(const GraphSegment& segment, bool backward = false) const {
        return kinds[outArcs[segment.arcs[backward ? 1 : 0]].kind];
    }
    enum class NamePart { Chinese, English, Number };
    [[nodiscard]] QString name(quint32 name, NamePart part) const;
    [[nodiscard]] std::span<const GraphPoint> pointsOf(const GraphSegment& segment) const {
        return points.subspan(segment.firstPoint, segment.pointCount);
    }

private:
    GraphFile() = default;
    [[nodiscard]] QString map(const QString& path); ///< what is wrong, or nothing
    [[nodiscard]] QString readHeader(std::span<const char> bytes);
    [[nodiscard]] QString checkArcs() const;
    [[nodiscard]] QString checkSegments() const;
    [[nodiscard]] QString checkKinds() const;
    [[nodiscard]] QString checkNames() const;
    [[nodiscard]] QString checkGrid() const;

    QFile m_file;
};

} // namespace tridesk::maps
