// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/csv_reader.h"
#include "maps/layers/writers.h"

#include <algorithm>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

QString quoted(QString field) {
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n') && !field.contains(u'\r'))
        return field;
    return u'"' + field.replace(u'"', u"\"\""_s) + u'"';
}

QStringList placeFields(const Shape& shape, bool arePoints) {
    if (!arePoints)
        return {wktOf(shape)};
    const QGeoCoordinate& at = shape.parts.first().first();
    return {QString::number(at.latitude(), 'f', 7), QString::number(at.longitude(), 'f', 7)};
}

} // namespace

WrittenLayer writeCsv(const QList<MappedFeature>& features) {
    const bool arePoints = std::ranges::all_of(
        features, [](const MappedFeature& feature) { return feature.shape.kind == ShapeKind::Point; });
    WrittenLayer written;
    written.bytes =
        u"\ufeffref,name,name_en,kind,address,heading,%1\r\n"_s.arg(arePoints ? u"lat,lon" : u"wkt").toUtf8();
    for (const MappedFeature& feature : features) {
        QStringList fields{feature.ref,     feature.name,
                           feature.nameEn,  feature.kind,
                           feature.address, feature.heading ? QString::number(*feature.heading) : QString()};
        fields += placeFields(feature.shape, arePoints);
        std::ranges::transform(fields, fields.begin(), quoted);
        const QByteArray record = (fields.join(u',') + u"\r\n"_s).toUtf8();
        const bool fits = record.size() <= CsvReader::longestRecord; // else nobody here reads it back
        written.bytes += fits ? record : QByteArray();
        ++(fits ? written.written : written.leftOut);
    }
    return written;
}

} // namespace tridesk::maps
