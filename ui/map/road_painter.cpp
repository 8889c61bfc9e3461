// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/road_painter.h"

#include "ui/map/road_style.h"

#include <QPainter>
#include <QPen>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double arrowZoom = 16;
constexpr double arrowSpacing = 130; // logical pixels
constexpr double rampWidth = 0.7;    // of the road it belongs to

// From the least to the greatest: later ones lie on top.
constexpr std::array drawOrder = {RoadClass::Ferry,     RoadClass::Path,    RoadClass::Track,
                                  RoadClass::Service,   RoadClass::Minor,   RoadClass::Tertiary,
                                  RoadClass::Secondary, RoadClass::Primary, RoadClass::Trunk,
                                  RoadClass::Motorway,  RoadClass::Tram,    RoadClass::Rail};

bool hasCasing(RoadClass roadClass) {
    return roadClass <= RoadClass::Service;
}

QPen roadPen(const QColor& colour, double width) {
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

// The class of each distinct value of the layer's `class` key, found once.
std::vector<RoadClass> classesOf(const maps::VectorLayer& layer) {
    std::vector<RoadClass> out(layer.values.size(), RoadClass::None);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (const auto* text = std::get_if<QString>(&layer.values[i]))
            out[i] = roadClassOf(*text);
    }
    return out;
}

} // namespace

RoadPainter::RoadPainter(const MapStyle& style, double zoom, double dpr, const QRectF& clip)
    : m_style(style)
    , m_zoom(zoom)
    , m_dpr(dpr)
    , m_clip(clip) {}

void RoadPainter::add(const maps::VectorLayer& layer, const TileTransform& transform) {
    const std::vector<RoadClass> classes = classesOf(layer);
    const int classKey = layer.keyIndex(u"class");
    const int brunnelKey = layer.keyIndex(u"brunnel");
    const int rampKey = layer.keyIndex(u"ramp");
    const int onewayKey = layer.keyIndex(u"oneway");
    for (const maps::VectorFeature& f : layer.features) {
        const int value = layer.valueIndex(f, classKey);
        const RoadClass roadClass = value < 0 ? RoadClass::None : classes[std::size_t(value)];
        if (roadClass == RoadClass::None || !m_clip.intersects(transform(f.bounds).adjusted(0, 0, 1, 1)))
            continue;
        if (f.kind == maps::GeometryKind::Polygon) {
            addRings(m_squares, layer, f, transform, m_clip);
            continue;
        }
        const QString brunnel = layer.text(f, brunnelKey);
        const Level level = brunnel == u"tunnel" ? Tunnel : brunnel == u"bridge" ? Bridge : Ground;
        Bucket& bucket = m_buckets[level][std::size_t(roadClass)];
        const bool ramp = layer.number(f, rampKey, 0) > 0;
        addLines(ramp ? bucket.ramps : bucket.path, layer, f, transform, m_clip);
        const double oneway = layer.number(f, onewayKey, 0);
        if (oneway != 0 && m_zoom >= arrowZoom && roadClass <= RoadClass::Service && level != Tunnel)
            addArrows(layer, f, transform, oneway < 0);
    }
}

void RoadPainter::draw(QPainter& painter) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.road(RoadClass::Service).fill);
    painter.drawPath(m_squares);
    painter.setBrush(Qt::NoBrush);
    for (const Level level : {Tunnel, Ground, Bridge})
        drawLevel(painter, level);
    drawArrows(painter);
}

void RoadPainter::drawLevel(QPainter& painter, Level level) const {
    for (const RoadClass c : drawOrder)
        drawCasing(painter, level, c);
    for (const RoadClass c : drawOrder)
        drawFill(painter, level, c);
}

void RoadPainter::drawCasing(QPainter& painter, Level level, RoadClass roadClass) const {
    const Bucket& bucket = m_buckets[level][std::size_t(roadClass)];
    const double width = roadWidth(roadClass, m_zoom);
    const double casing = casingWidth(width) * (level == Bridge ? 1.4 : 1.0);
    if (!hasCasing(roadClass) || casing <= 0)
        return;
    QColor colour = m_style.road(roadClass).casing;
    if (level == Bridge)
        colour = m_style.dark ? colour.darker(125) : colour.darker(118);
    QPen pen = roadPen(colour, 0);
    if (level == Bridge)
        pen.setCapStyle(Qt::FlatCap);
    if (level == Tunnel) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({1.2, 0.8}); // in widths of the road
    }
    pen.setWidthF((width + 2 * casing) * m_dpr);
    if (!bucket.path.isEmpty())
        painter.strokePath(bucket.path, pen);
    pen.setWidthF((width * rampWidth + 2 * casing) * m_dpr);
    if (!bucket.ramps.isEmpty())
        painter.strokePath(bucket.ramps, pen);
}

