// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/redaction.h"

#include "app/access/permission.h"
#include "app/access/rights.h"
#include "app/domain/message_rules.h"

namespace tridesk {

namespace {

/// What a dot and a row that sorts need, and no word.
Incident outlineOf(const Incident& incident) {
    Incident outline;
    outline.id = incident.id;
    outline.details.place.at = incident.details.place.at;
    outline.details.level = incident.details.level;
    outline.reportedAt = incident.reportedAt;
    outline.stage = incident.stage;
    outline.stageSince = incident.stageSince;
    outline.flags = {IncidentFlag::Sensitive};
    return outline;
}

/// Everything that somebody has written about it goes.
Incident briefOf(Incident brief) {
    brief.source = {};
    brief.details.text.clear();
    brief.details.callers.clear();
    brief.notes.clear();
    brief.tags.clear();
    if (brief.hold)
        brief.hold->reason.clear();
    if (brief.transfer) {
        brief.transfer->reason.clear();
        brief.transfer->answer.clear();
    }
    if (brief.reinforcement)
        brief.reinforcement->text.clear();
    return brief;
}

} // namespace

Sight sightOf(const Situation& situation, const Eyes& eyes, const Incident& incident, Instant now) {
    if (!maySee(situation, eyes.actor, incident, now))
        return Sight::Nothing;
    if (!incident.has(IncidentFlag::Sensitive))
        return Sight::Whole;
    if (eyes.wall)
        return Sight::Outline;
    if (eyes.actor.seat.tier != Tier::Bureau) // who may see one there was sent to it, or brought it
        return Sight::Whole;
    const bool opened = eyes.opened.contains(incident.id) && hasRight(eyes.actor.role, Right::ReadSensitive);
    return opened ? Sight::Whole : Sight::Brief;
}

bool knowsCallers(const Eyes& eyes, const Incident& incident) {
    if (eyes.wall)
        return false;
    return !incident.has(IncidentFlag::ConfidentialCaller) ||
           (eyes.actor.seat.tier == Tier::Bureau && hasRight(eyes.actor.role, Right::KnowCallers));
}

bool mayRead(const Situation& situation, const Eyes& eyes, const Message& message, Instant now) {
    const Incident* about = message.incident ? situation.incidents().find(*message.incident) : nullptr;
    if (!about)
        return true;
    switch (sightOf(situation, eyes, *about, now)) {
    case Sight::Nothing:
        return message_rules::concerns(situation, message, eyes.actor.seat) &&
               (!eyes.wall || !about->has(IncidentFlag::Sensitive));
    case Sight::Outline:
    case Sight::Brief:
        return false;
    case Sight::Whole:
        break;
    }
    return true;
}

Incident redacted(const Situation& situation, const Eyes& eyes, const Incident& incident, Instant now) {
    switch (sightOf(situation, eyes, incident, now)) {
    case Sight::Nothing:
        return {};
    case Sight::Outline:
        return outlineOf(incident);
    case Sight::Brief:
        return briefOf(incident);
    case Sight::Whole:
        break;
    }
    Incident whole = incident;
    if (!knowsCallers(eyes, incident))
        whole.details.callers.clear();
    return whole;
}

} // namespace tridesk
