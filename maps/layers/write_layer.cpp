// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/writers.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Ring = QList<QGeoCoordinate>;

/// By the ray to the east; rings are closed without repeating their first point.
bool isWithin(const QGeoCoordinate& at, const Ring& ring) {
    bool inside = false;
    for (qsizetype i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const QGeoCoordinate& a = ring[i];
        const QGeoCoordinate& b = ring[before];
        if ((a.latitude() > at.latitude()) != (b.latitude() > at.latitude()) &&
            at.longitude() < (b.longitude() - a.longitude()) * (at.latitude() - a.latitude()) /
                                     (b.latitude() - a.latitude()) +
                                 a.longitude())
            inside = !inside;
    }
    return inside;
}

QString pointText(const QGeoCoordinate& at) {
    return QString::number(at.longitude(), 'f', 7) + u' ' + QString::number(at.latitude(), 'f', 7);
}

QString ringText(const Ring& points, bool isClosed) {
    QStringList texts;
    std::ranges::transform(points, std::back_inserter(texts), pointText);
    if (isClosed && !texts.isEmpty())
        texts.append(texts.first());
    return u'(' + texts.join(u", "_s) + u')';
}

QString listText(const QList<Ring>& parts, bool areClosed) {
    QStringList texts;
    for (const Ring& part : parts)
        texts.append(ringText(part, areClosed));
    return u'(' + texts.join(u", "_s) + u')';
}

} // namespace

QList<QList<Ring>> polygonsOf(const Shape& area) {
    // Even-odd: a ring within an odd number of others is a hole, in the innermost of those around it.
    const qsizetype count = area.parts.size();
    QList<QList<qsizetype>> around(count);
    for (qsizetype i = 0; i < count; ++i)
        for (qsizetype j = 0; j < count; ++j)
            if (i != j && !area.parts[i].isEmpty() && isWithin(area.parts[i].first(), area.parts[j]))
                around[i].append(j);
    QList<QList<Ring>> polygons;
    QList<qsizetype> polygonOf(count, -1);
    for (qsizetype i = 0; i < count; ++i)
        if (around[i].size() % 2 == 0) {
            polygonOf[i] = polygons.size();
            polygons.append({area.parts[i]});
        }
    for (qsizetype i = 0; i < count; ++i)
        if (around[i].size() % 2 != 0) {
            const qsizetype outer =
                *std::ranges::max_element(around[i], {}, [&](qsizetype ring) { return around[ring].size(); });
            if (polygonOf[outer] >= 0)
                polygons[polygonOf[outer]].append(area.parts[i]);
            else // rings that cross: nothing that could be a hole of it
                polygons.append({area.parts[i]});
        }
    return polygons;
}

QString wktOf(const Shape& shape) {
    switch (shape.kind) {
    case ShapeKind::None:
        return {};
    case ShapeKind::Point:
        return u"POINT "_s + ringText(shape.parts.first(), false);
    case ShapeKind::Line:
        return shape.parts.size() == 1 ? u"LINESTRING "_s + ringText(shape.parts.first(), false)
                                       : u"MULTILINESTRING "_s + listText(shape.parts, false);
    case ShapeKind::Area:
        break;
    }
    const QList<QList<Ring>> polygons = polygonsOf(shape);
    QStringList texts;
    for (const QList<Ring>& rings : polygons)
        texts.append(listText(rings, true));
    return polygons.size() == 1 ? u"POLYGON "_s + texts.first()
                                : u"MULTIPOLYGON ("_s + texts.join(u", "_s) + u')';
}

std::expected<WrittenLayer, QString> writeLayer(const QString& fileName,
                                                const QList<MappedFeature>& features) {
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix == u"csv")
        return writeCsv(features);
    if (suffix == u"geojson" || suffix == u"json")
        return writeGeoJson(features);
    if (suffix == u"kml")
        return writeKml(features);
    if (suffix == u"gpx")
        return writeGpx(features);
    return std::unexpected(
        u"%1: its name must end in .csv, .geojson, .json, .kml or .gpx"_s.arg(fileName.right(200)));
}

std::expected<WrittenLayer, QString> saveLayer(const QString& path, const QList<MappedFeature>& features) {
    auto layer = writeLayer(path, features);
    if (!layer)
        return layer;
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(layer->bytes) != layer->bytes.size() || !out.commit())
        return std::unexpected(u"%1: %2"_s.arg(path, out.errorString()));
    layer->bytes.clear();
    return layer;
}

} // namespace tridesk::maps
