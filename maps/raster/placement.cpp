// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/placement.h"

#include "maps/geo/mercator.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tridesk::maps {

namespace {

constexpr int shiftedCells = 16;
constexpr int mostTiles = 36; // a piece of 512 pixels over pictures of 256, shifted, touches nine

/// In the source's datum, on the unit square.
QPointF inSource(QPointF mercator, Datum datum) {
    if (datum == Datum::Wgs84)
        return mercator;
    return toMercator(fromWgs84(fromMercator(mercator), datum));
}

int sourceZoom(const PieceWanted& piece, const TileSource& source) {
    const double logical = piece.pixels / piece.dpr;
    return piece.id.z + int(std::lround(std::log2(logical / source.tileSize)));
}

/// The pictures side by side, each an edge of `edge` pixels.
QImage mosaic(const PieceWanted& piece, const Placement& placement, int edge,
              const std::function<const QImage*(TileId)>& pictures) {
    const int rows = int(placement.tiles.size()) / placement.columns;
    QImage whole(placement.columns * edge, rows * edge, QImage::Format_RGB32);
    whole.fill(piece.background);
    QPainter painter(&whole);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (std::size_t i = 0; i < placement.tiles.size(); ++i) {
        const QImage* picture = pictures(placement.tiles[i]);
        if (picture == nullptr)
            continue;
        const QRect at(int(i) % placement.columns * edge, int(i) / placement.columns * edge, edge, edge);
        if (picture->size() == at.size())
            painter.drawImage(at.topLeft(), *picture);
        else
            painter.drawImage(at, *picture);
    }
    return whole;
}

QRgb between(QRgb a, QRgb b, unsigned part) { // part of 256
    const unsigned redBlue = ((a & 0xff00ff) * (256 - part) + (b & 0xff00ff) * part) >> 8 & 0xff00ff;
    const unsigned green = ((a & 0xff00) * (256 - part) + (b & 0xff00) * part) >> 8 & 0xff00;
    return 0xff000000 | redBlue | green;
}

/// Reads between pixels; places are pixels' middles, held at the edges.
QRgb sample(const QImage& from, double x, double y) {
    x = std::clamp(x - 0.5, 0.0, from.width() - 1.0);
    y = std::clamp(y - 0.5, 0.0, from.height() - 1.0);
    const int left = int(x);
    const int top = int(y);
    const int right = std::min(left + 1, from.width() - 1);
    const auto part = [](double v) { return unsigned((v - std::floor(v)) * 256); };
    const auto* upper = reinterpret_cast<const QRgb*>(from.constScanLine(top));
    const auto* lower =
        reinterpret_cast<const QRgb*>(from.constScanLine(std::min(top + 1, from.height() - 1)));
    return between(between(upper[left], upper[right], part(x)), between(lower[left], lower[right], part(x)),
                   part(y));
}

/// Straight from corner to corner of the mesh.
class Resampler {
public:
    Resampler(const QImage& from, const Placement& placement, int edge, int pixels)
        : m_from(from)
        , m_placement(placement)
        , m_edge(edge)
        , m_out(pixels, pixels, QImage::Format_RGB32) {}

    QImage run() {
        for (int row = 0; row < m_placement.cells; ++row)
            for (int column = 0; column < m_placement.cells; ++column)
                cell(column, row);
        return m_out;
    }

private:
    [[nodiscard]] int begin(int cell) const { return cell * m_out.width() / m_placement.cells; }
    [[nodiscard]] QPointF corner(int column, int row) const {
        return m_placement.corner(column, row) * m_edge;
    }

    void cell(int column, int row) {
        const double width = double(m_out.width()) / m_placement.cells;
        for (int y = begin(row); y < begin(row + 1); ++y) {
            const double v = (y + 0.5) / width - row;
            const QPointF first = corner(column, row) * (1 - v) + corner(column, row + 1) * v;
            const QPointF last = corner(column + 1, row) * (1 - v) + corner(column + 1, row + 1) * v;
            const QPointF step = (last - first) / width;
            QPointF at = first + step * (begin(column) + 0.5 - column * width);
            auto* line = reinterpret_cast<QRgb*>(m_out.scanLine(y));
            for (int x = begin(column); x < begin(column + 1); ++x, at += step)
                line[x] = sample(m_from, at.x(), at.y());
        }
    }

