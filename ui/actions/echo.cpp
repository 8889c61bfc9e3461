// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/echo.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"

namespace tridesk {

namespace {

/// Receipts come from screens, not from hands.
bool isReceipt(const Command& command) {
    if (const auto* step = std::get_if<AdvanceOrder>(&command))
        return step->to == OrderStage::Delivered || step->to == OrderStage::Shown;
    const auto* message = std::get_if<AdvanceMessage>(&command);
    return message && message->to != MessageStage::Acknowledged;
}

} // namespace

line::Context lineContext(const SeatDesk& desk, const Selection* selection) {
    const QSet<UnitId> units = selection ? selection->units() : QSet<UnitId>();
    return {
        .situation = desk.situation(),
        .seat = desk.actor().seat,
        .now = desk.now(),
        .zone = QTimeZone::systemTimeZone(),
        .incident = selection ? selection->incident() : IncidentId(),
        .units = units.values(),
        .seesIncident = [&desk](const Incident& incident) { return desk.sight(incident) > Sight::Outline; },
        .seesUnit = [&desk](const Unit& unit) { return desk.maySee(unit); }};
}

QString echoLine(const Command& command, const SeatDesk& desk) {
    return isReceipt(command) ? QString() : line::write(command, lineContext(desk));
}

QString echoLine(const QList<Command>& commands, const SeatDesk& desk) {
    return line::write(commands, lineContext(desk)).join(QStringLiteral("   "));
}

} // namespace tridesk
