// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>

namespace tridesk {

/// The sound of one feed between the reader that decodes it and the device that plays it: 48,000 pairs of
/// signed 16 bit a second, native order. What a network hands over in heaps is evened out by beginning a
/// little late; what piles up is let go of, so that the sound stays beside its picture: never more than
/// `most` behind, which an ear does not take amiss (ITU-R BT.1359 bears 185 ms). Any thread.
class SoundQueue {
public:
    static constexpr int rate = 48'000;
    static constexpr int channels = 2;
    static constexpr Milliseconds lead{60};  ///< that must have come before it begins
    static constexpr Milliseconds most{180}; ///< more than that falls back to `lead`

    /// Whole pairs.
    void push(std::span<const std::int16_t> samples);
    /// Always fills all of it, with silence where there is nothing.
    void read(std::span<std::int16_t> samples);
    void clear();

    [[nodiscard]] Milliseconds held() const;
    [[nodiscard]] quint64 pushed() const; ///< pairs since the beginning
    [[nodiscard]] quint64 dropped() const;

private:
    static constexpr std::size_t samplesOf(Milliseconds time) {
        return std::size_t(time.count()) * rate / 1000 * channels;
    }

    mutable std::mutex m_lock;
    std::deque<std::int16_t> m_samples;
    bool m_playing = false; ///< `lead` has come since it last ran dry
    quint64 m_pushed = 0;
    quint64 m_dropped = 0;
};

} // namespace tridesk
