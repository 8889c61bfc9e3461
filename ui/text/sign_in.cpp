// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/sign_in.h"

#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

namespace tridesk::text {

namespace {

struct SignIn {
    Q_DECLARE_TR_FUNCTIONS(tridesk::SignIn)
};

} // namespace

QString signInFault(const SignInFault& fault) {
    switch (fault.kind) {
    case SignInFault::Kind::Wrong:
        return SignIn::tr("The name or the password is not right.");
    case SignInFault::Kind::Wait:
        // upwards, so that who waits as long as it says is let in
        return SignIn::tr("Too many wrong attempts: wait %1, then try again.")
            .arg(duration(fault.wait + Milliseconds(999)));
    case SignInFault::Kind::Disabled:
        return SignIn::tr("This user may not sign in any more; ask the administrator.");
    case SignInFault::Kind::Elsewhere:
        return SignIn::tr("This user may not sit at this desk; ask the administrator.");
    case SignInFault::Kind::Unheard:
        return SignIn::tr(
            "Not let in. Without a link to the gateway only those can sign in who have done so at "
            "this desk in the last %n days, with the same password.",
            nullptr, int(UserStore::heardHolds.count()));
    case SignInFault::Kind::Storage:
        return SignIn::tr("The users of this desk cannot be read: %1").arg(fault.detail);
    }
    return {};
}

QString mayNotSit(const User& user, const Seat& seat, const Situation& situation) {
    return SignIn::tr("%1 may not sit at: %2", "user, seat")
        .arg(userName(user), seatName(situation, seat.toString()));
}

QString noSeatFor(const User& user) {
    return SignIn::tr("No seat of this desk may be taken by %1; ask the administrator.").arg(userName(user));
}

QString userName(const User& user) {
    return user.name.isEmpty() ? user.login.toString() : user.name;
}

} // namespace tridesk::text
