// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_feed.h"

#include "app/desk/fix_board.h"
#include "app/domain/deadlines.h"
#include "app/domain/fix_age.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/map_view.h"
#include "ui/panes/common/narrowed_units.h"
#include "ui/panes/map/symbols_of.h"
#include "ui/text/names.h"

#include <QTimer>

namespace tridesk {

namespace {

constexpr int ringsPerPost = 64; ///< areas of one post that are drawn; their keys lie side by side

QPolygonF polygon(const QList<GeoPoint>& ring) {
    QPolygonF polygon;
    polygon.reserve(ring.size());
    for (const GeoPoint& point : ring)
        polygon << ui::toMercator(point.coordinate());
    return polygon;
}

bool isOnItsWay(const Order& order) {
    return !isOver(order.stage) && order.stage < OrderStage::Arrived && order.unit();
}

/// On a wall: a grey dot without words.
void veil(ui::IncidentSymbol& symbol) {
    symbol.dimmed = true;
    symbol.overdue = false;
    symbol.stage = ui::IncidentStage::Assigned;
    symbol.level = 4;
    symbol.label.clear();
}

} // namespace

MapFeed::MapFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas)
    , m_narrowed(new NarrowedUnits(context, this))
    , m_inNarrow(m_narrowed->units()) {
    fill();
    connect(&context.desk, &SeatDesk::changed, this, &MapFeed::take);
    if (context.fixes)
        connect(context.fixes, &FixBoard::moved, this, [this](const QSet<UnitId>& units) {
            for (const UnitId& unit : units)
                showUnit(unit);
        });
    connect(&context.selection, &Selection::incidentChanged, this, &MapFeed::showSelection);
    connect(&context.selection, &Selection::unitsChanged, this, &MapFeed::showSelection);
    connect(m_narrowed, &NarrowedUnits::changed, this, &MapFeed::showNarrowed);
    connect(&context.selection, &Selection::narrowed, this, [this] {
        for (const IncidentId& id : m_context.desk.situation().openIncidents())
            showIncident(id);
    });
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &MapFeed::tick);
    second->start(1000);
    showSelection();
}

void MapFeed::fill() {
    const Situation& situation = m_context.desk.situation();
    for (const Post& post : situation.posts())
        showPost(post.id);
    for (const IncidentId& id : situation.openIncidents())
        showIncident(id);
    for (const Unit& unit : situation.units())
        showUnit(unit.definition.id);
}

void MapFeed::take(const Changes& changes) {
    for (const PostId& id : changes.posts)
        showPost(id);
    for (const IncidentId& id : changes.incidents)
        showIncident(id);
    for (const UnitId& id : changes.units)
        showUnit(id);
    for (const OrderId& id : changes.orders)
        showOrder(id);
}

void MapFeed::showUnit(const UnitId& id) {
    const Unit* unit = m_context.desk.situation().units().find(id);
    const Fix* fix = m_context.fixes ? m_context.fixes->latest(id) : nullptr;
    const bool shown = unit && fix && unit->status != UnitStatus::Off && m_context.desk.maySee(*unit) &&
                       !m_hiddenKinds.contains(unit->definition.kind);
    if (!shown) {
        if (m_fades.remove(id))
            m_canvas.remove(ui::SymbolKind::Unit, m_units.known(id));
        return;
    }
    ui::UnitSymbol symbol = unitSymbol(*unit, *fix, m_context.desk.now());
    symbol.key = m_units.of(id);
    symbol.selected = m_selectedUnits.contains(id);
    symbol.aside = isAside(*unit);
    symbol.guessed = m_context.fixes->isBetween(id);
    m_fades.insert(id, symbol.ageFade);
    m_canvas.upsert(symbol);
    if (unit->order)
        showOrder(*unit->order);
}

void MapFeed::showIncident(const IncidentId& id) {
    const Incident* incident = m_context.desk.situation().incidents().find(id);
    const auto at = incident ? incident->details.place.at : std::nullopt;
    const Sight sight = incident ? m_context.desk.sight(*incident) : Sight::Nothing;
    if (!at || !incident->isOpen() || sight == Sight::Nothing) {
        if (m_overdue.remove(id))
            m_canvas.remove(ui::SymbolKind::Incident, m_incidents.known(id));
        return;
    }
    ui::IncidentSymbol symbol =
        incidentSymbol(m_context.desk.situation(), *incident, *at, m_context.desk.now());
    symbol.key = m_incidents.of(id);
    symbol.selected = m_context.selection.incident() == id;
    symbol.aside = isAside(*incident) && !symbol.overdue;
    m_overdue.insert(id, symbol.overdue);
    if (sight == Sight::Outline)
        veil(symbol);
    m_canvas.upsert(symbol);
    for (const OrderId& order : incident->orders)
        showOrder(order);
}

void MapFeed::showPost(const PostId& id) {
    const Post* post = m_context.desk.situation().posts().find(id);
    if (!post)
        return;
    const quint64 key = m_posts.of(id);
    if (post->at) {
        ui::StationSymbol symbol;
        symbol.key = key;
        symbol.at = ui::toMercator(post->at->coordinate());
        symbol.bureau = post->tier == Tier::Bureau;
        symbol.label = text::name(post->name);
        symbol.id = id.toString();
        m_canvas.upsert(symbol);
    }
    const bool own = m_context.desk.actor().seat.post() == id;
    for (qsizetype ring = 0; ring < qMin<qsizetype>(post->area.size(), ringsPerPost); ++ring) {
        ui::AreaShape shape;
        shape.key = key * ringsPerPost + quint64(ring);
        shape.polygon = polygon(post->area[ring]);
        shape.label = ring == 0 && !post->at ? text::name(post->name) : QString(); // else its post says it
        shape.style = own ? ui::ShapeStyle::AreaStrong : ui::ShapeStyle::Area;
        m_canvas.upsert(shape);
    }
}

