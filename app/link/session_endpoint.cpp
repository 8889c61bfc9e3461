// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/session_endpoint.h"

#include "app/link/seat_call.h"

namespace tridesk {

using namespace Qt::StringLiterals;

SessionEndpoint::SessionEndpoint(HttpService& service, const Desk& desk, SeatSessions& sessions,
                                 QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_sessions(sessions) {
    const auto route = [&](const char* method, auto handler) {
        service.route(method, u"/v1/seats/*/session"_s, Scope::Seat, [this, handler](const HttpCall& call) {
            if (!m_desk.isReady() || !m_sessions.isReady())
                return answered(HttpAnswer::error(503, u"busy"_s, u"the desk is not ready"_s));
            return (this->*handler)(call);
        });
    };
    route("POST", &SessionEndpoint::signIn);
    route("DELETE", &SessionEndpoint::signOut);
}

QFuture<HttpAnswer> SessionEndpoint::signIn(const HttpCall& call) {
    const auto seat = seatOf(call);
    if (!seat)
        return answered(HttpAnswer::refused(seat.error()));
    const auto asked = signInFrom(call.request.body);
    if (!asked)
        return answered(HttpAnswer::refused(asked.error()));
    return m_sessions.signIn(*asked, *seat, call.grant.source, call.request.peer, m_desk.clock().now())
        .then(this, [](const SignedInOutcome& outcome) { return answerOf(outcome); });
}

/// Only one's own: whoever has the secret, at the machine that it was given to.
QFuture<HttpAnswer> SessionEndpoint::signOut(const HttpCall& call) {
    const auto seat = seatOf(call);
    if (!seat)
        return answered(HttpAnswer::refused(seat.error()));
    const QByteArray secret = call.request.header(sessionHeader);
    const auto standing = m_sessions.standingOf(secret, *seat, call.grant, m_desk.clock().now());
    if (standing.stand == SessionStand::Good)
        m_sessions.end(secret);
    return answered(HttpAnswer::json(200, QJsonObject{{u"status"_s, u"done"_s}}));
}

} // namespace tridesk
