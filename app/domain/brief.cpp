// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/brief.h"

#include "app/domain/message_rules.h"

#include <algorithm>
#include <tuple>

namespace tridesk {

namespace {

/// Of messages to which nobody answered only those are still somebody's business.
constexpr auto unansweredFor = std::chrono::hours(24);

bool isWatched(const SeatBrief::Job& job) {
    return job.flags.contains(IncidentFlag::Pinned) || job.flags.contains(IncidentFlag::Watch) ||
           job.flags.contains(IncidentFlag::Major);
}

class Gather {
public:
    Gather(const Situation& situation, const Seat& seat, Instant now, const BriefView& view)
        : m_situation(situation)
        , m_seat(seat)
        , m_name(seat.toString())
        , m_now(now)
        , m_view(view) {
        m_brief.at = now;
    }

    SeatBrief brief() {
        incidents();
        units();
        messages();
        sort();
        return std::move(m_brief);
    }

private:
    void incidents() {
        for (const IncidentId& id : m_situation.openIncidents())
            if (const Incident* incident = m_situation.incidents().find(id);
                incident && (!m_view.incident || m_view.incident(*incident)))
                take(m_view.shown ? m_view.shown(*incident) : *incident);
    }

    void take(const Incident& incident) {
        SeatBrief::Job job{.incident = incident.id,
                           .number = incident.number,
                           .level = incident.details.level,
                           .type = incident.details.type,
                           .place = incident.details.place,
                           .stage = incident.stage,
                           .reportedAt = incident.reportedAt,
                           .due = deadline(m_situation, incident),
                           .agency =
                               incident.transfer && incident.isAway() ? incident.transfer->agency : QString(),
                           .flags = incident.flags};
        job.isOverdue = job.due && job.due->due < m_now;
        if (incident.isHeld(m_now))
            job.hold = incident.hold;
        for (const OrderId& id : incident.orders)
            if (const Order* order = m_situation.orders().find(id); order && !isOver(order->stage)) {
                job.orders.append(id);
                owe(*order, incident.number);
            }
        if (const Checklist* list = m_situation.checklist(incident.id))
            for (const PlanStep& step : list->open())
                m_brief.steps.append({incident.id, incident.number, step, list->due(step)});
        if (isWatched(job))
            m_brief.watched.append(job);
        (job.hold ? m_brief.held : m_brief.jobs).append(job);
    }

    void owe(const Order& order, qint64 number) {
        const bool own = order.issuedBy == m_name || (order.post() && order.post() == m_seat.post());
        if (own && order.stage < OrderStage::Reported)
            m_brief.unreported.append({.order = order.id,
                                       .to = order.to,
                                       .number = number,
                                       .stage = order.stage,
                                       .since = order.reached(order.stage).value_or(order.releaseAt)});
    }

    void units() {
        for (const Unit& unit : m_situation.units()) {
            if (m_view.unit && !m_view.unit(unit))
                continue;
            if (const auto& emergency = unit.emergency)
                m_brief.emergencies.append({unit.definition.id, *emergency});
            if (const auto& timer = unit.timer)
                m_brief.timers.append({unit.definition.id, timer->due, timer->due < m_now});
        }
    }

    void messages() {
        for (const Message& message : m_situation.messages()) {
            if (!message_rules::concerns(m_situation, message, m_seat) ||
                (m_view.message && !m_view.message(message)))
                continue;
            if (message.kind != MessageKind::Message && message.stands(m_now))
                m_brief.standing.append(message.id);
            if (message_rules::isUnread(m_situation, message, m_seat, m_now))
                m_brief.unread.append(message.id);
            if (message.from == m_name && message.kind != MessageKind::StatusNote && message.stands(m_now) &&
                m_now - message.sentAt < unansweredFor)
                await(message);
        }
    }

    void await(const Message& message) {
        const QList<message_rules::Reader> readers = message_rules::readers(m_situation, message);
        const auto waiting = std::ranges::count_if(readers, [](const message_rules::Reader& reader) {
            return reader.stage < MessageStage::Acknowledged;
        });
        if (waiting > 0)
            m_brief.unanswered.append({message.id, int(waiting), int(readers.size())});
    }

    [[nodiscard]] Instant sentAt(const MessageId& id) const {
        return m_situation.messages().find(id)->sentAt;
    }

    void sort() {
        const auto gravest = [](const SeatBrief::Job& job) {
            return std::tuple(job.level, job.reportedAt, job.number);
        };
        std::ranges::sort(m_brief.jobs, {}, gravest);
        std::ranges::sort(m_brief.watched, {}, gravest);
        std::ranges::sort(m_brief.held, {}, [](const SeatBrief::Job& job) {
            return std::tuple(job.hold ? job.hold->until : Instant(), job.number);
        });
        std::ranges::sort(m_brief.emergencies, {}, [](const SeatBrief::Alarm& alarm) {
            return std::tuple(alarm.emergency.since, alarm.unit);
        });
        std::ranges::sort(m_brief.timers, {},
                          [](const SeatBrief::Timer& timer) { return std::tuple(timer.due, timer.unit); });
        std::ranges::sort(m_brief.unreported, {}, [](const SeatBrief::Owed& owed) {
            return std::tuple(owed.since, owed.number, owed.order);
        });
        std::ranges::stable_sort(m_brief.steps, {}, &SeatBrief::Step::number);
        std::ranges::sort(m_brief.standing, {}, [this](const MessageId& id) {
            const Message* message = m_situation.messages().find(id);
            return std::tuple(message->expiresAt.value_or(Instant::max()), id);
        });
        std::ranges::sort(m_brief.unread, {},
                          [this](const MessageId& id) { return std::tuple(sentAt(id), id); });
        std::ranges::sort(m_brief.unanswered, {}, [this](const SeatBrief::Unanswered& each) {
            return std::tuple(sentAt(each.message), each.message);
        });
    }

    const Situation& m_situation;
    const Seat& m_seat;
    QString m_name;
    Instant m_now;
    const BriefView& m_view;
    SeatBrief m_brief;
};

} // namespace

bool SeatBrief::isEmpty() const {
    return jobs.isEmpty() && held.isEmpty() && emergencies.isEmpty() && timers.isEmpty() &&
           unreported.isEmpty() && steps.isEmpty() && standing.isEmpty() && unread.isEmpty() &&
           unanswered.isEmpty();
}

SeatBrief seatBrief(const Situation& situation, const Seat& seat, Instant now, const BriefView& view) {
    return Gather(situation, seat, now, view).brief();
}

const Handover* standingHandover(const Situation& situation, const QString& seat) {
    const Handover* newest = nullptr;
    for (const Handover& each : situation.handovers())
        if (each.seat == seat &&
            (!newest || std::tuple(newest->offeredAt, newest->id) < std::tuple(each.offeredAt, each.id)))
            newest = &each;
    return newest && !newest->takenAt ? newest : nullptr;
}

} // namespace tridesk
