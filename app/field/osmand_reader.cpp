// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/osmand_reader.h"

#include "app/intake/json_fields.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr double knots = 1852.0 / 3600.0;
constexpr qint64 leastMilliseconds =
    100'000'000'000; ///< a number above is no count of seconds before the year 5138

QString value(const QUrlQuery& query, const QString& key) {
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

QString firstOf(const QUrlQuery& query, std::initializer_list<QString> keys) {
    for (const QString& key : keys)
        if (query.hasQueryItem(key))
            return value(query, key);
    return {};
}

Result<std::optional<double>> number(const QUrlQuery& query, const QString& key) {
    const QString text = value(query, key);
    if (text.isEmpty())
        return std::nullopt;
    bool good = false;
    const double found = text.toDouble(&good);
    if (!good)
        return refuse(RefusalCode::Invalid, key, text, u"must be a number"_s);
    return found;
}

std::optional<double> numberOrNothing(const QUrlQuery& query, const QString& key) {
    return number(query, key).value_or(std::nullopt);
}

Result<GeoPoint> pointFrom(const QString& latitude, const QString& longitude, const QString& latitudeField,
                           const QString& longitudeField) {
    bool latitudeGood = false, longitudeGood = false;
    const double lat = latitude.toDouble(&latitudeGood), lon = longitude.toDouble(&longitudeGood);
    if (!latitudeGood || !GeoPoint::from(lat, 0))
        return refuse(latitude.isEmpty() ? RefusalCode::Missing : RefusalCode::Invalid, latitudeField,
                      latitude, u"must lie between -90 and 90"_s);
    if (!longitudeGood || !GeoPoint::from(0, lon))
        return refuse(longitude.isEmpty() ? RefusalCode::Missing : RefusalCode::Invalid, longitudeField,
                      longitude, u"must lie between -180 and 180"_s);
    return *GeoPoint::from(lat, lon);
}

Result<GeoPoint> place(const QUrlQuery& query) {
    if (!query.hasQueryItem(u"location"_s))
        return pointFrom(value(query, u"lat"_s), value(query, u"lon"_s), u"lat"_s, u"lon"_s);
    const QString location = value(query, u"location"_s);
    const QStringList parts = location.split(u',');
    if (parts.size() != 2)
        return refuse(RefusalCode::Invalid, u"location"_s, location, u"must be lat,lon"_s);
    return pointFrom(parts[0].trimmed(), parts[1].trimmed(), u"location"_s, u"location"_s);
}

std::optional<Instant> instantFrom(const QString& text) {
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (isNumber && number >= 0 && number < 1e15)
        return instantFromMs(number >= double(leastMilliseconds) ? qint64(number) : qint64(number * 1000));
    if (const std::optional<Instant> iso = instantFromIso(text))
        return iso;
    QDateTime plain = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    plain.setTimeZone(QTimeZone::UTC);
    return plain.isValid() ? std::optional(instantFromMs(plain.toMSecsSinceEpoch())) : std::nullopt;
}

Result<Instant> time(const QString& field, const QString& text, Instant now) {
    if (text.isEmpty())
        return now;
    const std::optional<Instant> at = instantFrom(text);
    if (!at)
        return refuse(RefusalCode::Invalid, field, text, u"must be seconds, milliseconds or ISO 8601"_s);
    if (const std::optional<Refusal> impossible = impossibleTime(field, text, *at, now))
        return std::unexpected(*impossible);
    return *at;
}

Result<QString> device(const QString& field, const QString& id) {
    if (id.isEmpty())
        return refuse(RefusalCode::Missing, field);
    if (id.size() > longestDeviceId)
        return refuse(RefusalCode::TooLong, field, id, QString::number(longestDeviceId));
    return id;
}

bool isHelpKey(const QString& alarm) {
    return alarm.compare("sos"_L1, Qt::CaseInsensitive) == 0;
}

/// A phone without a fix tells what it hears instead; there is nothing to look that up in.
bool namesNoPlace(const QUrlQuery& query) {
    return !query.hasQueryItem(u"lat"_s) && !query.hasQueryItem(u"lon"_s) &&
           !query.hasQueryItem(u"location"_s) &&
           (query.hasQueryItem(u"cell"_s) || query.hasQueryItem(u"wifi"_s));
}

} // namespace

