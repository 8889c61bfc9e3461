// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/layer_features.h"

#include "app/domain/enum_names.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::LayerTarget;
using maps::MappedFeature;
using maps::Shape;
using maps::ShapeKind;

namespace {

QList<QGeoCoordinate> coordinates(const QList<GeoPoint>& points) {
    QList<QGeoCoordinate> list;
    std::ranges::transform(points, std::back_inserter(list), &GeoPoint::coordinate);
    return list;
}

Shape pointShape(GeoPoint at) {
    return {.kind = ShapeKind::Point, .parts = {{at.coordinate()}}, .times = {}};
}

MappedFeature featureOf(const Post& post) {
    MappedFeature feature;
    feature.ref = post.id.toString();
    feature.name = post.name.zh;
    feature.nameEn = post.name.en;
    feature.shape.kind = ShapeKind::Area;
    for (const QList<GeoPoint>& ring : post.area)
        feature.shape.parts.append(coordinates(ring));
    return feature;
}

MappedFeature featureOf(const Camera& camera) {
    MappedFeature feature;
    feature.ref = camera.id.toString();
    feature.name = camera.name.zh;
    feature.nameEn = camera.name.en;
    if (camera.heading)
        feature.heading = double(*camera.heading);
    feature.shape = pointShape(camera.at);
    return feature;
}

MappedFeature featureOf(const NamedPlace& place) {
    MappedFeature feature;
    feature.name = place.details.name;
    feature.kind = place.details.kind;
    feature.address = place.details.address;
    feature.shape = pointShape(place.details.at);
    return feature;
}

ShapeKind kindOf(PlotShape shape) {
    switch (shape) {
    case PlotShape::Point:
        return ShapeKind::Point;
    case PlotShape::Line:
    case PlotShape::Arrow:
        return ShapeKind::Line;
    case PlotShape::Zone:
    case PlotShape::Cordon:
        break;
    }
    return ShapeKind::Area;
}

MappedFeature featureOf(const Plot& plot) {
    MappedFeature feature;
    feature.name = plot.details.label;
    feature.kind = enumName(plot.details.colour) + u' ' + enumName(plot.details.shape);
    feature.shape = {
        .kind = kindOf(plot.details.shape), .parts = {coordinates(plot.details.points)}, .times = {}};
    return feature;
}

MappedFeature featureOf(const PremiseNote& note) {
    MappedFeature feature;
    feature.name = note.details.words;
    feature.kind = enumName(note.details.kind);
    feature.address = note.details.address;
    if (note.details.at)
        feature.shape = pointShape(*note.details.at);
    else
        feature.shape.kind = ShapeKind::Area;
    for (const QList<GeoPoint>& ring : note.details.at ? Area() : note.details.area)
        feature.shape.parts.append(coordinates(ring));
    return feature;
}

template <class T>
QList<MappedFeature> featuresOf(const T& table, const auto& isWanted) {
    QList<MappedFeature> features;
    for (const auto& each : table)
        if (isWanted(each))
            features.append(featureOf(each));
    return features;
}

} // namespace

QList<MappedFeature> layerFeatures(LayerTarget target, const Situation& situation, Instant now,
                                   const QSet<PlotId>& hidden) {
    const auto any = [](const auto&) { return true; };
    switch (target) {
    case LayerTarget::Areas:
        return featuresOf(situation.posts(), [](const Post& post) { return !post.area.isEmpty(); });
    case LayerTarget::Plots:
        return featuresOf(situation.plots(), [&](const Plot& plot) {
            return !hidden.contains(plot.id) && (!plot.details.expiresAt || now < *plot.details.expiresAt);
        });
    case LayerTarget::Cameras:
        return featuresOf(situation.cameras(), any);
    case LayerTarget::Notes: // what is known by its address alone is no shape
        return featuresOf(situation.premises(), [&](const PremiseNote& note) {
            return note.stands(now) && (note.details.at || !note.details.area.isEmpty());
        });
    case LayerTarget::Places:
        break;
    }
    return featuresOf(situation.places(), any);
}

} // namespace tridesk
