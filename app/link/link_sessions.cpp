// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link_engine.h"
#include "app/link/link_line.h"
#include "app/link/unsent.h"

#include <algorithm>

// Who works at a linked seat, and in whose name what waits is sent.

namespace tridesk {

using namespace Qt::StringLiterals;

void LinkEngine::letIn(const LinkComer& comer) {
    m_people.insert(comer.login);
    m_coming.insert(comer.login);
    if (comer.session.isEmpty())
        return; // without the link; one of before goes on to hold
    m_sessions.insert(comer.login, comer.session);
    m_withdrawn.remove(comer.login);
    if (m_store) // where that fails it is asked for again after a restart
        (void)report(m_store->keep(KeptSession{comer.login, comer.session, comer.endsAt}));
    tellLink();
    sendNext();
}

void LinkEngine::setSitting(const QString& login) {
    m_sitting = login;
    m_coming = {login};
    endIdleSessions();
    tellLink();
}

void LinkEngine::giveUp(const QString& login) {
    if (!m_sessions.contains(login)) // who has come back meanwhile sends it
        refuseAllOf(login, {RefusalCode::NotPermitted, u"session"_s, enumName(SessionStand::Over), {}});
}

QByteArray LinkEngine::sessionOf(const Waiting& item) const {
    return item.isSigned ? m_sessions.value(item.request.actor.user) : QByteArray();
}

bool LinkEngine::maySend(const Waiting& item) const {
    return !item.isSigned || m_sessions.contains(item.request.actor.user) ||
           std::holds_alternative<RaiseEmergency>(item.request.command);
}

/// What the gateway says with each page of this seat, and of who sits there.
void LinkEngine::takeSignIn(const SeatSignIn& signIn) {
    if (!m_head.knowsSignIn || m_head.needsSignIn != signIn.isNeeded) {
        m_head.knowsSignIn = true;
        m_head.needsSignIn = signIn.isNeeded;
        (void)report(m_store->noteSignIn(signIn.isNeeded));
    }
    if (signIn.stand && *signIn.stand != SessionStand::Good)
        endSession(m_sessions.key(m_followed), m_followed, *signIn.stand);
}

/// By a session that was replaced meanwhile nothing ends.
void LinkEngine::endSession(const QString& login, const QByteArray& session, SessionStand why) {
    if (login.isEmpty() || m_sessions.value(login) != session)
        return;
    m_sessions.remove(login);
    (void)report(m_store->forgetSession(login));
    if (why == SessionStand::Withdrawn) {
        m_withdrawn.insert(login);
        refuseAllOf(login, withdrawnRefusal());
    }
    tellLink();
    Q_EMIT sessionEnded(login, why);
}

Refusal LinkEngine::withdrawnRefusal() {
    return {RefusalCode::NotPermitted, u"session"_s, enumName(SessionStand::Withdrawn), {}};
}

/// Nobody can send it any more: both versions before whoever sits here now.
void LinkEngine::refuseAllOf(const QString& login, const Refusal& refusal) {
    QList<RequestId> all;
    for (const Waiting& item : m_outbox)
        if (item.isSigned && item.request.actor.user == login && !item.answered)
            all.append(item.request.id);
    for (const RequestId& id : std::as_const(all))
        if (Waiting* item = find(id))
            takeRefusal(*item, refusal);
}

/// Whoever has gone, and has nothing left to be sent, is signed out.
void LinkEngine::endIdleSessions() {
    if (!m_line || !m_line->isUp())
        return;
    const QStringList logins = m_sessions.keys();
    for (const QString& login : logins) {
        const bool waits = std::ranges::any_of(
            m_outbox, [&](const Waiting& item) { return item.isSigned && item.request.actor.user == login; });
        if (waits || m_coming.contains(login))
            continue;
        m_line->signOut(m_sessions.take(login));
        (void)report(m_store->forgetSession(login));
    }
}

QStringList LinkEngine::unheard() const {
    QStringList logins;
    const auto add = [&](const QString& login) {
        if (!login.isEmpty() && !m_sessions.contains(login) && !logins.contains(login))
            logins.append(login);
    };
    for (const Waiting& item : m_outbox)
        if (item.isSigned && !item.answered && isMeant(item.request.command))
            add(item.request.actor.user);
    if (m_head.needsSignIn)
        add(m_sitting);
    return logins;
}

} // namespace tridesk
