// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_row.h"

#include <limits>
#include <tuple>

namespace tridesk {

UnitRow unitRow(const Situation& situation, const Unit& unit) {
    UnitRow row;
    row.id = unit.definition.id;
    row.callsign = unit.definition.callsign.toString();
    row.kind = unit.definition.kind;
    row.status = unit.status;
    row.custom = unit.customStatus;
    row.statusSince = unit.statusSince;
    row.post = unit.definition.post;
    row.crew = unit.crew;
    row.kit = unit.kit;
    row.qualifications = unit.definition.qualifications;
    row.timer = unit.timer;
    row.recording = unit.recordingSince.has_value();
    row.drawn = unit.drawnSince.has_value();
    row.stack = unit.stack;
    if (const Order* order = unit.order ? situation.orders().find(*unit.order) : nullptr) {
        row.incident = order->incident;
        if (const Incident* incident = situation.incidents().find(order->incident))
            row.incidentNumber = incident->number;
    }
    return row;
}

bool boardBefore(const UnitRow& a, const UnitRow& b, const IncidentId& inHand) {
    const auto key = [&inHand](const UnitRow& r) {
        const bool own = !inHand.isNull() && r.incident == inHand;
        const double metres = inHand.isNull() ? 0 : r.metres.value_or(std::numeric_limits<double>::max());
        return std::tuple(!own, !r.isOn(), own ? 0 : metres, r.post, r.callsign, r.id);
    };
    return key(a) < key(b);
}

} // namespace tridesk
