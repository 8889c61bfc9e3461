// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_reader.h"

#include "app/field/crew_orders.h"
#include "app/field/owntracks_reader.h"
#include "app/intake/json_fields.h"

#include <QJsonDocument>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTopic = 256; // bytes

std::unexpected<Refusal> forged(const QString& field, const QString& value, const QString& detail) {
    return refuse(RefusalCode::NotPermitted, field, value, detail);
}

Result<JsonFields> objectOf(const QByteArray& payload) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(payload, &error);
    if (!document.isObject())
        return refuse(RefusalCode::Invalid, u"payload"_s, QString::fromUtf8(payload.left(80)),
                      error.error == QJsonParseError::NoError ? u"must be an object"_s
                                                              : u"no JSON: "_s + error.errorString());
    return JsonFields(document.object(), {});
}

/// Whether the payload, where it names a unit, names the topic's.
Result<void> sameUnit(JsonFields& fields, const QString& unit) {
    const QString said = fields.text(u"unit"_s, Callsign::maxLength);
    if (!said.isEmpty() && said != unit)
        return forged(u"unit"_s, said, u"came under the topic of "_s + unit);
    return {};
}

Result<BrokerWord> readOwnTracksWord(const QStringList& levels, const QByteArray& payload, Instant now) {
    // owntracks/USER/DEVICE; "…/event", "/status" and the like tell no position
    BrokerFixes fixes{.user = levels[1], .device = levels[1] + u'/' + levels[2], .reports = {}};
    if (levels.size() != 3)
        return fixes;
    Result<QList<TrackerReport>> reports = readOwnTracks(payload, {levels[1], levels[2]}, now);
    if (!reports)
        return std::unexpected(std::move(reports.error()));
    for (const TrackerReport& report : std::as_const(*reports))
        if (report.device != fixes.device)
            return forged(u"topic"_s, report.device, u"came under the topic of "_s + fixes.device);
    fixes.reports = std::move(*reports);
    return fixes;
}

Result<BrokerWord> readFix(const QString& unit, const QByteArray& payload, Instant now) {
    Result<JsonFields> fields = objectOf(payload);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    if (Result<void> same = sameUnit(*fields, unit); !same)
        return std::unexpected(std::move(same.error()));
    TrackerReport report{
        .device = unit, .at = {}, .measuredAt = {}, .speed = {}, .heading = {}, .accuracy = {}};
    const std::optional<GeoPoint> at = fields->point(u"lat"_s, u"lon"_s);
    if (!at)
        fields->fault(RefusalCode::Missing, u"lat"_s);
    const std::optional<Instant> measuredAt = fields->instant(u"at"_s);
    if (!measuredAt)
        fields->fault(RefusalCode::Missing, u"at"_s);
    else
        fields->take(impossibleTime(u"at"_s, toIso(*measuredAt), *measuredAt, now));
    report.speed = knownSpeed(fields->number(u"speed"_s), 1);
    report.heading = knownHeading(fields->number(u"heading"_s));
    report.accuracy = knownAccuracy(fields->number(u"accuracy"_s));
    if (std::optional<Refusal> fault = fields->finish())
        return std::unexpected(*std::move(fault));
    report.at = at.value_or(GeoPoint());
    report.measuredAt = measuredAt.value_or(Instant());
    return BrokerFixes{.user = unit, .device = unit, .reports = {report}};
}

Result<BrokerWord> readStep(const QString& unit, const QByteArray& payload, Instant now) {
    Result<JsonFields> fields = objectOf(payload);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    if (Result<void> same = sameUnit(*fields, unit); !same)
        return std::unexpected(std::move(same.error()));
    const QString named = fields->neededText(u"order"_s, limits::line);
    const std::optional<OrderId> order = OrderId::parse(named);
    if (!order)
        fields->fault(RefusalCode::Invalid, u"order"_s, named, u"must be an order's id"_s);
    const QString word = fields->neededText(u"step"_s, limits::line);
    const std::optional<OrderStage> stage = crewStep(word);
    if (!stage)
        fields->fault(RefusalCode::Invalid, u"step"_s, word, crewStepChoices());
    BrokerStep said{
        .unit = unit,
        .step = readCrewStep(order.value_or(OrderId()), stage.value_or(OrderStage::Delivered), *fields),
        .happenedAt = readHappenedAt(*fields, now)};
    if (std::optional<Refusal> fault = fields->finish())
        return std::unexpected(*std::move(fault));
    return said;
}

} // namespace

Result<BrokerWord> readBroker(const MqttMessage& message, Instant now) {
    if (message.topic.size() > longestTopic)
        return refuse(RefusalCode::TooLong, u"topic"_s, QString::fromUtf8(message.topic.left(80)),
                      QString::number(longestTopic));
    if (message.payload.size() > longestBrokerPayload)
        return refuse(RefusalCode::TooLong, u"payload"_s, QString::number(message.payload.size()),
                      QString::number(longestBrokerPayload));
    const QString topic = QString::fromUtf8(message.topic);
    const QStringList levels = topic.split(u'/');
    if (levels.size() < 3 || levels[1].isEmpty() || levels[2].isEmpty() || !isClean(topic))
        return refuse(RefusalCode::Invalid, u"topic"_s, topic, u"is none that is read here"_s);
    const bool ours = levels[0] == u"tridesk" && levels.size() == 3;
    if (ours && levels[1] == u"order")
        return BrokerKept{.unit = levels[2], .payload = message.payload};
    if (message.retained)
        return forged(u"topic"_s, topic, u"was kept by the broker: a position or a step from before"_s);
    if (levels[0] == u"owntracks")
        return readOwnTracksWord(levels, message.payload, now);
    if (ours && levels[1] == u"fix")
        return readFix(levels[2], message.payload, now);
    if (ours && levels[1] == u"step")
        return readStep(levels[2], message.payload, now);
    return refuse(RefusalCode::Invalid, u"topic"_s, topic, u"is none that is read here"_s);
}

} // namespace tridesk
