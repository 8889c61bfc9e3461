// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_slot.h"

#include <algorithm>

namespace tridesk {

namespace {
constexpr Milliseconds rateSpan{2000};
}

FeedSlot::FeedSlot(Notify notify, std::shared_ptr<Rewind> rewind)
    : m_rewind(std::move(rewind))
    , m_notify(std::move(notify)) {
    m_health.turnOn(videoNow());
}

void FeedSlot::stop() {
    {
        const std::scoped_lock lock(m_lock);
        m_stop = true;
        m_health.turnOff();
    }
    m_woken.notify_all();
    const std::scoped_lock lock(m_notifyLock);
    m_notify = nullptr;
}

void FeedSlot::setShownSize(QSize size) {
    const std::scoped_lock lock(m_lock);
    m_shownSize = size;
}

void FeedSlot::setDecoding(bool decoding) {
    m_decoding = decoding;
}

std::optional<FeedPicture> FeedSlot::pictureAfter(quint64 number) const {
    const std::scoped_lock lock(m_lock);
    if (m_picture.number <= number)
        return {};
    return m_picture;
}

FeedStatus FeedSlot::status(VideoTime now) const {
    const std::scoped_lock lock(m_lock);
    FeedStatus status = m_counts;
    status.state = m_health.state(now);
    status.still = m_health.still(now);
    status.age = m_health.age(now);
    status.sameFor = m_health.sameFor(now);
    status.untilChange = m_health.untilChange(now);
    if (m_nextTry)
        status.untilTry = std::max(Milliseconds(0), *m_nextTry - now);
    const auto recent = std::ranges::count_if(m_arrivals, [&](VideoTime at) { return now - at <= rateSpan; });
    if (recent > 1) {
        const Milliseconds span = m_arrivals.back() - m_arrivals[m_arrivals.size() - std::size_t(recent)];
        if (span > Milliseconds(0))
            status.rate = double(recent - 1) * 1000.0 / double(span.count());
    }
    return status;
}

QSize FeedSlot::shownSize() const {
    const std::scoped_lock lock(m_lock);
    return m_shownSize;
}

void FeedSlot::connecting() {
    const std::scoped_lock lock(m_lock);
    ++m_counts.tries;
    m_nextTry.reset();
}

void FeedSlot::lost(const StreamFault& fault, Milliseconds pause) {
    {
        const std::scoped_lock lock(m_lock);
        m_counts.fault = fault;
        m_nextTry = videoNow() + pause;
        m_arrivals.clear();
    }
    tell();
}

void FeedSlot::countArrival(VideoTime at) {
    m_arrivals.push_back(at);
    while (at - m_arrivals.front() > rateSpan)
        m_arrivals.pop_front();
    constexpr std::size_t most = 256; // a clock that stands still must not make it grow
    if (m_arrivals.size() > most)
        m_arrivals.pop_front();
}

void FeedSlot::publish(QImage image, QSize native, const QByteArray& codec, const LumaDigest& digest,
                       VideoTime at) {
    {
        const std::scoped_lock lock(m_lock);
        m_health.picture(at, digest);
        countArrival(at);
        ++m_counts.pictures;
        m_counts.native = native;
        m_counts.codec = codec;
        m_counts.fault.reset();
        m_picture = {std::move(image), native, at, m_counts.pictures};
    }
    tell();
}

void FeedSlot::unseen(VideoTime at) {
    {
        const std::scoped_lock lock(m_lock);
        m_health.unseen(at);
        countArrival(at);
        ++m_counts.unseen;
        if (!m_counts.fault)
            return;
        m_counts.fault.reset();
    }
    tell();
}

void FeedSlot::tellSound() {
    {
        const std::scoped_lock lock(m_lock);
        if (m_counts.hasSound)
            return;
        m_counts.hasSound = true;
    }
    tell();
}

void FeedSlot::setListener(std::shared_ptr<SoundQueue> listener) {
    const std::scoped_lock lock(m_lock);
    m_listener = std::move(listener);
}

std::shared_ptr<SoundQueue> FeedSlot::listener() const {
    const std::scoped_lock lock(m_lock);
    return m_stop ? nullptr : m_listener;
}

void FeedSlot::keep(const AVPacket& packet, const CodingPtr& coding, VideoTime at) {
    const std::scoped_lock lock(m_lock);
    if (!m_stop)
        m_rewind->keep(packet, coding, at);
}

bool FeedSlot::pause(Milliseconds time) {
    std::unique_lock lock(m_lock);
    return !m_woken.wait_for(lock, time, [this] { return m_stop.load(); });
}

void FeedSlot::tell() {
    const std::scoped_lock lock(m_notifyLock);
    if (m_notify)
        m_notify();
}

} // namespace tridesk
