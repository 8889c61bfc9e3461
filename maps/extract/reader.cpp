// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/reader.h"

#include "maps/extract/tags.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <osmium/handler.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/flex_mem.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/visitor.hpp>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Index = osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location>;

QGeoCoordinate coordinate(const osmium::Location& at) {
    return {at.lat_without_check(), at.lon_without_check()};
}

bool isTag(const osmium::TagList& tags, const char* key, const char* wanted) {
    const char* value = tags.get_value_by_key(key);
    return value && std::strcmp(value, wanted) == 0;
}

/// The middle of what the way encloses, or of its ends for a line.
QGeoCoordinate middle(const osmium::WayNodeList& nodes) {
    double lat = 0;
    double lon = 0;
    int count = 0;
    for (const osmium::NodeRef& node : nodes) {
        if (!node.location().valid())
            continue;
        lat += node.location().lat_without_check();
        lon += node.location().lon_without_check();
        ++count;
    }
    return count ? QGeoCoordinate(lat / count, lon / count) : QGeoCoordinate();
}

class TooMuch : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "more nodes than this program takes"; }
};

/// Sorts what libosmium reads into the sink.
class Handler : public osmium::handler::Handler {
public:
    explicit Handler(ExtractSink& sink)
        : m_sink(sink) {}

    void node(const osmium::Node& node) {
        if (++m_nodes > MaxNodes)
            throw TooMuch();
        if (!node.location().valid()) {
            ++m_nodesWithoutPlace;
            return;
        }
        m_box.extend(node.location());
        if (!node.tags().empty())
            object(node.tags(), coordinate(node.location()), node.id());
    }

    void way(const osmium::Way& way) {
        ++m_ways;
        if (way.nodes().size() > MaxNodesOfWay) {
            ++m_waysTooLong;
            return;
        }
        if (way.tags().empty())
            return;
        if (auto road = roadOf(way.tags(), &m_cut)) {
            takeRoad(way, *std::move(road));
            return;
        }
        if (isTag(way.tags(), "natural", "coastline"))
            takeCoastline(way);
        if (isTag(way.tags(), "boundary", "police_station"))
            takePostArea(way);
        else
            object(way.tags(), middle(way.nodes()), -2 * way.id());
    }

    void relation(const osmium::Relation& relation) {
        ++m_relations;
        if (isTag(relation.tags(), "type", "restriction"))
            takeRestriction(relation);
    }

    [[nodiscard]] ReadCounts counts(const osmium::Box& said) const;

private:
    void object(const osmium::TagList& tags, const QGeoCoordinate& at, qint64 id);
    void takeRoad(const osmium::Way& way, RoadWay road);
    void takePostArea(const osmium::Way& way);
    void takeCoastline(const osmium::Way& way);
    void takeRestriction(const osmium::Relation& relation);

    ExtractSink& m_sink;
    osmium::Box m_box;
    double m_roadLat = 0;
    double m_roadEast = 0; ///< sums of the longitude's sine and cosine: a mean that holds across 180°
    double m_roadSouth = 0;
    qint64 m_roadPoints = 0;
    qint64 m_nodes = 0, m_ways = 0, m_relations = 0;
    qint64 m_roads = 0, m_places = 0, m_addresses = 0, m_restrictions = 0, m_cameras = 0, m_stations = 0;
    qint64 m_coastlines = 0;
    qint64 m_nodesWithoutPlace = 0, m_waysTooLong = 0, m_roadsWithoutNodes = 0, m_missingNodes = 0;
    qint64 m_cut = 0, m_otherRestrictions = 0, m_placesWithoutPoint = 0, m_areasWithoutRing = 0;
};

void Handler::object(const osmium::TagList& tags, const QGeoCoordinate& at, qint64 id) {
    if (!at.isValid()) {
        ++m_placesWithoutPoint;
        return;
    }
    if (isTag(tags, "man_made", "surveillance")) {
        ++m_cameras;
        m_sink.camera(
            {.ref = textTag(tags, "ref"), .name = namesOf(tags).zh, .at = at, .heading = headingOf(tags)});
        return;
    }
    if (isTag(tags, "amenity", "police")) {
        const Names names = namesOf(tags);
        ++m_stations;
        m_sink.station(
            {.ref = textTag(tags, "ref"), .nameZh = names.zh, .nameEn = names.en, .station = at, .area = {}});
    }
    for (Place& place : placesOf(tags, &m_cut)) {
        place.at = at;
        place.osmId = id;
        ++(place.kind == PlaceKind::Address ? m_addresses : m_places);
        m_sink.place(place);
    }
}

