// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QList>
#include <QString>

#include <expected>
#include <map>
#include <utility>

namespace tridesk::maps::test {

/// What stands in a file of OpenStreetMap data, read without any of the product's code: so what a search
/// gives can be held against it.
struct OsmTruth {
    struct Thing {
        QList<QGeoCoordinate> points; ///< a node's place, or the corners of a way
    };
    using Key = std::pair<QString, QString>;

    std::map<Key, QList<Thing>> houses; ///< addr:street and addr:housenumber
    std::map<Key, QList<Thing>>
        crossings; ///< names of two streets that share a node, in the order of letters
    std::map<QString, QList<Thing>> streets;
    std::map<QString, QList<Thing>> pois; ///< named amenities, shops, sights, offices
};

/// The error is one line. Takes .osm, .osm.gz and .osm.pbf.
[[nodiscard]] std::expected<OsmTruth, QString> readTruth(const QString& file);

} // namespace tridesk::maps::test
