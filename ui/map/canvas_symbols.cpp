// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/canvas.h"
#include "ui/map/canvas_parts.h"

// What panes push: each kind into its own layer's store.
#include <algorithm>

namespace tridesk::ui {

MapLayer* MapParts::layerOf(SymbolKind kind) const {
    switch (kind) {
    case SymbolKind::None:
        return nullptr;
    case SymbolKind::Unit:
        return units;
    case SymbolKind::Incident:
        return incidents;
    case SymbolKind::Camera:
        return cameras;
    case SymbolKind::Station:
        return stations;
    case SymbolKind::Area:
        return areas;
    case SymbolKind::Beat:
        return beats;
    case SymbolKind::Ring:
        return rings;
    case SymbolKind::Route:
        return routes;
    case SymbolKind::Trail:
        return trails;
    case SymbolKind::Plot:
        return plots;
    }
    return nullptr;
}

std::optional<QPointF> MapParts::placeOf(const MapHit& hit) const {
    const auto at = [&](const auto& layer) -> std::optional<QPointF> {
        const auto* symbol = layer->store().find(hit.key);
        return symbol == nullptr ? std::nullopt : std::optional(symbol->at);
    };
    switch (hit.kind) {
    case SymbolKind::Unit:
        return at(units);
    case SymbolKind::Incident:
        return at(incidents);
    case SymbolKind::Camera:
        return at(cameras);
    case SymbolKind::Station:
        return at(stations);
    case SymbolKind::None:
    case SymbolKind::Area:
    case SymbolKind::Beat:
    case SymbolKind::Ring:
    case SymbolKind::Route:
    case SymbolKind::Trail:
    case SymbolKind::Plot:
        break;
    }
    return std::nullopt;
}

void MapCanvas::upsert(const UnitSymbol& symbol) {
    m->units->store().upsert(symbol);
    refresh();
}
void MapCanvas::upsert(const IncidentSymbol& symbol) {
    m->incidents->store().upsert(symbol);
    refresh();
}
void MapCanvas::upsert(const CameraSymbol& symbol) {
    m->cameras->store().upsert(symbol);
    refresh();
}
void MapCanvas::upsert(const StationSymbol& symbol) {
    m->stations->store().upsert(symbol);
    refresh();
}
void MapCanvas::upsert(const AreaShape& shape) {
    (shape.style == ShapeStyle::Beat ? m->beats : m->areas)->store().upsert(shape);
    refresh();
}
void MapCanvas::upsert(const RingShape& shape) {
    m->rings->store().upsert(shape);
    refresh();
}
void MapCanvas::upsertRoute(const RouteShape& shape) {
    m->routes->store().upsert(shape);
    refresh();
}
void MapCanvas::upsertTrail(const TrailShape& shape) {
    m->trails->store().upsert(shape);
    refresh();
}
void MapCanvas::upsert(const PlotShape& shape) {
    m->plots->store().upsert(shape);
    refresh();
}

namespace {

// Calls `use` with the store of a kind, whatever its symbols are.
template <typename Use>
void withStore(const MapParts& m, SymbolKind kind, Use use) {
    switch (kind) {
    case SymbolKind::None:
        break;
    case SymbolKind::Unit:
        use(m.units->store());
        break;
    case SymbolKind::Incident:
        use(m.incidents->store());
        break;
    case SymbolKind::Camera:
        use(m.cameras->store());
        break;
    case SymbolKind::Station:
        use(m.stations->store());
        break;
    case SymbolKind::Area:
        use(m.areas->store());
        break;
    case SymbolKind::Beat:
        use(m.beats->store());
        break;
    case SymbolKind::Ring:
        use(m.rings->store());
        break;
    case SymbolKind::Route:
        use(m.routes->store());
        break;
    case SymbolKind::Trail:
        use(m.trails->store());
        break;
    case SymbolKind::Plot:
        use(m.plots->store());
        break;
    }
}

} // namespace

void MapCanvas::remove(SymbolKind kind, quint64 key) {
    withStore(*m, kind, [key](auto& store) { store.remove(key); });
    refresh();
}

void MapCanvas::clear(SymbolKind kind) {
    withStore(*m, kind, [](auto& store) { store.clear(); });
    refresh();
}

qsizetype MapCanvas::count(SymbolKind kind) const {
    qsizetype n = 0;
    withStore(*m, kind, [&n](auto& store) { n = store.size(); });
    return n;
}

void MapCanvas::setLayerVisible(SymbolKind kind, bool visible) {
    MapLayer* const own = m->layerOf(kind);
    const auto of =
        std::ranges::find_if(m->layers, [&](const auto& entry) { return entry.second.get() == own; });
    if (of == m->layers.end())
        return;
    for (const auto& [role, layer] : m->layers)
        if (role == of->first)
            layer->setVisible(visible);
    refresh();
}

void MapCanvas::select(SymbolKind kind, quint64 key) {
    withStore(*m, kind, [key](auto& store) {
        if constexpr (requires { store.select(key); })
            store.select(key);
    });
    refresh();
}

} // namespace tridesk::ui
