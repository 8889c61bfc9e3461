// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/alarm_endpoint.h"

#include "app/domain/feed_rules.h"
#include "app/field/fix_endpoint.h"

#include <QJsonArray>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSettled = 20'000;

/// What the record says where the source has no words of its own: in both languages, as the record has no
/// other.
QString wordsOf(CameraEventKind kind) {
    switch (kind) {
    case CameraEventKind::ManDown:
        return u"倒地报警 man down"_s;
    case CameraEventKind::Shot:
        return u"枪声报警 shot"_s;
    case CameraEventKind::Key:
        return u"求助按键 help key"_s;
    case CameraEventKind::Record:
    case CameraEventKind::RecordEnd:
    case CameraEventKind::WeaponDrawn:
    case CameraEventKind::WeaponHolstered:
        break;
    }
    return {};
}

QString textOf(const CameraEvent& event, const QString& otherwise) {
    const QString said = event.text.isEmpty() ? otherwise : event.text;
    if (event.media.isEmpty())
        return said;
    const QString link = u"视频 video: "_s + event.media;
    return said.isEmpty() ? link : said + u'\n' + link;
}

std::optional<EmergencySource> emergencyOf(CameraEventKind kind) {
    switch (kind) {
    case CameraEventKind::ManDown:
        return EmergencySource::ManDown;
    case CameraEventKind::Shot:
        return EmergencySource::Shot;
    case CameraEventKind::Key:
        return EmergencySource::CameraKey;
    case CameraEventKind::Record:
    case CameraEventKind::RecordEnd:
    case CameraEventKind::WeaponDrawn:
    case CameraEventKind::WeaponHolstered:
        break;
    }
    return std::nullopt;
}

CameraSign signOf(CameraEventKind kind) {
    switch (kind) {
    case CameraEventKind::RecordEnd:
        return CameraSign::RecordingEnded;
    case CameraEventKind::WeaponDrawn:
        return CameraSign::WeaponDrawn;
    case CameraEventKind::WeaponHolstered:
        return CameraSign::WeaponHolstered;
    case CameraEventKind::Record:
    case CameraEventKind::ManDown:
    case CameraEventKind::Shot:
    case CameraEventKind::Key:
        break;
    }
    return CameraSign::Recording;
}

/// The same event of the same source is the same request, also after a restart.
RequestId requestOf(const QString& key) {
    static const QUuid space(u"{6f5c1d52-93a4-4d0e-8f4b-1c5c7a3be1d0}"_s);
    return RequestId(QUuid::createUuidV5(space, key));
}

QString nameOf(const Name& name) {
    return name.zh.isEmpty() ? name.en : name.zh;
}

QJsonObject toJson(const QString& id, const Outcome& outcome, qsizetype index) {
    QJsonObject json{{u"id"_s, id},
                     {u"status"_s, !outcome             ? u"refused"_s
                                   : outcome->isEmpty() ? u"known"_s
                                                        : u"taken"_s}};
    if (!outcome) {
        QJsonObject error = refusalJson(outcome.error());
        error.insert(u"index"_s, index);
        json.insert(u"error"_s, error);
    }
    return json;
}

/// A desk that ends leaves its askers without an outcome.
Outcome settled(const QFuture<Outcome>& outcome) {
    return outcome.resultCount() > 0
               ? outcome.result()
               : Outcome(refuse(RefusalCode::Storage, {}, {}, u"the desk has closed"_s));
}

HttpAnswer answerOf(const QStringList& ids, const QList<QFuture<Outcome>>& outcomes, bool single) {
    QJsonArray list;
    qsizetype refused = 0;
    bool storage = false;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const Outcome outcome = settled(outcomes[i]);
        list.append(toJson(ids[i], outcome, i));
        refused += outcome ? 0 : 1;
        storage = storage || (!outcome && outcome.error().code == RefusalCode::Storage);
        if (single && !outcome)
            return HttpAnswer::refused(outcome.error());
    }
    HttpAnswer answer = HttpAnswer::json(storage       ? 503
                                         : refused > 0 ? 207
                                                       : 200,
                                         QJsonObject{{u"events"_s, list}});
    if (storage)
        answer.headers.append({"Retry-After"_ba, "5"_ba});
    return answer;
}

} // namespace

const Unit* unitOfCamera(const Situation& situation, const QString& device) {
    // A kit's code is typed at every log-on; where two crews name it, the one that logged on last has it.
    VideoFeed asked;
    asked.owner = {.kind = FeedOwnerKind::BodyCamera, .name = device};
    auto unit = feed_rules::unitOf(situation, asked);
    if (const auto code = FeedId::parse(device); !unit && code)
        if (const VideoFeed* feed = situation.feeds().find(*code))
            unit = feed_rules::unitOf(situation, *feed);
    return unit ? situation.units().find(*unit) : unitOfDevice(situation, device);
}

