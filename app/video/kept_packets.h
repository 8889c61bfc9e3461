// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct AVPacket;

namespace tridesk {

struct FreePacket {
    void operator()(AVPacket* packet) const;
};
using PacketPtr = std::unique_ptr<AVPacket, FreePacket>;

/// What a feed sent since its last picture that stands by itself, kept while nobody looks: whoever looks
/// again sees the newest picture at once, without waiting for the next such. What grows beyond the bounds is
/// let go of, and the next picture that stands by itself begins the keeping anew.
class KeptPackets {
public:
    static constexpr std::size_t mostPackets = 300;
    static constexpr std::size_t mostBytes = 2 * 1024 * 1024;

    /// Takes another hold of the packet's data; copies nothing.
    void keep(const AVPacket& packet);
    [[nodiscard]] std::vector<PacketPtr> take();

    [[nodiscard]] std::size_t count() const { return m_packets.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    void clear();

    std::vector<PacketPtr> m_packets;
    std::size_t m_bytes = 0;
};

} // namespace tridesk
