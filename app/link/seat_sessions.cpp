// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_sessions.h"

#include "app/link/session_keeper.h"

#include <QPromise>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SignInFault::Kind;

namespace {

/// A machine may be wrong ten times at once, and then every ten seconds. An address may be a proxy's, behind
/// which all of them stand: what it may is what it may with tokens (HttpOptions).
constexpr double wrongPerSecondBySource = 0.1;
constexpr double wrongBurstBySource = 10;
constexpr double wrongPerSecondByPeer = 1;
constexpr double wrongBurstByPeer = 20;
constexpr Milliseconds banned = 10s;
constexpr Milliseconds busy = 1s;
/// Passwords that wait to be looked at; each takes a tenth of a second and 64 MiB, one after the other.
constexpr qsizetype mostAtOnce = 16;

QFuture<SignedInOutcome> refused(Kind kind, Milliseconds wait = {}, const QString& detail = {}) {
    return QtFuture::makeReadyValueFuture(SignedInOutcome(std::unexpected(SignInFault{kind, wait, detail})));
}

/// Bounds on guessing are by the machine's own clock, whatever the desk's says.
Instant systemNow() {
    return SystemClock().now();
}

} // namespace

SeatSessions::SeatSessions(const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_users(dataFolder, std::make_shared<SystemClock>())
    , m_keeper(new SessionKeeper(dataFolder))
    , m_thread(u"sessions"_s, m_keeper)
    , m_wrongBySource(wrongPerSecondBySource, wrongBurstBySource)
    , m_wrongByPeer(wrongPerSecondByPeer, wrongBurstByPeer) {
    connect(m_keeper, &SessionKeeper::changed, this, [this](const SessionList& sessions) {
        m_sessions = sessions;
        m_areRead = true;
        Q_EMIT changed();
    });
    connect(m_keeper, &SessionKeeper::trouble, this, &SeatSessions::complain);
    connect(&m_users, &UserGate::read, this, &SeatSessions::changed);
    connect(&m_users, &UserGate::trouble, this, &SeatSessions::complain);
}

SeatSessions::~SeatSessions() = default;

void SeatSessions::start() {
    m_users.start();
    m_thread.start();
    QMetaObject::invokeMethod(m_keeper, &SessionKeeper::look, Qt::QueuedConnection);
}

void SeatSessions::complain(const QString& why) {
    if (std::exchange(m_lastTrouble, why) != why)
        Q_EMIT trouble(why);
}

bool SeatSessions::isNeeded(const Seat& seat, const Grant& machine) const {
    const auto maySit = [&](const User& user) { // a disabled one too: who is gone leaves no open seat behind
        return std::ranges::any_of(user.seats, [&](const SeatRule& rule) { return rule.allows(seat); });
    };
    return seat.tier == Tier::Station && !machine.actsUnsigned() &&
           std::ranges::any_of(m_users.users(), maySit);
}

SeatSessions::Standing SeatSessions::standingOf(const QByteArray& secret, const Seat& seat,
                                                const Grant& machine, Instant now) const {
    const auto session = m_sessions.find(secret);
    if (!session || session->seat != seat || session->source != machine.source)
        return {};
    const auto user = m_users.find(session->login);
    if (!session->maySit || !user || !user->mayTake(seat))
        return {.stand = SessionStand::Withdrawn};
    if (session->isEnded)
        return {.stand = SessionStand::Changed};
    if (now >= session->endsAt)
        return {};
    return {.stand = SessionStand::Good, .user = user};
}

QFuture<SignedInOutcome> SeatSessions::signIn(const SignInAsked& asked, const Seat& seat,
                                              const QString& source, const QString& peer, Instant now) {
    if (m_wrongBySource.isSpent(source, systemNow()) || m_wrongByPeer.isSpent(peer, systemNow()))
        return refused(Kind::Wait, banned);
    if (m_busy.contains(source) || m_busy.size() >= mostAtOnce)
        return refused(Kind::Wait, busy);
    m_busy.insert(source);
    return m_users.signIn(asked.login, asked.password)
        .then(this,
              [this, seat, source, peer, now](const SignInOutcome& outcome) {
                  m_busy.remove(source);
                  return place(outcome, seat, source, peer, now);
              })
        .unwrap();
}

QFuture<SignedInOutcome> SeatSessions::place(const SignInOutcome& outcome, const Seat& seat,
                                             const QString& source, const QString& peer, Instant now) {
    if (!outcome) {
        const SignInFault& fault = outcome.error();
        if (fault.kind == Kind::Wrong) {
            (void)m_wrongBySource.take(source, systemNow());
            (void)m_wrongByPeer.take(peer, systemNow());
        }
        return refused(fault.kind, fault.wait, fault.detail);
    }
    const User& user = *outcome;
    if (!user.mayTake(seat))
        return refused(Kind::Elsewhere);
    const Session session{.login = user.login, .seat = seat, .source = source, .endsAt = now + sessionLasts};
    auto promise = std::make_shared<QPromise<std::expected<QByteArray, QString>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, session, now, promise] { keeper->begin(session, now, *promise); },
        Qt::QueuedConnection);
    return promise->future().then(
        this, [user, session, now](const std::expected<QByteArray, QString>& secret) -> SignedInOutcome {
            if (!secret)
                return std::unexpected(SignInFault{Kind::Storage, {}, secret.error()});
            return SignedIn{.user = user, .session = *secret, .endsAt = session.endsAt, .now = now};
        });
}

void SeatSessions::end(const QByteArray& secret) {
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, secret] { keeper->end(secret); }, Qt::QueuedConnection);
}

} // namespace tridesk
