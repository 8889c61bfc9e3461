// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/intake/http_service.h"
#include "app/link/seat_sessions.h"

#include <QObject>

namespace tridesk {

/// Signing in and out at a seat on another machine: POST and DELETE /v1/seats/{seat}/session, with the token
/// of that machine. The Desk's thread.
class SessionEndpoint : public QObject {
    Q_OBJECT

public:
    SessionEndpoint(HttpService& service, const Desk& desk, SeatSessions& sessions,
                    QObject* parent = nullptr);

private:
    [[nodiscard]] QFuture<HttpAnswer> signIn(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> signOut(const HttpCall& call);

    const Desk& m_desk;
    SeatSessions& m_sessions;
};

} // namespace tridesk
