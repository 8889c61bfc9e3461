// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCrew = 12;

Result<void> checkCrew(const QStringList& crew) {
    if (crew.isEmpty())
        return refuse(RefusalCode::Missing, u"crew"_s);
    if (crew.size() > mostCrew)
        return refuse(RefusalCode::TooMany, u"crew"_s, QString::number(crew.size()),
                      QString::number(mostCrew));
    for (const QString& name : crew)
        if (const auto checked = checks::given(name, 80, u"crew"_s); !checked)
            return checked;
    return {};
}

Result<void> checkKit(const ShiftKit& kit) {
    return checks::all([&] { return checks::length(kit.vehicle, limits::phone, u"vehicle"_s); },
                       [&] { return checks::length(kit.radio, limits::phone, u"radio"_s); },
                       [&] { return checks::length(kit.camera, limits::phone, u"camera"_s); },
                       [&] { return checks::length(kit.weapon, limits::phone, u"weapon"_s); });
}

/// Statuses that a person sets; the others follow from orders or log-on.
bool isSettable(UnitStatus status) {
    switch (status) {
    case UnitStatus::Available:
    case UnitStatus::AvailableAtStation:
    case UnitStatus::Reserved: // kept back for something to come; an order takes it all the same
    case UnitStatus::BusyDivertable:
    case UnitStatus::BusyCommitted:
    case UnitStatus::Transport:
    case UnitStatus::OutOfService:
        return true;
    case UnitStatus::Off:
    case UnitStatus::Dispatched:
    case UnitStatus::Signed:
    case UnitStatus::EnRoute:
    case UnitStatus::OnScene:
    case UnitStatus::Reporting:
    case UnitStatus::Emergency:
        return false;
    }
    return false;
}

/// Refuses where an order still holds the unit, naming that order's incident.
Result<void> checkNotHeld(const Situation& situation, const Unit& unit) {
    const Order* order = checks::holding(situation, unit);
    if (!order)
        return {};
    return refuse(RefusalCode::UnitBusy, u"unit"_s,
                  incidentNumberText(situation.incidents().find(order->incident)->number));
}

} // namespace

Decision decide(const Asking& asking, const LogOn& command) {
    const auto unit = checks::unit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (const auto checked = checkCrew(command.crew); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkKit(command.kit); !checked)
        return std::unexpected(checked.error());
    if ((*unit)->status != UnitStatus::Off && (*unit)->crew == command.crew && (*unit)->kit == command.kit)
        return QList<Fact>();
    return QList<Fact>{UnitLoggedOn{command.unit, command.crew, command.kit}};
}

Decision decide(const Asking& asking, const LogOff& command) {
    const auto unit = checks::unit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (const auto checked = checkNotHeld(asking.situation, **unit); !checked)
        return std::unexpected(checked.error());
    if ((*unit)->emergency)
        return refuse(RefusalCode::InEmergency, u"unit"_s, (*unit)->definition.callsign.toString());
    if ((*unit)->status == UnitStatus::Off)
        return QList<Fact>();
    QList<Fact> facts;
    for (const IncidentId& waiting : (*unit)->stack) // nobody comes for it any more: back to the queue
        facts.append(IncidentHeld{waiting, {}, {}});
    facts.append(UnitLoggedOff{command.unit});
    return facts;
}

Decision decide(const Asking& asking, const SetUnitStatus& command) {
    const auto unit = checks::unit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    const CustomStatus* custom = asking.situation.catalogue().status(command.custom);
    if (!command.custom.isNull() && !custom)
        return refuse(RefusalCode::UnknownStatus, u"status"_s, command.custom.toString());
    const UnitStatus status = custom ? custom->base : command.status;
    if (!isSettable(status))
        return refuse(RefusalCode::Invalid, u"status"_s, QString(enumName(status)));
    if ((*unit)->status == UnitStatus::Off)
        return refuse(RefusalCode::UnitOff, u"unit"_s, (*unit)->definition.callsign.toString());
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    const bool leavesOrder = isAvailable(status) || status == UnitStatus::OutOfService;
    if (const auto checked = checkNotHeld(asking.situation, **unit); leavesOrder && !checked)
        return std::unexpected(checked.error());
    const UnitStatus now = (*unit)->emergency ? (*unit)->statusBehind : (*unit)->status;
    if (now == status && (*unit)->customStatus == command.custom)
        return QList<Fact>();
    return QList<Fact>{UnitStatusSet{command.unit, status, command.reason, command.custom}};
}

} // namespace tridesk::decisions
