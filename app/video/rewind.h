// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/held_packet.h"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace tridesk {

class RewindHold;
class RewindSpill;

/// The last minute of a feed, packets as they came, for a replay, a clip or a picture of it: kept while
/// somebody holds it, begun anew otherwise. It begins at a picture that stands by itself and reaches across
/// lost connections and changes of coding. A minute of a feed of 3 Mbit/s takes 22 MiB; what takes more is
/// kept for a shorter while. Any thread.
class Rewind : public std::enable_shared_from_this<Rewind> {
public:
    static constexpr Milliseconds longest{60'000}; ///< and up to the next picture that stands by itself
    static constexpr qint64 mostBytes = 24LL * 1024 * 1024;
    /// Of all feeds of the process that are kept at once, each an equal share.
    static constexpr qint64 mostBytesOfAll = 192LL * 1024 * 1024;
    static constexpr std::size_t mostPackets = 12'000; ///< against a flood of empty ones

    ~Rewind();
    /// `spill`: what moves its packets to disk; null: they stay in memory.
    [[nodiscard]] static std::shared_ptr<Rewind> make(const std::shared_ptr<RewindSpill>& spill = {});

    /// From now on it is kept, until the last such hold is gone.
    [[nodiscard]] RewindHold hold();
    [[nodiscard]] bool isHeld() const { return m_holds.load(std::memory_order_relaxed) > 0; }

    /// What is kept and came after that number; from the next picture that stands by itself where there is
    /// a gap before it. 0: all of it.
    [[nodiscard]] PacketSpan after(quint64 number = 0) const;
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] qint64 bytesInMemory() const; ///< the part of it that does not lie on disk
    /// From the first packet kept to the last.
    [[nodiscard]] Milliseconds length() const;

    // The reader's side
    void keep(const AVPacket& packet, const CodingPtr& coding, VideoTime at);
    // The spill's side: moves to disk what came before that.
    void spill(SpillFile& file, VideoTime before);

private:
    friend class RewindHold;
    Rewind() = default;

    void let();
    void drop();
    void dropFirstRun();
    [[nodiscard]] bool hasSecondRun() const { return m_beginnings.size() > 1; }

    std::atomic<int> m_holds{0};
    mutable std::mutex m_lock;
    std::deque<HeldPacket> m_packets;
    std::deque<quint64> m_beginnings; ///< numbers of those that stand by themselves, oldest first
    quint64 m_count = 0;
    quint64 m_spilled = 0; ///< number of the last packet that lies on disk
    qint64 m_bytes = 0;
};

/// Keeps a rewind being kept for as long as it lives.
class RewindHold {
public:
    RewindHold() = default;
    RewindHold(RewindHold&& other) noexcept = default;
    RewindHold& operator=(RewindHold&& other) noexcept;
    ~RewindHold();

    [[nodiscard]] explicit operator bool() const { return m_rewind != nullptr; }
    [[nodiscard]] const Rewind& operator*() const { return *m_rewind; }
    [[nodiscard]] const Rewind* operator->() const { return m_rewind.get(); }

private:
    friend class Rewind;
    explicit RewindHold(std::shared_ptr<Rewind> rewind)
        : m_rewind(std::move(rewind)) {}

    std::shared_ptr<Rewind> m_rewind;
};

} // namespace tridesk
