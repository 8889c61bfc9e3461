// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"
#include "maps/layers/readers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

class Geometry {
public:
    explicit Geometry(LayerBuilder& builder)
        : m_builder(builder) {}

    /// One shape for each feature that the geometry stands for.
    [[nodiscard]] QList<Shape> read(const QJsonObject& geometry, int depth = 0) {
        const QString type = geometry.value(u"type"_s).toString();
        const QJsonArray at = geometry.value(u"coordinates"_s).toArray();
        if (type == u"Point")
            return {{.kind = ShapeKind::Point, .parts = {points(QJsonArray{QJsonValue(at)})}, .times = {}}};
        if (type == u"MultiPoint")
            return each(at);
        if (type == u"LineString")
            return {{.kind = ShapeKind::Line, .parts = {points(at)}, .times = {}}};
        if (type == u"MultiLineString")
            return {{.kind = ShapeKind::Line, .parts = parts(at), .times = {}}};
        if (type == u"Polygon")
            return {{.kind = ShapeKind::Area, .parts = rings(at), .times = {}}};
        if (type == u"MultiPolygon")
            return {polygons(at)};
        if (type == u"GeometryCollection")
            return collection(geometry, depth);
        m_builder.fault(LayerProblem::NotAShape, u"geometry.type"_s, type);
        return {Shape()};
    }

private:
    [[nodiscard]] QList<Shape> each(const QJsonArray& list) {
        QList<Shape> shapes;
        for (const auto& one : list.size() > layer_limits::Points ? QJsonArray() : list)
            shapes.append({.kind = ShapeKind::Point, .parts = {points({one})}, .times = {}});
        if (shapes.isEmpty())
            m_builder.fault(LayerProblem::TooFewPoints, u"geometry"_s, u"0"_s);
        return shapes.isEmpty() ? QList<Shape>{Shape()} : shapes;
    }

    [[nodiscard]] QList<Shape> collection(const QJsonObject& geometry, int depth) {
        const QJsonArray inner = geometry.value(u"geometries"_s).toArray();
        if (depth < layer_limits::Depth && !inner.isEmpty())
            return read(inner.first().toObject(), depth + 1);
        m_builder.fault(depth < layer_limits::Depth ? LayerProblem::NotAShape : LayerProblem::TooDeep,
                        u"geometry.type"_s, u"GeometryCollection"_s);
        return {Shape()};
    }

    [[nodiscard]] QList<QGeoCoordinate> points(const QJsonArray& list) {
        QList<QGeoCoordinate> points;
        for (const auto& value : list) {
            const QJsonArray pair = value.toArray();
            if (pair.size() < 2 || !pair.at(0).isDouble() || !pair.at(1).isDouble()) {
                m_builder.fault(LayerProblem::NotANumber, u"geometry.coordinates"_s, textOf(value));
                return points;
            }
            const auto at = coordinateOf(pair.at(1).toDouble(), pair.at(0).toDouble());
            if (!at) {
                m_builder.fault(LayerProblem::OutOfRange, u"geometry.coordinates"_s, textOf(value));
                return points;
            }
            points.append(*at);
        }
        return points;
    }

    [[nodiscard]] QList<QList<QGeoCoordinate>> parts(const QJsonArray& list) {
        QList<QList<QGeoCoordinate>> parts;
        for (const auto& value : list)
            parts.append(points(value.toArray()));
        if (parts.isEmpty())
            m_builder.fault(LayerProblem::TooFewPoints, u"geometry"_s, u"0"_s);
        return parts;
    }

    [[nodiscard]] QList<QList<QGeoCoordinate>> rings(const QJsonArray& list) {
        QList<QList<QGeoCoordinate>> rings = parts(list);
        for (QList<QGeoCoordinate>& ring : rings)
            openRing(ring);
        return rings;
    }

    [[nodiscard]] Shape polygons(const QJsonArray& list) {
        Shape shape{.kind = ShapeKind::Area, .parts = {}, .times = {}};
        for (const auto& polygon : list)
            shape.parts += rings(polygon.toArray());
        if (shape.parts.isEmpty())
            m_builder.fault(LayerProblem::TooFewPoints, u"geometry"_s, u"0"_s);
        return shape;
    }

    LayerBuilder& m_builder;
};

/// False where there are too many.
bool addFeature(LayerBuilder& builder, const QJsonObject& feature) {
    const auto describe = [&] {
        const QJsonObject properties = feature.value(u"properties"_s).toObject();
        if (feature.contains(u"id"_s))
            builder.set(u"id"_s, textOf(feature.value(u"id"_s)));
        for (auto it = properties.begin(); it != properties.end(); ++it)
            builder.set(it.key(), textOf(it.value()));
    };
    if (!builder.start())
        return false;
    describe();
    const QJsonValue geometry = feature.value(u"geometry"_s);
    if (geometry.isNull() || geometry.isUndefined()) {
        builder.finish({}); // its place may stand in its fields
        return true;
    }
    const QList<Shape> shapes = Geometry(builder).read(geometry.toObject());
    builder.finish(shapes.first());
    for (const Shape& shape : shapes.sliced(1)) {
        if (!builder.start())
            return false;
        describe();
        builder.finish(shape);
    }
    return true;
}

} // namespace

std::expected<Layer, QString> readGeoJson(const QByteArray& bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    const QJsonObject whole = document.object();
    const QString crs = whole[u"crs"_s][u"properties"_s][u"name"_s].toString();
    if (!crs.isEmpty() && !crs.endsWith(u"CRS84"_s) && !crs.endsWith(u"4326"_s))
        return std::unexpected(u"crs: \"%1\": only degrees (WGS-84, EPSG:4326) are read"_s.arg(crs.left(80)));
    LayerBuilder builder(u"GeoJSON"_s);
    const QString type = whole.value(u"type"_s).toString();
    if (type == u"FeatureCollection") {
        const QJsonArray features = whole.value(u"features"_s).toArray();
        for (const auto& feature : features)
            if (!addFeature(builder, feature.toObject()))
                break;
    } else if (type == u"Feature") {
        (void)addFeature(builder, whole);
    } else if (whole.contains(u"coordinates"_s) || whole.contains(u"geometries"_s)) {
        (void)addFeature(builder, QJsonObject{{u"geometry"_s, whole}});
    } else {
        return std::unexpected(u"type: \"%1\" is no GeoJSON"_s.arg(type.left(80)));
    }
    return builder.take();
}

} // namespace tridesk::maps
