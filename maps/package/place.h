// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QString>

namespace tridesk::maps {

/// What a place is to somebody who looks for it. Named: what a desk calls it; none of a package is that.
enum class PlaceKind : quint8 { Street, Address, Intersection, Poi, Station, Camera, Area, Named };

/// One thing that can be found by name, as the extract hands it to the gazetteer's builder.
///
/// Every string is trimmed and at most MaxNameLength characters long; any of them may be empty, but never all
/// of nameZh, nameEn, street and ref at once.
struct Place {
    static constexpr int MaxNameLength = 200;

    PlaceKind kind = PlaceKind::Poi;
    QString nameZh;      ///< name:zh, else name: whatever script the map is written in
    QString nameEn;      ///< name:en, else empty
    QString namePinyin;  ///< name:zh_pinyin (syllables with or without tone marks), else empty
    QString street;      ///< Address: addr:street. Intersection: the first road; nameZh holds both, "A / B"
    QString houseNumber; ///< Address: addr:housenumber, "118" or "118号"
    QGeoCoordinate at;   ///< WGS-84; of a street a point on its middle, of an area its centre
    QString osmClass;    ///< the tag that made it a place: "amenity=school", "highway=primary"
    QString ref;         ///< ref tag: "ST01" of a station, "CAM0012" of a camera, road number of a street
    qint64 osmId = 0;    ///< OSM id, namespaced: node id, or -(2*way id) of a way, or -(2*relation id + 1)
};

} // namespace tridesk::maps
