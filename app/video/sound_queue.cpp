// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/sound_queue.h"

#include <algorithm>

namespace tridesk {

void SoundQueue::push(std::span<const std::int16_t> samples) {
    const std::scoped_lock lock(m_lock);
    m_samples.insert(m_samples.end(), samples.begin(), samples.end());
    m_pushed += samples.size() / channels;
    if (m_samples.size() <= samplesOf(most))
        return;
    const std::size_t tooMuch = m_samples.size() - samplesOf(lead);
    m_samples.erase(m_samples.begin(), m_samples.begin() + std::ptrdiff_t(tooMuch));
    m_dropped += tooMuch / channels;
}

void SoundQueue::read(std::span<std::int16_t> samples) {
    const std::scoped_lock lock(m_lock);
    m_playing = m_playing || m_samples.size() >= samplesOf(lead);
    const std::size_t taken = m_playing ? std::min(samples.size(), m_samples.size()) : 0;
    const auto end = m_samples.begin() + std::ptrdiff_t(taken);
    std::fill(std::copy(m_samples.begin(), end, samples.begin()), samples.end(), std::int16_t(0));
    m_samples.erase(m_samples.begin(), end);
    m_playing = m_playing && taken == samples.size();
}

void SoundQueue::clear() {
    const std::scoped_lock lock(m_lock);
    m_samples.clear();
    m_playing = false;
}

Milliseconds SoundQueue::held() const {
    const std::scoped_lock lock(m_lock);
    return Milliseconds(qint64(m_samples.size() / channels * 1000 / rate));
}

quint64 SoundQueue::pushed() const {
    const std::scoped_lock lock(m_lock);
    return m_pushed;
}

quint64 SoundQueue::dropped() const {
    const std::scoped_lock lock(m_lock);
    return m_dropped;
}

} // namespace tridesk
