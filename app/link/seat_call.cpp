// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_call.h"

namespace tridesk {

using namespace Qt::StringLiterals;

Result<Seat> seatOf(const HttpCall& call) {
    const QString& name = call.captured.constFirst();
    const auto seat = Seat::parse(name);
    if (!seat || !call.grant.allowsSeat(*seat))
        return refuse(RefusalCode::NotPermitted, u"seat"_s, name, u"the token is another seat's"_s);
    return *seat;
}

} // namespace tridesk
