// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user_store.h"
#include "app/domain/situation.h"

#include <QString>

// The words of signing in, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString signInFault(const SignInFault& fault);
/// Whoever it is may not sit there.
[[nodiscard]] QString mayNotSit(const User& user, const Seat& seat, const Situation& situation);
/// No post or unit of this desk is theirs.
[[nodiscard]] QString noSeatFor(const User& user);
/// The name that is shown, else the login name.
[[nodiscard]] QString userName(const User& user);

} // namespace tridesk::text
