// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds shortestTimer = std::chrono::seconds(10);
constexpr Milliseconds longestTimer = std::chrono::hours(12);

Result<const Unit*> crewedUnit(const Situation& situation, const UnitId& id) {
    const auto unit = checks::unit(situation, id);
    if (unit && (*unit)->status == UnitStatus::Off)
        return refuse(RefusalCode::UnitOff, u"unit"_s, (*unit)->definition.callsign.toString());
    return unit;
}

Result<const Unit*> unitInEmergency(const Situation& situation, const UnitId& id) {
    const auto unit = checks::unit(situation, id);
    if (unit && !(*unit)->emergency)
        return refuse(RefusalCode::NoEmergency, u"unit"_s, (*unit)->definition.callsign.toString());
    return unit;
}

UnitTimerSet startedAnew(const UnitId& unit, const SafetyTimer& timer, Instant now) {
    return {unit, now + timer.every, timer.every, timer.automatic};
}

} // namespace

Decision decide(const Asking& asking, const SetTimer& command) {
    const auto unit = crewedUnit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (command.every == Milliseconds(0))
        return (*unit)->timer ? QList<Fact>{UnitTimerSet{command.unit, {}, {}, false}} : QList<Fact>();
    if (command.every < shortestTimer || command.every > longestTimer)
        return refuse(RefusalCode::Invalid, u"timer"_s, QString::number(command.every.count() / 1000),
                      u"10 s to 12 h"_s);
    return QList<Fact>{UnitTimerSet{command.unit, asking.context.now + command.every, command.every, false}};
}

Decision decide(const Asking& asking, const ResetTimers& command) {
    QList<Fact> facts;
    for (const UnitId& id : command.units) {
        const auto unit = checks::unit(asking.situation, id);
        if (!unit)
            return std::unexpected(unit.error());
        const auto& timer = (*unit)->timer;
        if (!timer)
            return refuse(RefusalCode::NoTimer, u"unit"_s, (*unit)->definition.callsign.toString());
        facts.append(startedAnew((*unit)->definition.id, *timer, asking.context.now));
    }
    if (!command.units.isEmpty())
        return facts;
    const Seat& seat = asking.request.actor.seat;
    for (const Unit& unit : asking.situation.units()) {
        const bool own = seat.tier == Tier::Bureau || seat.post() == unit.definition.post ||
                         seat.unit() == unit.definition.id;
        if (own && unit.timer)
            facts.append(startedAnew(unit.definition.id, *unit.timer, asking.context.now));
    }
    return facts;
}

Decision decide(const Asking& asking, const MissCheck& command) {
    const auto unit = checks::unit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    const auto& timer = (*unit)->timer;
    if (!timer || timer->missedAt || timer->due > asking.context.now)
        return QList<Fact>();
    return QList<Fact>{CheckMissed{command.unit, timer->due}};
}

Decision decide(const Asking& asking, const RaiseEmergency& command) {
    const auto unit = checks::unit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (const auto checked = checks::length(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    if ((*unit)->emergency) // a second press of the key tells nothing new
        return QList<Fact>();
    if (command.source == EmergencySource::MissedCheck) { // answered meanwhile?
        const auto& timer = (*unit)->timer;
        const Milliseconds grace = asking.situation.catalogue().deadlines.checkGrace;
        if (!timer || !timer->missedAt || timer->due + grace > asking.context.now)
            return QList<Fact>();
    }
    return QList<Fact>{EmergencyRaised{command.unit, command.source, command.text, command.at}};
}

Decision decide(const Asking& asking, const NoteCameraSign& command) {
    const auto unit = crewedUnit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (const auto checked = checks::length(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    const bool isKnown = [&] {
        switch (command.sign) {
        case CameraSign::Recording:
            return (*unit)->recordingSince.has_value();
        case CameraSign::RecordingEnded:
            return !(*unit)->recordingSince.has_value();
        case CameraSign::WeaponDrawn:
            return (*unit)->drawnSince.has_value();
        case CameraSign::WeaponHolstered:
            return !(*unit)->drawnSince.has_value();
        }
        return false;
    }();
    return isKnown ? QList<Fact>() : QList<Fact>{CameraSignNoted{command.unit, command.sign, command.text}};
}

Decision decide(const Asking& asking, const AcknowledgeEmergency& command) {
    const auto unit = unitInEmergency(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    const auto& emergency = (*unit)->emergency;
    return emergency && emergency->acknowledgedBy.isEmpty() ? QList<Fact>{EmergencyAcknowledged{command.unit}}
                                                            : QList<Fact>();
}

Decision decide(const Asking& asking, const EndEmergency& command) {
    const auto unit = unitInEmergency(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (command.reason.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"reason"_s);
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    QList<Fact> facts{EmergencyEnded{command.unit, command.outcome, command.reason}};
    // Whoever ended it has heard of the crew: the check that was missed does not raise it again.
    if (const auto& timer = (*unit)->timer; timer && timer->missedAt)
        facts.append(startedAnew(command.unit, *timer, asking.context.now));
    return facts;
}

} // namespace tridesk::decisions
