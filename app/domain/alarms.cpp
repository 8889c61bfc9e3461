// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/alarms.h"

#include "app/domain/deadlines.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array names{"emergency"_L1,   "check_missed"_L1,  "order_late"_L1,     "dispatch_late"_L1,
                           "step_missed"_L1, "reinforcement"_L1, "urgent_incident"_L1};
static_assert(names.size() == size_t(alarmKindCount));

/// What was raised before that is history that somebody loaded, not an alarm.
constexpr auto remembered = std::chrono::hours(12);

class Gather {
public:
    Gather(const Situation& situation, const Seat& seat, Instant now, const AlarmView& view)
        : m_situation(situation)
        , m_seat(seat)
        , m_now(now)
        , m_view(view)
        , m_marks(situation.alarmMarks(seat.toString())) {
        const SeatOnDuty* duty = situation.duty().find(seat.toString());
        m_from = std::max(duty ? duty->since : Instant(), now - remembered);
    }

    QList<Alarm> alarms() {
        for (const Unit& unit : m_situation.units())
            if ((unit.emergency || unit.timer) && answersFor(m_situation, m_seat, unit.definition.post) &&
                (!m_view.unit || m_view.unit(unit)))
                take(unit);
        for (const IncidentId& id : m_situation.openIncidents()) {
            const Incident* incident = m_situation.incidents().find(id);
            if (incident && answersFor(m_situation, m_seat, incident->post) &&
                (!m_view.incident || m_view.incident(*incident)))
                take(*incident);
        }
        std::ranges::sort(m_alarms, [this](const Alarm& a, const Alarm& b) {
            const bool aside = isShelved(a, m_now);
            const bool otherAside = isShelved(b, m_now);
            return std::tie(aside, a.kind, a.since, a.key) < std::tie(otherAside, b.kind, b.since, b.key);
        });
        return std::move(m_alarms);
    }

private:
    void take(const Unit& unit) {
        const UnitId& id = unit.definition.id;
        if (unit.emergency && unit.emergency->acknowledgedBy.isEmpty())
            add({.kind = AlarmKind::Emergency,
                 .key = alarmKey(AlarmKind::Emergency, id.toString()),
                 .unit = id,
                 .since = unit.emergency->since,
                 .last = unit.emergency->since});
        if (unit.timer && unit.timer->missedAt)
            add({.kind = AlarmKind::CheckMissed,
                 .key = alarmKey(AlarmKind::CheckMissed, id.toString()),
                 .unit = id,
                 .since = *unit.timer->missedAt,
                 .last = *unit.timer->missedAt});
    }

    void take(const Incident& incident) {
        const QString id = incident.id.toString();
        const auto ofIncident = [&](AlarmKind kind, Instant at, bool stands) {
            add({.kind = kind,
                 .key = alarmKey(kind, id),
                 .incident = incident.id,
                 .since = at,
                 .last = at,
                 .stands = stands});
        };
        const bool waits =
            incident.stage == IncidentStage::Pending && !incident.isHeld(m_now) && !incident.isAway();
        if (incident.dispatchMissedAt)
            ofIncident(AlarmKind::DispatchLate, *incident.dispatchMissedAt, waits);
        else if (incident.dispatchLateAt && !hasSentSince(incident, *incident.dispatchLateAt))
            ofIncident(AlarmKind::DispatchLate, *incident.dispatchLateAt, false);
        else if (waits && incident.details.level <= Level::Urgent)
            ofIncident(AlarmKind::UrgentIncident, incident.reportedAt, true);
        if (incident.reinforcement)
            ofIncident(AlarmKind::Reinforcement, incident.reinforcement->at, true);
        takeSteps(incident);
        for (const OrderId& order : incident.orders)
            if (const Order* known = m_situation.orders().find(order))
                take(*known);
    }

    /// By sending somebody the desk has taken notice.
    bool hasSentSince(const Incident& incident, Instant late) const {
        return std::ranges::any_of(incident.orders, [&](const OrderId& id) {
            const Order* order = m_situation.orders().find(id);
            return order && order->issuedBy == m_seat.toString() &&
                   order->reached(OrderStage::Issued).value_or(Instant()) >= late;
        });
    }

