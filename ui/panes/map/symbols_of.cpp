// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/symbols_of.h"

#include "app/domain/deadlines.h"
#include "app/domain/fix_age.h"
#include "app/domain/situation.h"
#include "ui/map/map_view.h"
#include "ui/text/names.h"

namespace tridesk {

namespace {

constexpr double standing = 0.8;                  ///< m/s; below it a heading means nothing
constexpr double freshFor = 60, trustedFor = 600; ///< seconds

ui::SymbolState state(UnitStatus status) {
    switch (status) {
    case UnitStatus::Off:
        return ui::SymbolState::Off;
    case UnitStatus::Available:
        return ui::SymbolState::Available;
    case UnitStatus::AvailableAtStation:
        return ui::SymbolState::AtStation;
    case UnitStatus::Reserved:
        return ui::SymbolState::Reserved;
    case UnitStatus::Dispatched:
        return ui::SymbolState::Dispatched;
    case UnitStatus::Signed:
        return ui::SymbolState::Signed;
    case UnitStatus::EnRoute:
        return ui::SymbolState::EnRoute;
    case UnitStatus::OnScene:
        return ui::SymbolState::OnScene;
    case UnitStatus::BusyDivertable:
        return ui::SymbolState::Divertable;
    case UnitStatus::BusyCommitted:
        return ui::SymbolState::Committed;
    case UnitStatus::Transport:
        return ui::SymbolState::Transport;
    case UnitStatus::Reporting:
        return ui::SymbolState::Reporting;
    case UnitStatus::OutOfService:
        return ui::SymbolState::OutOfService;
    case UnitStatus::Emergency:
        return ui::SymbolState::Emergency;
    }
    return ui::SymbolState::Off;
}

ui::UnitGlyph glyph(UnitKind kind) {
    switch (kind) {
    case UnitKind::Car:
        return ui::UnitGlyph::Car;
    case UnitKind::Motorcycle:
        return ui::UnitGlyph::Motorcycle;
    case UnitKind::Foot:
        return ui::UnitGlyph::Foot;
    case UnitKind::Van:
        return ui::UnitGlyph::Van;
    case UnitKind::Boat:
        return ui::UnitGlyph::Boat;
    case UnitKind::Auxiliary:
        return ui::UnitGlyph::Auxiliary;
    }
    return ui::UnitGlyph::Car;
}

ui::IncidentStage stage(IncidentStage stage) {
    switch (stage) {
    case IncidentStage::Pending:
        return ui::IncidentStage::Pending;
    case IncidentStage::Dispatched:
    case IncidentStage::EnRoute:
        return ui::IncidentStage::Assigned;
    case IncidentStage::OnScene:
    case IncidentStage::Reported:
        return ui::IncidentStage::OnScene;
    case IncidentStage::Closed:
        return ui::IncidentStage::Closed;
    }
    return ui::IncidentStage::Closed;
}

} // namespace

float ageFade(Milliseconds age) {
    const double seconds = double(age.count()) / 1000;
    // in tenths, so that a symbol is repainted a few times and not every second
    return float(qRound(qBound(0.0, (seconds - freshFor) / (trustedFor - freshFor), 1.0) * 10)) / 10;
}

ui::UnitSymbol unitSymbol(const Unit& unit, const Fix& fix, Instant now) {
    const bool moving = fix.speed.value_or(0) > standing;
    ui::UnitSymbol symbol;
    symbol.at = ui::toMercator(fix.at.coordinate());
    symbol.heading = moving && fix.heading ? float(*fix.heading) : -1;
    symbol.kind = glyph(unit.definition.kind);
    symbol.state = state(unit.status);
    symbol.ageFade = ageFade(now - knownAt(fix));
    symbol.label = unit.definition.callsign.toString();
    symbol.id = unit.definition.id.toString();
    return symbol;
}

ui::IncidentSymbol incidentSymbol(const Situation& situation, const Incident& incident, const GeoPoint& at,
                                  Instant now) {
    const auto due = deadline(situation, incident);
    ui::IncidentSymbol symbol;
    symbol.at = ui::toMercator(at.coordinate());
    symbol.level = quint8(int(incident.details.level) + 1);
    symbol.stage = stage(incident.stage);
    symbol.label = text::shortNumber(incident.number) + u' ' +
                   text::typeName(situation.catalogue(), incident.details.type);
    symbol.id = incident.id.toString();
    symbol.overdue = due && now > due->due;
    return symbol;
}

} // namespace tridesk
