// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/sign_in_gate.h"

namespace tridesk {

using namespace Qt::StringLiterals;

Result<Actor> SignInGate::actorAt(const Seat& seat, const QString& user) const {
    if (!hasUsers())
        return Actor{.seat = seat, .user = user};
    const auto login = Login::parse(user);
    const auto known = login ? find(*login) : std::nullopt;
    if (!known || !known->mayTake(seat))
        return refuse(RefusalCode::NotPermitted, u"user"_s, u"%1 @ %2"_s.arg(user, seat.toString()));
    return known->actorAt(seat);
}

} // namespace tridesk