    void takeSteps(const Incident& incident) {
        const Checklist* list = m_situation.checklist(incident.id);
        if (!list || list->missed.isEmpty())
            return;
        Alarm alarm{.kind = AlarmKind::StepMissed,
                    .key = alarmKey(AlarmKind::StepMissed, incident.id.toString()),
                    .incident = incident.id,
                    .count = 0,
                    .since = Instant::max(),
                    .last = Instant::min(),
                    .stands = false};
        for (const auto& [step, at] : list->missed.asKeyValueRange()) {
            ++alarm.count;
            alarm.since = std::min(alarm.since, at);
            alarm.last = std::max(alarm.last, at);
            alarm.stands = alarm.stands || !list->ticks.contains(step);
        }
        add(alarm);
    }

    void take(const Order& order) {
        Alarm alarm{.kind = AlarmKind::OrderLate,
                    .key = alarmKey(AlarmKind::OrderLate, order.id.toString()),
                    .incident = order.incident,
                    .unit = order.unit().value_or(UnitId()),
                    .order = order.id,
                    .count = order.chases,
                    .since = Instant::max(),
                    .last = order.chasedAt.value_or(Instant::min())};
        for (const auto& missed : order.missedAt)
            if (missed) {
                ++alarm.count;
                alarm.since = std::min(alarm.since, *missed);
                alarm.last = std::max(alarm.last, *missed);
            }
        if (alarm.since == Instant::max()) // pressed, but not late
            return;
        const auto running = deadline(m_situation, order);
        alarm.stands = running && order.missed(running->kind);
        add(alarm);
    }

    void add(Alarm alarm) {
        const AlarmMark mark = m_marks.value(alarm.key);
        if (!alarm.stands && alarm.last < m_from)
            return;
        if (alarm.last < m_now - remembered && alarm.kind != AlarmKind::Emergency)
            return;
        if (mark.acknowledgedAt && *mark.acknowledgedAt >= alarm.last)
            return;
        if (alarm.kind != AlarmKind::Emergency)
            alarm.shelvedUntil = mark.shelvedUntil;
        m_alarms.append(alarm);
    }

    const Situation& m_situation;
    const Seat& m_seat;
    Instant m_now;
    const AlarmView& m_view;
    AlarmMarks m_marks;
    Instant m_from;
    QList<Alarm> m_alarms;
};

} // namespace

QString alarmKey(AlarmKind kind, const QString& id) {
    return names[size_t(kind)] + u'/' + id;
}

std::optional<AlarmKind> alarmKindOf(const QString& key) {
    const qsizetype slash = key.indexOf(u'/');
    if (slash < 0 || slash + 1 == key.size() || key.size() > limits::key)
        return std::nullopt;
    const QStringView kind = QStringView(key).first(slash);
    const auto at = std::ranges::find_if(names, [kind](QLatin1StringView name) { return name == kind; });
    return at == names.end() ? std::nullopt : std::optional(AlarmKind(at - names.begin()));
}

bool isShelved(const Alarm& alarm, Instant now) {
    return alarm.shelvedUntil && now < *alarm.shelvedUntil;
}

bool answersFor(const Situation& situation, const Seat& seat, const PostId& post) {
    switch (seat.tier) {
    case Tier::Bureau: {
        const SectorCover* cover = situation.sectors().find(post);
        // Of a desk that nobody sits at any more everybody takes the stations: no alarm may ring unheard.
        return !cover || cover->desk.isEmpty() || cover->desk == seat.toString() ||
               !situation.duty().find(cover->desk);
    }
    case Tier::Station:
        return true; // its view says what is its own
    case Tier::Field:
    case Tier::Machine:
        return false;
    }
    return false;
}

QList<Alarm> alarmsOf(const Situation& situation, const Seat& seat, Instant now, const AlarmView& view) {
    if (seat.tier != Tier::Bureau && seat.tier != Tier::Station)
        return {};
    return Gather(situation, seat, now, view).alarms();
}

} // namespace tridesk