void Handler::takeRoad(const osmium::Way& way, RoadWay road) {
    road.id = way.id();
    for (const osmium::NodeRef& node : way.nodes()) {
        if (!node.location().valid()) {
            ++m_missingNodes;
            continue;
        }
        if (!road.nodeIds.isEmpty() && road.nodeIds.constLast() == node.ref())
            continue;
        road.nodeIds.append(node.ref());
        road.points.append(coordinate(node.location()));
        m_roadLat += node.location().lat_without_check();
        const double lon = qDegreesToRadians(node.location().lon_without_check());
        m_roadEast += std::sin(lon);
        m_roadSouth += std::cos(lon);
        ++m_roadPoints;
    }
    if (road.nodeIds.size() < 2) {
        ++m_roadsWithoutNodes;
        return;
    }
    ++m_roads;
    m_sink.road(road);
}

void Handler::takePostArea(const osmium::Way& way) {
    const Names names = namesOf(way.tags());
    PostArea area{
        .ref = textTag(way.tags(), "ref"), .nameZh = names.zh, .nameEn = names.en, .station = {}, .area = {}};
    QList<QGeoCoordinate> ring;
    for (const osmium::NodeRef& node : way.nodes())
        if (node.location().valid())
            ring.append(coordinate(node.location()));
    if (ring.size() > 1 && ring.constFirst() == ring.constLast())
        ring.removeLast();
    if (ring.size() < 3) {
        ++m_areasWithoutRing;
        return;
    }
    area.area = QGeoPolygon(ring);
    m_sink.postArea(area);
}

void Handler::takeCoastline(const osmium::Way& way) {
    QList<QPointF> line;
    for (const osmium::NodeRef& node : way.nodes())
        if (node.location().valid())
            line << QPointF(node.location().lon_without_check(), node.location().lat_without_check());
    if (line.size() < 2)
        return;
    ++m_coastlines;
    m_sink.coastline(line);
}

void Handler::takeRestriction(const osmium::Relation& relation) {
    const char* kind = relation.tags().get_value_by_key("restriction");
    if (!kind) // cars are meant before heavy goods and the like
        kind = relation.tags().get_value_by_key("restriction:motorcar");
    TurnRestriction restriction;
    bool isPlain = true; // nothing but one from, one to, and one via node or some via ways
    for (const osmium::RelationMember& member : relation.members()) {
        const bool isWay = member.type() == osmium::item_type::way;
        if (std::strcmp(member.role(), "from") == 0 && isWay && !restriction.fromWay)
            restriction.fromWay = member.ref();
        else if (std::strcmp(member.role(), "to") == 0 && isWay && !restriction.toWay)
            restriction.toWay = member.ref();
        else if (std::strcmp(member.role(), "via") == 0 && isWay)
            restriction.viaWays.append(member.ref());
        else if (std::strcmp(member.role(), "via") == 0 && member.type() == osmium::item_type::node &&
                 !restriction.viaNode)
            restriction.viaNode = member.ref();
        else
            isPlain = false;
    }
    const bool isOnly = kind && std::strncmp(kind, "only_", 5) == 0;
    const bool isNo = kind && std::strncmp(kind, "no_", 3) == 0;
    const bool isVia = (restriction.viaNode != 0) != !restriction.viaWays.isEmpty();
    if ((!isOnly && !isNo) || !isPlain || !isVia || !restriction.fromWay || !restriction.toWay) {
        ++m_otherRestrictions;
        return;
    }
    restriction.only = isOnly;
    if (const char* except = relation.tags().get_value_by_key("except"))
        restriction.exempt = turnExemptionsOf(except);
    ++m_restrictions;
    m_sink.restriction(restriction);
}

QGeoRectangle rectangle(const osmium::Box& box) {
    if (!box.valid())
        return {};
    return {QGeoCoordinate(box.top_right().lat_without_check(), box.bottom_left().lon_without_check()),
            QGeoCoordinate(box.bottom_left().lat_without_check(), box.top_right().lon_without_check())};
}

