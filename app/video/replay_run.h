// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/packet_source.h"
#include "app/video/picture_maker.h"
#include "app/video/replay_slot.h"
#include "app/video/stream_decoder.h"

#include <memory>

namespace tridesk {

/// A replay as its thread does it: keeps the pace of the pictures that are over, and goes where it is asked
/// to.
class ReplayRun {
public:
    ReplayRun(ReplaySlot& slot, std::unique_ptr<PacketSource> source);

    /// Until it is stopped, or nothing more can be seen of the source.
    void run();

private:
    using Step = std::expected<void, StreamFault>;
    /// The picture of one packet; null where it gave none.
    using Decoded = std::expected<const AVFrame*, StreamFault>;

    [[nodiscard]] Step obey(const ReplayWish& wish);
    [[nodiscard]] Step playOne(double rate);
    [[nodiscard]] Step showNext();
    [[nodiscard]] Step goTo(VideoTime to);
    [[nodiscard]] std::expected<bool, StreamFault> lookAhead();
    [[nodiscard]] Decoded decodeAhead();
    [[nodiscard]] VideoTime dueOf(VideoTime at, double rate);
    void show(const AVFrame& frame);

    ReplaySlot& m_slot;
    std::unique_ptr<PacketSource> m_source;
    StreamDecoder m_decoder;
    CodingPtr m_coding; ///< that the decoder is open for
    PictureMaker m_maker;
    std::optional<HeldPacket> m_ahead; ///< read, not decoded
    VideoTime m_at;                    ///< of what is shown
    std::optional<VideoTime> m_zero;   ///< when m_zeroAt was, or would have been, shown at m_rate
    VideoTime m_zeroAt;
    double m_rate = 1;
    bool m_ended = false;
    bool m_told = false; ///< that it has
};

} // namespace tridesk
