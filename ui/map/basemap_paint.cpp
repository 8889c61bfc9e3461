// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/basemap.h"
#include "ui/map/device_space.h"
#include "ui/map/raster_target.h"
#include "ui/map/tile_cover.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

// The painting half of the basemap: what is there goes where it belongs, whatever is still missing.
namespace tridesk::ui {
namespace {

constexpr int ancestorsTried = 8;
constexpr double gridStep = 64;
constexpr double labelZoomReach = 1.2; // further from their own zoom names would crowd

// What would hang over the world's edge, or has no map.
void paintGrid(QPainter& painter, const MapView& view, const MapStyle& style) {
    painter.fillRect(QRectF(QPointF(0, 0), view.size()), style.background);
    painter.setPen(QPen(style.grid, 1));
    const double step = gridStep * std::exp2(view.zoom() - std::floor(view.zoom()));
    const double reach = std::hypot(view.size().width(), view.size().height()) / 2 + step;
    const QPointF middle(view.size().width() / 2, view.size().height() / 2);
    const QPointF ground = view.centre() * view.worldPixels();
    painter.save();
    painter.translate(middle);
    painter.rotate(-view.bearing());
    for (double x = -std::fmod(ground.x(), step) - std::floor(reach / step) * step; x < reach; x += step)
        painter.drawLine(QPointF(x, -reach), QPointF(x, reach));
    for (double y = -std::fmod(ground.y(), step) - std::floor(reach / step) * step; y < reach; y += step)
        painter.drawLine(QPointF(-reach, y), QPointF(reach, y));
    painter.restore();
}

// The upright view that a turned one is cut out of: the same place, large enough to turn in.
MapView uprightAround(const MapView& view) {
    const double c = std::abs(std::cos(view.bearing() * M_PI / 180));
    const double s = std::abs(std::sin(view.bearing() * M_PI / 180));
    const QSizeF size(view.size().width() * c + view.size().height() * s + 4,
                      view.size().width() * s + view.size().height() * c + 4);
    return {view.centre(), view.zoom(), size, view.dpr()};
}

bool isRaster(const QPainter& painter) {
    return painter.paintEngine() == nullptr || painter.paintEngine()->type() == QPaintEngine::Raster;
}

} // namespace

void Basemap::paintLand(QPainter& painter, const MapView& view) {
    const bool nothing = m_workers == nullptr && m_pictures.bytes() == 0;
    if (nothing)
        paintGrid(painter, view, *m_style);
    else if (view.isTurned())
        paintTurned(painter, view);
    else
        paintUpright(painter, view);
}

// Tiles are put together upright first, edge to edge on whole pixels, and the whole is turned: turned one by
// one they would show seams. A graphics card has none between corners that are the same.
void Basemap::paintTurned(QPainter& painter, const MapView& view) {
    const QRectF whole(QPointF(0, 0), view.size());
    const QRectF wanted =
        painter.hasClipping() ? painter.clipBoundingRect().adjusted(-1, -1, 1, 1) & whole : whole;
    if (wanted.isEmpty())
        return;
    const MapView around = uprightAround(view.part(wanted)).onPixels();
    painter.save();
    // From the middle of the upright picture to where that place is in the turned one.
    painter.translate(view.toPixel(around.centre()));
    painter.rotate(-view.bearing());
    painter.translate(-around.size().width() / 2, -around.size().height() / 2);
    if (!isRaster(painter)) {
        paintUpright(painter, around);
        painter.restore();
        return;
    }
    const QSize pixels(int(std::ceil(around.size().width() * view.dpr())),
                       int(std::ceil(around.size().height() * view.dpr())));
    if (m_upright.width() < pixels.width() || m_upright.height() < pixels.height())
        m_upright = QImage(pixels.expandedTo(m_upright.size()), QImage::Format_RGB32);
    m_upright.setDevicePixelRatio(view.dpr());
    {
        QPainter upright(&m_upright);
        paintUpright(upright, around);
    }
    painter.scale(1 / view.dpr(), 1 / view.dpr());
    m_upright.setDevicePixelRatio(1);
    painter.drawImage(QPointF(0, 0), m_upright, QRectF(QPointF(0, 0), QSizeF(pixels)));
    painter.restore();
}

void Basemap::paintUpright(QPainter& painter, const MapView& view) {
    const auto tiles = tilesIn(view, 0);
    if (tiles.empty() || !QRectF(0, 0, 1, 1).contains(view.mercatorRect()))
        painter.fillRect(QRectF(QPointF(0, 0), view.size()), m_style->background);
    if (tiles.empty())
        return;
    const DeviceSpace space(painter, view.dpr());
    const TileScale scale = tileScale(view);
    const bool exact = std::abs(scale.pixels - std::round(scale.pixels)) < 0.02;
    const double edge = exact ? std::round(scale.pixels) : scale.pixels;
    // One rounding for all: tiles lie edge to edge on whole device pixels, and at most half a pixel off.
    const maps::TileId first = tiles.front();
    const double world = double(1LL << scale.z);
    const QPointF corner = view.toPixel(QPointF(first.x / world, first.y / world)) * view.dpr();
    const QPointF origin = exact ? QPointF(std::round(corner.x()), std::round(corner.y())) : corner;
    const auto at = [edge](int steps, double from) { return int(std::lround(from + steps * edge)); };
    for (const maps::TileId id : tiles) {
        const QPoint low(at(id.x - first.x, origin.x()), at(id.y - first.y, origin.y()));
        const QPoint beyond(at(id.x - first.x + 1, origin.x()), at(id.y - first.y + 1, origin.y()));
        paintTile(painter, id, QRect(low, beyond - QPoint(1, 1)), int(std::lround(scale.pixels)));
    }
}

void Basemap::paintTile(QPainter& painter, maps::TileId id, const QRect& target, int pixels) {
    const QPixmap* picture = m_pictures.find(id, pixels);
    if (picture == nullptr)
        picture = m_pictures.findAny(id, pixels);
    if (picture != nullptr) {
        if (picture->width() == target.width() && picture->height() == target.height())
            painter.drawPixmap(target.topLeft(), *picture);
        else
            painter.drawPixmap(target, *picture);
        return;
    }
    if (!paintAncestor(painter, id, target))
        painter.fillRect(target, m_style->background);
    paintChildren(painter, id, target);
}

bool Basemap::paintAncestor(QPainter& painter, maps::TileId id, const QRect& target) {
    for (int up = 1; up <= std::min(ancestorsTried, id.z); ++up) {
        const maps::TileId ancestor = id.ancestor(up);
        const QPixmap* picture = m_pictures.findAny(ancestor, 512);
        if (picture == nullptr)
            continue;
        const double part = double(picture->width()) / (1 << up);
        const QPointF at((id.x - (ancestor.x << up)) * part, (id.y - (ancestor.y << up)) * part);
        painter.drawPixmap(QRectF(target), *picture, QRectF(at, QSizeF(part, part)));
        return true;
    }
    return false;
}

void Basemap::paintChildren(QPainter& painter, maps::TileId id, const QRect& target) {
    const QSize half = target.size() / 2;
    for (int i = 0; i < 4; ++i) {
        const QPixmap* picture = m_pictures.findAny(id.child(i), 512);
        if (picture == nullptr)
            continue;
        // The far halves take the odd pixel.
        const QSize part(i & 1 ? target.width() - half.width() : half.width(),
                         i >> 1 ? target.height() - half.height() : half.height());
        const QPoint at = target.topLeft() + QPoint((i & 1) * half.width(), (i >> 1) * half.height());
        painter.drawPixmap(QRect(at, part), *picture);
    }
}

void Basemap::paintLabels(QPainter& painter, const MapView& view) const {
    if (!m_labels || m_labels->labels.empty())
        return;
    // While zooming the names keep their size and go with their places.
    if (std::abs(m_labels->view.zoom() - view.zoom()) > labelZoomReach)
        return;
    const double dpr = view.dpr();
    const double turn = m_labels->view.bearing() - view.bearing(); // since they were placed
    const double c = std::cos(turn * M_PI / 180);
    const double s = std::sin(turn * M_PI / 180);
    const DeviceSpace space(painter, dpr);
    const QRectF sight(-80, -40, view.size().width() + 160, view.size().height() + 80);
    const auto target = turn == 0 ? RasterTarget::of(painter) : std::nullopt;
    QList<QPainter::PixmapFragment> fragments;
    if (!target)
        fragments.reserve(qsizetype(m_labels->labels.size()));
    for (const PlacedLabel& l : m_labels->labels) {
        const QPointF at = view.toPixel(l.at);
        if (!sight.contains(at))
            continue;
        const QPointF half(l.source.width() / 2, l.source.height() / 2);
        if (turn != 0 && l.along) { // goes round with its street until it is placed anew
            const QPointF middle = l.offset * dpr + half;
            const QPointF turned(middle.x() * c - middle.y() * s, middle.x() * s + middle.y() * c);
            fragments << QPainter::PixmapFragment::create(at * dpr + turned, l.source, 1, 1, turn);
            continue;
        }
        const QPointF corner = (at + l.offset) * dpr;
        const QPoint whole(int(std::lround(corner.x())), int(std::lround(corner.y())));
        if (target)
            target->blend(m_labels->atlas, l.source.toRect(), whole);
        else
            fragments << QPainter::PixmapFragment::create(QPointF(whole) + half, l.source);
    }
    if (fragments.isEmpty())
        return;
    if (m_labelAtlas.isNull())
        m_labelAtlas = QPixmap::fromImage(m_labels->atlas);
    painter.drawPixmapFragments(fragments.constData(), int(fragments.size()), m_labelAtlas);
}

} // namespace tridesk::ui
