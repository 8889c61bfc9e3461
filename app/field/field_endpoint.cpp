// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/field_endpoint.h"

#include "app/domain/enum_names.h"
#include "app/field/crew_orders.h"
#include "app/intake/json_fields.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCrew = 20;

/// What a crew may say of itself; what follows from an order is said by the order's steps.
constexpr std::array crewStatuses{UnitStatus::Available,      UnitStatus::AvailableAtStation,
                                  UnitStatus::BusyDivertable, UnitStatus::BusyCommitted,
                                  UnitStatus::Transport,      UnitStatus::OutOfService,
                                  UnitStatus::Emergency};

/// Addresses write "under-way" what the journal writes "under_way"; both are understood.
template <class E, size_t N>
std::optional<E> oneOf(const std::array<E, N>& allowed, QString word) {
    const std::optional<E> value = enumFrom<E>(word.replace(u'-', u'_'));
    return value && std::ranges::contains(allowed, *value) ? value : std::nullopt;
}

template <class E, size_t N>
QString choices(const std::array<E, N>& allowed) {
    QStringList words;
    for (const E value : allowed)
        words.append(enumName(value));
    return u"must be one of "_s + words.join(u", ");
}

/// An empty body is an empty object: most steps need to say nothing more.
JsonFields bodyOf(const HttpCall& call) {
    if (call.request.body.trimmed().isEmpty())
        return JsonFields({}, {});
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    JsonFields fields(document.object(), {});
    if (!document.isObject())
        fields.fault(RefusalCode::Invalid, u"body"_s, QString::fromUtf8(call.request.body.left(80)),
                     u"must be a JSON object"_s);
    return fields;
}

QFuture<HttpAnswer> refused(const Refusal& refusal) {
    return answered(HttpAnswer::refused(refusal));
}

} // namespace

FieldEndpoint::FieldEndpoint(HttpService& service, Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    const auto route = [&](const char* method, const QString& pattern, auto handler) {
        service.route(method, pattern, Scope::Field, [this, handler](const HttpCall& call) {
            if (!m_desk.isReady())
                return answered(HttpAnswer::error(503, u"busy"_s, u"the desk is not ready"_s));
            return (this->*handler)(call);
        });
    };
    route("GET", u"/v1/field/units/*/orders"_s, &FieldEndpoint::orders);
    route("POST", u"/v1/field/units/*/log-on"_s, &FieldEndpoint::logOn);
    route("POST", u"/v1/field/units/*/log-off"_s, &FieldEndpoint::logOff);
    route("POST", u"/v1/field/units/*/status"_s, &FieldEndpoint::setStatus);
    route("POST", u"/v1/field/orders/*/*"_s, &FieldEndpoint::advance);
}

Result<const Unit*> FieldEndpoint::unitOf(const HttpCall& call) const {
    const QString& name = call.captured.first();
    const std::optional<Callsign> callsign = Callsign::parse(name);
    const Unit* unit = callsign ? m_desk.situation().unitByCallsign(*callsign) : nullptr;
    if (!unit)
        return refuse(RefusalCode::UnknownUnit, u"callsign"_s, name);
    if (!call.grant.allowsUnit(unit->definition.callsign))
        return refuse(RefusalCode::NotPermitted, u"callsign"_s, name, u"the token is another unit's"_s);
    return unit;
}

QFuture<HttpAnswer> FieldEndpoint::submit(const HttpCall& call, const UnitId& unit, Command command,
                                          JsonFields& body) {
    const Instant now = m_desk.clock().now();
    const std::optional<Instant> happenedAt = readHappenedAt(body, now);
    if (const std::optional<Refusal> fault = body.finish())
        return refused(*fault);
    const Actor actor{.seat = {.tier = Tier::Field, .place = unit.toString()}, .user = call.grant.source};
    return m_desk.submit(actor, std::move(command), happenedAt).then(this, [](const Outcome& outcome) {
        if (!outcome)
            return HttpAnswer::refused(outcome.error());
        return HttpAnswer::json(200, QJsonObject{{u"status"_s, outcome->isEmpty() ? u"known"_s : u"done"_s}});
    });
}

