// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/session.h"
#include "app/access/user_store.h"
#include "app/domain/refusal.h"
#include "app/intake/http_message.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace tridesk {

/// POST /v1/seats/{seat}/session: somebody sits down at a seat on another machine.
struct SignInAsked {
    QString login;
    QString password;
};

/// They may.
struct SignedIn {
    User user;          ///< seats: the one that was asked for alone; of others the machine need not know
    QByteArray session; ///< the secret, which goes with each command of theirs
    Instant endsAt;
    Instant now; ///< the gateway's clock
};

using SignedInOutcome = std::expected<SignedIn, SignInFault>;

/// Where the secret stands in what a terminal asks: "Tridesk-Session: …".
constexpr auto sessionHeader = "tridesk-session";

[[nodiscard]] QByteArray toJson(const SignInAsked& asked);
/// From outside, strictly. The refusal never holds the password.
[[nodiscard]] Result<SignInAsked> signInFrom(const QByteArray& body);

[[nodiscard]] HttpAnswer answerOf(const SignedInOutcome& outcome);
/// What a gateway answered, from outside. Nothing where that is none of its answers: a proxy's, say, or that
/// of a gateway that does not let the machine itself in.
[[nodiscard]] std::optional<SignedInOutcome> signedInFrom(int status, const QByteArray& body,
                                                          const Seat& seat);

/// Whether a command of a seat takes somebody who has signed in there, and how the one stands who asks.
struct SeatSignIn {
    bool isNeeded = false;
    std::optional<SessionStand> stand = {}; ///< nothing: no session was shown

    friend bool operator==(const SeatSignIn&, const SeatSignIn&) = default;
};

[[nodiscard]] QJsonObject toJson(const SeatSignIn& signIn);
/// What cannot be read says nothing: an older gateway's, where nobody signs in.
[[nodiscard]] SeatSignIn seatSignInFrom(const QJsonObject& json);

} // namespace tridesk
