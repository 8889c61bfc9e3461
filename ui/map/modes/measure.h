// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QString>

namespace tridesk::ui {

// What a way or an area on Mercator's unit square measures on the ground (a sphere of the earth's mean
// radius: within 0.5 % of the ellipsoid).
struct Leg {
    double metres = 0;
    double bearing = 0; // degrees clockwise from north, at its start
};
[[nodiscard]] Leg leg(QPointF from, QPointF to);
[[nodiscard]] double lengthMetres(const QPolygonF& line);
// Of the outline without the repeated first point.
[[nodiscard]] double areaSquareMetres(const QPolygonF& outline);
// Two of its sides cross: then it has no one area to tell.
[[nodiscard]] bool crossesItself(const QPolygonF& outline);

[[nodiscard]] QString distanceText(double metres);   // "85 m", "1.24 km", "12.4 km"
[[nodiscard]] QString areaText(double squareMetres); // "850 m²", "2.35 km²"
[[nodiscard]] QString bearingText(double degrees);   // "045°"

} // namespace tridesk::ui