    const QImage& m_from;
    const Placement& m_placement;
    int m_edge;
    QImage m_out;
};

/// The mesh over a piece, in the source's datum, in pictures of its zoom.
std::vector<QPointF> meshOver(TileId id, int cells, Datum datum, int zoom) {
    const double edge = 1 / double(1LL << id.z);
    std::vector<QPointF> mesh;
    for (int row = 0; row <= cells; ++row)
        for (int column = 0; column <= cells; ++column)
            mesh.push_back(
                inSource(QPointF((id.x + double(column) / cells) * edge, (id.y + double(row) / cells) * edge),
                         datum) *
                double(1LL << zoom));
    return mesh;
}

QRectF boxOf(const std::vector<QPointF>& points) {
    const auto [left, right] = std::ranges::minmax(points, {}, &QPointF::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &QPointF::y);
    return QRectF(QPointF(left.x(), top.y()), QPointF(right.x(), bottom.y()));
}

void darken(QImage& image, double brightness) {
    const auto factor = unsigned(std::clamp(brightness, 0.0, 1.0) * 256);
    if (factor == 256)
        return;
    for (int row = 0; row < image.height(); ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            line[column] = between(0xff000000, line[column], factor);
    }
}

} // namespace

Placement placementOf(const PieceWanted& piece, const TileSource& source) {
    Placement placement;
    const int wanted = sourceZoom(piece, source);
    // Of a coarser one the part is enlarged; a finer one would take very many pictures.
    placement.zoom = std::min(wanted, source.maxZoom);
    if (placement.zoom < source.minZoom || placement.zoom < 0)
        return placement;
    placement.cells = source.datum == Datum::Wgs84 ? 1 : shiftedCells;
    placement.mesh = meshOver(piece.id, placement.cells, source.datum, placement.zoom);
    const QRectF box = boxOf(placement.mesh);
    const int last = (1 << placement.zoom) - 1;
    constexpr double hair = 1e-6; // a corner on a picture's edge does not ask for the next one
    const int left = std::clamp(int(std::floor(box.left() + hair)), 0, last);
    const int right = std::clamp(int(std::floor(box.right() - hair)), left, last);
    const int top = std::clamp(int(std::floor(box.top() + hair)), 0, last);
    const int bottom = std::clamp(int(std::floor(box.bottom() - hair)), top, last);
    if ((right - left + 1) * (bottom - top + 1) > mostTiles)
        return placement;
    placement.columns = right - left + 1;
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x)
            placement.tiles.push_back({placement.zoom, x, y});
    for (QPointF& corner : placement.mesh)
        corner -= QPointF(left, top);
    return placement;
}

QImage compose(const PieceWanted& piece, const Placement& placement,
               const std::function<const QImage*(TileId)>& pictures) {
    QImage out;
    if (placement.tiles.empty()) {
        out = QImage(piece.pixels, piece.pixels, QImage::Format_RGB32);
        out.fill(piece.background);
        return out;
    }
    int edge = 0;
    for (const TileId id : placement.tiles)
        if (const QImage* picture = pictures(id))
            edge = std::max(edge, std::min(picture->width(), picture->height()));
    edge = std::clamp(edge, 1, 1024);
    const QImage whole = mosaic(piece, placement, edge, pictures);
    const bool asItIs = whole.size() == QSize(piece.pixels, piece.pixels) && placement.cells == 1 &&
                        placement.corner(0, 0).isNull() &&
                        placement.corner(1, 1) * edge == QPointF(piece.pixels, piece.pixels);
    out = asItIs ? whole : Resampler(whole, placement, edge, piece.pixels).run();
    darken(out, piece.brightness);
    return out;
}

} // namespace tridesk::maps
