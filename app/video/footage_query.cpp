// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/footage_query.h"

#include <algorithm>
#include <array>

namespace tridesk {

namespace {

/// From when until when a unit was on an order; without an end while it is.
struct OnOrder {
    Instant from;
    std::optional<Instant> to;

    [[nodiscard]] bool overlaps(const Footage& footage) const {
        return footage.to >= from && (!to || footage.from <= *to);
    }
};

OnOrder timeOf(const Order& order) {
    constexpr std::array ends{OrderStage::Closed, OrderStage::Recalled, OrderStage::Refused,
                              OrderStage::Cancelled};
    OnOrder time{.from = order.reached(OrderStage::Issued).value_or(order.releaseAt), .to = {}};
    for (const OrderStage end : ends) {
        if (const auto at = order.reached(end))
            time.to = std::min(time.to.value_or(*at), *at);
    }
    return time;
}

bool isSame(const Situation& situation, const IncidentId& a, const IncidentId& b) {
    const auto leading = [&](const IncidentId& id) {
        const Incident* incident = situation.incidents().find(id);
        return incident && !incident->mergedInto.isNull() ? incident->mergedInto : id;
    };
    return leading(a) == leading(b);
}

bool isProtected(const Situation& situation, const Footage& footage,
                 const QMultiHash<UnitId, OnOrder>& working) {
    const Incident* incident = footage.incident ? situation.incidents().find(*footage.incident) : nullptr;
    if (incident && incident->isOpen())
        return true;
    if (!footage.unit)
        return false;
    const auto [begin, end] = working.equal_range(*footage.unit);
    return std::any_of(begin, end, [&](const OnOrder& time) { return time.overlaps(footage); });
}

bool isEarlier(const Footage* a, const Footage* b) {
    return a->from == b->from ? a->id < b->id : a->from < b->from;
}

QList<FootageId> idsOf(const QList<const Footage*>& footage) {
    QList<FootageId> ids;
    ids.reserve(footage.size());
    for (const Footage* one : footage)
        ids.append(one->id);
    return ids;
}

} // namespace

bool isOf(const Situation& situation, const Footage& footage, const IncidentId& incident) {
    if (footage.incident && isSame(situation, *footage.incident, incident))
        return true;
    const Incident* known = situation.incidents().find(incident);
    if (!known || !footage.unit)
        return false;
    return std::ranges::any_of(known->orders, [&](const OrderId& id) {
        const Order* order = situation.orders().find(id);
        return order && order->unit() == footage.unit && timeOf(*order).overlaps(footage);
    });
}

bool matches(const Situation& situation, const Footage& footage, const FootageFilter& filter) {
    return (filter.removed || !footage.removed) && (!filter.feed || footage.feed == *filter.feed) &&
           (!filter.unit || footage.unit == filter.unit) && (!filter.from || footage.to >= *filter.from) &&
           (!filter.to || footage.from <= *filter.to) &&
           (!filter.incident || isOf(situation, footage, *filter.incident));
}

QList<FootageId> footageOf(const Situation& situation, const FootageFilter& filter) {
    QList<const Footage*> found;
    for (const Footage& footage : situation.footage()) {
        if (matches(situation, footage, filter))
            found.append(&footage);
    }
    std::ranges::sort(found, [](const Footage* a, const Footage* b) { return isEarlier(b, a); });
    return idsOf(found);
}

QList<FootageId> footageToRemove(const Situation& situation, Instant now, qint64 tooMuch) {
    QMultiHash<UnitId, OnOrder> working;
    for (const Order& order : situation.orders()) {
        const auto unit = order.unit();
        if (unit && !isOver(order.stage))
            working.insert(*unit, timeOf(order));
    }
    QList<const Footage*> free;
    for (const Footage& footage : situation.footage()) {
        const bool hasFile = footage.kind != FootageKind::Mark && !footage.removed;
        if (hasFile && !isProtected(situation, footage, working))
            free.append(&footage);
    }
    std::ranges::sort(free, isEarlier);
    const auto keep = std::chrono::days(situation.videoPolicy().keepDays);
    QList<const Footage*> gone;
    for (const Footage* footage : std::as_const(free)) {
        if (now - footage->savedAt <= keep && tooMuch <= 0)
            continue;
        gone.append(footage);
        tooMuch -= footage->bytes;
    }
    return idsOf(gone);
}

} // namespace tridesk
