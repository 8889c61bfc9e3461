// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/owntracks_reader.h"

#include "app/intake/json_fields.h"

#include <QJsonDocument>

#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr double kilometresPerHour = 1 / 3.6;
constexpr int mostMessages = 1000;

QString joined(const QString& user, const QString& device) {
    return user.isEmpty() || device.isEmpty() ? user + device : user + u'/' + device;
}

/// "owntracks/demo/iphone" → "demo/iphone"; a topic may end in "/event" and the like.
QString fromTopic(const QString& topic) {
    const QStringList parts = topic.split(u'/', Qt::SkipEmptyParts);
    return parts.size() >= 3 ? joined(parts[1], parts[2]) : QString();
}

QString deviceOf(JsonFields& fields, const OwnTracksSender& sender) {
    const QString topic = fromTopic(fields.text(u"topic"_s, limits::line));
    const QString header = joined(sender.user, sender.device);
    const QString tid = fields.text(u"tid"_s, longestDeviceId);
    return !topic.isEmpty() ? topic : !header.isEmpty() ? header : tid;
}

Instant readTst(JsonFields& fields, Instant now) {
    const std::optional<double> seconds = fields.number(u"tst"_s);
    if (!seconds) {
        fields.fault(RefusalCode::Missing, u"tst"_s);
        return {};
    }
    const Instant at =
        instantFromMs(std::abs(*seconds) < 1e11 ? qint64(std::llround(*seconds * 1000)) : toMs(now) * 2);
    fields.take(impossibleTime(u"tst"_s, shown(*seconds), at, now));
    return at;
}

Result<TrackerReport> readLocation(const QJsonObject& object, const OwnTracksSender& sender, Instant now) {
    // Lenient on what it does not know: each version of the app adds fields of its own.
    JsonFields fields(object, {});
    TrackerReport report;
    report.device = deviceOf(fields, sender);
    if (report.device.isEmpty())
        fields.fault(RefusalCode::Missing, u"topic"_s);
    const std::optional<GeoPoint> at = fields.point(u"lat"_s, u"lon"_s);
    if (!at)
        fields.fault(RefusalCode::Missing, u"lat"_s);
    report.at = at.value_or(GeoPoint());
    report.measuredAt = readTst(fields, now);
    report.speed = knownSpeed(fields.number(u"vel"_s), kilometresPerHour);
    report.heading = knownHeading(fields.number(u"cog"_s));
    report.accuracy = knownAccuracy(fields.number(u"acc"_s));
    if (const std::optional<Refusal> fault = fields.fault())
        return std::unexpected(*fault);
    return report;
}

Result<void> readMessage(const QJsonValue& value, const OwnTracksSender& sender, Instant now,
                         QList<TrackerReport>& reports) {
    if (!value.isObject())
        return refuse(RefusalCode::Invalid, u"body"_s, shown(value), u"must be an object"_s);
    const QJsonValue type = value[u"_type"];
    if (!type.isString())
        return refuse(type.isUndefined() ? RefusalCode::Missing : RefusalCode::Invalid, u"_type"_s,
                      shown(type));
    if (type.toString() == u"encrypted")
        return refuse(RefusalCode::Invalid, u"_type"_s, u"encrypted"_s,
                      u"encrypted messages cannot be read here"_s);
    if (type.toString() != u"location")
        return {};
    Result<TrackerReport> report = readLocation(value.toObject(), sender, now);
    if (!report)
        return std::unexpected(std::move(report.error()));
    reports.append(std::move(*report));
    return {};
}

} // namespace

Result<QList<TrackerReport>> readOwnTracks(const QByteArray& body, const OwnTracksSender& sender,
                                           Instant now) {
    QList<TrackerReport> reports;
    if (body.trimmed().isEmpty())
        return reports; // the app's way of asking whether anybody is there
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(RefusalCode::Invalid, u"body"_s, QString::fromUtf8(body.left(80)),
                      u"no JSON: "_s + error.errorString());
    const QJsonArray messages = document.isArray() ? document.array() : QJsonArray{document.object()};
    if (messages.size() > mostMessages)
        return refuse(RefusalCode::TooMany, u"body"_s, QString::number(messages.size()),
                      QString::number(mostMessages));
    for (const auto& message : messages)
        if (Result<void> read = readMessage(message, sender, now, reports); !read)
            return std::unexpected(std::move(read.error()));
    return reports;
}

} // namespace tridesk
