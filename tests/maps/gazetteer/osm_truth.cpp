// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/gazetteer/osm_truth.h"

#include <QFile>

#include <map>
#include <osmium/handler.hpp>
#include <osmium/handler/node_locations_for_ways.hpp>
#include <osmium/index/map/flex_mem.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/visitor.hpp>
#include <set>

namespace tridesk::maps::test {
namespace {

QString tag(const osmium::OSMObject& object, const char* key) {
    return QString::fromUtf8(object.tags().get_value_by_key(key, "")).trimmed();
}

class Reader : public osmium::handler::Handler {
public:
    void node(const osmium::Node& node) {
        if (node.location().valid())
            take(node, {{node.location().lat(), node.location().lon()}});
    }

    void way(const osmium::Way& way) {
        QList<QGeoCoordinate> points;
        for (const osmium::NodeRef& node : way.nodes()) {
            if (node.location().valid())
                points.append({node.location().lat(), node.location().lon()});
        }
        if (points.isEmpty())
            return;
        take(way, points);
        const QString name = tag(way, "name");
        const QString highway = tag(way, "highway");
        if (name.isEmpty() || !isRoad(highway) || points.size() < 2)
            return;
        m_truth.streets[name].append({points});
        for (const osmium::NodeRef& node : way.nodes()) {
            if (!node.location().valid())
                continue;
            m_names[node.ref()].insert(name);
            m_at[node.ref()] = {node.location().lat(), node.location().lon()};
        }
    }

    OsmTruth finish() {
        for (const auto& [node, names] : m_names) {
            for (auto first = names.begin(); first != names.end(); ++first) {
                for (auto second = std::next(first); second != names.end(); ++second)
                    m_truth.crossings[{*first, *second}].append({{m_at[node]}});
            }
        }
        return std::move(m_truth);
    }

private:
    static bool isRoad(const QString& highway) {
        static const std::set<QString> roads{QStringLiteral("motorway"),    QStringLiteral("trunk"),
                                             QStringLiteral("primary"),     QStringLiteral("secondary"),
                                             QStringLiteral("tertiary"),    QStringLiteral("unclassified"),
                                             QStringLiteral("residential"), QStringLiteral("living_street")};
        return roads.contains(highway);
    }

    void take(const osmium::OSMObject& object, const QList<QGeoCoordinate>& points) {
        const QString house = tag(object, "addr:housenumber");
        const QString street = tag(object, "addr:street");
        if (!house.isEmpty() && !street.isEmpty())
            m_truth.houses[{street, house}].append({points});
        const QString name = tag(object, "name");
        for (const char* key : {"amenity", "shop", "tourism", "office"}) {
            if (!name.isEmpty() && !tag(object, key).isEmpty()) {
                m_truth.pois[name].append({points});
                break;
            }
        }
    }

    OsmTruth m_truth;
    std::map<osmium::object_id_type, std::set<QString>> m_names;
    std::map<osmium::object_id_type, QGeoCoordinate> m_at;
};

} // namespace

std::expected<OsmTruth, QString> readTruth(const QString& file) {
    try {
        const osmium::io::File source(QFile::encodeName(file).toStdString(),
                                      file.endsWith(QLatin1StringView(".xml")) ? "osm" : "");
        osmium::index::map::FlexMem<osmium::unsigned_object_id_type, osmium::Location> index;
        osmium::handler::NodeLocationsForWays<decltype(index)> locations(index);
        locations.ignore_errors();
        osmium::io::Reader input(source, osmium::osm_entity_bits::node | osmium::osm_entity_bits::way);
        Reader reader;
        osmium::apply(input, locations, reader);
        input.close();
        return reader.finish();
    } catch (const std::exception& error) {
        return std::unexpected(QString::fromUtf8(error.what()));
    }
}

} // namespace tridesk::maps::test
