// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/tile_painter.h"

#include "ui/map/road_painter.h"
#include "ui/map/tile_geometry.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

// The widest road's half, in logical pixels, rounded up: so far outside a picture lines may still show in it.
constexpr double reach = 48;

class TilePainter {
public:
    TilePainter(const TilePicture& picture, const std::vector<DataTile>& data, const MapStyle& style,
                QPainter& painter)
        : m_picture(picture)
        , m_data(data)
        , m_style(style)
        , m_painter(painter)
        , m_zoom(picture.id.z + 1 + std::log2(picture.pixels / (512 * picture.dpr)))
        , m_clip(QRectF(0, 0, picture.pixels, picture.pixels).adjusted(-r(), -r(), r(), r())) {}

    void paint() {
        land();
        water();
        buildings();
        roads();
        boundaries();
    }

private:
    using Layer = maps::VectorLayer;
    using Feature = maps::VectorFeature;
    // Fills by colour: what a feature is painted with, or an invalid colour for nothing.
    using Colour = std::function<QColor(const Layer&, const Feature&)>;

    [[nodiscard]] double r() const { return reach * m_picture.dpr; }
    [[nodiscard]] TileTransform transformOf(const DataTile& data, const Layer& layer) const {
        return {data.id, layer.extent, m_picture.id, double(m_picture.pixels)};
    }
    [[nodiscard]] bool inSight(const Feature& f, const TileTransform& t) const {
        return m_clip.intersects(t(f.bounds).adjusted(0, 0, 1, 1));
    }

    void fill(QStringView name, const Colour& colourOf) {
        const DataTile& data = m_data.front();
        const Layer* layer = data.tile->layer(name);
        if (layer == nullptr)
            return;
        const TileTransform transform = transformOf(data, *layer);
        m_painter.setPen(Qt::NoPen);
        for (const Feature& f : layer->features) {
            if (f.kind != maps::GeometryKind::Polygon || !inSight(f, transform))
                continue;
            const QColor colour = colourOf(*layer, f);
            if (!colour.isValid())
                continue;
            QPainterPath path;
            addRings(path, *layer, f, transform, m_clip);
            m_painter.fillPath(path, colour);
        }
    }

    // Strokes the lines of a layer, of all the data tiles, that `wanted` accepts.
    void stroke(QStringView name, const QPen& pen,
                const std::function<bool(const Layer&, const Feature&)>& wanted) {
        QPainterPath path;
        for (const DataTile& data : m_data) {
            const Layer* layer = data.tile->layer(name);
            if (layer == nullptr)
                continue;
            const TileTransform transform = transformOf(data, *layer);
            for (const Feature& f : layer->features) {
                if (f.kind == maps::GeometryKind::Line && inSight(f, transform) && wanted(*layer, f))
                    addLines(path, *layer, f, transform, m_clip);
            }
        }
        if (!path.isEmpty())
            m_painter.strokePath(path, pen);
    }

    [[nodiscard]] QColor landuseColour(const QString& c) const {
        if (c == u"residential" || c == u"neighbourhood" || c == u"suburb" || c == u"quarter")
            return m_style.residential;
        if (c == u"commercial" || c == u"retail")
            return m_style.commercial;
        if (c == u"industrial" || c == u"railway" || c == u"garages" || c == u"quarry" || c == u"military")
            return m_style.industrial;
        if (c == u"school" || c == u"university" || c == u"college" || c == u"kindergarten" ||
            c == u"library")
            return m_style.school;
        if (c == u"hospital")
            return m_style.hospital;
        if (c == u"cemetery")
            return m_style.cemetery;
        if (c == u"parking" || c == u"bus_station")
            return m_style.road(RoadClass::Service).fill;
        if (c == u"pitch" || c == u"stadium" || c == u"playground" || c == u"track")
            return m_style.pitch;
        return {};
    }

    [[nodiscard]] QColor landcoverColour(const QString& c, const QString& subclass) const {
        if (c == u"wood" || c == u"forest")
            return m_style.wood;
        if (c == u"farmland")
            return m_style.farmland;
        if (c == u"sand" || c == u"rock")
            return m_style.sand;
        if (c != u"grass" && c != u"wetland")
            return {};
        const bool park = subclass == u"park" || subclass == u"garden" || subclass == u"recreation_ground";
        return park ? m_style.park : m_style.grass;
    }

    void land() {
        fill(u"landuse", [this](const Layer& l, const Feature& f) {
            const QString c = l.text(f, l.keyIndex(u"class"));
            const QColor colour = landuseColour(c);
            return colour == m_style.pitch ? QColor() : colour;
        });
        fill(u"landcover", [this](const Layer& l, const Feature& f) {
            return landcoverColour(l.text(f, l.keyIndex(u"class")), l.text(f, l.keyIndex(u"subclass")));
        });
        fill(u"park", [this](const Layer&, const Feature&) { return m_style.park; });
        fill(u"landuse", [this](const Layer& l, const Feature& f) { // pitches lie in parks and schools
            const QColor colour = landuseColour(l.text(f, l.keyIndex(u"class")));
            return colour == m_style.pitch ? colour : QColor();
        });
    }

