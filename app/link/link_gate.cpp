// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link_gate.h"

#include <QNetworkReply>
#include <QPromise>

namespace tridesk {

using namespace Qt::StringLiterals;
using Kind = SignInFault::Kind;

namespace {

constexpr qint64 mostBytes = 64 * 1024; ///< of an answer; what sends more is no gateway

void fulfil(const std::shared_ptr<QPromise<SignInOutcome>>& promise, const SignInOutcome& outcome) {
    promise->addResult(outcome);
    promise->finish();
}

} // namespace

LinkGate::LinkGate(const QString& dataFolder, LinkOptions options, Link& link, HashCost cost, QObject* parent)
    : SignInGate(parent)
    , m_options(std::move(options))
    , m_link(link)
    , m_kept(dataFolder, std::make_shared<SystemClock>(), cost) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // token and password go to one place
    connect(&m_kept, &UserGate::read, this, &LinkGate::follow);
    connect(&m_kept, &UserGate::trouble, this, &LinkGate::trouble);
    connect(&m_link, &Link::changed, this, &LinkGate::follow);
    connect(&m_link, &Link::sessionEnded, this, &LinkGate::endSession);
}

LinkGate::~LinkGate() = default;

void LinkGate::start() {
    m_kept.start();
}

bool LinkGate::isReady() const {
    return m_kept.isReady() && (m_link.state().needsSignIn.has_value() || m_link.state().isTried);
}

std::optional<User> LinkGate::find(const Login& login) const {
    const auto here = m_here.constFind(login.toString());
    return here == m_here.constEnd() ? std::nullopt : std::optional(*here);
}

void LinkGate::follow() {
    const bool was = std::exchange(m_wasReady, isReady());
    const bool did = std::exchange(m_didNeed, hasUsers());
    if (m_wasReady && (!was || did != m_didNeed))
        Q_EMIT read();
}

QFuture<SignInOutcome> LinkGate::signIn(const QString& login, const QString& password) {
    const auto promise = std::make_shared<QPromise<SignInOutcome>>();
    promise->start();
    const SignInAsked asked{login, password};
    if (m_link.state().isUp)
        ask(asked, promise);
    else
        askHere(asked, promise);
    return promise->future();
}

void LinkGate::ask(const SignInAsked& asked, const Promise& promise) {
    QUrl url = m_options.gateway;
    url.setPath(u"/v1/seats/"_s + m_options.seat.toString() + u"/session"_s);
    QNetworkRequest post(url);
    post.setRawHeader("Authorization", "Bearer " + m_options.token);
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    post.setTransferTimeout(m_options.patience);
    QNetworkReply* reply = m_network.post(post, toJson(asked));
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QNetworkReply::finished, this, [this, reply, asked, promise] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        take(asked, signedInFrom(status, reply->readAll(), m_options.seat), promise);
    });
}

void LinkGate::take(const SignInAsked& asked, const std::optional<SignedInOutcome>& answer,
                    const Promise& promise) {
    if (!answer) // lost just now
        return askHere(asked, promise);
    if (!*answer) {
        const SignInFault& fault = answer->error();
        const auto login = Login::parse(asked.login);
        if (login && (fault.kind == Kind::Disabled || fault.kind == Kind::Elsewhere))
            m_kept.forgetHeard(*login);
        return fulfil(promise, std::unexpected(fault));
    }
    const SignedIn& in = **answer;
    const LinkComer comer{.login = in.user.login.toString(), .session = in.session, .endsAt = in.endsAt};
    // Where it cannot be kept, which trouble() tells, they may sit here all the same: while the link stands.
    m_kept.keepHeard(in.user, asked.password).then(this, [this, user = in.user, comer, promise](bool) {
        letIn(user, comer, promise);
    });
}

/// Without the gateway: who was let in here lately.
void LinkGate::askHere(const SignInAsked& asked, const Promise& promise) {
    m_kept.signIn(asked.login, asked.password).then(this, [this, promise](const SignInOutcome& outcome) {
        if (!outcome) {
            SignInFault fault = outcome.error();
            if (fault.kind == Kind::Wrong || fault.kind == Kind::Disabled)
                fault.kind = Kind::Unheard;
            return fulfil(promise, std::unexpected(fault));
        }
        letIn(*outcome, {.login = outcome->login.toString()}, promise);
    });
}

/// Told to the link before the answer: what is asked for next in that name finds it known.
void LinkGate::letIn(const User& user, const LinkComer& comer, const Promise& promise) {
    m_here.insert(comer.login, user);
    m_link.letIn(comer);
    fulfil(promise, user);
}

void LinkGate::setSitting(const std::optional<User>& user) {
    m_link.setSitting(user ? user->login.toString() : QString());
}

/// One that is merely over leaves whoever sits here where they are; the strip asks them to sign in again.
void LinkGate::endSession(const QString& login, SessionStand why) {
    const auto code = Login::parse(login);
    if (!code || (why != SessionStand::Changed && why != SessionStand::Withdrawn))
        return;
    m_here.remove(login);
    m_kept.forgetHeard(*code);
    Q_EMIT read();
}

} // namespace tridesk
