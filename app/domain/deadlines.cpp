// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deadlines.h"

namespace tridesk {

namespace {

Deadline from(DeadlineKind kind, Instant start, Milliseconds allowed) {
    return {kind, start + allowed};
}

} // namespace

std::optional<Deadline> deadline(const Situation& situation, const Order& order) {
    const Deadlines& allowed = situation.catalogue().deadlines;
    switch (order.stage) {
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
        return from(DeadlineKind::Sign, order.releaseAt, allowed.sign);
    case OrderStage::Signed:
    case OrderStage::UnderWay:
        return from(DeadlineKind::Arrive, *order.reached(OrderStage::Signed), allowed.arrive);
    case OrderStage::Arrived:
        return from(DeadlineKind::Report, *order.reached(OrderStage::Arrived), allowed.report);
    case OrderStage::Reported:
    case OrderStage::Closed:
    case OrderStage::Recalled:
    case OrderStage::Refused:
    case OrderStage::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Deadline> deadline(const Situation& situation, const Incident& incident) {
    if (!incident.isOpen())
        return std::nullopt;
    if (incident.stage == IncidentStage::Pending)
        return from(DeadlineKind::Dispatch, incident.stageSince, situation.catalogue().deadlines.dispatch);
    std::optional<Deadline> earliest;
    for (const OrderId& id : incident.orders) {
        const auto each = deadline(situation, *situation.orders().find(id));
        if (each && (!earliest || each->due < earliest->due))
            earliest = each;
    }
    return earliest;
}

} // namespace tridesk
