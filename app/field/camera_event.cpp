// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/camera_event.h"

#include "app/domain/video_feed.h"
#include "app/field/tracker_report.h"
#include "app/intake/incident_reader.h"
#include "app/intake/json_fields.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct NamedKind {
    QLatin1StringView name;
    CameraEventKind kind;
};

constexpr std::array kinds{NamedKind{"record"_L1, CameraEventKind::Record},
                           NamedKind{"record_end"_L1, CameraEventKind::RecordEnd},
                           NamedKind{"holster"_L1, CameraEventKind::WeaponDrawn},
                           NamedKind{"weapon_drawn"_L1, CameraEventKind::WeaponDrawn},
                           NamedKind{"weapon_holstered"_L1, CameraEventKind::WeaponHolstered},
                           NamedKind{"man_down"_L1, CameraEventKind::ManDown},
                           NamedKind{"shot"_L1, CameraEventKind::Shot},
                           NamedKind{"key"_L1, CameraEventKind::Key}};

CameraEventKind kindFrom(JsonFields& fields) {
    const QString word = fields.neededText(u"event"_s, limits::line);
    const auto* known = std::ranges::find_if(kinds, [&](const NamedKind& each) { return word == each.name; });
    if (known != kinds.end())
        return known->kind;
    if (!word.isEmpty())
        fields.fault(RefusalCode::Invalid, u"event"_s, word,
                     u"must be record, record_end, holster, weapon_holstered, man_down, shot or key"_s);
    return CameraEventKind::Record;
}

/// It goes into the record and onto screens: an address of a picture, and nothing that opens one.
QString mediaFrom(JsonFields& fields) {
    const QString text = fields.text(u"media"_s, limits::feedAddress).trimmed();
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() ||
        (scheme != u"http"_s && scheme != u"https"_s && scheme != u"rtsp"_s)) {
        fields.fault(RefusalCode::Invalid, u"media"_s, withoutSecrets(text),
                     u"must be a http, https or rtsp address"_s);
        return {};
    }
    const auto parameters = QUrlQuery(url).queryItems();
    const bool opens =
        std::ranges::any_of(parameters, [](const auto& each) { return isSecretParameter(each.first); });
    if (text.contains(u'@') || opens)
        fields.fault(RefusalCode::Invalid, u"media"_s, withoutSecrets(text),
                     u"a login does not belong in an address"_s);
    return text;
}

Result<CameraEvent> eventFrom(const QJsonValue& value, Instant now) {
    if (!value.isObject())
        return refuse(RefusalCode::Invalid, u"event"_s, shown(value), u"must be an object"_s);
    JsonFields fields(value.toObject(), {});
    CameraEvent event{.id = fields.neededText(u"id"_s, limits::key),
                      .kind = kindFrom(fields),
                      .device = fields.neededText(u"device"_s, longestDeviceId).trimmed()};
    event.at = fields.point(u"lat"_s, u"lon"_s);
    event.text =
        fields.text(u"text"_s, limits::text - limits::feedAddress - limits::line); // with what is added
    event.media = mediaFrom(fields);
    const QString type = fields.text(u"type"_s, limits::line);
    if (const auto code = TypeCode::parse(type))
        event.type = *code;
    else if (!type.isEmpty())
        fields.fault(RefusalCode::UnknownType, u"type"_s, type);
    const std::optional<Instant> told = fields.instant(u"happened_at"_s);
    if (told)
        fields.take(impossibleTime(u"happened_at"_s, toIso(*told), *told, now));
    event.happenedAt = std::min(told.value_or(now), now);
    if (std::optional<Refusal> fault = fields.finish()) {
        fault->value = withoutSecrets(fault->value);
        return std::unexpected(std::move(*fault));
    }
    return event;
}

} // namespace

Result<CameraEventBatch> readCameraEvents(const QByteArray& body, Instant now) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(RefusalCode::Invalid, u"body"_s, {},
                      u"no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    CameraEventBatch batch;
    if (document.isObject()) {
        batch.events.append(eventFrom(document.object(), now));
        return batch;
    }
    batch.single = false;
    const QJsonArray list = document.array();
    if (list.isEmpty())
        return refuse(RefusalCode::Missing, u"body"_s, u"[]"_s);
    if (list.size() > cameraEventLimit)
        return refuse(RefusalCode::TooMany, u"body"_s, QString::number(list.size()),
                      QString::number(cameraEventLimit));
    batch.events.reserve(list.size());
    for (const auto& value : list)
        batch.events.append(eventFrom(value, now));
    return batch;
}

} // namespace tridesk
