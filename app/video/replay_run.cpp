// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/replay_run.h"

#include "app/video/kept_packets.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavcodec/packet.h>
#include <libavutil/frame.h>
}

namespace tridesk {

namespace {
// The feed was lost for longer than this: nobody sits through it again.
constexpr Milliseconds longestGap{2000};
} // namespace

ReplayRun::ReplayRun(ReplaySlot& slot, std::unique_ptr<PacketSource> source)
    : m_slot(slot)
    , m_source(std::move(source))
    , m_at(m_source->begin()) {
    m_slot.opened(m_source->begin(), m_source->end());
}

void ReplayRun::run() {
    while (!m_slot.stopped()) {
        if (const Step step = obey(m_slot.takeWish()); !step) {
            m_slot.ended(step.error());
            return;
        }
        if (m_ended && !m_told) { // after its last picture, which is what one looks for then
            m_told = true;
            m_slot.ended();
        }
    }
}

ReplayRun::Step ReplayRun::obey(const ReplayWish& wish) {
    if (wish.seek)
        return goTo(*wish.seek);
    if (wish.steps < 0) { // the one before: the last that is earlier than what is shown
        for (int i = 0; i > wish.steps; --i) {
            if (const Step step = goTo(m_at - Milliseconds(1)); !step)
                return step;
        }
        return {};
    }
    for (int i = 0; i < wish.steps && !m_ended; ++i) {
        m_zero.reset();
        if (const Step step = showNext(); !step)
            return step;
    }
    if (wish.steps > 0)
        return {};
    if (wish.paused || m_ended) {
        m_zero.reset();
        (void)m_slot.waitUntil({});
        return {};
    }
    return playOne(wish.rate);
}

std::expected<bool, StreamFault> ReplayRun::lookAhead() {
    if (m_ahead)
        return true;
    auto next = m_source->next();
    if (!next)
        return std::unexpected(next.error());
    m_ahead = *std::move(next);
    m_ended = !m_ahead;
    return m_ahead.has_value();
}

VideoTime ReplayRun::dueOf(VideoTime at, double rate) {
    const bool isGap = m_zero && at - m_at > longestGap;
    if (!m_zero || isGap || rate != m_rate) {
        m_zero = videoNow();
        m_zeroAt = isGap ? at : std::min(at, m_at);
        m_rate = rate;
    }
    return *m_zero + Milliseconds(std::llround(double((at - m_zeroAt).count()) / rate));
}

ReplayRun::Step ReplayRun::playOne(double rate) {
    const auto more = lookAhead();
    if (!more)
        return std::unexpected(more.error());
    if (!*more || !m_ahead)
        return {};
    const VideoTime at = m_ahead->at;
    if (!m_slot.waitUntil(dueOf(at, rate)))
        return {};
    const auto frame = decodeAhead();
    if (!frame)
        return std::unexpected(frame.error());
    m_at = at;
    // The next is due as well: who watches at eight times the pace wants the newest.
    if (const auto next = lookAhead(); !next)
        return std::unexpected(next.error());
    const bool isOverdue = m_ahead && dueOf(m_ahead->at, rate) <= videoNow();
    if (*frame != nullptr && !isOverdue)
        show(**frame);
    return {};
}

ReplayRun::Step ReplayRun::showNext() {
    for (;;) {
        const auto more = lookAhead();
        if (!more)
            return std::unexpected(more.error());
        if (!*more || !m_ahead)
            return {};
        const VideoTime at = m_ahead->at;
        const auto frame = decodeAhead();
        if (!frame)
            return std::unexpected(frame.error());
        if (*frame != nullptr) {
            m_at = at;
            show(**frame);
            return {};
        }
    }
}

// Decodes from the last picture that stands by itself to the one wished, and makes an image of that one only.
ReplayRun::Step ReplayRun::goTo(VideoTime to) {
    m_source->seek(to);
    m_ahead.reset();
    m_decoder.restart();
    m_zero.reset();
    m_ended = m_told = false;
    const AVFrame* newest = nullptr;
    while (!m_slot.stopped()) {
        const auto more = lookAhead();
        if (!more)
            return std::unexpected(more.error());
        if (!*more || !m_ahead || (newest != nullptr && m_ahead->at > to))
            break;
        const VideoTime at = m_ahead->at;
        const auto frame = decodeAhead();
        if (!frame)
            return std::unexpected(frame.error());
        if (*frame != nullptr) {
            newest = *frame;
            m_at = at;
        }
    }
    if (newest != nullptr)
        show(*newest);
    return {};
}

ReplayRun::Decoded ReplayRun::decodeAhead() {
    const auto next = std::exchange(m_ahead, std::nullopt);
    if (!next)
        return nullptr;
    const HeldPacket& held = *next;
    if (held.coding != m_coding) {
        if (const auto opened = m_decoder.open(held.coding->parameters()); !opened)
            return std::unexpected(opened.error());
        m_coding = held.coding;
    }
    return m_decoder.decode(*held.packet);
}

void ReplayRun::show(const AVFrame& frame) {
    if (QImage image = m_maker.make(frame, m_slot.shownSize()); !image.isNull())
        m_slot.publish(std::move(image), nativeSize(frame), m_at);
}

} // namespace tridesk
