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
constexpr double sameNumberDistance = 420;
constexpr double labelMargin = 160; // around the view, as the workers load it
constexpr double longestName = 500; // logical pixels to either side of its middle
constexpr double arrowStep = 5;     // degrees
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

// The stretch of a street around the anchor that a name may need, from the anchor in pixels, and how far
// along it the anchor lies: streets run on for kilometres.
std::pair<QPolygonF, double> inPixels(const LabelCandidate& c, const MapView& view) {
    const double reach = longestName / view.worldPixels();
    QPolygonF out;
    const QPointF at = view.toPixel(c.at);
    double before = 0;
    double skipped = 0;
    for (qsizetype i = 0; i < c.line->size(); ++i) {
        const QPointF p = (*c.line)[i];
        const double length = i + 1 < c.line->size()
                                  ? std::hypot((*c.line)[i + 1].x() - p.x(), (*c.line)[i + 1].y() - p.y())
                                  : 0;
        if (before + length < c.along - reach)
            skipped = before + length;
        else
            out << view.toPixel(p) - at;
        if (before > c.along + reach)
            break;
        before += length;
    }
    return {out, (c.along - skipped) * view.worldPixels()};
}

// Which way an arrow points on the screen, degrees clockwise from the right; in steps, so that sprites are
// shared.
double screenAngle(const LabelCandidate& c, const MapView& view) {
    const QPointF d = view.toPixel(c.at + c.way) - view.toPixel(c.at);
    return std::round(std::atan2(d.y(), d.x()) * 180 / M_PI / arrowStep) * arrowStep;
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
                                                       const std::vector<LabelCandidate>& candidates) {
    std::vector<Standing> out;
    BoxGrid grid;
    QMultiHash<QString, QPointF> named;
    const MapView& view = request.view;
    const QRectF sight(QPointF(0, 0), view.size());
    for (const LabelCandidate& c : candidates) {
        if (out.size() >= mostLabels)
            break;
        const QPointF at = view.toPixel(c.at);
        if (!sight.adjusted(-labelMargin, -labelMargin, labelMargin, labelMargin).contains(at))
            continue;
        const double apart = c.line                   ? sameNameDistance
                             : c.face.plate.isValid() ? sameNumberDistance
                                                      : samePlaceDistance;
        const auto [first, last] = named.equal_range(c.text);
        if (!c.text.isEmpty() && std::any_of(first, last, [&](QPointF p) {
                return std::hypot(p.x() - at.x(), p.y() - at.y()) < apart;
            }))
            continue;
        // The middle of a name lies on its anchor: where that is taken, nothing has to be measured.
        if (c.icon == LabelIcon::None && !grid.isFree({QRectF(at.x() - 2, at.y() - 2, 4, 4)}))
            continue;
        Standing standing{&c, {}, 0};
        if (c.line) {
            const auto [line, along] = inPixels(c, view);
            standing.letters = placeStreet(c, line, along, m_measure);
        }
        if (c.icon == LabelIcon::OneWay)
            standing.angle = screenAngle(c, view);
        const std::vector<QRectF> boxes =
            moved(c.line ? standing.letters.boxes : pointBoxes(c, m_measure), at);
        if (boxes.empty() || !grid.isFree(boxes))
            continue;
        grid.take(boxes);
        if (!c.text.isEmpty())
            named.insert(c.text, at);
        out.push_back(std::move(standing));
    }
    return out;
}

const LabelSprite& LabelPlacer::sprite(const Standing& standing, const MapView& view) {
    const LabelCandidate& c = *standing.candidate;
    if (c.icon == LabelIcon::OneWay) {
        const quint64 arrow =
            qHashMulti(0xa44, int(standing.angle), c.face.colour.rgba(), int(view.dpr() * 100));
        const auto at = m_sprites.find(arrow);
        return at != m_sprites.end()
                   ? at->second
                   : m_sprites.emplace(arrow, arrowSprite(c.face, standing.angle, view.dpr())).first->second;
    }
    const auto shape = c.line
                           ? qHashMulti(0, std::lround(view.zoom() * 1000), std::lround(view.bearing() * 100))
                           : std::size_t(0);
    const quint64 key =
        qHashMulti(0x51e, c.key, c.second, standing.letters.letters.size(), shape, int(c.face.size * 10),
                   c.face.colour.rgba(), c.face.bold, int(view.dpr() * 100));
    auto it = m_sprites.find(key);
    if (it == m_sprites.end()) {
        LabelSprite drawn =
            c.line ? lineSprite(standing.letters, c.face, view.dpr()) : pointSprite(c, view.dpr(), m_measure);
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
    pieces.reserve(standing.size());
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
        set.labels.push_back({c.key, c.at, QRectF(places[i], image.size()), -s.origin,
                              c.line != nullptr || c.icon == LabelIcon::OneWay});
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
