// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_scope.h"

#include "app/access/permission.h"
#include "app/access/redaction.h"
#include "app/access/rights.h"
#include "app/domain/message_rules.h"
#include "app/domain/premise_rules.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// What every seat's desk is made of; a crew's window proposes nobody, so it needs no policy.
bool isGround(QStringView kind, bool station) {
    return kind == u"catalogue.defined" || kind == u"practice.began" ||
           (station && kind == u"policy.defined");
}

} // namespace

SeatScope::SeatScope(const Situation& situation, const Seat& seat)
    : m_situation(situation)
    , m_seat(seat)
    , m_actor{.seat = seat, .user = {}, .role = roleByToken(seat)} {}

bool SeatScope::isServed() const {
    return m_seat.tier == Tier::Field || m_seat.tier == Tier::Station;
}

bool SeatScope::isOwn(const UnitId& id) const {
    if (m_seat.unit() == id)
        return true;
    const Unit* unit = m_situation.units().find(id);
    return unit && m_seat.post() == unit->definition.post;
}

bool SeatScope::isAbout(const Incident& incident) const {
    if (incident.source.name == m_seat.toString() || (isStation() && m_seat.post() == incident.post))
        return true;
    return std::ranges::any_of(incident.orders, [&](const OrderId& id) {
        const Order* order = m_situation.orders().find(id);
        if (!order)
            return false;
        const auto unit = order->unit();
        return unit ? isOwn(*unit) : m_seat.post() && order->post() == m_seat.post();
    });
}

bool SeatScope::sees(const Incident& incident) const {
    return maySee(m_situation, m_actor, incident, Instant::max());
}

bool SeatScope::reads(const Message& message) const {
    return message_rules::concerns(m_situation, message, m_seat);
}

bool SeatScope::sees(const Plot& plot) const {
    const Incident* incident =
        plot.details.incident ? m_situation.incidents().find(*plot.details.incident) : nullptr;
    return isStation() && (!incident || sees(*incident));
}

bool SeatScope::isOpen(const Entry& entry) const {
    const QString& stream = entry.fact.stream;
    const qsizetype slash = stream.indexOf(u'/');
    const QStringView kind = QStringView(stream).first(slash < 0 ? stream.size() : slash);
    const QString name = stream.sliced(slash + 1);
    const QString& fact = entry.fact.kind;
    if (kind == u"post" || kind == u"beat")
        return true;
    if (kind == u"unit") {
        const auto id = UnitId::parse(name);
        return fact == u"unit.defined" || (id && isOwn(*id));
    }
    if (kind == u"message") {
        const auto id = MessageId::parse(name);
        const Message* message = id ? m_situation.messages().find(*id) : nullptr;
        return message && reads(*message);
    }
    if (kind == u"desk")
        return isGround(fact, isStation()) || (isStation() && entry.fact.seat == m_seat.toString());
    if (kind == u"premise") { // a crew's: of a place that it is at already; else it comes with the incident
        const auto id = PremiseNoteId::parse(name);
        return isStation() || fact == u"premise.withdrawn" || (id && isAtPlaceOfIts(*id));
    }
    return isStation() && (kind == u"camera" || kind == u"place");
}

bool SeatScope::isOpenOf(const Entry& entry) const {
    if (entry.fact.kind.startsWith(u"feed."))
        return isStation() && entry.fact.seat == m_seat.toString();
    return isStation() || !entry.fact.kind.startsWith(u"footage.");
}

bool SeatScope::knowsCallers(const Incident& incident) const {
    return tridesk::knowsCallers({.actor = m_actor}, incident);
}

QList<const PremiseNote*> SeatScope::notesOf(const Incident& incident) const {
    return premise_rules::notesAt(m_situation, incident.details.place, incident.reportedAt);
}

bool SeatScope::isAtPlaceOfIts(const PremiseNoteId& id) const {
    if (!m_near) {
        m_near.emplace();
        for (const IncidentId& open : m_situation.openIncidents())
            if (const Incident* incident = m_situation.incidents().find(open); incident && isAbout(*incident))
                for (const PremiseNote* note : notesOf(*incident))
                    m_near->insert(note->id);
    }
    return m_near->contains(id);
}

} // namespace tridesk
