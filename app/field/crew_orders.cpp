// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/crew_orders.h"

#include "app/access/redaction.h"
#include "app/domain/enum_names.h"
#include "app/intake/incident_reader.h"
#include "app/intake/json_fields.h"

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array crewSteps{OrderStage::Delivered, OrderStage::Shown,   OrderStage::Signed,
                               OrderStage::UnderWay,  OrderStage::Arrived, OrderStage::Reported,
                               OrderStage::Refused};

QJsonObject placeJson(const Place& place) {
    QJsonObject json{{u"address"_s, place.address}};
    if (place.at) {
        json.insert(u"lat"_s, place.at->latitude());
        json.insert(u"lon"_s, place.at->longitude());
    }
    return json;
}

QJsonObject hazardsJson(const Hazards& hazards) {
    return {{u"weapon"_s, hazards.weapon},
            {u"injured"_s, hazards.injured},
            {u"trapped"_s, hazards.trapped},
            {u"hazmat"_s, hazards.hazmat}};
}

QJsonObject incidentJson(const Incident& incident) {
    QJsonArray callers;
    for (const Caller& caller : incident.details.callers)
        callers.append(QJsonObject{{u"name"_s, caller.name}, {u"phone"_s, caller.phone}});
    return {{u"incident"_s, incident.id.toString()},
            {u"number"_s, incidentNumberText(incident.number)},
            {u"type"_s, incident.details.type.toString()},
            {u"level"_s, QString(enumName(incident.details.level))},
            {u"text"_s, incident.details.text},
            {u"place"_s, placeJson(incident.details.place)},
            {u"hazards"_s, hazardsJson(incident.details.hazards)},
            {u"callers"_s, callers},
            {u"reported_at"_s, toIso(incident.reportedAt)}};
}

} // namespace

std::optional<OrderStage> crewStep(const QString& word) {
    // Addresses write "under-way" what the journal writes "under_way"; both are understood.
    const std::optional<OrderStage> stage = enumFrom<OrderStage>(QString(word).replace(u'-', u'_'));
    return stage && std::ranges::contains(crewSteps, *stage) ? stage : std::nullopt;
}

QString crewStepChoices() {
    QStringList words;
    for (const OrderStage stage : crewSteps)
        words.append(enumName(stage));
    return u"must be one of "_s + words.join(u", ");
}

AdvanceOrder readCrewStep(const OrderId& order, OrderStage to, JsonFields& fields) {
    AdvanceOrder command{
        .order = order, .to = to, .text = fields.text(u"text"_s, limits::text), .disposition = {}};
    if (const QString disposition = fields.text(u"disposition"_s, TypeCode::maxLength);
        !disposition.isEmpty()) {
        command.disposition = TypeCode::parse(disposition).value_or(TypeCode());
        if (command.disposition.isNull())
            fields.fault(RefusalCode::UnknownDisposition, u"disposition"_s, disposition);
    }
    return command;
}

std::optional<Instant> readHappenedAt(JsonFields& fields, Instant now) {
    const std::optional<Instant> told = fields.instant(u"happened_at"_s);
    if (told && *told > now + incidentClockSlack)
        fields.fault(RefusalCode::Invalid, u"happened_at"_s, toIso(*told), u"lies more than a day ahead"_s);
    return told.transform([now](Instant at) { return std::min(at, now); });
}

CrewOrders openCrewOrders(const Situation& situation, Instant now) {
    CrewOrders open;
    for (const IncidentId& id : situation.openIncidents())
        for (const OrderId& orderId : situation.incidents().find(id)->orders) {
            const Order* order = situation.orders().find(orderId);
            const std::optional<UnitId> unit = order ? order->unit() : std::nullopt;
            if (!unit || isOver(order->stage))
                continue;
            if (order->releaseAt <= now)
                open.visible[*unit].append(order);
            else
                open.nextRelease = std::min(open.nextRelease.value_or(order->releaseAt), order->releaseAt);
        }
    for (QList<const Order*>& orders : open.visible)
        std::ranges::sort(orders, {}, &Order::releaseAt);
    return open;
}

QJsonObject crewOrderJson(const Situation& situation, const Order& order, Instant now) {
    QJsonObject json{{u"order"_s, order.id.toString()},
                     {u"stage"_s, QString(enumName(order.stage))},
                     {u"role"_s, QString(enumName(order.role))},
                     {u"text"_s, order.text},
                     {u"released_at"_s, toIso(order.releaseAt)}};
    const Eyes crew{
        .actor = {.seat = {.tier = Tier::Field, .place = order.unit().value_or(UnitId()).toString()},
                  .user = {}}};
    if (const Incident* incident = situation.incidents().find(order.incident))
        json.insert(u"incident"_s, incidentJson(redacted(situation, crew, *incident, now)));
    return json;
}

} // namespace tridesk
