// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_health.h"

#include <memory>
#include <optional>
#include <vector>

struct AVCodecParameters;
struct AVPacket;

namespace tridesk {

class SpillFile;

/// What a run of packets is coded in. Never changes once it is made; another one begins where the coding
/// changes and where a feed was lost and came back.
class PacketCoding {
public:
    /// Takes `parameters` over.
    PacketCoding(AVCodecParameters* parameters, int num, int den);
    ~PacketCoding();
    Q_DISABLE_COPY_MOVE(PacketCoding)

    [[nodiscard]] const AVCodecParameters& parameters() const { return *m_parameters; }
    /// Seconds of the packets' own time stamps are counted in num/den.
    [[nodiscard]] int num() const { return m_num; }
    [[nodiscard]] int den() const { return m_den; }
    [[nodiscard]] bool isSound() const;
    /// The same kind and the same parameters: what is coded so may stand in one file.
    [[nodiscard]] bool isLike(const PacketCoding& other) const;

private:
    AVCodecParameters* m_parameters;
    int m_num;
    int m_den;
};
using CodingPtr = std::shared_ptr<const PacketCoding>;

class SpilledPacket;

/// One packet of a feed as it came. Its data is shared by whoever holds it: a copy costs two counts.
struct HeldPacket {
    std::shared_ptr<const AVPacket> packet; ///< null while it lies on disk: see inMemory()
    CodingPtr coding;
    VideoTime at;        ///< when it came, the network's jitter taken out of it (ArrivalClock)
    quint64 number = 0;  ///< counts what is held of a feed from 1
    bool begins = false; ///< a picture that stands by itself
    std::shared_ptr<const SpilledPacket> spilled = {}; ///< where it lies on disk
};

/// Packets in the order in which they came; the first of them begins.
using PacketSpan = std::vector<HeldPacket>;

/// Another hold of the packet's data; null without memory.
[[nodiscard]] std::shared_ptr<const AVPacket> hold(const AVPacket& packet);

/// The same with its data in memory, read from disk where it lies there; nothing where that fails.
[[nodiscard]] std::optional<HeldPacket> inMemory(const HeldPacket& held);
/// Of its data, wherever it lies.
[[nodiscard]] int dataSize(const HeldPacket& held);

/// Moves the data of these to disk, all or none: false where that fails.
[[nodiscard]] bool spill(PacketSpan& packets, SpillFile& file);

} // namespace tridesk
