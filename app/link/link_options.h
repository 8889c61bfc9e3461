// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/domain/seat.h"

#include <QByteArray>
#include <QUrl>

namespace tridesk {

/// Where a terminal's gateway is, and as whom it works there.
struct LinkOptions {
    QUrl gateway; ///< http://host:port; https where a proxy with a certificate stands before it
    QByteArray token;
    Seat seat;
    std::chrono::seconds hold{20}; ///< how long the gateway may keep a question for news
    Milliseconds patience{6'000};  ///< for an answer, beyond that; then the link is lost
    Milliseconds firstPause{500};  ///< before it is tried again; doubled each time
    Milliseconds longestPause{10'000};
    Milliseconds urgentPause{1'000}; ///< the longest while an emergency waits
    Milliseconds fixesEvery{2'000};  ///< how often it is asked where the seat's units are
    Milliseconds verdict{2'000}; ///< how long a command waits for the gateway's word before it is shown as
                                 ///< taken here alone
};

} // namespace tridesk
