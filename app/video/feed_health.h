// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/video/luma_digest.h"

#include <chrono>
#include <optional>

namespace tridesk {

/// The clock of pictures: it never jumps, whatever is done to the machine's time of day.
using VideoTime = std::chrono::time_point<std::chrono::steady_clock, Milliseconds>;
[[nodiscard]] inline VideoTime videoNow() {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::steady_clock::now());
}

/// desk.md, *Video*.
enum class FeedState { Off, Connecting, Live, Late, Frozen };

/// Why a feed is late or frozen.
enum class FeedStill {
    Not,
    NoPictures, ///< nothing comes
    SamePicture ///< pictures come, and are always the same one
};

constexpr Milliseconds feedLateAfter{2000};
constexpr Milliseconds feedFrozenAfter{5000};

/// Whether a feed's picture may be believed, from the arrival and from the change of its pictures. Pure: who
/// calls says what time it is, and a time before an earlier one counts as that one.
class FeedHealth {
public:
    void turnOn(VideoTime at);
    void turnOff();

    /// A picture came, and this is what it looks like.
    void picture(VideoTime at, const LumaDigest& digest);

    /// Something of the feed came while nobody looked and nothing is decoded: it is there, and whether its
    /// picture changes cannot be said. The time in which it must change begins anew.
    void unseen(VideoTime at);

    [[nodiscard]] FeedState state(VideoTime now) const;
    [[nodiscard]] FeedStill still(VideoTime now) const;

    /// How old what is known of the feed is; nothing before the first.
    [[nodiscard]] std::optional<Milliseconds> age(VideoTime now) const;

    /// For how long it has been the same picture that comes; nothing before the first.
    [[nodiscard]] std::optional<Milliseconds> sameFor(VideoTime now) const;

    /// How long until the state changes by time alone; nothing where time changes nothing more.
    [[nodiscard]] std::optional<Milliseconds> untilChange(VideoTime now) const;

private:
    void arrived(VideoTime at);
    [[nodiscard]] Milliseconds sinceArrival(VideoTime now) const;
    [[nodiscard]] Milliseconds sinceChange(VideoTime now) const;

    bool m_on = false;
    std::optional<VideoTime> m_arrivedAt;
    VideoTime m_changedAt;
    std::optional<LumaDigest> m_shown; ///< the picture of the last change; slow change adds up against it
};

} // namespace tridesk
