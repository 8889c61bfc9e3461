// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/layer_builder.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {

void Layer::addFault(const LayerFault& fault) {
    ++faultCount;
    if (faults.size() < layer_limits::Faults)
        faults.append(fault);
}

bool LayerBuilder::start() {
    if (m_layer.features.size() >= layer_limits::Features) {
        m_layer.isCut = true;
        return false;
    }
    m_feature = {.row = ++m_row, .values = {}, .shape = {}};
    m_fault.reset();
    return true;
}

void LayerBuilder::set(const QString& column, const QString& value) {
    const QString text = value.trimmed().left(layer_limits::ValueLength);
    if (text.isEmpty())
        return;
    qsizetype at = m_columns.value(column, -1);
    if (at < 0) {
        if (m_layer.columns.size() >= layer_limits::Columns)
            return;
        at = m_layer.columns.size();
        m_columns.insert(column, at);
        m_layer.columns.append(column);
    }
    if (m_feature.values.size() <= at)
        m_feature.values.resize(at + 1);
    m_feature.values[at] = text;
}

void LayerBuilder::fault(LayerProblem problem, const QString& field, const QString& value) {
    if (!m_fault)
        m_fault = {.row = m_row, .problem = problem, .field = field, .value = value.simplified().left(80)};
}

void LayerBuilder::finish(Shape shape) {
    qsizetype points = 0;
    for (const QList<QGeoCoordinate>& part : shape.parts)
        points += part.size();
    if (points > layer_limits::Points)
        fault(LayerProblem::TooManyPoints, QStringLiteral("geometry"), QString::number(points));
    const qsizetype fewest = shape.kind == ShapeKind::Area ? 3 : shape.kind == ShapeKind::Line ? 2 : 1;
    for (const QList<QGeoCoordinate>& part : shape.parts)
        if (part.size() < fewest)
            fault(LayerProblem::TooFewPoints, QStringLiteral("geometry"), QString::number(part.size()));
    if (m_fault)
        return m_layer.addFault(*m_fault);
    m_feature.shape = std::move(shape);
    m_layer.features.append(std::move(m_feature));
}

Layer LayerBuilder::take() {
    for (Feature& feature : m_layer.features)
        feature.values.resize(m_layer.columns.size());
    return std::move(m_layer);
}

std::optional<QGeoCoordinate> coordinateOf(double latitude, double longitude) {
    if (!std::isfinite(latitude) || !std::isfinite(longitude) || std::abs(latitude) > 90 ||
        std::abs(longitude) > 180)
        return std::nullopt;
    return QGeoCoordinate(latitude, longitude);
}

void openRing(QList<QGeoCoordinate>& ring) {
    if (ring.size() > 1 && ring.constFirst() == ring.constLast())
        ring.removeLast();
}

} // namespace tridesk::maps
