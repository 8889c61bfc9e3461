// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/session_store.h"
#include "app/access/token_store.h"
#include "app/desk/user_gate.h"
#include "app/desk/worker_thread.h"
#include "app/intake/rate_limit.h"
#include "app/link/sign_in_message.h"

#include <QSet>

namespace tridesk {

class SessionKeeper;

/// Who has signed in at seats on other machines, at their gateway: the users of its data folder, and the
/// sessions that they have from there. Files and passwords are looked at on threads of its own. Bounds how
/// often a machine, and an address, may be wrong; each user's own attempts the store of users counts. One
/// thread, the desk's; `now` is the desk's clock everywhere.
class SeatSessions : public QObject {
    Q_OBJECT

public:
    explicit SeatSessions(const QString& dataFolder, QObject* parent = nullptr);
    ~SeatSessions() override;

    void start();
    [[nodiscard]] bool isReady() const { return m_areRead && m_users.isReady(); }

    /// A station's seat: as soon as one user of the gateway may take it, unless the machine's token says that
    /// it acts unsigned. A crew's: never.
    [[nodiscard]] bool isNeeded(const Seat& seat, const Grant& machine) const;

    struct Standing {
        SessionStand stand = SessionStand::Over;
        std::optional<User> user = {}; ///< of one that is good
    };
    [[nodiscard]] Standing standingOf(const QByteArray& secret, const Seat& seat, const Grant& machine,
                                      Instant now) const;

    [[nodiscard]] QFuture<SignedInOutcome> signIn(const SignInAsked& asked, const Seat& seat,
                                                  const QString& source, const QString& peer, Instant now);
    void end(const QByteArray& secret);

Q_SIGNALS:
    /// Users or sessions are others now.
    void changed();
    void trouble(const QString& why); ///< one line, each once

private:
    [[nodiscard]] QFuture<SignedInOutcome> place(const SignInOutcome& outcome, const Seat& seat,
                                                 const QString& source, const QString& peer, Instant now);
    void complain(const QString& why);

    UserGate m_users;
    SessionKeeper* m_keeper; ///< the thread's
    WorkerThread m_thread;
    SessionList m_sessions;
    bool m_areRead = false;
    QSet<QString> m_busy; ///< machines whose sign-in is being looked at
    RateLimit m_wrongBySource;
    RateLimit m_wrongByPeer;
    QString m_lastTrouble;
};

} // namespace tridesk
