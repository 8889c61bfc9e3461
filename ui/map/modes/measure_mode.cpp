// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/measure_mode.h"

#include "ui/map/map_view.h"
#include "ui/map/modes/measure.h"
#include "ui/map/modes/mode_art.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {

namespace {

constexpr double nearPixels = 9;      // from the first corner, within which a click closes
constexpr double leastTagPixels = 90; // a leg shorter on the screen is not written on

struct MeasureModeWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::ui::MeasureMode)
};

} // namespace

QString measuredText(const QPolygonF& way, bool closed) {
    if (way.size() < 2)
        return {};
    if (!closed) {
        const Leg last = leg(way[way.size() - 2], way.back());
        return MeasureModeWords::tr("Total %1, last leg %2 at %3")
            .arg(distanceText(lengthMetres(way)), distanceText(last.metres), bearingText(last.bearing));
    }
    const QString round = distanceText(lengthMetres(way) + leg(way.back(), way.front()).metres);
    return crossesItself(way)
               ? MeasureModeWords::tr("Round %1; it crosses itself and has no one area").arg(round)
               : MeasureModeWords::tr("Area %1, round %2").arg(areaText(areaSquareMetres(way)), round);
}

MeasureMode::MeasureMode(ModeGround& ground, Told told)
    : PathMode(ground, false,
               {.drawing = [this](const ModeShape& shape) { tell(shape); },
                .done =
                    [this](const ModeShape& shape, Qt::KeyboardModifiers) {
                        m_last = shape;
                        m_told(measuredText(shape.points, shape.closed));
                    }})
    , m_told(std::move(told)) {}

void MeasureMode::tell(const ModeShape& shape) {
    if (shape.points.isEmpty())
        return;
    m_last = {};
    m_told(measuredText(shape.points, false));
}

void MeasureMode::click(const ModeHand& hand) {
    const QPolygonF way = corners();
    if (way.size() > 2) {
        const QPointF gap = ground().view().toPixel(way.front()) - hand.pixel;
        if (std::hypot(gap.x(), gap.y()) <= nearPixels) {
            clear();
            m_last = {way, true, {}, 0};
            m_told(measuredText(way, true));
            return;
        }
    }
    PathMode::click(hand);
}

void MeasureMode::paint(QPainter& painter, const MapView& view, const MapStyle& style) {
    if (!m_last.points.isEmpty())
        paintMeasured(painter, m_last.points, m_last.closed, view, style);
    PathMode::paint(painter, view, style);
    if (const QPolygonF way = outline(); way.size() > 1)
        paintMeasured(painter, way, false, view, style);
}

void MeasureMode::paintMeasured(QPainter& painter, const QPolygonF& way, bool closed, const MapView& view,
                                const MapStyle& style) const {
    const QPolygonF pixels = inPixels(way, view);
    paintDrawing(painter, pixels, closed, style);
    for (const QPointF& corner : pixels)
        paintCorner(painter, corner, style);
    for (qsizetype i = 1; i < way.size(); ++i) {
        const QPointF step = pixels[i] - pixels[i - 1];
        if (std::hypot(step.x(), step.y()) < leastTagPixels)
            continue;
        const Leg along = leg(way[i - 1], way[i]);
        paintTag(painter, (pixels[i] + pixels[i - 1]) / 2,
                 distanceText(along.metres) + u"  "_s + bearingText(along.bearing), style);
    }
    if (closed && !crossesItself(way))
        paintTag(painter, pixels.boundingRect().center(), areaText(areaSquareMetres(way)), style);
    else if (way.size() > 2)
        paintTag(painter, pixels.back(), distanceText(lengthMetres(way)), style);
}

} // namespace tridesk::ui
