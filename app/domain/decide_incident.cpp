// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/fields.h"
#include "app/domain/json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkType(const Situation& situation, const TypeCode& type) {
    const Catalogue& catalogue = situation.catalogue();
    if (!type.isNull() && !catalogue.types.isEmpty() && !catalogue.type(type))
        return refuse(RefusalCode::UnknownType, u"type"_s, type.toString());
    return {};
}

Result<void> checkCallers(const QList<Caller>& callers) {
    if (callers.size() > limits::callers)
        return refuse(RefusalCode::TooMany, u"callers"_s, QString::number(callers.size()),
                      QString::number(limits::callers));
    for (const Caller& caller : callers) {
        const auto checked =
            checks::all([&] { return checks::length(caller.name, limits::line, u"callers.name"_s); },
                        [&] { return checks::length(caller.phone, limits::phone, u"callers.phone"_s); });
        if (!checked)
            return checked;
    }
    return {};
}

Result<void> checkDetails(const Situation& situation, const IncidentDetails& details) {
    if (details.text.trimmed().isEmpty() && details.type.isNull())
        return refuse(RefusalCode::Missing, u"type"_s);
    return checks::all(
        [&] { return checks::length(details.text, limits::text, u"text"_s); },
        [&] { return checkType(situation, details.type); },
        [&] { return checks::length(details.place.address, limits::line, u"place.address"_s); },
        [&] { return checkCallers(details.callers); });
}

/// Eight bytes of what was sent: enough to tell a repeat from a contradiction under one key.
QByteArray digestOf(const IncidentDetails& details) {
    const QByteArray json = QJsonDocument(toJson(details).toObject()).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).first(8);
}

BeatId beatAt(const Situation& situation, const PostId& post, const Place& place) {
    return place.at && !post.isNull() ? situation.beatAt(post, *place.at) : BeatId();
}

PostId postAt(const Situation& situation, const Place& place) {
    return place.at ? situation.postAt(*place.at) : PostId();
}

/// Forgets what is as it was.
AmendIncident onlyChanges(AmendIncident change, const IncidentDetails& now) {
    const auto keep = [](auto& field, const auto& current) {
        if (field && *field == current)
            field.reset();
    };
    keep(change.text, now.text);
    keep(change.type, now.type);
    keep(change.level, now.level);
    keep(change.place, now.place);
    keep(change.callers, now.callers);
    keep(change.hazards, now.hazards);
    return change;
}

bool changesNothing(const AmendIncident& c) {
    return !c.text && !c.type && !c.level && !c.place && !c.callers && !c.hazards;
}

IncidentDetails amended(IncidentDetails details, const AmendIncident& change) {
    details.text = change.text.value_or(details.text);
    details.type = change.type.value_or(details.type);
    details.level = change.level.value_or(details.level);
    details.place = change.place.value_or(details.place);
    details.callers = change.callers.value_or(details.callers);
    return details;
}

/// Where the catalogue sends such an incident through the station, its station gets it at once.
void referToStation(const Asking& asking, const IncidentId& incident, const IncidentDetails& details,
                    const PostId& post, QList<Fact>& facts) {
    const Post* station = asking.situation.posts().find(post);
    const bool through =
        asking.situation.catalogue().path(details.type, details.level, post) == DispatchPath::ThroughStation;
    if (!station || station->tier != Tier::Station || !through || asking.request.actor.seat.post() == post)
        return;
    facts.append(OrderIssued{.order = OrderId(asking.context.ids.next()),
                             .incident = incident,
                             .to = post,
                             .role = OrderRole::Primary,
                             .parent = {},
                             .text = {},
                             .releaseAt = asking.context.now, // no hand slipped: nothing to recall
                             .overrideReason = {}});
}

IncidentReported reported(const Asking& asking, const Source& source, const IncidentDetails& details) {
    const PostId post = postAt(asking.situation, details.place);
    return {.incident = IncidentId(asking.context.ids.next()),
            .number = asking.situation.nextNumber(asking.context.today),
            .source = source,
            .digest = digestOf(details),
            .details = details,
            .post = post,
            .beat = beatAt(asking.situation, post, details.place)};
}

/// Crewed, and on nothing else.
Result<const Unit*> freeUnit(const Situation& situation, const UnitId& id) {
    const auto unit = checks::unit(situation, id);
    if (!unit)
        return unit;
    if ((*unit)->status == UnitStatus::Off)
        return refuse(RefusalCode::UnitOff, u"unit"_s, (*unit)->definition.callsign.toString());
    if (const Order* held = checks::holding(situation, **unit))
        return refuse(RefusalCode::UnitBusy, u"unit"_s,
                      incidentNumberText(situation.incidents().find(held->incident)->number));
    return unit;
}

} // namespace

Decision decide(const Asking& asking, const ReportIncident& command) {
    const auto checked =
        checks::all([&] { return checks::given(command.source.name, limits::line, u"source"_s); },
                    [&] { return checks::length(command.source.key, limits::key, u"id"_s); },
                    [&] { return checkDetails(asking.situation, command.details); });
    if (!checked)
        return std::unexpected(checked.error());
    const QByteArray digest = digestOf(command.details);
    const Incident* known =
        command.source.key.isEmpty() ? nullptr : asking.situation.incidentBySource(command.source);
    if (known && known->reportDigest != digest)
        return refuse(RefusalCode::DuplicateWithOtherContent, u"id"_s, command.source.key,
                      incidentNumberText(known->number));
    if (known)
        return QList<Fact>();
    const IncidentReported fact = reported(asking, command.source, command.details);
    QList<Fact> facts{fact};
    openPlan(asking, fact.incident, command.details, facts);
    referToStation(asking, fact.incident, command.details, fact.post, facts);
    return facts;
}