void MapFeed::showOrder(const OrderId& id) {
    const Order* order = m_context.desk.situation().orders().find(id);
    const auto unit = order ? order->unit() : std::nullopt;
    if (!unit)
        return;
    const auto from = placeOf(*unit);
    const Incident* incident = m_context.desk.situation().incidents().find(order->incident);
    const bool isPlain = incident && m_context.desk.sight(*incident) > Sight::Outline;
    const auto to = isPlain ? placeOf(order->incident) : std::nullopt;
    if (!isOnItsWay(*order) || !from || !to || !m_fades.contains(*unit)) {
        m_canvas.remove(ui::SymbolKind::Route, m_orders.known(id));
        return;
    }
    ui::RouteShape shape;
    shape.key = m_orders.of(id);
    shape.line = QPolygonF({ui::toMercator(from->coordinate()), ui::toMercator(to->coordinate())});
    shape.state = order->stage < OrderStage::Signed ? ui::SymbolState::Dispatched : ui::SymbolState::EnRoute;
    shape.style = order->stage < OrderStage::UnderWay ? ui::ShapeStyle::RouteFaint : ui::ShapeStyle::Route;
    shape.aside = incident && isAside(*incident);
    m_canvas.upsertRoute(shape);
}

void MapFeed::showSelection() {
    const QSet<UnitId> before = std::exchange(m_selectedUnits, m_context.selection.units());
    for (const UnitId& unit : before + m_selectedUnits)
        if (before.contains(unit) != m_selectedUnits.contains(unit))
            showUnit(unit);
    m_canvas.select(ui::SymbolKind::Incident, m_incidents.known(m_context.selection.incident()));
}

bool MapFeed::isAside(const Unit& unit) const {
    const UnitId& id = unit.definition.id;
    return m_inNarrow && !m_inNarrow->contains(id) && !m_selectedUnits.contains(id) &&
           unit.status != UnitStatus::Emergency;
}

bool MapFeed::isAside(const Incident& incident) const {
    const Incident* inHand = m_context.desk.situation().incidents().find(m_context.selection.narrowedTo());
    return inHand && inHand->isOpen() && inHand->id != incident.id;
}

void MapFeed::showNarrowed() {
    const auto before = std::exchange(m_inNarrow, m_narrowed->units());
    const QSet<UnitId> was = before.value_or(QSet<UnitId>());
    const QSet<UnitId> now = m_inNarrow.value_or(QSet<UnitId>());
    const bool all = before.has_value() != m_inNarrow.has_value();
    const QList<UnitId> touched = all ? m_fades.keys() : (was + now).values();
    for (const UnitId& unit : touched)
        if (all || was.contains(unit) != now.contains(unit))
            showUnit(unit);
}

void MapFeed::tick() {
    const Instant now = m_context.desk.now();
    const Situation& situation = m_context.desk.situation();
    QList<UnitId> older;
    for (const auto& [id, fade] : m_fades.asKeyValueRange())
        if (const Fix* fix = m_context.fixes->latest(id); fix && ageFade(now - knownAt(*fix)) != fade)
            older << id;
    for (const UnitId& id : older)
        showUnit(id);
    QList<IncidentId> late;
    for (const auto& [id, overdue] : m_overdue.asKeyValueRange()) {
        const Incident* incident = situation.incidents().find(id);
        const auto due = incident ? deadline(situation, *incident) : std::nullopt;
        if ((due && now > due->due) != overdue)
            late << id;
    }
    for (const IncidentId& id : late)
        showIncident(id);
}

void MapFeed::setHiddenKinds(const QSet<UnitKind>& kinds) {
    if (std::exchange(m_hiddenKinds, kinds) == kinds)
        return;
    for (const Unit& unit : m_context.desk.situation().units())
        showUnit(unit.definition.id);
}

PostId MapFeed::area(quint64 key) const {
    return m_posts.id(key / ringsPerPost);
}

std::optional<GeoPoint> MapFeed::placeOf(const UnitId& unit) const {
    const Fix* fix = m_context.fixes ? m_context.fixes->latest(unit) : nullptr;
    return fix ? std::optional(fix->at) : std::nullopt;
}

std::optional<GeoPoint> MapFeed::placeOf(const IncidentId& id) const {
    const Incident* incident = m_context.desk.situation().incidents().find(id);
    return incident && m_context.desk.maySee(*incident) ? incident->details.place.at : std::nullopt;
}

QList<QGeoCoordinate> MapFeed::places() const {
    QList<QGeoCoordinate> places;
    for (const Post& post : m_context.desk.situation().posts())
        if (post.at)
            places << post.at->coordinate();
    for (const auto& [id, fade] : m_fades.asKeyValueRange())
        if (const auto at = placeOf(id))
            places << at->coordinate();
    for (const auto& [id, overdue] : m_overdue.asKeyValueRange())
        if (const auto at = placeOf(id))
            places << at->coordinate();
    return places;
}

QList<QGeoCoordinate> MapFeed::areas() const {
    const auto own = m_context.desk.actor().seat.post();
    QList<QGeoCoordinate> corners;
    for (const Post& post : m_context.desk.situation().posts())
        if (!own || post.id == *own)
            for (const QList<GeoPoint>& ring : post.area)
                for (const GeoPoint& point : ring)
                    corners << point.coordinate();
    return corners;
}

} // namespace tridesk
