// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_placer.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double cellSize = 64;
constexpr double sameNameDistance = 330; // logical pixels between two namings of one street
constexpr double samePlaceDistance = 90;
constexpr int mostLabels = 900;
constexpr int atlasWidth = 1024;
constexpr std::size_t mostSprites = 6000;

template <typename Use>
void eachCell(const QRectF& box, Use use) {
    for (int y = int(std::floor(box.top() / cellSize)); y <= int(std::floor(box.bottom() / cellSize)); ++y) {
        for (int x = int(std::floor(box.left() / cellSize)); x <= int(std::floor(box.right() / cellSize));
             ++x)
            use(std::pair{x, y});
    }
}

std::vector<QRectF> moved(std::vector<QRectF> boxes, QPointF by) {
    for (QRectF& box : boxes)
        box.translate(by);
    return boxes;
}

QPolygonF inPixels(const LabelCandidate& c, const MapView& view) {
    QPolygonF out;
    out.reserve(c.line->size());
    const QPointF at = view.toPixel(c.at);
    for (const QPointF& p : *c.line)
        out << view.toPixel(p) - at;
    return out;
}

} // namespace

bool BoxGrid::isFree(const std::vector<QRectF>& boxes) const {
    for (const QRectF& box : boxes) {
        bool taken = false;
        eachCell(box, [&](Cell cell) {
            const auto [first, last] = m_cells.equal_range(cell);
            taken =
                taken || std::any_of(first, last, [&](const QRectF& other) { return other.intersects(box); });
        });
        if (taken)
            return false;
    }
    return true;
}

void BoxGrid::take(const std::vector<QRectF>& boxes) {
    for (const QRectF& box : boxes)
        eachCell(box, [&](Cell cell) { m_cells.insert(cell, box); });
}

std::vector<LabelPlacer::Standing> LabelPlacer::choose(const LabelRequest& request,
                                                       const std::vector<LabelCandidate>& candidates) const {
    std::vector<Standing> out;
    BoxGrid grid;
    QMultiHash<QString, QPointF> named;
    const MapView& view = request.view;
    for (const LabelCandidate& c : candidates) {
        if (out.size() >= mostLabels)
            break;
        const QPointF at = view.toPixel(c.at);
        const double apart = c.line ? sameNameDistance : samePlaceDistance;
        const auto [first, last] = named.equal_range(c.text);
        if (std::any_of(first, last,
                        [&](QPointF p) { return std::hypot(p.x() - at.x(), p.y() - at.y()) < apart; }))
            continue;
        Standing standing{&c, {}};
        if (c.line)
            standing.letters = placeStreet(c, inPixels(c, view), c.along * view.worldPixels());
        const std::vector<QRectF> boxes = moved(c.line ? standing.letters.boxes : pointBoxes(c), at);
        if (boxes.empty() || !grid.isFree(boxes))
            continue;
        grid.take(boxes);
        named.insert(c.text, at);
        out.push_back(std::move(standing));
    }
    return out;
}

const LabelSprite& LabelPlacer::sprite(const Standing& standing, const MapView& view) {
    const LabelCandidate& c = *standing.candidate;
    const auto shape = c.line
                           ? qHashMulti(0, std::lround(view.zoom() * 1000), std::lround(view.bearing() * 100))
                           : std::size_t(0);
    const quint64 key =
        qHashMulti(0x51e, c.key, c.second, standing.letters.letters.size(), shape, int(c.face.size * 10),
                   c.face.colour.rgba(), c.face.bold, int(view.dpr() * 100));
    auto it = m_sprites.find(key);
    if (it == m_sprites.end()) {
        LabelSprite drawn =
            c.line ? lineSprite(standing.letters, c.face, view.dpr()) : pointSprite(c, view.dpr());
        it = m_sprites.emplace(key, std::move(drawn)).first;
    }
    return it->second;
}

// Shelves: the sprites side by side in rows, the tallest first.
void LabelPlacer::fillAtlas(LabelSet& set, const std::vector<Standing>& standing) {
    struct Piece {
        const Standing* standing;
        const LabelSprite* sprite;
    };
    std::vector<Piece> pieces;
    for (const Standing& s : standing)
        pieces.push_back({&s, nullptr});
    for (Piece& p : pieces)
        p.sprite = &sprite(*p.standing, set.view);
    std::ranges::sort(pieces, std::greater{}, [](const Piece& p) { return p.sprite->image.height(); });

    QPoint pen(0, 0);
    int shelf = 0;
    int width = 0;
    std::vector<QPoint> places;
    for (const Piece& p : pieces) {
        if (pen.x() > 0 && pen.x() + p.sprite->image.width() > atlasWidth) {
            pen = {0, pen.y() + shelf};
            shelf = 0;
        }
        places.push_back(pen);
        shelf = std::max(shelf, p.sprite->image.height());
        pen.rx() += p.sprite->image.width();
        width = std::max(width, pen.x());
    }
    set.atlas = QImage(std::max(1, width), std::max(1, pen.y() + shelf), QImage::Format_ARGB32_Premultiplied);
    set.atlas.fill(Qt::transparent);
    QPainter painter(&set.atlas);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const LabelSprite& s = *pieces[i].sprite;
        const LabelCandidate& c = *pieces[i].standing->candidate;
        QImage image = s.image;
        image.setDevicePixelRatio(1);
        painter.drawImage(places[i], image);
        set.labels.push_back({c.key, c.at, QRectF(places[i], image.size()), -s.origin, c.line != nullptr});
        set.keys.insert(c.key);
    }
}

LabelSet LabelPlacer::place(const LabelRequest& request, std::vector<LabelCandidate> candidates) {
    const auto order = [&](const LabelCandidate& c) {
        return std::tuple(c.rank, !request.before.contains(c.key), c.key);
    };
    std::ranges::sort(candidates, {}, order);
    if (m_sprites.size() > mostSprites)
        m_sprites.clear();
    LabelSet set;
    set.view = request.view;
    fillAtlas(set, choose(request, candidates));
    return set;
}

} // namespace tridesk::ui