namespace {

/// How often a crew is asked that came upon something. Of a type that is not known yet (a stop, a pursuit:
/// the crew has no hand for a list) anything may come: as often as the most careful type of the catalogue
/// asks, or every ten minutes (desk.md names no figure; the catalogue that comes with the program asks so on
/// work that may turn).
Milliseconds ownCheck(const Catalogue& catalogue, const TypeCode& code) {
    if (const IncidentType* type = catalogue.type(code))
        return type->safetyCheck;
    Milliseconds shortest = std::chrono::minutes(10);
    for (const IncidentType& type : catalogue.types)
        if (type.safetyCheck > Milliseconds(0))
            shortest = std::min(shortest, type.safetyCheck);
    return shortest;
}

} // namespace

Decision decide(const Asking& asking, const InitiateIncident& command) {
    const auto unit = freeUnit(asking.situation, command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    if (const auto checked = checkDetails(asking.situation, command.details); !checked)
        return std::unexpected(checked.error());
    const IncidentReported fact = reported(asking, {u"field"_s, {}}, command.details);
    const OrderIssued order{.order = OrderId(asking.context.ids.next()),
                            .incident = fact.incident,
                            .to = command.unit,
                            .role = OrderRole::Primary,
                            .parent = {},
                            .text = {},
                            .releaseAt = asking.context.now,
                            .overrideReason = {}};
    QList<Fact> facts{fact, order};
    for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived})
        facts.append(OrderAdvanced{order.order, fact.incident, stage, {}, {}});
    openPlan(asking, fact.incident, command.details, facts);
    if (const Milliseconds check = ownCheck(asking.situation.catalogue(), command.details.type);
        check > Milliseconds(0))
        facts.append(UnitTimerSet{command.unit, asking.context.now + check, check, true});
    return facts;
}

Decision decide(const Asking& asking, const AmendIncident& command) {
    const auto incident = checks::openIncident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    const IncidentDetails& now = (*incident)->details;
    const AmendIncident change = onlyChanges(command, now);
    if (changesNothing(change))
        return QList<Fact>();
    const auto checked =
        checks::all([&] { return checkDetails(asking.situation, amended(now, change)); },
                    [&] { return checks::length(change.reason, limits::line, u"reason"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    if (change.level && !change.type && change.reason.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"reason"_s);
    IncidentAmended fact{change, {}};
    if (change.place) {
        const PostId post = postAt(asking.situation, *change.place);
        if (post != (*incident)->post)
            fact.post = post;
        if (const BeatId beat = beatAt(asking.situation, post, *change.place); beat != (*incident)->beat)
            fact.beat = beat;
    }
    QList<Fact> facts{fact};
    if (change.type || change.level)
        openPlan(asking, command.incident, amended(now, change), facts);
    const bool untouched = (*incident)->orders.isEmpty() && !(*incident)->isAway() && !(*incident)->hold;
    if (untouched &&
        (change.type || change.level || change.place)) // known only now: the call was saved early
        referToStation(asking, command.incident, amended(now, change), fact.post.value_or((*incident)->post),
                       facts);
    return facts;
}

Decision decide(const Asking& asking, const AddNote& command) {
    const auto incident = checks::incident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (const auto checked = checks::given(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{IncidentNoted{command.incident, command.text}};
}

Decision decide(const Asking& asking, const CloseIncident& command) {
    const Situation& situation = asking.situation;
    const auto incident = checks::openIncident(situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (command.disposition.isNull())
        return refuse(RefusalCode::Missing, u"disposition"_s);
    const Catalogue& catalogue = situation.catalogue();
    if (!catalogue.dispositions.isEmpty() && !catalogue.disposition(command.disposition))
        return refuse(RefusalCode::UnknownDisposition, u"disposition"_s, command.disposition.toString());
    const auto checked =
        checks::all([&] { return checks::length(command.text, limits::text, u"text"_s); },
                    [&] { return checks::length(command.overrideReason, limits::line, u"reason"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    const auto closable = checks::closable(catalogue, (*incident)->details, command.disposition);
    if (!closable && command.overrideReason.trimmed().isEmpty())
        return std::unexpected(closable.error());
    QList<Fact> facts;
    for (const OrderId& id : (*incident)->orders) {
        const Order& order = *situation.orders().find(id);
        if (order.stage == OrderStage::Reported)
            facts.append(OrderAdvanced{id, command.incident, OrderStage::Closed, {}, command.disposition});
        else if (!isOver(order.stage))
            return refuse(RefusalCode::IncidentHasOpenOrders, u"incident"_s,
                          incidentNumberText((*incident)->number));
    }
    facts.append(IncidentClosed{command.incident, command.disposition, command.text,
                                closable ? QString() : command.overrideReason});
    return facts;
}

} // namespace tridesk::decisions

namespace tridesk {

bool operator==(const IncidentAmended& a, const IncidentAmended& b) {
    return toJson(a) == toJson(b);
}

} // namespace tridesk
