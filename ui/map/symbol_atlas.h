// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QPointF>
#include <QRectF>

#include <functional>

namespace tridesk::ui {

// Small pictures, drawn once each when they are first needed, kept side by side in one pixmap, from which
// thousands are copied in one call. When it is full it starts afresh with the next frame.
class SymbolAtlas {
public:
    struct Sprite {
        QRectF source;  // device pixels
        QPointF offset; // device pixels from the anchor to the sprite's corner
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

    [[nodiscard]] const QPixmap& pixmap() const { return m_pixmap; }

private:
    const Sprite* add(quint64 key, const QRectF& extent, const std::function<void(QPainter&)>& draw);
    bool makeRoom(QSize size);

    QPixmap m_pixmap;
    QHash<quint64, Sprite> m_sprites;
    QPoint m_pen;
    int m_shelf = 0;
    double m_dpr = 1;
    bool m_full = false;
};

// Sprites of one atlas gathered for one call. Positions are logical pixels.
class SpriteBatch {
public:
    SpriteBatch(const SymbolAtlas& atlas, qsizetype expected)
        : m_atlas(atlas) {
        m_fragments.reserve(expected);
    }
    void add(const SymbolAtlas::Sprite* sprite, QPointF at, double opacity = 1);
    void draw(QPainter& painter);

private:
    const SymbolAtlas& m_atlas;
    QList<QPainter::PixmapFragment> m_fragments;
};

} // namespace tridesk::ui
