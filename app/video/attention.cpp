// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/attention.h"

#include <algorithm>
#include <tuple>

namespace tridesk {

FeedInterest FeedInterest::joined(const FeedInterest& other) const {
    FeedInterest both = *this;
    both.emergency = emergency || other.emergency;
    both.pinned = pinned || other.pinned;
    both.selected = selected || other.selected;
    if (other.level)
        both.level = level ? std::min(*level, *other.level) : *other.level; // the first is the most pressing
    if (other.newsAt)
        both.newsAt = newsAt ? std::max(*newsAt, *other.newsAt) : *other.newsAt;
    return both;
}

void DecoderBudget::setMost(int feeds) {
    m_most = std::max(1, feeds);
    m_allowed = m_most;
    m_takenAt.reset();
    m_freeSince.reset();
}

void DecoderBudget::measured(const Load& load, int wanted, VideoTime now) {
    if (load.machine >= tooBusy && load.ours >= oursAtLeast) {
        m_freeSince.reset();
        if (m_takenAt && now - *m_takenAt < step)
            return;
        m_takenAt = now;
        m_allowed = std::max(1, std::min(m_allowed, wanted) - 1);
        return;
    }
    if (load.machine >= freeAgain || m_allowed >= m_most) {
        m_freeSince.reset();
        return;
    }
    if (!m_freeSince)
        m_freeSince = now;
    if (now - *m_freeSince < patience)
        return;
    m_freeSince = now;
    ++m_allowed;
}

AttentionWhy Attention::whyOf(const FeedInterest& interest, VideoTime now) {
    if (interest.emergency)
        return AttentionWhy::Emergency;
    if (interest.pinned)
        return AttentionWhy::Pinned;
    if (interest.level)
        return AttentionWhy::Incident;
    if (interest.selected)
        return AttentionWhy::Selected;
    if (interest.newsAt && now - *interest.newsAt < newsFor)
        return AttentionWhy::News;
    return AttentionWhy::Rest;
}

QHash<FeedId, AttentionChoice> Attention::choose(const QList<Wanted>& wanted, int budget, bool loaded,
                                                 VideoTime now) {
    struct Entry {
        FeedId feed;
        AttentionWhy why;
        int level;     ///< of an incident, 0 the most pressing
        bool selected; ///< among incidents of one level the one in hand comes first
        bool news;
        bool held; ///< its turn is not over
        bool playing;
    };
    std::vector<Entry> entries;
    entries.reserve(size_t(wanted.size()));
    QHash<FeedId, VideoTime> playing;
    for (const Wanted& each : wanted) {
        const auto since = m_playing.constFind(each.feed);
        const bool plays = since != m_playing.constEnd();
        entries.push_back(
            {.feed = each.feed,
             .why = whyOf(each.interest, now),
             .level = each.interest.level ? int(*each.interest.level) : int(Level::NonPolice) + 1,
             .selected = each.interest.selected,
             .news = each.interest.newsAt && now - *each.interest.newsAt < newsFor,
             .held = plays && now - *since < leastTurn,
             .playing = plays});
    }
    // A turn that is not over goes before everything but an emergency and a pin.
    const auto rank = [](const Entry& e) {
        const int first = e.why <= AttentionWhy::Pinned ? int(e.why) : e.held ? 2 : 3;
        return std::tuple(first, int(e.why), e.level, !e.selected, !e.news, !e.playing);
    };
    std::ranges::stable_sort(entries, {}, rank);
    const bool crowded = std::ssize(entries) > budget;
    QHash<FeedId, AttentionChoice> choices;
    for (qsizetype i = 0; i < std::ssize(entries); ++i) {
        const Entry& entry = entries[size_t(i)];
        const bool plays = i < budget;
        const bool hasLevel = entry.level <= int(Level::NonPolice);
        choices.insert(entry.feed, {.plays = plays,
                                    .why = entry.why,
                                    .level = hasLevel ? std::optional(Level(entry.level)) : std::nullopt,
                                    .crowded = crowded,
                                    .loaded = crowded && loaded});
        if (plays)
            playing.insert(entry.feed, m_playing.value(entry.feed, now));
    }
    m_playing = std::move(playing);
    return choices;
}

std::optional<Milliseconds> Attention::untilChange(const QList<Wanted>& wanted, VideoTime now) const {
    std::optional<Milliseconds> next;
    const auto consider = [&](Milliseconds left) {
        if (left > Milliseconds(0))
            next = std::min(next.value_or(left), left);
    };
    for (const Wanted& each : wanted) {
        if (each.interest.newsAt)
            consider(newsFor - (now - *each.interest.newsAt));
        if (const auto since = m_playing.constFind(each.feed); since != m_playing.constEnd())
            consider(leastTurn - (now - *since));
    }
    return next;
}

} // namespace tridesk
