// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_view.h"

#include "maps/tiles/mercator.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

// A tile covers 512 logical pixels at its own zoom, so that what is 256-pixel zoom 15 shows tiles of zoom 14.
constexpr double tileEdge = 512;

double fromNorth(double degrees) {
    const double rest = std::fmod(degrees, 360.0);
    const double positive = rest < 0 ? rest + 360 : rest;
    return positive >= 360 ? 0 : positive;
}

} // namespace

QPointF toMercator(const QGeoCoordinate& place) {
    const maps::UnitPoint p = maps::toUnit({place.longitude(), place.latitude()});
    return {p.x, p.y};
}

QGeoCoordinate fromMercator(QPointF at) {
    const maps::LonLat p = maps::fromUnit({at.x(), at.y()});
    return QGeoCoordinate(p.lat, p.lon);
}

MapView::MapView(QPointF centre, double zoom, QSizeF size, double dpr, double bearing)
    : m_centre(std::clamp(centre.x(), 0.0, 1.0), std::clamp(centre.y(), 0.0, 1.0))
    , m_zoom(std::clamp(zoom, minZoom, maxZoom))
    , m_size(size)
    , m_dpr(dpr)
    , m_bearing(fromNorth(bearing))
    , m_world(256 * std::exp2(m_zoom))
    , m_half(size.width() / 2, size.height() / 2) {
    if (m_bearing == 0)
        return; // exactly: what is upright is copied, not drawn
    m_cos = std::cos(m_bearing * M_PI / 180);
    m_sin = std::sin(m_bearing * M_PI / 180);
}

QRectF MapView::mercatorRect(double marginPixels) const {
    const double m = marginPixels;
    const double width = m_size.width();
    const double height = m_size.height();
    if (!isTurned())
        return QRectF(toMercatorPoint({-m, -m}), toMercatorPoint({width + m, height + m}));
    return QPolygonF({toMercatorPoint({-m, -m}), toMercatorPoint({width + m, -m}),
                      toMercatorPoint({width + m, height + m}), toMercatorPoint({-m, height + m})})
        .boundingRect();
}

double MapView::pixelsPerMetre() const {
    return m_world / maps::metresPerUnit(m_centre.y());
}

MapView MapView::zoomedAbout(QPointF pixel, double zoom) const {
    const MapView zoomed = withZoom(zoom);
    const QPointF drift = toMercatorPoint(pixel) - zoomed.toMercatorPoint(pixel);
    return zoomed.withCentre(m_centre + drift);
}

MapView MapView::turnedAbout(QPointF pixel, double bearing) const {
    const MapView turned = withBearing(bearing);
    const QPointF drift = toMercatorPoint(pixel) - turned.toMercatorPoint(pixel);
    return turned.withCentre(m_centre + drift);
}

MapView MapView::panned(QPointF pixels) const {
    return withCentre(m_centre - toGround(pixels) / m_world);
}

MapView MapView::part(const QRectF& pixels) const {
    return withCentre(toMercatorPoint(pixels.center())).withSize(pixels.size(), m_dpr);
}

MapView MapView::onPixels() const {
    const QPointF origin = toPixel(QPointF(0, 0)) * m_dpr;
    return panned(QPointF(std::round(origin.x()) - origin.x(), std::round(origin.y()) - origin.y()) / m_dpr);
}

MapView MapView::fitted(QRectF mercator, double marginPixels) const {
    const double width = std::max(1.0, m_size.width() - 2 * marginPixels);
    const double height = std::max(1.0, m_size.height() - 2 * marginPixels);
    const double least = 1e-7; // about four metres: a single point fits at street level
    const double c = std::abs(m_cos);
    const double s = std::abs(m_sin);
    const double across = std::max(least, mercator.width() * c + mercator.height() * s);
    const double down = std::max(least, mercator.width() * s + mercator.height() * c);
    const double zoom = std::log2(std::min(width / across, height / down) / 256);
    return withCentre(mercator.center()).withZoom(std::min(zoom, 18.0)).snapped();
}

MapView MapView::snapped() const {
    const TileScale scale = tileScale(*this);
    return withZoom(scale.z + std::log2(std::round(scale.pixels) / (m_dpr * 256)));
}

TileScale tileScale(const MapView& view) {
    const int z = std::clamp(int(std::lround(view.zoom() - 1)), 0, 22);
    return {z, tileEdge * view.dpr() * std::exp2(view.zoom() - 1 - z)};
}

} // namespace tridesk::ui
