// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/writers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

QJsonArray position(const QGeoCoordinate& at) {
    return {std::round(at.longitude() * 1e7) / 1e7, std::round(at.latitude() * 1e7) / 1e7};
}

QJsonArray positions(const QList<QGeoCoordinate>& points, bool isClosed) {
    QJsonArray list;
    for (const QGeoCoordinate& at : points)
        list.append(position(at));
    if (isClosed && !points.isEmpty())
        list.append(position(points.first()));
    return list;
}

QJsonArray lists(const QList<QList<QGeoCoordinate>>& parts, bool areClosed) {
    QJsonArray list;
    for (const QList<QGeoCoordinate>& part : parts)
        list.append(positions(part, areClosed));
    return list;
}

QJsonValue geometryOf(const Shape& shape) {
    const auto geometry = [](const QString& type, const QJsonArray& coordinates) {
        return QJsonObject{{u"type"_s, type}, {u"coordinates"_s, coordinates}};
    };
    switch (shape.kind) {
    case ShapeKind::None:
        return QJsonValue::Null;
    case ShapeKind::Point:
        return geometry(u"Point"_s, position(shape.parts.first().first()));
    case ShapeKind::Line:
        return shape.parts.size() == 1 ? geometry(u"LineString"_s, positions(shape.parts.first(), false))
                                       : geometry(u"MultiLineString"_s, lists(shape.parts, false));
    case ShapeKind::Area:
        break;
    }
    const auto polygons = polygonsOf(shape);
    if (polygons.size() == 1)
        return geometry(u"Polygon"_s, lists(polygons.first(), true));
    QJsonArray all;
    for (const auto& rings : polygons)
        all.append(lists(rings, true));
    return geometry(u"MultiPolygon"_s, all);
}

} // namespace

WrittenLayer writeGeoJson(const QList<MappedFeature>& features) {
    QJsonArray all;
    for (const MappedFeature& feature : features) {
        QJsonObject properties;
        const std::pair<QString, QString> texts[] = {{u"ref"_s, feature.ref},
                                                     {u"name"_s, feature.name},
                                                     {u"name_en"_s, feature.nameEn},
                                                     {u"kind"_s, feature.kind},
                                                     {u"address"_s, feature.address}};
        for (const auto& [key, text] : texts)
            if (!text.isEmpty())
                properties.insert(key, text);
        if (feature.heading)
            properties.insert(u"heading"_s, *feature.heading);
        all.append(QJsonObject{{u"type"_s, u"Feature"_s},
                               {u"properties"_s, properties},
                               {u"geometry"_s, geometryOf(feature.shape)}});
    }
    const QJsonObject whole{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, all}};
    return {.bytes = QJsonDocument(whole).toJson(QJsonDocument::Compact),
            .written = features.size(),
            .leftOut = 0};
}

} // namespace tridesk::maps