void RoadPainter::drawFill(QPainter& painter, Level level, RoadClass roadClass) const {
    const Bucket& bucket = m_buckets[level][std::size_t(roadClass)];
    const double width = roadWidth(roadClass, m_zoom);
    if (width <= 0 || (bucket.path.isEmpty() && bucket.ramps.isEmpty()))
        return;
    if (roadClass == RoadClass::Rail) {
        drawRail(painter, bucket.path, width);
        return;
    }
    QColor colour = level == Tunnel ? m_style.tunnelFill : m_style.road(roadClass).fill;
    // Thin roads have no casing to stand out by: they take its colour, half way.
    if (hasCasing(roadClass) && casingWidth(width) <= 0 && !m_style.dark)
        colour = roadClass <= RoadClass::Secondary ? m_style.road(roadClass).casing
                                                   : m_style.road(roadClass).casing.lighter(104);
    QPen pen = roadPen(colour, width * m_dpr);
    if (roadClass == RoadClass::Path || roadClass == RoadClass::Track || roadClass == RoadClass::Ferry) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern(roadClass == RoadClass::Ferry ? QList<qreal>{6, 5} : QList<qreal>{3, 1.6});
    }
    if (!bucket.path.isEmpty())
        painter.strokePath(bucket.path, pen);
    pen.setWidthF(width * rampWidth * m_dpr);
    if (!bucket.ramps.isEmpty())
        painter.strokePath(bucket.ramps, pen);
}

void RoadPainter::drawRail(QPainter& painter, const QPainterPath& path, double width) const {
    const RoadColours& colours = m_style.road(RoadClass::Rail);
    QPen pen(colours.casing, width * m_dpr, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    painter.strokePath(path, pen);
    if (width < 1.6)
        return;
    const double inner = width * 0.6 * m_dpr;
    pen = QPen(colours.fill, inner, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({4, 4});
    painter.strokePath(path, pen);
}

// Arrows stand at even distances along the whole line of the data tile, so that pictures side by side agree.
void RoadPainter::addArrows(const maps::VectorLayer& layer, const maps::VectorFeature& feature,
                            const TileTransform& transform, bool against) {
    const double spacing = arrowSpacing * m_dpr;
    for (std::uint32_t i = feature.firstPart; i < feature.endPart; ++i) {
        const auto points = layer.part(i);
        double next = spacing / 2;
        for (std::size_t k = 1; k < points.size(); ++k) {
            const QPointF a = transform(points[k - 1]);
            const QPointF d = transform(points[k]) - a;
            const double length = std::hypot(d.x(), d.y());
            for (; next <= length; next += spacing) {
                const QPointF at = a + d * (next / length);
                if (m_clip.contains(at))
                    m_arrows.push_back({at, std::atan2(d.y(), d.x()) + (against ? M_PI : 0)});
            }
            next -= length;
        }
    }
}

void RoadPainter::drawArrows(QPainter& painter) const {
    if (m_arrows.empty())
        return;
    const double s = std::clamp(2.2 + (m_zoom - arrowZoom) * 0.9, 2.2, 5.0) * m_dpr;
    painter.setPen(QPen(m_style.oneway, s * 0.36, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const Arrow& a : m_arrows) {
        const QPointF along(std::cos(a.angle), std::sin(a.angle));
        const QPointF across(-along.y(), along.x());
        const QPointF tip = a.at + along * s * 1.5;
        painter.drawLine(a.at - along * s * 1.5, tip);
        painter.drawLine(tip, tip - along * s * 0.9 + across * s * 0.75);
        painter.drawLine(tip, tip - along * s * 0.9 - across * s * 0.75);
    }
}

} // namespace tridesk::ui