Result<std::optional<TrackerReport>> readOsmAnd(const QUrlQuery& query, Instant now) {
    const Result<QString> id = device(u"id"_s, firstOf(query, {u"id"_s, u"deviceid"_s}));
    if (!id)
        return std::unexpected(id.error());
    if (namesNoPlace(query))
        return std::nullopt;
    const Result<GeoPoint> at = place(query);
    if (!at)
        return std::unexpected(at.error());
    const Result<Instant> measuredAt = time(u"timestamp"_s, value(query, u"timestamp"_s), now);
    if (!measuredAt)
        return std::unexpected(measuredAt.error());
    const Result<std::optional<double>> speed = number(query, u"speed"_s);
    if (!speed)
        return std::unexpected(speed.error());
    const QString bearing = query.hasQueryItem(u"bearing"_s) ? u"bearing"_s : u"heading"_s;
    return TrackerReport{.device = *id,
                         .at = *at,
                         .measuredAt = *measuredAt,
                         .speed = knownSpeed(*speed, knots),
                         .heading = knownHeading(numberOrNothing(query, bearing)),
                         .accuracy = knownAccuracy(numberOrNothing(query, u"accuracy"_s))};
}

std::optional<QString> alarmingDevice(const QUrlQuery& query) {
    if (!isHelpKey(value(query, u"alarm"_s)))
        return std::nullopt;
    const Result<QString> id = device(u"id"_s, firstOf(query, {u"id"_s, u"deviceid"_s}));
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<QString> alarmingDevice(const QByteArray& body) {
    const QJsonObject whole = QJsonDocument::fromJson(body).object();
    const QJsonObject location = whole.value(u"location"_s).toObject();
    const QJsonObject extras = location.value(u"extras"_s).toObject();
    const bool asks = std::ranges::any_of(std::array{extras, location, whole}, [](const QJsonObject& part) {
        return isHelpKey(part.value(u"alarm"_s).toString());
    });
    const Result<QString> id = device(u"device_id"_s, whole.value(u"device_id"_s).toString());
    return asks && id ? std::optional(*id) : std::nullopt;
}

Result<std::optional<TrackerReport>> readOsmAndJson(const QByteArray& body, Instant now) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refuse(RefusalCode::Invalid, u"body"_s, QString::fromUtf8(body.left(80)),
                      u"must be a JSON object"_s);
    JsonFields fields(document.object(), {});
    JsonFields location = fields.open(u"location"_s);
    JsonFields coords = location.open(u"coords"_s);
    const std::optional<GeoPoint> at = coords.point(u"latitude"_s, u"longitude"_s);
    if (!at)
        coords.fault(RefusalCode::Missing, u"latitude"_s);
    TrackerReport report{.device = fields.neededText(u"device_id"_s, longestDeviceId),
                         .at = at.value_or(GeoPoint()),
                         .measuredAt = {},
                         .speed = knownSpeed(coords.number(u"speed"_s), 1),
                         .heading = knownHeading(coords.number(u"heading"_s)),
                         .accuracy = knownAccuracy(coords.number(u"accuracy"_s))};
    const QString timestamp = location.neededText(u"timestamp"_s, limits::line);
    for (JsonFields* part : {&location, &coords})
        fields.take(part->fault());
    if (const std::optional<Refusal> fault = fields.fault())
        return std::unexpected(*fault);
    const Result<Instant> measuredAt = time(u"location.timestamp"_s, timestamp, now);
    if (!measuredAt)
        return std::unexpected(measuredAt.error());
    report.measuredAt = *measuredAt;
    return report;
}

} // namespace tridesk
