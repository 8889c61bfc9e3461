// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/situation.h"

#include <algorithm>

namespace tridesk {

/// Takes one fact into a situation. Facts were decided before they were journalled, so nothing is judged
/// here: what refers to something unknown (a journal cut by hand) changes nothing.
class Fold {
public:
    Fold(Situation& situation, const Entry& entry)
        : m_s(situation)
        , m_entry(entry)
        , m_at(entry.fact.happenedAt) {}

    [[nodiscard]] Changes takeChanges() { return std::move(m_changes); }

    void operator()(const PostDefined& f) {
        m_s.m_posts.edit(f.post.id) = f.post;
        m_changes.posts.insert(f.post.id);
    }

    void operator()(const UnitDefined& f) {
        Unit& unit = m_s.m_units.edit(f.unit.id);
        m_s.m_callsigns.remove(unit.definition.callsign);
        for (const QString& device : std::as_const(unit.definition.devices))
            m_s.m_devices.remove(device);
        unit.definition = f.unit;
        m_s.m_callsigns.insert(f.unit.callsign, f.unit.id);
        for (const QString& device : f.unit.devices)
            m_s.m_devices.insert(device, f.unit.id);
        m_changes.units.insert(f.unit.id);
    }

    void operator()(const CatalogueDefined& f) {
        m_s.m_catalogue = f.catalogue;
        m_changes.catalogue = true;
    }

    void operator()(const SeatOpened&) { m_s.m_seats.insert(m_entry.fact.seat); }
    void operator()(const SeatClosed&) { m_s.m_seats.remove(m_entry.fact.seat); }

    void operator()(const UnitLoggedOn& f) {
        if (Unit* unit = editUnit(f.unit)) {
            unit->crew = f.crew;
            if (unit->status == UnitStatus::Off)
                setStatus(*unit, UnitStatus::Available);
        }
    }

    void operator()(const UnitLoggedOff& f) {
        if (Unit* unit = editUnit(f.unit)) {
            unit->crew.clear();
            unit->order.reset();
            setStatus(*unit, UnitStatus::Off);
        }
    }

    void operator()(const UnitStatusSet& f) {
        if (Unit* unit = editUnit(f.unit)) {
            if (isAvailable(f.status))
                unit->order.reset();
            setStatus(*unit, f.status);
        }
    }

    void operator()(const IncidentReported& f) {
        Incident& incident = m_s.m_incidents.edit(f.incident);
        incident.id = f.incident;
        incident.number = f.number;
        incident.source = f.source;
        incident.reportDigest = f.digest;
        incident.details = f.details;
        incident.post = f.post;
        incident.reportedAt = m_at;
        incident.stageSince = m_at;
        m_s.m_open.insert(f.incident);
        m_s.m_numbers.insert(f.number, f.incident);
        if (!f.source.key.isEmpty())
            m_s.m_sources.insert(f.source, f.incident);
        m_s.m_lastNumber = std::max(m_s.m_lastNumber, f.number);
        m_changes.incidents.insert(f.incident);
    }

    void operator()(const IncidentAmended& f) {
        Incident* incident = editIncident(f.change.incident);
        if (!incident)
            return;
        IncidentDetails& details = incident->details;
        details.text = f.change.text.value_or(details.text);
        details.type = f.change.type.value_or(details.type);
        details.level = f.change.level.value_or(details.level);
        details.place = f.change.place.value_or(details.place);
        details.callers = f.change.callers.value_or(details.callers);
        details.hazards = f.change.hazards.value_or(details.hazards);
        incident->post = f.post.value_or(incident->post);
    }

    void operator()(const IncidentNoted& f) {
        if (Incident* incident = editIncident(f.incident))
            incident->notes.append({m_at, m_entry.fact.seat, f.text});
    }

    void operator()(const IncidentClosed& f) {
        if (Incident* incident = editIncident(f.incident)) {
            incident->disposition = f.disposition;
            incident->stage = IncidentStage::Closed;
            incident->stageSince = m_at;
            m_s.m_open.remove(f.incident);
        }
    }

    void operator()(const OrderIssued& f) {
        Order& order = m_s.m_orders.edit(f.order);
        order = Order{.id = f.order,
                      .incident = f.incident,
                      .to = f.to,
                      .role = f.role,
                      .parent = f.parent,
                      .text = f.text,
                      .issuedBy = m_entry.fact.seat,
                      .releaseAt = f.releaseAt,
                      .stage = OrderStage::Issued,
                      .reachedAt = {},
                      .report = {},
                      .disposition = {}};
        order.reachedAt[size_t(OrderStage::Issued)] = m_at;
        m_changes.orders.insert(f.order);
        if (Unit* unit = editUnit(order.unit())) {
            unit->order = f.order;
            setStatus(*unit, UnitStatus::Dispatched);
        }
        if (Incident* incident = editIncident(f.incident)) {
            incident->orders.append(f.order);
            deriveStage(*incident);
        }
    }

