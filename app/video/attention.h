// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/id.h"
#include "app/video/feed_health.h"

#include <QHash>
#include <QList>

#include <optional>

namespace tridesk {

/// What is known of a feed that somebody looks at, and bears on whether it plays.
struct FeedInterest {
    bool emergency = false;               ///< of its unit, or where it looks
    bool pinned = false;                  ///< somebody said that it shall play
    std::optional<Level> level = {};      ///< of the incident that it belongs to
    bool selected = false;                ///< its unit or incident is in hand
    std::optional<VideoTime> newsAt = {}; ///< when its unit's status changed last

    /// What two who look at the same feed know of it together.
    [[nodiscard]] FeedInterest joined(const FeedInterest& other) const;

    friend bool operator==(const FeedInterest&, const FeedInterest&) = default;
};

/// Why a feed plays, or why it shows its last still; its wording is made in ui/text. The order is the rank.
enum class AttentionWhy { Emergency, Pinned, Incident, Selected, News, Rest };

struct AttentionChoice {
    bool plays = false;
    AttentionWhy why = AttentionWhy::Rest; ///< the best that speaks for it
    std::optional<Level> level = {};       ///< of its incident
    bool crowded = false; ///< not all could play: it plays before others, or others before it
    bool loaded = false;  ///< fewer than the count play, since the machine is busy

    friend bool operator==(const AttentionChoice&, const AttentionChoice&) = default;
};

/// How many feeds are decoded: a count that was set, and less while decoding is what keeps the machine busy.
/// One at a time is taken away and given back, slowly, so that pictures do not come and go. Pure.
class DecoderBudget {
public:
    /// Shares of all processors, 0 to 1, since the last measurement.
    struct Load {
        double machine = 0;
        double ours = 0; ///< of this program alone
    };
    static constexpr double tooBusy = 0.92;     ///< of the machine, …
    static constexpr double oursAtLeast = 0.30; ///< … where so much of it is ours: others' work is not mended
    static constexpr double freeAgain = 0.70;   ///< below it one more may play …
    static constexpr Milliseconds patience{6000}; ///< … after it has been so for that long
    static constexpr Milliseconds step{2000};     ///< between two that are taken away

    void setMost(int feeds);
    [[nodiscard]] int most() const { return m_most; }
    /// `wanted`: how many feeds want to be decoded; what is taken away is counted from there.
    void measured(const Load& load, int wanted, VideoTime now);

    [[nodiscard]] int allowed() const { return m_allowed; }
    [[nodiscard]] bool isShort() const { return m_allowed < m_most; } ///< by load

private:
    int m_most = 16;
    int m_allowed = 16;
    std::optional<VideoTime> m_takenAt;
    std::optional<VideoTime> m_freeSince;
};

/// Chooses which feeds are decoded (product.md, *Video attention*): emergency before pinned before the level
/// of the incident before what is in hand before recent news before the rest; among equals those that play
/// go on. One that has begun plays for some seconds, unless an emergency or a pin needs its place. Pure: who
/// asks says what time it is.
class Attention {
public:
    static constexpr Milliseconds newsFor{30'000}; ///< how long a change of status is news
    static constexpr Milliseconds leastTurn{5000};

    struct Wanted {
        FeedId feed;
        FeedInterest interest;
    };
    /// In the order in which they stand on the screen. `loaded`: the budget is short by load.
    [[nodiscard]] QHash<FeedId, AttentionChoice> choose(const QList<Wanted>& wanted, int budget, bool loaded,
                                                        VideoTime now);
    /// When to ask again though nothing else changes: news grow old, turns end.
    [[nodiscard]] std::optional<Milliseconds> untilChange(const QList<Wanted>& wanted, VideoTime now) const;

private:
    [[nodiscard]] static AttentionWhy whyOf(const FeedInterest& interest, VideoTime now);

    QHash<FeedId, VideoTime> m_playing; ///< since when
};

} // namespace tridesk