/// Ways that run far out of an extract (ferries, rivers) must not make a map of the world.
QGeoRectangle extentOf(const QGeoRectangle& bounds, const QGeoRectangle& nodes) {
    if (!bounds.isValid() || !nodes.isValid())
        return bounds;
    const double dx = bounds.width() / 3;
    const double dy = bounds.height() / 3;
    const double north = std::min(bounds.topLeft().latitude() + dy, nodes.topLeft().latitude());
    const double west = std::max(bounds.topLeft().longitude() - dx, nodes.topLeft().longitude());
    const double south = std::max(bounds.bottomRight().latitude() - dy, nodes.bottomRight().latitude());
    const double east = std::min(bounds.bottomRight().longitude() + dx, nodes.bottomRight().longitude());
    const QGeoRectangle extent(QGeoCoordinate(std::max(north, bounds.topLeft().latitude()),
                                              std::min(west, bounds.topLeft().longitude())),
                               QGeoCoordinate(std::min(south, bounds.bottomRight().latitude()),
                                              std::max(east, bounds.bottomRight().longitude())));
    return extent.isValid() ? extent : bounds;
}

ReadCounts Handler::counts(const osmium::Box& said) const {
    ReadCounts result;
    result.bounds = rectangle(said);
    if (!result.bounds.isValid() || result.bounds.isEmpty())
        result.bounds = rectangle(m_box);
    result.extent = extentOf(result.bounds, rectangle(m_box));
    const auto points = static_cast<double>(m_roadPoints);
    result.centre = m_roadPoints ? QGeoCoordinate(m_roadLat / points,
                                                  qRadiansToDegrees(std::atan2(m_roadEast, m_roadSouth)))
                                 : result.bounds.center();
    if (!result.bounds.contains(result.centre))
        result.centre = result.bounds.center();
    result.read = {
        {u"nodes"_s, m_nodes},       {u"ways"_s, m_ways},       {u"relations"_s, m_relations},
        {u"roads"_s, m_roads},       {u"places"_s, m_places},   {u"addresses"_s, m_addresses},
        {u"stations"_s, m_stations}, {u"cameras"_s, m_cameras}, {u"turn restrictions"_s, m_restrictions}};
    if (m_coastlines > 0)
        result.read.insert(u"coastlines"_s, m_coastlines);
    const QMap<QString, qint64> leftOut{{u"nodes without a position"_s, m_nodesWithoutPlace},
                                        {u"ways with too many nodes"_s, m_waysTooLong},
                                        {u"roads without two nodes"_s, m_roadsWithoutNodes},
                                        {u"points of roads that are not in the file"_s, m_missingNodes},
                                        {u"names cut at 200 characters"_s, m_cut},
                                        {u"turn restrictions of other shapes"_s, m_otherRestrictions},
                                        {u"objects without a position"_s, m_placesWithoutPoint},
                                        {u"station areas without three points"_s, m_areasWithoutRing}};
    for (auto it = leftOut.begin(); it != leftOut.end(); ++it)
        if (it.value() > 0)
            result.leftOut.insert(it.key(), it.value());
    return result;
}

} // namespace

std::expected<ReadCounts, QString> readExtract(const QString& pbfFile, ExtractSink& sink,
                                               ImportWatch* watch) {
    try {
        osmium::io::Reader reader(osmium::io::File(pbfFile.toStdString(), "pbf"));
        const osmium::Box said = reader.header().box();
        Index index;
        osmium::handler::NodeLocationsForWays<Index> locations(index);
        locations.ignore_errors(); // extracts cut ways at their edge
        Handler handler(sink);
        while (osmium::memory::Buffer buffer = reader.read()) {
            osmium::apply(buffer, locations, handler);
            if (!watch)
                continue;
            if (watch->isStopped())
                return std::unexpected(u"stopped"_s);
            watch->count(static_cast<qint64>(reader.offset()), static_cast<qint64>(reader.file_size()));
        }
        reader.close();
        const ReadCounts counts = handler.counts(said);
        if (counts.read[u"nodes"_s] == 0 || !counts.bounds.isValid())
            return std::unexpected(u"the extract is empty: no node with a position"_s);
        return counts;
    } catch (const std::exception& error) {
        return std::unexpected(
            u"damaged or not an OSM PBF: %1"_s.arg(QString::fromUtf8(error.what()).simplified()));
    }
}

} // namespace tridesk::maps
