// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/basemap.h"

#include "ui/map/device_space.h"

#include <QPainter>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr qsizetype pictureBytes = 160 * 1024 * 1024; // some 150 tiles of 512 pixels
constexpr int prefetchPixels = 256;
constexpr int ancestorsTried = 6;
constexpr double gridStep = 64;

// Tiles that a view shows, or would with a margin around it.
std::vector<maps::TileId> tilesIn(const MapView& view, double marginPixels) {
    const TileScale scale = tileScale(view);
    const double tiles = double(1LL << scale.z);
    const QRectF r = view.mercatorRect(marginPixels);
    std::vector<maps::TileId> out;
    const int last = (1 << scale.z) - 1;
    for (int y = std::max(0, int(std::floor(r.top() * tiles)));
         y <= std::min(last, int(std::floor(r.bottom() * tiles))); ++y) {
        for (int x = std::max(0, int(std::floor(r.left() * tiles)));
             x <= std::min(last, int(std::floor(r.right() * tiles))); ++x)
            out.push_back({scale.z, x, y});
    }
    return out;
}

double distanceFrom(const MapView& view, maps::TileId id) {
    const double tiles = double(1LL << id.z);
    const QPointF d = QPointF((id.x + 0.5) / tiles, (id.y + 0.5) / tiles) - view.centre();
    return std::hypot(d.x(), d.y());
}

// What would hang over the world's edge, or has no map.
void paintGrid(QPainter& painter, const MapView& view, const MapStyle& style) {
    painter.fillRect(QRectF(QPointF(0, 0), view.size()), style.background);
    painter.setPen(QPen(style.grid, 1));
    const double step = gridStep * std::exp2(view.zoom() - std::floor(view.zoom()));
    const QPointF origin = view.toPixel(QPointF(0, 0));
    for (double x = std::fmod(origin.x(), step); x < view.size().width(); x += step)
        painter.drawLine(QPointF(x, 0), QPointF(x, view.size().height()));
    for (double y = std::fmod(origin.y(), step); y < view.size().height(); y += step)
        painter.drawLine(QPointF(0, y), QPointF(view.size().width(), y));
}

} // namespace

Basemap::Basemap(QObject* parent)
    : QObject(parent)
    , m_style(std::make_shared<const MapStyle>(MapStyle::day()))
    , m_pictures(pictureBytes) {}

Basemap::~Basemap() = default;

std::expected<void, QString> Basemap::open(const QString& mbtilesPath) {
    close();
    const auto file = maps::MbTiles::open(mbtilesPath);
    if (!file)
        return std::unexpected(file.error());
    m_info = (*file)->info();
    if (m_info.format != u"pbf")
        return std::unexpected(
            tr("%1 holds %2 tiles; vector tiles (pbf) are wanted").arg(mbtilesPath, m_info.format));
    const int painters = std::clamp(QThread::idealThreadCount() - 1, 1, 3);
    m_workers = std::make_unique<BasemapWorkers>(mbtilesPath, m_info.maxZoom, painters);
    connect(m_workers.get(), &BasemapWorkers::painted, this, &Basemap::onPainted);
    connect(m_workers.get(), &BasemapWorkers::labelled, this, &Basemap::onLabelled);
    askTiles();
    askLabels();
    return {};
}

void Basemap::close() {
    m_workers.reset();
    m_pictures.clear();
    m_missing.clear();
    m_labels.reset();
    m_labelAtlas = {};
    m_labelsWanted = false;
    m_info = {};
}

void Basemap::setStyle(StylePtr style) {
    m_style = std::move(style);
    m_pictures.clear();
    askTiles();
    askLabels();
    Q_EMIT changed();
}

void Basemap::setLanguage(LabelLanguage language) {
    m_language = language;
    askLabels();
}

