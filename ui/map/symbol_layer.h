// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/keyed_store.h"
#include "ui/map/map_layer.h"
#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/map/symbol_atlas.h"

#include <cmath>

namespace tridesk::ui {

// What unit, incident, camera and station layers share: a store by key, an atlas, hits by distance.
template <typename Symbol, SymbolKind Kind>
class SymbolLayer : public MapLayer {
public:
    [[nodiscard]] KeyedStore<Symbol>& store() { return m_store; }
    [[nodiscard]] const KeyedStore<Symbol>& store() const { return m_store; }

    void setStyle(const MapStyle& style) override {
        m_style = style;
        m_atlas.clear();
    }

    // The nearest symbol within reach of a pixel.
    [[nodiscard]] std::optional<MapHit> hitTest(QPointF pixel, const MapView& view) const override {
        std::optional<MapHit> best;
        for (const Symbol& s : m_store.all()) {
            if (!isShown(s, view))
                continue;
            const QPointF d = view.toPixel(s.at) + middle() - pixel;
            const double distance = std::hypot(d.x(), d.y());
            if (distance <= reach() && (!best || distance < best->distance))
                best = MapHit{Kind, s.key, distance};
        }
        return best;
    }

protected:
    // From a symbol's place to the middle of what one aims at, and how near one must come; logical pixels.
    [[nodiscard]] virtual QPointF middle() const { return {0, 0}; }
    [[nodiscard]] virtual double reach() const { return 12; }
    [[nodiscard]] virtual bool isShown(const Symbol&, const MapView&) const { return true; }

    // Mercator bounds outside which nothing of a symbol shows.
    [[nodiscard]] static QRectF sight(const MapView& view) { return view.mercatorRect(40); }

    KeyedStore<Symbol> m_store;
    SymbolAtlas m_atlas;
    MapStyle m_style = MapStyle::day();
};

} // namespace tridesk::ui
