// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_reader.h"

#include "app/domain/enum_names.h"
#include "app/intake/json_fields.h"

#include <QJsonDocument>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Level readLevel(JsonFields& fields, const IncidentContext& context, const TypeCode& type) {
    const QString text = fields.text(u"level"_s, limits::line);
    if (const std::optional<Level> level = enumFrom<Level>(text))
        return *level;
    if (!text.isEmpty())
        fields.fault(RefusalCode::Invalid, u"level"_s, text,
                     u"must be critical, urgent, routine or non_police"_s);
    const IncidentType* known = context.catalogue.type(type);
    return known ? known->level : Level::Routine;
}

TypeCode readType(JsonFields& fields) {
    const QString text = fields.text(u"type"_s, limits::line);
    const std::optional<TypeCode> code = TypeCode::parse(text);
    if (!code && !text.isEmpty())
        fields.fault(RefusalCode::UnknownType, u"type"_s, text);
    return code.value_or(TypeCode());
}

Place readPlace(JsonFields& fields) {
    JsonFields inner = fields.open(u"place"_s);
    Place place;
    place.at = inner.point(u"lat"_s, u"lon"_s);
    place.address = inner.text(u"address"_s, limits::line);
    fields.close(inner);
    return place;
}

QList<Caller> readCallers(JsonFields& fields) {
    QList<Caller> callers;
    const QJsonArray list = fields.array(u"callers"_s, limits::callers);
    for (qsizetype i = 0; i < list.size() && i < limits::callers; ++i) {
        JsonFields inner = JsonFields::element(list.at(i), u"callers[%1]"_s.arg(i));
        callers.append(
            {.name = inner.text(u"name"_s, limits::line), .phone = inner.text(u"phone"_s, limits::phone)});
        fields.close(inner);
    }
    return callers;
}

Hazards readHazards(JsonFields& fields) {
    JsonFields inner = fields.open(u"hazards"_s);
    const Hazards hazards{.weapon = inner.flag(u"weapon"_s),
                          .injured = inner.flag(u"injured"_s),
                          .trapped = inner.flag(u"trapped"_s),
                          .hazmat = inner.flag(u"hazmat"_s)};
    fields.close(inner);
    return hazards;
}

std::optional<Instant> readHappenedAt(JsonFields& fields, Instant now) {
    const std::optional<Instant> at = fields.instant(u"happened_at"_s);
    if (at && *at > now + incidentClockSlack)
        fields.fault(RefusalCode::Invalid, u"happened_at"_s, toIso(*at), u"lies more than a day ahead"_s);
    return at.transform([now](Instant told) { return std::min(told, now); });
}

} // namespace

Result<IncidentRecord> readIncident(const QJsonValue& value, const IncidentContext& context) {
    if (!value.isObject())
        return refuse(RefusalCode::Invalid, u"incident"_s, shown(value), u"must be an object"_s);
    JsonFields fields(value.toObject(), {});
    IncidentRecord record;
    record.report.source = {.name = context.source, .key = fields.neededText(u"id"_s, limits::key)};
    IncidentDetails& details = record.report.details;
    details.type = readType(fields);
    details.level = readLevel(fields, context, details.type);
    details.text = fields.text(u"text"_s, limits::text);
    details.place = readPlace(fields);
    details.callers = readCallers(fields);
    details.hazards = readHazards(fields);
    record.happenedAt = readHappenedAt(fields, context.now);
    if (std::optional<Refusal> fault = fields.finish())
        return std::unexpected(std::move(*fault));
    return record;
}

Result<IncidentBatch> readIncidents(const QByteArray& body, const IncidentContext& context) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(RefusalCode::Invalid, u"body"_s,
                      QString::fromUtf8(body.mid(qMax(0, error.offset - 20), 40)),
                      u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    IncidentBatch batch;
    if (document.isObject()) {
        batch.records.append(readIncident(document.object(), context));
        return batch;
    }
    batch.single = false;
    const QJsonArray list = document.array();
    if (list.isEmpty())
        return refuse(RefusalCode::Missing, u"body"_s, u"[]"_s);
    if (list.size() > incidentBatchLimit)
        return refuse(RefusalCode::TooMany, u"body"_s, QString::number(list.size()),
                      QString::number(incidentBatchLimit));
    batch.records.reserve(list.size());
    for (const auto& value : list)
        batch.records.append(readIncident(value, context));
    return batch;
}

} // namespace tridesk