    void water() {
        fill(u"water", [this](const Layer&, const Feature&) { return m_style.water; });
        const auto isRiver = [](const Layer& l, const Feature& f) {
            const QString c = l.text(f, l.keyIndex(u"class"));
            return c == u"river" || c == u"canal";
        };
        const auto open = [](const Layer& l, const Feature& f) {
            return l.text(f, l.keyIndex(u"brunnel")) != u"tunnel";
        };
        const double river = std::clamp(std::exp2((m_zoom - 12) * 0.7), 0.8, 14.0) * m_picture.dpr;
        stroke(u"waterway", QPen(m_style.water, river, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
               [&](const Layer& l, const Feature& f) { return isRiver(l, f) && open(l, f); });
        if (m_zoom < 13.5)
            return;
        const double stream = std::clamp(std::exp2((m_zoom - 14.5) * 0.5), 0.7, 4.0) * m_picture.dpr;
        stroke(u"waterway", QPen(m_style.waterLine, stream, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
               [&](const Layer& l, const Feature& f) { return !isRiver(l, f) && open(l, f); });
    }

    void buildings() {
        const DataTile& data = m_data.front();
        const Layer* layer = data.tile->layer(u"building");
        if (layer == nullptr || m_zoom < 13.6)
            return;
        const TileTransform transform = transformOf(data, *layer);
        QPainterPath path;
        path.setFillRule(Qt::WindingFill); // overlapping outlines stay filled; holes run the other way round
        for (const Feature& f : layer->features) {
            if (f.kind == maps::GeometryKind::Polygon && inSight(f, transform))
                addRings(path, *layer, f, transform, m_clip);
        }
        if (path.isEmpty())
            return;
        QColor colour = m_style.building;
        colour.setAlphaF(float(std::clamp((m_zoom - 13.2) / 1.6, 0.25, 1.0)));
        m_painter.fillPath(path, colour);
        if (m_zoom >= 15.6)
            m_painter.strokePath(path, QPen(m_style.buildingEdge,
                                            std::min(1.0, 0.5 + (m_zoom - 15.6) * 0.25) * m_picture.dpr));
    }

    void roads() {
        aeroways();
        RoadPainter painter(m_style, m_zoom, m_picture.dpr, m_clip);
        for (const DataTile& data : m_data) {
            if (const Layer* layer = data.tile->layer(u"transportation"))
                painter.add(*layer, transformOf(data, *layer));
        }
        painter.draw(m_painter);
    }

    void aeroways() {
        fill(u"aeroway", [this](const Layer&, const Feature&) { return m_style.industrial; });
        const double width = std::max(0.6, std::exp2(m_zoom - 13.2)) * m_picture.dpr;
        const auto isRunway = [](const Layer& l, const Feature& f) {
            return l.text(f, l.keyIndex(u"class")) == u"runway";
        };
        const QColor colour = m_style.road(RoadClass::Rail).casing;
        stroke(u"aeroway", QPen(colour, width * 3, Qt::SolidLine, Qt::FlatCap), isRunway);
        stroke(u"aeroway",
               QPen(m_style.industrial.darker(108), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin),
               [&](const Layer& l, const Feature& f) { return !isRunway(l, f); });
    }

    // Quiet, and the less the lower what they part: those of quarters go where the streets come.
    void boundaries() {
        const auto at = [this](double least, double most, double width) {
            QPen pen(m_style.boundary, width * m_picture.dpr, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
            pen.setDashPattern({6, 3, 1.5, 3});
            stroke(u"boundary", pen, [least, most](const Layer& l, const Feature& f) {
                const double level = l.number(f, l.keyIndex(u"admin_level"), 10);
                return level >= least && level <= most && l.number(f, l.keyIndex(u"maritime"), 0) == 0;
            });
        };
        at(0, 4, 1.5);
        at(4.5, 6, 1.2);
        if (m_zoom >= 11 && m_zoom < 16)
            at(6.5, 8, 0.9);
    }

    const TilePicture& m_picture;
    const std::vector<DataTile>& m_data;
    const MapStyle& m_style;
    QPainter& m_painter;
    double m_zoom;
    QRectF m_clip;
};

} // namespace

std::vector<maps::TileId> tilesForPicture(const TilePicture& picture, int maxDataZoom) {
    const maps::TileId own = picture.id.ancestor(picture.id.z - maxDataZoom);
    std::vector<maps::TileId> out = {own};
    // The picture with its reach, in units of data tiles.
    const double scale = 1.0 / double(1 << (picture.id.z - own.z));
    const double margin = reach * picture.dpr / picture.pixels;
    const auto low = [&](int v) { return int(std::floor((v - margin) * scale)); };
    const auto high = [&](int v) { return int(std::floor((v + 1 + margin) * scale)); };
    for (int y = low(picture.id.y); y <= high(picture.id.y); ++y) {
        for (int x = low(picture.id.x); x <= high(picture.id.x); ++x) {
            const maps::TileId id{own.z, x, y};
            if (id.valid() && id != own)
                out.push_back(id);
        }
    }
    return out;
}

QImage paintTile(const TilePicture& picture, const std::vector<DataTile>& data, const MapStyle& style) {
    QImage image(picture.pixels, picture.pixels, QImage::Format_RGB32);
    image.fill(style.background);
    if (data.empty())
        return image;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    TilePainter(picture, data, style, painter).paint();
    return image;
}

} // namespace tridesk::ui
