// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/intake/http_service.h"
#include "app/link/seat_page.h"
#include "app/link/seat_sessions.h"

#include <QHash>
#include <QObject>
#include <QPromise>

#include <memory>

namespace tridesk {

class FixBoard;

/// What a seat on another machine follows and asks for over HTTP: GET /v1/seats/{seat}/entries and
/// /v1/seats/{seat}/fixes, POST /v1/seats/{seat}/commands. A token of scope seat:SEAT reaches that seat only,
/// and reads its part. What is done there is done by who has signed in (session_endpoint.h), whose session
/// comes with it, by that login and role; by the token itself where nobody needs to (SeatSessions), or in an
/// emergency. The thread of the Desk and of the board.
class SeatEndpoint : public QObject {
    Q_OBJECT

public:
    SeatEndpoint(HttpService& service, Desk& desk, const FixBoard& board, SeatSessions& sessions,
                 QObject* parent = nullptr);
    ~SeatEndpoint() override;

private:
    using Answer = std::shared_ptr<QPromise<HttpAnswer>>;
    using Page = std::expected<SeatPage, QString>;

    /// A seat that has everything and waits for more; one for each seat.
    struct Waiter {
        Answer answer;
        qint64 after = 0;
        std::chrono::steady_clock::time_point until;
        Grant machine;
        QByteArray session;
        SeatSignIn signIn;                       ///< as it stood when it asked
        std::optional<QByteArray> beginsAt = {}; ///< the hash of the entry that it asked after
    };

    [[nodiscard]] QFuture<HttpAnswer> entries(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> fixes(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> command(const HttpCall& call);
    [[nodiscard]] Result<Actor> actorOf(const HttpCall& call, const Seat& seat, bool isEmergency) const;
    [[nodiscard]] SeatSessions::Standing standingOf(const Seat& seat, const Grant& machine,
                                                    const QByteArray& session) const;
    [[nodiscard]] SeatSignIn signInOf(const Seat& seat, const Grant& machine,
                                      const QByteArray& session) const;
    void tellOfSignIns();
    void look(const Seat& seat, const Waiter& waiter);
    void take(const Seat& seat, Waiter waiter, const Page& page);
    void wake(const Changes& changes);
    void wakeLate();
    void noteKnown(const Actor& actor, qint64 received, qint64 shown);

    struct Known {
        qint64 received = 0;
        qint64 shown = 0;
    };

    Desk& m_desk;
    const FixBoard& m_board;
    SeatSessions& m_sessions;
    QHash<QString, Waiter> m_waiting; ///< by seat
    QHash<QString, Known> m_known;    ///< how far each seat said it has come
    QTimer m_late;
};

} // namespace tridesk
