// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/layers/feature.h"

#include <QHash>

#include <optional>
#include <utility>

namespace tridesk::maps {

/// Gathers features whose fields become known one after the other.
class LayerBuilder {
public:
    explicit LayerBuilder(const QString& format) { m_layer.format = format; }

    /// Starts the next feature; false where there are too many.
    [[nodiscard]] bool start();
    void set(const QString& column, const QString& value);
    void fault(LayerProblem problem, const QString& field, const QString& value = {});
    /// Keeps the feature, unless it has a fault. Counts its points.
    void finish(Shape shape);

    [[nodiscard]] Layer take();

private:
    Layer m_layer;
    QHash<QString, qsizetype> m_columns;
    Feature m_feature;
    std::optional<LayerFault> m_fault;
    qint64 m_row = 0;
};

/// Nothing where it lies outside of the earth or is no number.
[[nodiscard]] std::optional<QGeoCoordinate> coordinateOf(double latitude, double longitude);

/// Drops the repeated last point of a ring.
void openRing(QList<QGeoCoordinate>& ring);

} // namespace tridesk::maps
