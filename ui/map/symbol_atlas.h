// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <QPointF>
#include <QRect>
#include <QRectF>

#include <functional>
#include <vector>

namespace tridesk::ui {

// Small pictures, drawn once each when they are first needed, kept side by side in one picture, from which
// thousands are copied in one call. When it is full it starts afresh with the next frame.
class SymbolAtlas {
public:
    struct Sprite {
        QRect source;  // device pixels
        QPoint offset; // device pixels from the anchor to the sprite's corner
    };

    // At the beginning of each frame.
    void begin(double dpr);
    void clear();
    [[nodiscard]] double dpr() const { return m_dpr; }

    // The sprite under a key. `draw` is called the first time, in logical pixels with the anchor at 0,0, and
    // may paint within `extent`. Null when there is no room left until the next frame.
    template <typename Draw>
    const Sprite* sprite(quint64 key, const QRectF& extent, Draw draw) {
        if (const auto it = m_sprites.constFind(key); it != m_sprites.constEnd())
            return &*it;
        return add(key, extent, draw);
    }

    [[nodiscard]] const QImage& image() const { return m_image; }
    // The same for painters that copy pixmaps only; made when it is asked for.
    [[nodiscard]] const QPixmap& pixmap() const;

private:
    const Sprite* add(quint64 key, const QRectF& extent, const std::function<void(QPainter&)>& draw);
    bool makeRoom(QSize size);

    QImage m_image;
    mutable QPixmap m_pixmap; // of m_image, null when that has changed
    QHash<quint64, Sprite> m_sprites;
    QPoint m_pen;
    int m_shelf = 0;
    double m_dpr = 1;
    bool m_full = false;
};

// Sprites of one atlas gathered for one call. Positions are logical pixels. On a raster surface they are
// blended straight into it, elsewhere the painter copies them: the one place where the surfaces differ.
class SpriteBatch {
public:
    SpriteBatch(const SymbolAtlas& atlas, qsizetype expected)
        : m_atlas(atlas)
        , m_dpr(atlas.dpr()) {
        m_pieces.reserve(std::size_t(expected));
    }
    void add(const SymbolAtlas::Sprite* sprite, QPointF at) {
        if (sprite != nullptr)
            m_pieces.push_back(
                {sprite->source, sprite->offset + QPoint(nearest(at.x() * m_dpr), nearest(at.y() * m_dpr))});
    }
    void draw(QPainter& painter);

private:
    struct Piece {
        QRect source;
        QPoint at; // device pixels
    };
    // Of what may be in sight; a call of std::round costs as much as copying a symbol's row.
    static int nearest(double x) { return int(x + 32768.5) - 32768; }

    const SymbolAtlas& m_atlas;
    double m_dpr;
    std::vector<Piece> m_pieces;
};

} // namespace tridesk::ui
