// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace tridesk::maps {

/// For how long an answer holds without asking again, by its Cache-Control, Expires and Date (RFC 9111). A
/// server that says nothing means a week, as public tile servers ask for; a year is the most. Of directives
/// that contradict each other the stricter one counts.
struct Holding {
    std::chrono::seconds holds{0};
    bool keep = true; ///< false for no-store: not even to be kept
    [[nodiscard]] bool operator==(const Holding&) const = default;
};
[[nodiscard]] Holding holdingOf(const QByteArray& cacheControl, const QByteArray& expires,
                                const QByteArray& date);

/// A Retry-After of seconds, an hour at most; 0 for anything else.
[[nodiscard]] std::chrono::seconds retryAfter(const QByteArray& header);

} // namespace tridesk::maps
