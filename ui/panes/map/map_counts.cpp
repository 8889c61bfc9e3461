// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_counts.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/panes/map/map_feed.h"

namespace tridesk {

ui::SymbolKind symbolsOf(MapPart part) {
    switch (part) {
    case MapPart::Units:
        return ui::SymbolKind::Unit;
    case MapPart::Incidents:
        return ui::SymbolKind::Incident;
    case MapPart::Cameras:
        return ui::SymbolKind::Camera;
    case MapPart::Stations:
        return ui::SymbolKind::Station;
    case MapPart::Areas:
        return ui::SymbolKind::Area;
    case MapPart::OrderLines:
        return ui::SymbolKind::Route;
    case MapPart::Plots:
        return ui::SymbolKind::Plot;
    case MapPart::Trails:
        return ui::SymbolKind::Trail;
    case MapPart::Rings:
        return ui::SymbolKind::Ring;
    case MapPart::Beats:
        return ui::SymbolKind::Beat;
    }
    return ui::SymbolKind::None;
}

LayersPanel::Counts countShown(const ui::MapCanvas& canvas, const PaneContext& context) {
    LayersPanel::Counts counts;
    for (int i = 0; i < mapParts; ++i)
        counts.parts.insert(MapPart(i), canvas.count(symbolsOf(MapPart(i))));
    qsizetype all = 0;
    for (const Unit& unit : context.desk.situation().units())
        if (unit.status != UnitStatus::Off && context.fixes && context.fixes->latest(unit.definition.id) &&
            context.desk.maySee(unit)) {
            ++counts.kinds[unit.definition.kind];
            ++all;
        }
    counts.parts[MapPart::Units] = all; // those of the kinds that are hidden, too
    return counts;
}

namespace {

/// A veiled dot on a wall has nothing to say.
bool isReadable(const PaneContext& context, const IncidentId& id) {
    const Incident* incident = context.desk.situation().incidents().find(id);
    return incident && context.desk.sight(*incident) > Sight::Outline;
}

/// What a unit works on, as far as it may be read here.
std::optional<Incident> jobOf(const PaneContext& context, const Unit& unit) {
    const Situation& situation = context.desk.situation();
    const Order* order = unit.order ? situation.orders().find(*unit.order) : nullptr;
    const Incident* incident = order ? situation.incidents().find(order->incident) : nullptr;
    return incident && context.desk.sight(*incident) > Sight::Outline
               ? std::optional(context.desk.shown(*incident))
               : std::nullopt;
}

} // namespace

Card cardAt(const PaneContext& context, const MapFeed& feed, const CameraFeed& cameras, ui::SymbolKind kind,
            quint64 key) {
    const Situation& situation = context.desk.situation();
    const Instant now = context.desk.now();
    if (kind == ui::SymbolKind::Unit) {
        const UnitId id = feed.unit(key);
        if (const Unit* unit = situation.units().find(id)) {
            Card card = cardOf(situation, *unit, jobOf(context, *unit),
                               context.fixes ? context.fixes->latest(id) : nullptr, now);
            if (context.fixes && context.fixes->isBetween(id))
                card.lines << workedOutText();
            return card;
        }
    } else if (kind == ui::SymbolKind::Incident) {
        if (const Incident* incident = situation.incidents().find(feed.incident(key)))
            return context.desk.sight(*incident) > Sight::Outline
                       ? cardOf(situation, context.desk.shown(*incident), now)
                       : Card();
    } else if (kind == ui::SymbolKind::Station) {
        if (const Post* post = situation.posts().find(feed.station(key)))
            return cardOf(situation, *post);
    } else if (kind == ui::SymbolKind::Camera && cameras.all().contains(key)) {
        return cardOf(cameras.all()[key]);
    }
    return {};
}

QList<HoverCard::Thing> thingsInSight(const ui::MapView& view, const PaneContext& context,
                                      const MapFeed& feed, const CameraFeed& cameras) {
    QList<HoverCard::Thing> things;
    const QRectF sight(QPointF(0, 0), view.size());
    const auto add = [&](ui::SymbolKind kind, quint64 key, QPointF at) {
        if (sight.contains(view.toPixel(at)))
            things << HoverCard::Thing{kind, key, at};
    };
    for (const UnitId& unit : feed.units())
        if (const auto at = feed.placeOf(unit))
            add(ui::SymbolKind::Unit, feed.keyOf(unit), ui::toMercator(at->coordinate()));
    for (const IncidentId& incident : feed.incidents())
        if (const auto at = isReadable(context, incident) ? feed.placeOf(incident) : std::nullopt)
            add(ui::SymbolKind::Incident, feed.keyOf(incident), ui::toMercator(at->coordinate()));
    for (const Post& post : context.desk.situation().posts())
        if (post.at)
            add(ui::SymbolKind::Station, feed.keyOf(post.id), ui::toMercator(post.at->coordinate()));
    for (const auto& [key, camera] : cameras.all().asKeyValueRange())
        add(ui::SymbolKind::Camera, key, camera.at);
    return things;
}

} // namespace tridesk
