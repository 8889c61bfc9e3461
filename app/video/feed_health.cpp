// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_health.h"

#include <algorithm>

namespace tridesk {

void FeedHealth::turnOn(VideoTime at) {
    if (m_on)
        return;
    *this = {};
    m_on = true;
    m_changedAt = at;
}

void FeedHealth::turnOff() {
    m_on = false;
}

void FeedHealth::arrived(VideoTime at) {
    m_arrivedAt = std::max(m_arrivedAt.value_or(at), at);
}

void FeedHealth::picture(VideoTime at, const LumaDigest& digest) {
    arrived(at);
    if (m_shown && !digest.differsFrom(*m_shown))
        return;
    m_shown = digest;
    m_changedAt = std::max(m_changedAt, at);
}

void FeedHealth::unseen(VideoTime at) {
    arrived(at);
    m_changedAt = std::max(m_changedAt, at);
}

Milliseconds FeedHealth::sinceArrival(VideoTime now) const {
    return std::max(Milliseconds(0), now - m_arrivedAt.value_or(now));
}

Milliseconds FeedHealth::sinceChange(VideoTime now) const {
    return std::max(Milliseconds(0), now - m_changedAt);
}

FeedState FeedHealth::state(VideoTime now) const {
    if (!m_on)
        return FeedState::Off;
    if (!m_arrivedAt)
        return FeedState::Connecting;
    if (sinceArrival(now) >= feedFrozenAfter || sinceChange(now) >= feedFrozenAfter)
        return FeedState::Frozen;
    return sinceArrival(now) >= feedLateAfter ? FeedState::Late : FeedState::Live;
}

FeedStill FeedHealth::still(VideoTime now) const {
    if (!m_on || !m_arrivedAt)
        return FeedStill::Not;
    if (sinceArrival(now) >= feedLateAfter)
        return FeedStill::NoPictures;
    return sinceChange(now) >= feedFrozenAfter ? FeedStill::SamePicture : FeedStill::Not;
}

std::optional<Milliseconds> FeedHealth::age(VideoTime now) const {
    if (!m_arrivedAt)
        return {};
    return sinceArrival(now);
}

std::optional<Milliseconds> FeedHealth::sameFor(VideoTime now) const {
    if (!m_arrivedAt)
        return {};
    return sinceChange(now);
}

std::optional<Milliseconds> FeedHealth::untilChange(VideoTime now) const {
    if (!m_on || !m_arrivedAt)
        return {};
    std::optional<Milliseconds> next;
    const auto consider = [&](Milliseconds left) {
        if (left > Milliseconds(0))
            next = std::min(next.value_or(left), left);
    };
    consider(feedLateAfter - sinceArrival(now));
    consider(feedFrozenAfter - sinceArrival(now));
    consider(feedFrozenAfter - sinceChange(now));
    return next;
}

} // namespace tridesk
