// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"
#include "maps/layers/mapping.h"
#include "maps/layers/number_text.h"
#include "maps/layers/readers.h"

#include <QRegularExpression>

#include <cmath>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

/// One feature, until the first thing that is wrong with it.
class Reading {
public:
    Reading(const Layer& layer, const LayerMapping& mapping, const Feature& feature)
        : m_layer(layer)
        , m_mapping(mapping)
        , m_feature(feature) {}

    [[nodiscard]] std::expected<MappedFeature, LayerFault> read() {
        MappedFeature mapped{.row = m_feature.row,
                             .ref = value(LayerField::Ref),
                             .name = value(LayerField::Name),
                             .nameEn = value(LayerField::NameEn),
                             .kind = value(LayerField::Kind),
                             .address = value(LayerField::Address),
                             .heading = heading(),
                             .shape = m_feature.shape};
        if (mapped.shape.kind == ShapeKind::None)
            mapped.shape = shape();
        if (!m_fault && !fits(mapped.shape.kind))
            fault(LayerProblem::NotAShape, u"geometry"_s, {});
        if (m_fault)
            return std::unexpected(*m_fault);
        for (QList<QGeoCoordinate>& part : mapped.shape.parts)
            for (QGeoCoordinate& at : part)
                at = toWgs84(at, m_mapping.datum);
        return mapped;
    }

private:
    [[nodiscard]] QString value(LayerField field) const {
        return m_feature.values.value(m_mapping.columns.value(field, -1)).simplified();
    }
    [[nodiscard]] QString column(LayerField field) const {
        return m_layer.columns.value(m_mapping.columns.value(field, -1), fieldKey(field));
    }
    void fault(LayerProblem problem, const QString& field, const QString& said) {
        if (!m_fault)
            m_fault = {.row = m_feature.row, .problem = problem, .field = field, .value = said.left(80)};
    }

    [[nodiscard]] std::optional<double> heading() {
        const QString text = value(LayerField::Heading);
        if (text.isEmpty() || m_mapping.target != LayerTarget::Cameras)
            return std::nullopt;
        const auto degrees = numberFrom(text);
        if (!degrees)
            fault(LayerProblem::NotANumber, column(LayerField::Heading), text);
        else if (*degrees < -360 || *degrees > 360)
            fault(LayerProblem::OutOfRange, column(LayerField::Heading), text);
        return std::fmod(degrees.value_or(0) + 360, 360);
    }

    [[nodiscard]] Shape shape() {
        if (const QString text = value(LayerField::Wkt); !text.isEmpty()) {
            auto shape = shapeFromWkt(text);
            if (!shape)
                fault(shape.error(), column(LayerField::Wkt), text);
            return shape ? *std::move(shape) : Shape();
        }
        const auto at = m_mapping.columns.contains(LayerField::Position) &&
                                !m_mapping.columns.contains(LayerField::Latitude)
                            ? position()
                            : pair();
        return at ? Shape{.kind = ShapeKind::Point, .parts = {{*at}}, .times = {}} : Shape();
    }

    [[nodiscard]] std::optional<double> number(LayerField field) {
        const QString text = value(field);
        if (text.isEmpty()) {
            fault(LayerProblem::Missing, column(field), {});
            return std::nullopt;
        }
        const auto number = numberFrom(text);
        const double most = field == LayerField::Latitude ? 90 : 180;
        if (!number)
            fault(LayerProblem::NotANumber, column(field), text);
        else if (std::abs(*number) > most)
            fault(LayerProblem::OutOfRange, column(field), text);
        return number;
    }

    [[nodiscard]] std::optional<QGeoCoordinate> pair() {
        const auto latitude = number(LayerField::Latitude);
        const auto longitude = number(LayerField::Longitude);
        if (latitude && longitude && *latitude == 0 && *longitude == 0)
            fault(LayerProblem::Missing, column(LayerField::Latitude),
                  u"0, 0"_s); // what lists write for "unknown"
        return latitude && longitude ? coordinateOf(*latitude, *longitude) : std::nullopt;
    }

    /// Chinese lists write the longitude first, others the latitude; beyond 90 there is no doubt.
    [[nodiscard]] std::optional<QGeoCoordinate> position() {
        static const QRegularExpression between(u"[,;，；\\s]+"_s);
        const QString text = value(LayerField::Position);
        const QStringList parts = text.split(between, Qt::SkipEmptyParts);
        const auto first = numberFrom(parts.value(0));
        const auto second = numberFrom(parts.value(1));
        if (parts.size() != 2 || !first || !second) {
            fault(text.isEmpty() ? LayerProblem::Missing : LayerProblem::NotANumber,
                  column(LayerField::Position), text);
            return std::nullopt;
        }
        const QString header = column(LayerField::Position);
        const bool latitudeFirst =
            std::abs(*first) <= 90 &&
            (std::abs(*second) > 90 || header.startsWith(u"lat"_s, Qt::CaseInsensitive) ||
             header.startsWith(u"纬"_s));
        const auto at = latitudeFirst ? coordinateOf(*first, *second) : coordinateOf(*second, *first);
        if (!at)
            fault(LayerProblem::OutOfRange, header, text);
        return at;
    }

    [[nodiscard]] bool fits(ShapeKind kind) const {
        switch (m_mapping.target) {
        case LayerTarget::Areas:
            return kind == ShapeKind::Area;
        case LayerTarget::Plots:
            return kind != ShapeKind::None;
        case LayerTarget::Notes:
            return kind == ShapeKind::Point || kind == ShapeKind::Area;
        case LayerTarget::Cameras:
        case LayerTarget::Places:
            return kind == ShapeKind::Point;
        }
        return false;
    }

    const Layer& m_layer;
    const LayerMapping& m_mapping;
    const Feature& m_feature;
    std::optional<LayerFault> m_fault;
};

} // namespace

MappedLayer mapLayer(const Layer& layer, const LayerMapping& mapping) {
    MappedLayer mapped{.features = {}, .faults = layer.faults, .faultCount = layer.faultCount};
    for (const Feature& feature : layer.features) {
        auto one = Reading(layer, mapping, feature).read();
        if (one) {
            mapped.features.append(*std::move(one));
            continue;
        }
        ++mapped.faultCount;
        if (mapped.faults.size() < layer_limits::Faults)
            mapped.faults.append(one.error());
    }
    return mapped;
}

} // namespace tridesk::maps
