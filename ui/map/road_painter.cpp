// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/road_painter.h"

#include "ui/map/road_style.h"

#include <QHash>
#include <QPainter>
#include <QPen>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

constexpr double rampWidth = 0.7; // of the road it belongs to

// From the least to the greatest: later ones lie on top.
constexpr std::array drawOrder = {
    RoadClass::Ferry, RoadClass::Path,     RoadClass::Track,    RoadClass::Service,   RoadClass::Pedestrian,
    RoadClass::Lane,  RoadClass::Minor,    RoadClass::Tertiary, RoadClass::Secondary, RoadClass::Primary,
    RoadClass::Trunk, RoadClass::Motorway, RoadClass::Tram,     RoadClass::Rail};

bool hasCasing(RoadClass roadClass) {
    return roadClass <= RoadClass::Service;
}

QPen roadPen(const QColor& colour, double width) {
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

// Caps and joins of lines that are hardly wider than a pixel are not seen, and cost a third of drawing them.
QPen linePen(const QColor& colour, double width) {
    if (width > 2.5)
        return roadPen(colour, width);
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
}

// The class of a road by the values of its `class` and `subclass`; names are compared once for each pair.
class Classes {
public:
    explicit Classes(const maps::VectorLayer& layer)
        : m_layer(layer)
        , m_class(layer.keyIndex(u"class"))
        , m_subclass(layer.keyIndex(u"subclass")) {}
    [[nodiscard]] RoadClass of(const maps::VectorFeature& f) {
        const int value = m_layer.valueIndex(f, m_class);
        if (value < 0)
            return RoadClass::None;
        const std::pair key(value, m_layer.valueIndex(f, m_subclass));
        const auto known = m_known.constFind(key);
        if (known != m_known.cend())
            return *known;
        return *m_known.insert(key, roadClassOf(m_layer.text(f, m_class), m_layer.text(f, m_subclass)));
    }

private:
    const maps::VectorLayer& m_layer;
    int m_class;
    int m_subclass;
    QHash<std::pair<int, int>, RoadClass> m_known;
};

} // namespace

RoadPainter::RoadPainter(const MapStyle& style, double zoom, double dpr, const QRectF& clip)
    : m_style(style)
    , m_zoom(zoom)
    , m_dpr(dpr)
    , m_clip(clip) {}

void RoadPainter::add(const maps::VectorLayer& layer, const TileTransform& transform) {
    Classes classes(layer);
    const int classKey = layer.keyIndex(u"class");
    const int brunnelKey = layer.keyIndex(u"brunnel");
    const int rampKey = layer.keyIndex(u"ramp");
    for (const maps::VectorFeature& f : layer.features) {
        const RoadClass roadClass = classes.of(f);
        if (roadClass == RoadClass::None || !m_clip.intersects(transform(f.bounds).adjusted(0, 0, 1, 1)))
            continue;
        if (f.kind == maps::GeometryKind::Polygon) {
            addRings(roadClass == RoadClass::Path && layer.text(f, classKey) == u"pier" ? m_piers : m_squares,
                     layer, f, transform, m_clip);
            continue;
        }
        const QString brunnel = layer.text(f, brunnelKey);
        const Level level = brunnel == u"tunnel" ? Tunnel : brunnel == u"bridge" ? Bridge : Ground;
        Bucket& bucket = m_buckets[level][std::size_t(roadClass)];
        const bool ramp = layer.number(f, rampKey, 0) > 0;
        addLines(ramp ? bucket.ramps : bucket.path, layer, f, transform, m_clip);
    }
}

void RoadPainter::draw(QPainter& painter) const {
    painter.fillPath(m_piers, m_style.pier);
    painter.fillPath(m_squares, m_style.road(RoadClass::Pedestrian).fill);
    for (const Level level : {Tunnel, Ground, Bridge})
        drawLevel(painter, level);
    for (const Level level : {Tunnel, Ground, Bridge})
        drawSubway(painter, level);
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
    QPen pen = linePen(colour, width * m_dpr);
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
    QPen pen = linePen(colour, width * m_dpr);
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

// Over the streets, which a line follows underneath: thin, and where it runs below ground broken.
void RoadPainter::drawSubway(QPainter& painter, Level level) const {
    const Bucket& bucket = m_buckets[level][std::size_t(RoadClass::Subway)];
    const double width = roadWidth(RoadClass::Subway, m_zoom);
    if (width <= 0 || bucket.path.isEmpty())
        return;
    QPen pen(m_style.road(RoadClass::Subway).fill, width * m_dpr, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (level == Tunnel)
        pen.setDashPattern({5, 2.5});
    painter.strokePath(bucket.path, pen);
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

} // namespace tridesk::ui
