// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/fix_endpoint.h"

#include "app/field/osmand_reader.h"
#include "app/field/owntracks_reader.h"

#include <QJsonArray>
#include <QLoggingCategory>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.field.fixes")

constexpr qsizetype mostUnknown = 1000;

HttpAnswer notReady() {
    return HttpAnswer::error(503, u"busy"_s, u"the desk is not ready for more fixes"_s);
}

QString headerText(const HttpCall& call, const QByteArray& name) {
    return QString::fromUtf8(call.request.header(name)).left(longestDeviceId);
}

bool isJson(const HttpRequest& request) {
    return request.header("content-type"_ba).contains("json") || request.body.trimmed().startsWith('{');
}

} // namespace

const Unit* unitOfDevice(const Situation& situation, const QString& device) {
    if (const Unit* unit = situation.unitByDevice(device))
        return unit;
    const std::optional<Callsign> callsign =
        Callsign::parse(QStringView(device).sliced(device.lastIndexOf(u'/') + 1));
    return callsign ? situation.unitByCallsign(*callsign) : nullptr;
}

FixEndpoint::FixEndpoint(HttpService& service, Desk& desk, FixBoard& board, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_board(board) {
    const auto osmand = [this](const HttpCall& call) { return osmAnd(call); };
    service.route(
        "POST"_ba, u"/v1/fixes/owntracks"_s, Scope::Fixes,
        [this](const HttpCall& call) { return answered(ownTracks(call)); }, TokenPlace::BearerOrTracker);
    service.route("GET"_ba, u"/v1/fixes/osmand"_s, Scope::Fixes, osmand, TokenPlace::BearerOrTracker);
    service.route("POST"_ba, u"/v1/fixes/osmand"_s, Scope::Fixes, osmand, TokenPlace::BearerOrTracker);
}

HttpAnswer FixEndpoint::ownTracks(const HttpCall& call) {
    const OwnTracksSender sender{.user = headerText(call, "x-limit-u"_ba),
                                 .device = headerText(call, "x-limit-d"_ba)};
    const Result<QList<TrackerReport>> reports =
        readOwnTracks(call.request.body, sender, m_desk.clock().now());
    if (!reports)
        return HttpAnswer::refused(reports.error());
    QList<Fix> fixes;
    for (const TrackerReport& report : *reports)
        if (const std::optional<Fix> fix = fixOf(report, call))
            fixes.append(*fix);
    // An unknown device is no fault towards the phone: the app would send the same again for ever.
    return m_board.take(fixes) ? HttpAnswer::json(200, QJsonArray()) : notReady();
}

QFuture<HttpAnswer> FixEndpoint::osmAnd(const HttpCall& call) {
    const Instant now = m_desk.clock().now();
    const HttpRequest& request = call.request;
    if (request.method == "POST" && isJson(request))
        return heard(alarmingDevice(request.body), readOsmAndJson(request.body, now), call);
    const bool formBody = request.method == "POST" && !request.body.trimmed().isEmpty();
    const QUrlQuery query = HttpRequest::form(formBody ? request.body : request.query);
    return heard(alarmingDevice(query), readOsmAnd(query, now), call);
}

QFuture<HttpAnswer> FixEndpoint::heard(const std::optional<QString>& alarming,
                                       const Result<std::optional<TrackerReport>>& report,
                                       const HttpCall& call) {
    const HttpAnswer taken = takeOne(report, call);
    const Unit* unit = alarming ? unitOfDevice(m_desk.situation(), *alarming) : nullptr;
    return unit ? raise(*unit, report.value_or(std::nullopt), call) : answered(taken);
}

/// What waited for a link rings late, but with the time at which the key was pressed; what was answered
/// before does not ring again.
QFuture<HttpAnswer> FixEndpoint::raise(const Unit& unit, const std::optional<TrackerReport>& said,
                                       const HttpCall& call) {
    const auto answer = [](const QString& word) {
        return HttpAnswer::json(200, QJsonObject{{u"alarm"_s, word}});
    };
    const UnitId id = unit.definition.id;
    const Instant now = m_desk.clock().now();
    const Instant pressed = said ? std::min(said->measuredAt, now) : now;
    if (const auto before = m_pressed.constFind(id); before != m_pressed.cend() && pressed <= *before)
        return answered(answer(u"known"_s));
    const Actor actor{.seat = {.tier = Tier::Machine, .place = call.grant.source}, .user = call.grant.source};
    const RaiseEmergency alarm{.unit = id,
                               .source = EmergencySource::Device,
                               .text = {},
                               .at = said ? std::optional(said->at) : std::nullopt};
    return m_desk.submit(actor, alarm, pressed)
        .then(this, [this, answer, id, pressed](const Outcome& outcome) {
            if (!outcome)
                return HttpAnswer::refused(outcome.error());
            m_pressed.insert(id, pressed);
            return answer(outcome->isEmpty() ? u"known"_s : u"raised"_s);
        });
}

HttpAnswer FixEndpoint::takeOne(const Result<std::optional<TrackerReport>>& report, const HttpCall& call) {
    if (!report)
        return HttpAnswer::refused(report.error());
    const QJsonObject nothing{{u"taken"_s, 0}};
    const std::optional<TrackerReport>& said = *report;
    if (!said)
        return HttpAnswer::json(200, nothing);
    const std::optional<Fix> fix = fixOf(*said, call);
    if (!fix)
        return HttpAnswer::refused(
            {RefusalCode::UnknownUnit, u"id"_s, said->device.left(80), u"no unit has this device"_s});
    return m_board.take({&*fix, 1}) ? HttpAnswer::json(200, QJsonObject{{u"taken"_s, 1}}) : notReady();
}

std::optional<Fix> FixEndpoint::fixOf(const TrackerReport& report, const HttpCall& call) {
    const Unit* unit = unitOfDevice(m_desk.situation(), report.device);
    if (!unit) {
        countUnknown(report.device, call.grant.source);
        return std::nullopt;
    }
    return Fix{.unit = unit->definition.id,
               .at = report.at,
               .measuredAt = report.measuredAt,
               .receivedAt = m_desk.clock().now(),
               .speed = report.speed,
               .heading = report.heading,
               .accuracy = report.accuracy,
               .source = call.grant.source};
}

void FixEndpoint::countUnknown(const QString& device, const QString& source) {
    if (m_unknown.size() >= mostUnknown && !m_unknown.contains(device))
        return;
    if (++m_unknown[device] == 1)
        qCWarning(log) << "no unit has the device" << device << "of source" << source;
}

} // namespace tridesk