QFuture<HttpAnswer> FieldEndpoint::orders(const HttpCall& call) {
    const Result<const Unit*> unit = unitOf(call);
    if (!unit)
        return refused(unit.error());
    const Instant now = m_desk.clock().now();
    const CrewOrders open = openCrewOrders(m_desk.situation(), now);
    const QList<const Order*> visible = open.visible.value((*unit)->definition.id);
    QJsonArray list;
    for (const Order* order : visible)
        list.append(crewOrderJson(m_desk.situation(), *order, now));
    return answered(HttpAnswer::json(200, QJsonObject{{u"orders"_s, list}}));
}

QFuture<HttpAnswer> FieldEndpoint::advance(const HttpCall& call) {
    const QString& name = call.captured.first();
    const std::optional<OrderId> id = OrderId::parse(name);
    const Order* order = id ? m_desk.situation().orders().find(*id) : nullptr;
    const std::optional<UnitId> taker = order ? order->unit() : std::nullopt;
    const Unit* unit = taker ? m_desk.situation().units().find(*taker) : nullptr;
    // An order of another unit is not told from one that is not there.
    if (!unit || !call.grant.allowsUnit(unit->definition.callsign))
        return refused({RefusalCode::UnknownOrder, u"order"_s, name.left(80), {}});
    const std::optional<OrderStage> stage = crewStep(call.captured.at(1));
    if (!stage)
        return refused({RefusalCode::Invalid, u"step"_s, call.captured.at(1).left(80), crewStepChoices()});
    JsonFields body = bodyOf(call);
    AdvanceOrder command = readCrewStep(order->id, *stage, body);
    return submit(call, unit->definition.id, std::move(command), body);
}

QFuture<HttpAnswer> FieldEndpoint::logOn(const HttpCall& call) {
    const Result<const Unit*> unit = unitOf(call);
    if (!unit)
        return refused(unit.error());
    JsonFields body = bodyOf(call);
    LogOn command{.unit = (*unit)->definition.id, .crew = body.texts(u"crew"_s, mostCrew, limits::line)};
    if (command.crew.isEmpty())
        body.fault(RefusalCode::Missing, u"crew"_s);
    command.kit = {.vehicle = body.text(u"vehicle"_s, limits::line),
                   .radio = body.text(u"radio"_s, limits::line),
                   .camera = body.text(u"camera"_s, limits::line),
                   .weapon = body.text(u"weapon"_s, limits::line)};
    return submit(call, (*unit)->definition.id, std::move(command), body);
}

QFuture<HttpAnswer> FieldEndpoint::logOff(const HttpCall& call) {
    const Result<const Unit*> unit = unitOf(call);
    if (!unit)
        return refused(unit.error());
    JsonFields body = bodyOf(call);
    return submit(call, (*unit)->definition.id, LogOff{.unit = (*unit)->definition.id}, body);
}

QFuture<HttpAnswer> FieldEndpoint::setStatus(const HttpCall& call) {
    const Result<const Unit*> unit = unitOf(call);
    if (!unit)
        return refused(unit.error());
    JsonFields body = bodyOf(call);
    const QString word = body.neededText(u"status"_s, limits::line);
    const std::optional<UnitStatus> status = oneOf(crewStatuses, word);
    if (!status)
        body.fault(RefusalCode::Invalid, u"status"_s, word, choices(crewStatuses));
    SetUnitStatus command{.unit = (*unit)->definition.id,
                          .status = status.value_or(UnitStatus::Available),
                          .reason = body.text(u"reason"_s, limits::line)};
    return submit(call, (*unit)->definition.id, std::move(command), body);
}

} // namespace tridesk