void Basemap::aimAt(const MapView& view) {
    if (view == m_aim)
        return;
    m_aim = view;
    askTiles();
    // Names are placed for some way around the view: only a longer way, or another zoom, needs new ones.
    const QPointF moved = (view.centre() - m_labelAim.centre()) * view.worldPixels();
    if (view.zoom() != m_labelAim.zoom() || view.size() != m_labelAim.size() ||
        view.dpr() != m_labelAim.dpr() || std::max(std::abs(moved.x()), std::abs(moved.y())) > 48)
        askLabels();
}

void Basemap::askTiles() {
    if (!m_workers || m_aim.size().isEmpty())
        return;
    const int pixels = int(std::lround(tileScale(m_aim).pixels));
    const auto nearer = [this](maps::TileId id) { return distanceFrom(m_aim, id); };
    auto seen = tilesIn(m_aim, 0);
    std::ranges::sort(seen, {}, nearer);
    auto around = tilesIn(m_aim, prefetchPixels);
    std::ranges::sort(around, {}, nearer);
    for (const maps::TileId id : around) {
        if (!std::ranges::contains(seen, id))
            seen.push_back(id);
    }
    m_missing.clear();
    for (const maps::TileId id : seen) {
        if (m_pictures.find(id, pixels) == nullptr)
            m_missing.push_back({id, pixels, m_aim.dpr()});
    }
    m_workers->wantTiles(m_missing, m_style);
}

void Basemap::askLabels() {
    if (!m_workers || m_aim.size().isEmpty())
        return;
    m_labelAim = m_aim;
    m_labelsWanted = true;
    m_workers->wantLabels({m_aim, m_style, m_language, m_labels ? m_labels->keys : QSet<quint64>()});
}

bool Basemap::isComplete() const {
    return !m_workers || (m_missing.empty() && !m_labelsWanted);
}

void Basemap::onPainted(const TilePicture& picture, const QImage& image, const StylePtr& style) {
    if (style != m_style)
        return;
    m_pictures.put(picture.id, QPixmap::fromImage(image));
    std::erase_if(m_missing,
                  [&](const TilePicture& m) { return m.id == picture.id && m.pixels == picture.pixels; });
    Q_EMIT changed();
}

void Basemap::onLabelled(const LabelSetPtr& labels, const StylePtr& style) {
    if (style != m_style)
        return;
    m_labels = labels;
    m_labelAtlas = QPixmap::fromImage(labels->atlas);
    m_labelsWanted = m_labelsWanted && labels->view != m_labelAim;
    Q_EMIT changed();
}

void Basemap::paintLand(QPainter& painter, const MapView& view) {
    if (!m_workers) {
        paintGrid(painter, view, *m_style);
        return;
    }
    const QRectF sight = view.mercatorRect();
    const auto tiles = tilesIn(view, 0);
    if (tiles.empty() || !QRectF(0, 0, 1, 1).contains(sight))
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
        const QPoint at = target.topLeft() + QPoint((i & 1) * half.width(), (i >> 1) * half.height());
        painter.drawPixmap(QRect(at, half + QSize(1, 1)), *picture);
    }
}

void Basemap::paintLabels(QPainter& painter, const MapView& view) const {
    if (!m_labels || m_labels->labels.empty())
        return;
    // While zooming the names keep their size and go with their places; far from their own zoom they would
    // crowd.
    if (std::abs(m_labels->view.zoom() - view.zoom()) > 1.2)
        return;
    const double dpr = view.dpr();
    const DeviceSpace space(painter, dpr);
    const QRectF sight(-80, -40, view.size().width() + 160, view.size().height() + 80);
    QList<QPainter::PixmapFragment> fragments;
    fragments.reserve(qsizetype(m_labels->labels.size()));
    for (const PlacedLabel& l : m_labels->labels) {
        const QPointF at = view.toPixel(l.at);
        if (!sight.contains(at))
            continue;
        const QPointF corner = (at + l.offset) * dpr;
        const QPointF centre(std::round(corner.x()) + l.source.width() / 2,
                             std::round(corner.y()) + l.source.height() / 2);
        fragments << QPainter::PixmapFragment::create(centre, l.source);
    }
    painter.drawPixmapFragments(fragments.constData(), int(fragments.size()), m_labelAtlas);
}

} // namespace tridesk::ui
