// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/narrowed_units.h"

#include "ui/actions/selection.h"
#include "ui/panes/common/advisor.h"

namespace tridesk {

NarrowedUnits::NarrowedUnits(const PaneContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_chosen(context.selection.units()) {
    connect(&context.selection, &Selection::narrowed, this, [this] {
        m_chosen = m_context.selection.units();
        refresh();
    });
    connect(&context.selection, &Selection::unitsChanged, this, [this](const QSet<UnitId>& units) {
        m_chosen += units;
        refresh();
    });
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.orders.isEmpty() || !changes.incidents.isEmpty())
            refresh();
    });
    if (context.advisor)
        connect(context.advisor, &Advisor::advised, this, &NarrowedUnits::refresh);
    m_units = gathered();
}

std::optional<QSet<UnitId>> NarrowedUnits::gathered() const {
    const Situation& situation = m_context.desk.situation();
    const Incident* incident = situation.incidents().find(m_context.selection.narrowedTo());
    if (!incident || !incident->isOpen())
        return {};
    QSet<UnitId> units;
    for (const OrderId& id : incident->orders)
        if (const Order* order = situation.orders().find(id); order && !isOver(order->stage))
            if (const auto unit = order->unit())
                units.insert(*unit);
    if (const Advice* advice = m_context.advisor ? m_context.advisor->advice(incident->id) : nullptr)
        for (const Pick& pick : advice->answer.picks)
            units.insert(pick.unit);
    return units.isEmpty() ? std::nullopt : std::optional(units + m_chosen);
}

void NarrowedUnits::refresh() {
    auto now = gathered();
    if (now == m_units)
        return;
    m_units = std::move(now);
    Q_EMIT changed();
}

} // namespace tridesk
