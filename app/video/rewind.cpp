// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/rewind.h"

#include "app/video/rewind_spill.h"

#include <algorithm>
#include <utility>

extern "C" {
#include <libavcodec/packet.h>
}

namespace tridesk {

namespace {

// What a packet takes beside its data: its own fields, two counts, padding.
constexpr qint64 besideData = 400;

// Of this process: they share the memory.
std::atomic<int>& heldRewinds() {
    static std::atomic<int> held{0};
    return held;
}

qint64 share() {
    return std::min(Rewind::mostBytes,
                    Rewind::mostBytesOfAll / std::max(1, heldRewinds().load(std::memory_order_relaxed)));
}

qint64 costOf(const HeldPacket& held) {
    return dataSize(held) + besideData;
}

} // namespace

Rewind::~Rewind() = default;

std::shared_ptr<Rewind> Rewind::make(const std::shared_ptr<RewindSpill>& spill) {
    std::shared_ptr<Rewind> made(new Rewind()); // its maker is private
    if (spill)
        spill->watch(made);
    return made;
}

RewindHold Rewind::hold() {
    if (m_holds.fetch_add(1) == 0)
        ++heldRewinds();
    return RewindHold(shared_from_this());
}

void Rewind::let() {
    if (m_holds.fetch_sub(1) != 1)
        return;
    --heldRewinds();
    const std::scoped_lock lock(m_lock);
    if (!isHeld()) // nobody took it again meanwhile
        drop();
}

void Rewind::drop() {
    m_packets.clear();
    m_beginnings.clear();
    m_bytes = 0;
}

void Rewind::dropFirstRun() {
    const quint64 until = hasSecondRun() ? m_beginnings[1] : m_count + 1;
    while (!m_packets.empty() && m_packets.front().number < until) {
        m_bytes -= costOf(m_packets.front());
        m_packets.pop_front();
    }
    m_beginnings.pop_front();
}

void Rewind::keep(const AVPacket& packet, const CodingPtr& coding, VideoTime at) {
    if (!isHeld() || !coding)
        return;
    HeldPacket held{.packet = tridesk::hold(packet),
                    .coding = coding,
                    .at = at,
                    .begins = !coding->isSound() && (packet.flags & AV_PKT_FLAG_KEY) != 0};
    const std::scoped_lock lock(m_lock);
    if (!isHeld())
        return;
    if (!held.packet || (m_packets.empty() && !held.begins))
        return; // of no use without what it stands on
    held.number = ++m_count;
    if (held.begins)
        m_beginnings.push_back(held.number);
    m_bytes += costOf(held);
    m_packets.push_back(std::move(held));
    const auto numbered = [this](quint64 number) -> const HeldPacket& {
        return m_packets[std::size_t(number - m_packets.front().number)];
    };
    while (hasSecondRun() && at - numbered(m_beginnings[1]).at >= longest)
        dropFirstRun();
    // A picture that stands by itself may be far away: what is too much before it comes goes as a whole.
    while (!m_packets.empty() && (m_bytes > share() || m_packets.size() > mostPackets))
        dropFirstRun();
}

PacketSpan Rewind::after(quint64 number) const {
    const std::scoped_lock lock(m_lock);
    if (m_packets.empty())
        return {};
    auto from = std::ranges::upper_bound(m_packets, number, {}, &HeldPacket::number);
    if (from != m_packets.end() && from->number > number + 1)
        from = std::find_if(from, m_packets.end(), [](const HeldPacket& held) { return held.begins; });
    return {from, m_packets.end()};
}

// Written outside the lock, which the reader of the feed waits for. What was let go of meanwhile is let go of
// on disk too.
void Rewind::spill(SpillFile& file, VideoTime before) {
    constexpr std::size_t mostAtOnce = 1000;
    PacketSpan some;
    {
        const std::scoped_lock lock(m_lock);
        auto from = std::ranges::upper_bound(m_packets, m_spilled, {}, &HeldPacket::number);
        for (; from != m_packets.end() && from->at < before && some.size() < mostAtOnce; ++from)
            some.push_back(*from);
    }
    if (some.empty() || !tridesk::spill(some, file))
        return;
    const std::scoped_lock lock(m_lock);
    m_spilled = some.back().number;
    for (HeldPacket& held : some)
        if (!m_packets.empty() && held.number >= m_packets.front().number)
            m_packets[std::size_t(held.number - m_packets.front().number)] = std::move(held);
}

qint64 Rewind::bytesInMemory() const {
    const std::scoped_lock lock(m_lock);
    qint64 bytes = 0;
    for (const HeldPacket& held : m_packets)
        bytes += held.packet ? held.packet->size : 0;
    return bytes;
}

qint64 Rewind::bytes() const {
    const std::scoped_lock lock(m_lock);
    return m_bytes;
}

Milliseconds Rewind::length() const {
    const std::scoped_lock lock(m_lock);
    return m_packets.empty() ? Milliseconds(0) : m_packets.back().at - m_packets.front().at;
}

RewindHold& RewindHold::operator=(RewindHold&& other) noexcept {
    std::swap(m_rewind, other.m_rewind);
    return *this;
}

RewindHold::~RewindHold() {
    if (m_rewind)
        m_rewind->let();
}

} // namespace tridesk
