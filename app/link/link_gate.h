// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/link.h"
#include "app/desk/user_gate.h"
#include "app/link/link_options.h"
#include "app/link/sign_in_message.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace tridesk {

/// Who may sit at a station that works over a link: whom its gateway lets in. Whether anybody needs to sign
/// in, the gateway says too (Link). A password goes to the gateway, once, and is kept nowhere; what is kept
/// in this folder's access.db is its hash, so that who was let in here can sign in while the link is lost,
/// for UserStore::heardHolds. A window's thread; the link outlives it.
class LinkGate : public SignInGate {
    Q_OBJECT

public:
    LinkGate(const QString& dataFolder, LinkOptions options, Link& link, HashCost cost = HashCost::usual(),
             QObject* parent = nullptr);
    ~LinkGate() override;

    void start() override;
    /// Once the gateway has said, now or before, whether somebody must sign in; or cannot be asked.
    [[nodiscard]] bool isReady() const override;
    [[nodiscard]] bool hasUsers() const override { return m_link.state().needsSignIn.value_or(false); }
    /// Of whom this program has let in, until the gateway changed or withdrew that.
    [[nodiscard]] std::optional<User> find(const Login& login) const override;
    [[nodiscard]] QFuture<SignInOutcome> signIn(const QString& login, const QString& password) override;
    void setSitting(const std::optional<User>& user) override;

private:
    using Promise = std::shared_ptr<QPromise<SignInOutcome>>;

    void follow();
    void ask(const SignInAsked& asked, const Promise& promise);
    void take(const SignInAsked& asked, const std::optional<SignedInOutcome>& answer, const Promise& promise);
    void askHere(const SignInAsked& asked, const Promise& promise);
    void letIn(const User& user, const LinkComer& comer, const Promise& promise);
    void endSession(const QString& login, SessionStand why);

    LinkOptions m_options;
    Link& m_link;
    UserGate m_kept; ///< whom the gateway let in here before
    QNetworkAccessManager m_network;
    QHash<QString, User> m_here; ///< by login
    bool m_wasReady = false;
    bool m_didNeed = false;
};

} // namespace tridesk
