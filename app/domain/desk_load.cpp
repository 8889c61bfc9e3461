// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/desk_load.h"

#include "app/domain/deadlines.h"
#include "app/domain/message_rules.h"

#include <algorithm>
#include <tuple>

namespace tridesk {

namespace {

constexpr auto unreadFor = std::chrono::hours(24); ///< what is older is nobody's work any more

bool isDesk(const Seat& seat) {
    return seat.tier == Tier::Bureau || seat.tier == Tier::Station;
}

class Loads {
public:
    Loads(const Situation& situation, Instant now)
        : m_situation(situation)
        , m_now(now) {
        for (const SeatOnDuty& duty : situation.duty())
            if (DeskLoad* load = of(duty.seat)) {
                load->user = duty.user;
                load->since = duty.since;
            }
        for (const SectorCover& cover : situation.sectors())
            if (DeskLoad* load = of(cover.desk))
                load->sectors.append(cover.post);
    }

    QList<DeskLoad> take(const AlarmViewOf& view) {
        for (const IncidentId& id : m_situation.openIncidents())
            if (const Incident* incident = m_situation.incidents().find(id))
                count(*incident);
        for (const Message& message : m_situation.messages())
            if (message.stands(m_now) && m_now - message.sentAt < unreadFor)
                for (DeskLoad& load : m_loads)
                    load.unread += int(message_rules::isUnread(m_situation, message, load.seat, m_now));
        QList<DeskLoad> loads;
        loads.reserve(m_loads.size());
        for (DeskLoad& load : m_loads) {
            const auto alarms = alarmsOf(m_situation, load.seat, m_now, view ? view(load.seat) : AlarmView());
            load.alarms = int(std::ranges::count_if(
                alarms, [this](const Alarm& alarm) { return !isShelved(alarm, m_now); }));
            std::sort(load.sectors.begin(), load.sectors.end());
            loads.append(load);
        }
        std::ranges::sort(loads, [](const DeskLoad& a, const DeskLoad& b) {
            return std::pair(a.seat.tier, a.seat.place) < std::pair(b.seat.tier, b.seat.place);
        });
        return loads;
    }

private:
    /// Null where it is no desk's name.
    DeskLoad* of(const QString& name) {
        const auto seat = Seat::parse(name);
        if (!seat || !isDesk(*seat))
            return nullptr;
        DeskLoad& load = m_loads[name];
        load.seat = *seat;
        return &load;
    }

    void count(const Incident& incident) {
        const auto due = deadline(m_situation, incident);
        const bool unassigned = incident.stage == IncidentStage::Pending && !incident.isAway();
        const auto add = [&](const QString& seat) {
            const auto load = m_loads.find(seat);
            if (load == m_loads.end())
                return;
            ++load->open;
            load->unassigned += int(unassigned);
            load->overdue += int(due && due->due < m_now);
        };
        add(deskOf(m_situation, incident));
        if (!incident.post.isNull())
            add(Seat{Tier::Station, incident.post.toString()}.toString());
        for (const OrderId& id : incident.orders)
            if (const Order* order = m_situation.orders().find(id))
                countOrder(*order);
    }

    void countOrder(const Order& order) {
        const auto at = order.reached(OrderStage::Issued);
        const auto load = m_loads.find(order.issuedBy);
        if (at && load != m_loads.end() && m_now - *at < issuedWithin)
            ++load->issued;
    }

    const Situation& m_situation;
    Instant m_now;
    QHash<QString, DeskLoad> m_loads;
};

} // namespace

QString deskOf(const Situation& situation, const Incident& incident) {
    if (const SectorCover* cover = situation.sectors().find(incident.post); cover && !cover->desk.isEmpty())
        return cover->desk;
    for (auto id = incident.orders.crbegin(); id != incident.orders.crend(); ++id) {
        const Order* order = situation.orders().find(*id);
        const auto by = order ? Seat::parse(order->issuedBy) : std::nullopt;
        if (by && by->tier == Tier::Bureau)
            return order->issuedBy;
    }
    return {};
}

QList<DeskLoad> deskLoads(const Situation& situation, Instant now, const AlarmViewOf& view) {
    return Loads(situation, now).take(view);
}

int inNobodysHands(const Situation& situation) {
    return int(std::ranges::count_if(situation.openIncidents(), [&](const IncidentId& id) {
        const Incident* incident = situation.incidents().find(id);
        return incident && deskOf(situation, *incident).isEmpty();
    }));
}

} // namespace tridesk
