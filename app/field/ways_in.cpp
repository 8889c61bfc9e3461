// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/ways_in.h"

#include "app/desk/desk.h"
#include "app/field/alarm_endpoint.h"
#include "app/field/field_endpoint.h"
#include "app/field/fix_endpoint.h"
#include "app/intake/incident_endpoint.h"
#include "app/link/seat_endpoint.h"

namespace tridesk {

using namespace Qt::StringLiterals;

WaysIn::WaysIn(const QString& dataFolder, const HttpOptions& options, Desk& desk, FixBoard& board,
               QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_http(new HttpService(dataFolder, options, this)) {
    new IncidentEndpoint(*m_http, desk, this);
    m_fixes = new FixEndpoint(*m_http, desk, board, this);
    new FieldEndpoint(*m_http, desk, this);
    new AlarmEndpoint(*m_http, desk, this);
    new SeatEndpoint(*m_http, desk, board, this);
    m_http->route("GET"_ba, u"/v1/health"_s, std::nullopt,
                  [this](const HttpCall&) { return answered(health()); });
    connect(&desk, &Desk::storageTrouble, this, [this](const QString& why) { m_storageTrouble = why; });
}

WaysIn::~WaysIn() = default;

void WaysIn::start() {
    if (m_desk.isReady())
        return m_http->start();
    connect(&m_desk, &Desk::ready, m_http, &HttpService::start, Qt::SingleShotConnection);
}

/// Open to all, so it says nothing of what the desk holds.
HttpAnswer WaysIn::health() const {
    const bool good = m_desk.isReady() && m_storageTrouble.isEmpty();
    HttpAnswer answer = HttpAnswer::json(
        good ? 200 : 503, QJsonObject{{u"status"_s, good ? u"ok"_s : u"trouble"_s},
                                      {u"version"_s, QString::fromLatin1(TRIDESK_VERSION)},
                                      {u"storage"_s, m_storageTrouble.isEmpty() ? u"ok"_s : u"trouble"_s},
                                      {u"unknown_devices"_s, m_fixes->unknownDevices().size()}});
    if (!good)
        answer.headers.append({"Retry-After"_ba, "5"_ba});
    return answer;
}

} // namespace tridesk
