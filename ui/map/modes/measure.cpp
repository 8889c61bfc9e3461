// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/measure.h"

#include "ui/map/map_view.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tridesk::ui {

namespace {

constexpr double earthRadius = 6'371'008.8; // metres, mean radius of WGS-84

struct MeasureWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::ui::Measure)
};

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

// Which side of a line through two points the third lies on.
double side(QPointF a, QPointF b, QPointF c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

bool cross(QPointF a, QPointF b, QPointF c, QPointF d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

// Three digits that matter, whatever the size.
QString rounded(double value) {
    return QString::number(value, 'f', value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

} // namespace

Leg leg(QPointF from, QPointF to) {
    const QGeoCoordinate start = fromMercator(from);
    const QGeoCoordinate end = fromMercator(to);
    return {start.distanceTo(end), start.azimuthTo(end)};
}

double lengthMetres(const QPolygonF& line) {
    double sum = 0;
    for (qsizetype i = 1; i < line.size(); ++i)
        sum += leg(line[i - 1], line[i]).metres;
    return sum;
}

double areaSquareMetres(const QPolygonF& outline) {
    if (outline.size() < 3)
        return 0;
    double sum = 0;
    QGeoCoordinate before = fromMercator(outline.back());
    for (const QPointF& corner : outline) {
        const QGeoCoordinate at = fromMercator(corner);
        sum += radians(at.longitude() - before.longitude()) *
               (2 + std::sin(radians(at.latitude())) + std::sin(radians(before.latitude())));
        before = at;
    }
    return std::abs(sum) * earthRadius * earthRadius / 2;
}

bool crossesItself(const QPolygonF& outline) {
    const qsizetype n = outline.size();
    for (qsizetype i = 0; i < n; ++i)
        for (qsizetype j = i + 2; j < n; ++j)
            if (cross(outline[i], outline[i + 1], outline[j], outline[(j + 1) % n]))
                return true;
    return false;
}

QString distanceText(double metres) {
    return metres < 1000 ? MeasureWords::tr("%1 m").arg(qRound(metres))
                         : MeasureWords::tr("%1 km").arg(rounded(metres / 1000));
}

QString areaText(double squareMetres) {
    return squareMetres < 100'000 ? MeasureWords::tr("%1 m²").arg(qRound64(squareMetres))
                                  : MeasureWords::tr("%1 km²").arg(rounded(squareMetres / 1e6));
}

QString bearingText(double degrees) {
    return u"%1°"_s.arg(qRound(degrees) % 360, 3, 10, QChar(u'0'));
}

} // namespace tridesk::ui
