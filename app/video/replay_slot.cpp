// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/replay_slot.h"

#include <algorithm>
#include <utility>

namespace tridesk {

template <class Change>
void ReplaySlot::wish(Change change) {
    {
        const std::scoped_lock lock(m_lock);
        change();
        m_isNew = true;
    }
    m_woken.notify_all();
}

void ReplaySlot::stop() {
    wish([this] { m_stop = true; });
    const std::scoped_lock lock(m_notifyLock);
    m_notify = nullptr;
}

void ReplaySlot::setShownSize(QSize size) {
    const std::scoped_lock lock(m_lock);
    m_shownSize = size;
}

void ReplaySlot::setPaused(bool paused) {
    wish([&] { m_status.paused = m_wish.paused = paused; });
}

void ReplaySlot::setRate(double rate) {
    wish([&] { m_status.rate = m_wish.rate = std::clamp(rate, 0.1, 16.0); });
}

void ReplaySlot::seek(VideoTime to) {
    wish([&] {
        m_wish.seek = to;
        m_wish.steps = 0;
        m_status.ended = false;
    });
}

void ReplaySlot::step(int pictures) {
    wish([&] {
        m_wish.steps += pictures;
        m_status.paused = m_wish.paused = true;
    });
}

std::optional<ReplayPicture> ReplaySlot::pictureAfter(quint64 number) const {
    const std::scoped_lock lock(m_lock);
    if (m_picture.number <= number)
        return {};
    return m_picture;
}

ReplayStatus ReplaySlot::status() const {
    const std::scoped_lock lock(m_lock);
    return m_status;
}

QSize ReplaySlot::shownSize() const {
    const std::scoped_lock lock(m_lock);
    return m_shownSize;
}

ReplayWish ReplaySlot::takeWish() {
    const std::scoped_lock lock(m_lock);
    m_isNew = false;
    ReplayWish taken = m_wish;
    m_wish.seek.reset();
    m_wish.steps = 0;
    return taken;
}

bool ReplaySlot::waitUntil(std::optional<VideoTime> due) {
    std::unique_lock lock(m_lock);
    const auto isNew = [this] { return m_isNew; };
    if (due)
        return !m_woken.wait_until(lock, *due, isNew);
    m_woken.wait(lock, isNew);
    return false;
}

void ReplaySlot::opened(VideoTime begin, VideoTime end) {
    {
        const std::scoped_lock lock(m_lock);
        m_status.begin = begin;
        m_status.end = end;
        m_status.isOpen = true;
    }
    tell();
}

void ReplaySlot::publish(QImage image, QSize native, VideoTime at) {
    {
        const std::scoped_lock lock(m_lock);
        m_picture = {std::move(image), native, at, ++m_pictures};
    }
    tell();
}

void ReplaySlot::ended(std::optional<StreamFault> fault) {
    {
        const std::scoped_lock lock(m_lock);
        m_status.ended = true;
        if (fault)
            m_status.fault = std::move(fault);
    }
    tell();
}

void ReplaySlot::tell() {
    const std::scoped_lock lock(m_notifyLock);
    if (m_notify)
        m_notify();
}

} // namespace tridesk