std::optional<Place> placeOfCamera(const Situation& situation, const QString& device) {
    if (const auto code = FeedId::parse(device))
        if (const VideoFeed* feed = situation.feeds().find(*code))
            if (const auto at = feed_rules::placeOf(situation, *feed))
                return Place{at, nameOf(feed->name)};
    const auto code = CameraId::parse(device);
    const Camera* camera = code ? situation.cameras().find(*code) : nullptr;
    return camera ? std::optional(Place{camera->at, nameOf(camera->name)}) : std::nullopt;
}

AlarmEndpoint::AlarmEndpoint(HttpService& service, Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    service.route("POST"_ba, u"/v1/alarms"_s, Scope::Alarms,
                  [this](const HttpCall& call) { return post(call); });
}

QFuture<HttpAnswer> AlarmEndpoint::post(const HttpCall& call) {
    if (!m_desk.isReady())
        return answered(HttpAnswer::error(503, u"busy"_s, u"the desk is not ready"_s));
    const auto batch = readCameraEvents(call.request.body, m_desk.clock().now());
    if (!batch)
        return answered(HttpAnswer::refused(batch.error()));
    const QString& source = call.grant.source;
    const Actor actor{.seat = {.tier = Tier::Machine, .place = source}, .user = source};
    QStringList ids;
    QList<QFuture<Outcome>> outcomes;
    ids.reserve(batch->events.size());
    outcomes.reserve(batch->events.size());
    for (const Result<CameraEvent>& event : batch->events) {
        ids.append(event ? event->id : QString());
        outcomes.append(event ? take(*event, actor)
                              : QtFuture::makeReadyValueFuture<Outcome>(std::unexpected(event.error())));
    }
    return QtFuture::whenAll(outcomes.begin(), outcomes.end())
        .then(this, [ids, single = batch->single](const QList<QFuture<Outcome>>& done) {
            return answerOf(ids, done, single);
        });
}

QFuture<Outcome> AlarmEndpoint::take(const CameraEvent& event, const Actor& actor) {
    const QString key = actor.user + u'\n' + event.id;
    const auto found = commandFor(event, actor.user);
    if (!found)
        return QtFuture::makeReadyValueFuture<Outcome>(std::unexpected(found.error()));
    const std::optional<Command>& command = *found;
    // An incident's own source key tells a repeat from a contradiction.
    const bool isReport = command && std::holds_alternative<ReportIncident>(*command);
    if (!command || (!isReport && m_settled.contains(key)))
        return QtFuture::makeReadyValueFuture<Outcome>(QList<Entry>());
    return m_desk.submit(actor, *command, event.happenedAt, isReport ? RequestId() : requestOf(key))
        .then(this, [this, key](const Outcome& outcome) {
            if (outcome)
                remember(key);
            return outcome;
        });
}

/// Nothing where there is nothing to be done: that a fixed camera records.
Result<std::optional<Command>> AlarmEndpoint::commandFor(const CameraEvent& event,
                                                         const QString& source) const {
    const Situation& situation = m_desk.situation();
    if (const Unit* unit = unitOfCamera(situation, event.device)) {
        const UnitId& id = unit->definition.id;
        if (const auto emergency = emergencyOf(event.kind))
            return Command(
                RaiseEmergency{.unit = id, .source = *emergency, .text = textOf(event, {}), .at = event.at});
        return Command(NoteCameraSign{.unit = id, .sign = signOf(event.kind), .text = textOf(event, {})});
    }
    std::optional<Place> place = placeOfCamera(situation, event.device);
    if (!place && !event.at)
        return refuse(RefusalCode::UnknownCamera, u"device"_s, event.device,
                      u"no unit, feed or camera has this code"_s);
    if (!isAlarm(event.kind))
        return std::optional<Command>();
    // A body camera that no crew has logged on with may be somebody's all the same: help goes where it is.
    if (!place)
        place = Place{event.at, event.device};
    if (event.at)
        place->at = event.at;
    IncidentDetails details{.text = textOf(event, u"%1: %2"_s.arg(wordsOf(event.kind), event.device)),
                            .type = event.type,
                            .level = event.kind == CameraEventKind::Shot ? Level::Critical : Level::Urgent,
                            .place = *place,
                            .callers = {},
                            .hazards = {}};
    details.hazards.weapon = event.kind == CameraEventKind::Shot;
    details.hazards.injured = event.kind == CameraEventKind::ManDown;
    return Command(ReportIncident{{source, event.id}, details});
}

void AlarmEndpoint::remember(const QString& key) {
    if (m_settled.contains(key))
        return;
    m_settled.insert(key);
    m_order.enqueue(key);
    while (m_order.size() > mostSettled)
        m_settled.remove(m_order.dequeue());
}

} // namespace tridesk
