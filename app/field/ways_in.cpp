// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/ways_in.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/field/alarm_endpoint.h"
#include "app/field/field_endpoint.h"
#include "app/field/fix_endpoint.h"
#include "app/intake/incident_endpoint.h"
#include "app/link/seat_endpoint.h"
#include "app/link/seat_sessions.h"
#include "app/link/session_endpoint.h"

namespace tridesk {

using namespace Qt::StringLiterals;

WaysIn::WaysIn(const QString& dataFolder, const HttpOptions& options, Desk& desk, FixBoard& board,
               QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_board(board)
    , m_http(new HttpService(dataFolder, options, this))
    , m_sessions(new SeatSessions(dataFolder, this)) {
    new IncidentEndpoint(*m_http, desk, this);
    m_fixes = new FixEndpoint(*m_http, desk, board, this);
    new FieldEndpoint(*m_http, desk, this);
    new AlarmEndpoint(*m_http, desk, this);
    new SeatEndpoint(*m_http, desk, board, *m_sessions, this);
    new SessionEndpoint(*m_http, desk, *m_sessions, this);
    connect(m_sessions, &SeatSessions::trouble, m_http, &HttpService::trouble);
    for (const QString& path : {u"/health"_s, u"/v1/health"_s})
        m_http->route("GET"_ba, path, std::nullopt, [this](const HttpCall&) { return answered(health()); });
    m_http->route(
        "GET"_ba, u"/metrics"_s, std::nullopt, [this](const HttpCall&) { return answered(metrics()); },
        TokenPlace::BearerOrLoopback);
    connect(&desk, &Desk::storageTrouble, this, [this](const QString& why) { m_storageTrouble = why; });
}

WaysIn::~WaysIn() = default;

void WaysIn::start() {
    m_sessions->start();
    if (m_desk.isReady())
        return m_http->start();
    connect(&m_desk, &Desk::ready, m_http, &HttpService::start, Qt::SingleShotConnection);
}

void WaysIn::setTrouble(const QString& part, const QString& why) {
    m_troubles.insert(part, why);
}

bool WaysIn::isGood() const {
    return m_desk.isReady() && m_storageTrouble.isEmpty();
}

/// Open to all, so it says nothing of what the desk holds.
HttpAnswer WaysIn::health() const {
    const bool standby = m_http->isStandby();
    QJsonObject said{{u"status"_s, !isGood() ? u"trouble"_s
                                   : standby ? u"standby"_s
                                             : u"ok"_s},
                     {u"duty"_s, standby ? u"standby"_s : u"active"_s},
                     {u"version"_s, QString::fromLatin1(TRIDESK_VERSION)},
                     {u"storage"_s, m_storageTrouble.isEmpty() ? u"ok"_s : u"trouble"_s},
                     {u"unknown_devices"_s, m_fixes->unknownDevices().size()}};
    for (auto each = m_troubles.cbegin(); each != m_troubles.cend(); ++each)
        said.insert(each.key(), each->isEmpty() ? u"ok"_s : u"trouble"_s);
    HttpAnswer answer = HttpAnswer::json(isGood() ? 200 : 503, said);
    if (!isGood())
        answer.headers.append({"Retry-After"_ba, "5"_ba});
    return answer;
}

HttpAnswer WaysIn::metrics() const {
    const Situation& desk = m_desk.situation();
    QList<Metric> all{
        {"tridesk_build_info", "Which program.", Metric::Kind::Gauge, 1, "version=\"" TRIDESK_VERSION "\""},
        {"tridesk_ready", "Whether the desk is open and the record can be written.", Metric::Kind::Gauge,
         double(isGood())},
        {"tridesk_active", "Whether this gateway works, of all on its journal.", Metric::Kind::Gauge,
         double(!m_http->isStandby())},
        {"tridesk_journal_entries", "The newest entry's number.", Metric::Kind::Gauge, double(desk.seq())},
        {"tridesk_incidents_open", "Incidents that are not closed.", Metric::Kind::Gauge,
         double(desk.openIncidents().size())},
        {"tridesk_emergencies", "Units whose emergency stands.", Metric::Kind::Gauge,
         double(desk.emergencies().size())},
        {"tridesk_units_placed", "Units that have ever said where they are.", Metric::Kind::Gauge,
         double(m_board.all().size())},
        {"tridesk_unknown_devices", "Devices heard over HTTP that no unit has.", Metric::Kind::Gauge,
         double(m_fixes->unknownDevices().size())},
        {"tridesk_http_admitted_total", "HTTP requests that reached their route.", Metric::Kind::Counter,
         double(m_http->admitted())},
        {"tridesk_http_turned_away_total", "HTTP requests refused for path, token, rate or standby.",
         Metric::Kind::Counter, double(m_http->turnedAway())}};
    for (auto each = m_troubles.cbegin(); each != m_troubles.cend(); ++each)
        all.append({"tridesk_part_ok", "Whether that part of the gateway works.", Metric::Kind::Gauge,
                    double(each->isEmpty()), "part=\"" + each.key().toLatin1() + '"'});
    for (const auto& more : m_moreMetrics)
        all += more();
    all += processMetrics();
    return {.status = 200, .body = prometheusText(all), .headers = {}, .type = prometheusType};
}

} // namespace tridesk
