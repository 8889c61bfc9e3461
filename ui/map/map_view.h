// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace tridesk::ui {

// Mercator's unit square (maps/tiles/mercator.h) in Qt's types.
[[nodiscard]] QPointF toMercator(const QGeoCoordinate& place);
[[nodiscard]] QGeoCoordinate fromMercator(QPointF at);

// What the map looks at: an immutable value. A zoom of 0 shows the world on 256 logical pixels; each step
// doubles. Fractions are usual. Pixels are logical ones of the canvas, from its top left corner. The bearing
// is what is up: degrees clockwise from north, from 0 to below 360.
class MapView {
public:
    static constexpr double minZoom = 2;
    static constexpr double maxZoom = 20;

    MapView() = default;
    MapView(QPointF centre, double zoom, QSizeF size, double dpr = 1, double bearing = 0);

    [[nodiscard]] QPointF centre() const { return m_centre; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] double dpr() const { return m_dpr; }
    [[nodiscard]] double bearing() const { return m_bearing; }
    [[nodiscard]] bool isTurned() const { return m_bearing != 0; }
    [[nodiscard]] double worldPixels() const { return m_world; } // logical pixels of the whole square's edge

    [[nodiscard]] QPointF toPixel(QPointF mercator) const {
        const double x = (mercator.x() - m_centre.x()) * m_world;
        const double y = (mercator.y() - m_centre.y()) * m_world;
        return {x * m_cos + y * m_sin + m_half.x(), y * m_cos - x * m_sin + m_half.y()};
    }
    [[nodiscard]] QPointF toMercatorPoint(QPointF pixel) const {
        const QPointF way = toGround(pixel - m_half);
        return {way.x() / m_world + m_centre.x(), way.y() / m_world + m_centre.y()};
    }
    // A way on the screen as one on an upright map, in logical pixels.
    [[nodiscard]] QPointF toGround(QPointF way) const {
        return {way.x() * m_cos - way.y() * m_sin, way.y() * m_cos + way.x() * m_sin};
    }
    [[nodiscard]] QPointF toPixel(const QGeoCoordinate& place) const { return toPixel(toMercator(place)); }
    [[nodiscard]] QGeoCoordinate toCoordinate(QPointF pixel) const {
        return fromMercator(toMercatorPoint(pixel));
    }
    // What is in sight, grown by a margin in logical pixels: of a turned view the box around it.
    [[nodiscard]] QRectF mercatorRect(double marginPixels = 0) const;
    [[nodiscard]] double pixelsPerMetre() const; // at the centre

    [[nodiscard]] MapView withCentre(QPointF centre) const {
        return {centre, m_zoom, m_size, m_dpr, m_bearing};
    }
    [[nodiscard]] MapView withZoom(double zoom) const { return {m_centre, zoom, m_size, m_dpr, m_bearing}; }
    [[nodiscard]] MapView withSize(QSizeF size, double dpr) const {
        return {m_centre, m_zoom, size, dpr, m_bearing};
    }
    [[nodiscard]] MapView withBearing(double degrees) const {
        return {m_centre, m_zoom, m_size, m_dpr, degrees};
    }
    // Zoomed so that what lies under `pixel` stays there.
    [[nodiscard]] MapView zoomedAbout(QPointF pixel, double zoom) const;
    // Turned so that what lies under `pixel` stays there.
    [[nodiscard]] MapView turnedAbout(QPointF pixel, double bearing) const;
    [[nodiscard]] MapView panned(QPointF pixels) const; // the map moves by this
    // What a rectangle of this view's pixels shows.
    [[nodiscard]] MapView part(const QRectF& pixels) const;
    [[nodiscard]] MapView fitted(QRectF mercator, double marginPixels) const;
    // The nearest zoom at which a tile has a whole number of device pixels: there tiles are drawn as they
    // are, unscaled and crisp. Less than 0.2 % away.
    [[nodiscard]] MapView snapped() const;

    // Moved by at most half a device pixel, so that views of one zoom and bearing differ by whole ones: what
    // was painted for one can be copied into another, and nothing trembles against the ground.
    [[nodiscard]] MapView onPixels() const;
    // Differs at most in where it looks.
    [[nodiscard]] bool isPanOf(const MapView& other) const { return *this == other.withCentre(m_centre); }

    [[nodiscard]] bool operator==(const MapView&) const = default;

private:
    QPointF m_centre{0.5, 0.5};
    double m_zoom = minZoom;
    QSizeF m_size;
    double m_dpr = 1;
    double m_bearing = 0;
    double m_cos = 1;
    double m_sin = 0;
    double m_world = 1024;
    QPointF m_half;
};

// Which tiles draw a view: their zoom, and the edge of one in device pixels, fractional while zooming.
struct TileScale {
    int z = 0;
    double pixels = 512;
};
[[nodiscard]] TileScale tileScale(const MapView& view);

} // namespace tridesk::ui