    void operator()(const OrderAdvanced& f) {
        if (!m_s.m_orders.find(f.order))
            return;
        Order& order = m_s.m_orders.edit(f.order);
        order.stage = f.stage;
        order.reachedAt[size_t(f.stage)] = m_at;
        if (!f.text.isEmpty())
            order.report = f.text;
        if (!f.disposition.isNull())
            order.disposition = f.disposition;
        m_changes.orders.insert(f.order);
        if (Unit* unit = editUnit(order.unit()); unit && unit->order == f.order)
            follow(*unit, f.stage);
        if (Incident* incident = editIncident(order.incident))
            deriveStage(*incident);
    }

    void operator()(const MessageSent& f) {
        m_s.m_messages.edit(f.message) = Message{.id = f.message,
                                                 .from = m_entry.fact.seat,
                                                 .to = f.to,
                                                 .incident = f.incident,
                                                 .text = f.text,
                                                 .sentAt = m_at,
                                                 .stages = {}};
        m_changes.messages.insert(f.message);
    }

    void operator()(const MessageAdvanced& f) {
        if (!m_s.m_messages.find(f.message))
            return;
        m_s.m_messages.edit(f.message).stages.insert(m_entry.fact.seat, f.stage);
        m_changes.messages.insert(f.message);
    }

    void operator()(const PlotDrawn& f) {
        Plot& plot = m_s.m_plots.edit(f.plot);
        if (plot.id.isNull()) {
            plot.id = f.plot;
            plot.by = m_entry.fact.seat;
            plot.drawnAt = m_at;
        }
        plot.details = f.details;
        plot.changedAt = m_at;
        m_changes.plots.insert(f.plot);
    }

    void operator()(const PlotErased& f) {
        m_s.m_plots.remove(f.plot);
        m_changes.plots.insert(f.plot);
    }

    void operator()(const PlaceNamed& f) {
        NamedPlace& place = m_s.m_places.edit(f.place);
        m_s.m_placeNames.remove(place.details.name, f.place);
        if (place.id.isNull())
            place.by = m_entry.fact.seat;
        place.id = f.place;
        place.details = f.details;
        m_s.m_placeNames.insert(f.details.name, f.place);
        m_changes.places.insert(f.place);
    }

    void operator()(const PlaceForgotten& f) {
        if (const NamedPlace* place = m_s.m_places.find(f.place))
            m_s.m_placeNames.remove(place->details.name, f.place);
        m_s.m_places.remove(f.place);
        m_changes.places.insert(f.place);
    }

    void operator()(const CameraDefined& f) {
        m_s.m_cameras.edit(f.camera.id) = f.camera;
        m_changes.cameras.insert(f.camera.id);
    }

    void operator()(const CameraRetired& f) {
        m_s.m_cameras.remove(f.camera);
        m_changes.cameras.insert(f.camera);
    }

private:
    Unit* editUnit(const std::optional<UnitId>& id) {
        if (!id || !m_s.m_units.find(*id))
            return nullptr;
        m_changes.units.insert(*id);
        return &m_s.m_units.edit(*id);
    }

    Incident* editIncident(const IncidentId& id) {
        if (!m_s.m_incidents.find(id))
            return nullptr;
        m_changes.incidents.insert(id);
        return &m_s.m_incidents.edit(id);
    }

    void setStatus(Unit& unit, UnitStatus status) {
        if (unit.status == status)
            return;
        unit.status = status;
        unit.statusSince = m_at;
    }

    /// A unit's status follows its order, until the order no longer holds it.
    void follow(Unit& unit, OrderStage stage) {
        switch (stage) {
        case OrderStage::Issued:
        case OrderStage::Delivered:
        case OrderStage::Shown:
            return;
        case OrderStage::Signed:
            return setStatus(unit, UnitStatus::Signed);
        case OrderStage::UnderWay:
            return setStatus(unit, UnitStatus::EnRoute);
        case OrderStage::Arrived:
            return setStatus(unit, UnitStatus::OnScene);
        case OrderStage::Reported:
            return setStatus(unit, UnitStatus::Reporting);
        case OrderStage::Closed:
        case OrderStage::Recalled:
        case OrderStage::Refused:
        case OrderStage::Cancelled:
            unit.order.reset();
            setStatus(unit, UnitStatus::Available);
            return;
        }
    }

    /// An incident stands where the order that is furthest along, and still being worked on, stands.
    void deriveStage(Incident& incident) {
        if (!incident.isOpen())
            return;
        IncidentStage stage = IncidentStage::Pending;
        bool reported = false;
        for (const OrderId& id : std::as_const(incident.orders)) {
            const OrderStage at = m_s.m_orders.find(id)->stage;
            if (at == OrderStage::Reported || at == OrderStage::Closed)
                reported = true;
            else if (!isOver(at))
                stage = std::max(stage, at == OrderStage::Arrived    ? IncidentStage::OnScene
                                        : at == OrderStage::UnderWay ? IncidentStage::EnRoute
                                                                     : IncidentStage::Dispatched);
        }
        if (stage == IncidentStage::Pending && reported)
            stage = IncidentStage::Reported;
        if (incident.stage != stage)
            incident.stageSince = m_at;
        incident.stage = stage;
    }

    Situation& m_s;
    const Entry& m_entry;
    Instant m_at;
    Changes m_changes;
};

Changes Situation::fold(const Entry& entry, const Fact& fact) {
    Fold fold(*this, entry);
    std::visit(fold, fact);
    m_seq = entry.seq;
    return fold.takeChanges();
}

} // namespace tridesk
