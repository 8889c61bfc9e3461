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
// doubles. Fractions are usual. Pixels are logical ones of the canvas, from its top left corner.
class MapView {
public:
    static constexpr double minZoom = 2;
    static constexpr double maxZoom = 20;

    MapView() = default;
    MapView(QPointF centre, double zoom, QSizeF size, double dpr = 1);

    [[nodiscard]] QPointF centre() const { return m_centre; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] double dpr() const { return m_dpr; }
    [[nodiscard]] double worldPixels() const { return m_world; } // logical pixels of the whole square's edge

    [[nodiscard]] QPointF toPixel(QPointF mercator) const {
        return {(mercator.x() - m_centre.x()) * m_world + m_half.x(),
                (mercator.y() - m_centre.y()) * m_world + m_half.y()};
    }
    [[nodiscard]] QPointF toMercatorPoint(QPointF pixel) const {
        return {(pixel.x() - m_half.x()) / m_world + m_centre.x(),
                (pixel.y() - m_half.y()) / m_world + m_centre.y()};
    }
    [[nodiscard]] QPointF toPixel(const QGeoCoordinate& place) const { return toPixel(toMercator(place)); }
    [[nodiscard]] QGeoCoordinate toCoordinate(QPointF pixel) const {
        return fromMercator(toMercatorPoint(pixel));
    }
    // What is in sight, grown by a margin in logical pixels.
    [[nodiscard]] QRectF mercatorRect(double marginPixels = 0) const;
    [[nodiscard]] double pixelsPerMetre() const; // at the centre

    [[nodiscard]] MapView withCentre(QPointF centre) const { return {centre, m_zoom, m_size, m_dpr}; }
    [[nodiscard]] MapView withZoom(double zoom) const { return {m_centre, zoom, m_size, m_dpr}; }
    [[nodiscard]] MapView withSize(QSizeF size, double dpr) const { return {m_centre, m_zoom, size, dpr}; }
    // Zoomed so that what lies under `pixel` stays there.
    [[nodiscard]] MapView zoomedAbout(QPointF pixel, double zoom) const;
    [[nodiscard]] MapView panned(QPointF pixels) const; // the map moves by this
    [[nodiscard]] MapView fitted(QRectF mercator, double marginPixels) const;
    // The nearest zoom at which a tile has a whole number of device pixels: there tiles are drawn as they
    // are, unscaled and crisp. Less than 0.2 % away.
    [[nodiscard]] MapView snapped() const;

    [[nodiscard]] bool operator==(const MapView&) const = default;

private:
    QPointF m_centre{0.5, 0.5};
    double m_zoom = minZoom;
    QSizeF m_size;
    double m_dpr = 1;
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
