// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/echo.h"

#include "app/desk/desk.h"
#include "app/domain/brief.h"
#include "ui/actions/selection.h"
#include "ui/text/brief.h"

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
        .seesUnit = [&desk](const Unit& unit) { return desk.maySee(unit); },
        .brief = [&desk] { return text::brief(briefOf(desk), desk.situation()); }};
}

SeatBrief briefOf(const SeatDesk& desk) {
    return seatBrief(
        desk.situation(), desk.actor().seat, desk.now(),
        {.incident = [&desk](const Incident& incident) { return desk.sight(incident) > Sight::Outline; },
         .unit = [&desk](const Unit& unit) { return desk.maySee(unit); },
         .message = [&desk](const Message& message) { return desk.mayRead(message); },
         .shown = [&desk](const Incident& incident) { return desk.shown(incident); }});
}

QString echoLine(const Command& command, const SeatDesk& desk) {
    line::Context context = lineContext(desk);
    if (const auto* handover = std::get_if<OfferHandover>(&command))
        context.brief = [brief = handover->brief] { return brief; }; // a line's is made when it is read
    return isReceipt(command) ? QString() : line::write(command, context);
}

QString echoLine(const QList<Command>& commands, const SeatDesk& desk) {
    return line::write(commands, lineContext(desk)).join(QStringLiteral("   "));
}

} // namespace tridesk
