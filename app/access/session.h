// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/enum_names.h"
#include "app/domain/instant.h"
#include "app/domain/seat.h"

#include <QString>

namespace tridesk {

/// Somebody who has signed in at a seat on another machine than the journal, as the gateway keeps it. It
/// holds at that seat and together with that machine's token only.
struct Session {
    Login login;
    Seat seat;
    QString source; ///< the name of the machine's token
    Instant endsAt;
    bool isEnded = false; ///< before its time: the user was changed, or the token was revoked
    bool maySit = true;   ///< the user may still take the seat

    friend bool operator==(const Session&, const Session&) = default;
};

/// How somebody stands who has signed in.
enum class SessionStand {
    Good,
    Over,     ///< too old, signed out, or not known at this gateway: to sign in again is all it takes
    Changed,  ///< password, role or seats are others now: who it is must be asked anew
    Withdrawn ///< may not sit there any more
};

template <>
inline constexpr std::array enumNames<SessionStand> = {QLatin1StringView("good"), QLatin1StringView("over"),
                                                       QLatin1StringView("changed"),
                                                       QLatin1StringView("withdrawn")};

/// So long a sign-in holds: a shift with its handovers.
constexpr std::chrono::hours sessionLasts{16};

} // namespace tridesk
