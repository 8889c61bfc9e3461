// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/echo.h"

#include "app/access/redaction.h"
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

/// It is kept, and read by whoever sits here next: what this user opened with a reason is not in it.
SeatBrief briefOf(const SeatDesk& desk) {
    const Eyes eyes{.actor = desk.actor(), .wall = desk.isWall()};
    const Instant now = desk.now();
    const Situation& situation = desk.situation();
    return seatBrief(
        situation, desk.actor().seat, now,
        {.incident =
             [&](const Incident& each) { return sightOf(situation, eyes, each, now) > Sight::Outline; },
         .unit = [&desk](const Unit& unit) { return desk.maySee(unit); },
         .message = [&](const Message& message) { return mayRead(situation, eyes, message, now); },
         .shown = [&](const Incident& each) { return redacted(situation, eyes, each, now); }});
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
