// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace tridesk {

namespace ui {
class MapCanvas;
}
class NarrowedUnits;
struct Fix;

/// Keeps the map's symbols in step with the desk and the fix board, one by one: units at their newest fix,
/// open incidents that have a place, posts with their areas, a line for each order that is on its way.
/// Narrowed to the incident in hand it leaves nothing out: what does not matter to it is faint, emergencies
/// and what is late are not.
class MapFeed : public QObject {
    Q_OBJECT

public:
    MapFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

    [[nodiscard]] UnitId unit(quint64 key) const { return m_units.id(key); }
    [[nodiscard]] IncidentId incident(quint64 key) const { return m_incidents.id(key); }
    [[nodiscard]] PostId station(quint64 key) const { return m_posts.id(key); }
    [[nodiscard]] PostId area(quint64 key) const; ///< the post whose area it is

    [[nodiscard]] std::optional<GeoPoint> placeOf(const UnitId& unit) const;
    [[nodiscard]] std::optional<GeoPoint> placeOf(const IncidentId& incident) const;
    /// What is shown.
    [[nodiscard]] QList<UnitId> units() const { return m_fades.keys(); }
    [[nodiscard]] QList<IncidentId> incidents() const { return m_overdue.keys(); }
    [[nodiscard]] quint64 keyOf(const UnitId& unit) const { return m_units.known(unit); }
    [[nodiscard]] quint64 keyOf(const IncidentId& incident) const { return m_incidents.known(incident); }
    [[nodiscard]] quint64 keyOf(const PostId& post) const { return m_posts.known(post); }
    void setHiddenKinds(const QSet<UnitKind>& kinds); ///< units of these are not shown
    /// Of everything that is shown and can be acted on.
    [[nodiscard]] QList<QGeoCoordinate> places() const;
    /// Corners of what the seat answers for: its own area, or all areas for the bureau.
    [[nodiscard]] QList<QGeoCoordinate> areas() const;

private:
    void fill();
    void take(const Changes& changes);
    void showUnit(const UnitId& id);
    void showIncident(const IncidentId& id);
    void showPost(const PostId& id);
    void showOrder(const OrderId& id);
    void showSelection();
    void showNarrowed();
    [[nodiscard]] bool isAside(const Unit& unit) const;
    [[nodiscard]] bool isAside(const Incident& incident) const;
    void tick();

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<UnitId> m_units;
    SymbolKeys<IncidentId> m_incidents;
    SymbolKeys<PostId> m_posts;
    SymbolKeys<OrderId> m_orders;
    QHash<UnitId, float> m_fades;      ///< of the units shown
    QHash<IncidentId, bool> m_overdue; ///< of the incidents shown
    QSet<UnitId> m_selectedUnits;
    QSet<UnitKind> m_hiddenKinds;
    NarrowedUnits* m_narrowed;
    std::optional<QSet<UnitId>> m_inNarrow; ///< as it was shown last
};

} // namespace tridesk
