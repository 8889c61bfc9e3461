// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_hearing.h"

#include <utility>

namespace tridesk {

void FeedHearing::choose(const FeedId& feed) {
    if (m_feed == feed)
        return;
    m_feed = feed;
    m_hasTrack = true;
    m_queue = std::make_shared<SoundQueue>(); // what the one before still pushes goes nowhere
    Q_EMIT chosen();
    Q_EMIT changed();
}

FeedHearing::State FeedHearing::state(const FeedId& feed) const {
    if (m_feed.isNull() || feed != m_feed)
        return State::Silent;
    if (!m_hasDevice)
        return State::NoDevice;
    if (!m_hasTrack)
        return State::NoTrack;
    return m_hushed ? State::Hushed : State::Heard;
}

void FeedHearing::setTrack(bool hasTrack) {
    if (std::exchange(m_hasTrack, hasTrack) != hasTrack)
        Q_EMIT changed();
}

void FeedHearing::setDevice(bool isThere) {
    if (std::exchange(m_hasDevice, isThere) != isThere)
        Q_EMIT changed();
}

void FeedHearing::setHushed(bool hushed) {
    if (std::exchange(m_hushed, hushed) != hushed)
        Q_EMIT changed();
}

} // namespace tridesk
