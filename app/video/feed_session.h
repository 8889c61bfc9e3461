// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/arrival_clock.h"
#include "app/video/coding_watch.h"
#include "app/video/feed_slot.h"
#include "app/video/kept_packets.h"
#include "app/video/pacer.h"
#include "app/video/picture_maker.h"
#include "app/video/sound_decoder.h"
#include "app/video/stream_decoder.h"
#include "app/video/stream_input.h"

#include <expected>

namespace tridesk {

/// One connection of a feed, from the first connect to its loss. Belongs to the reader's thread.
class FeedSession {
public:
    FeedSession(FeedSlot& slot, PictureMaker& maker, const StreamLimits& limits);

    /// Plays until it is lost or stopped, and says why.
    [[nodiscard]] StreamFault play(const FeedSource& source);

    /// Whether anything came that could be shown, or would have been had anybody looked.
    [[nodiscard]] bool hasPlayed() const { return m_played; }

private:
    using Step = std::expected<void, StreamFault>;

    [[nodiscard]] Step readOne(AVPacket& packet);
    [[nodiscard]] Step followCoding();
    [[nodiscard]] Step look(const AVPacket& packet);
    [[nodiscard]] Step catchUp();
    void show(const AVFrame& frame);
    void keep(const AVPacket& packet);
    void hear(const AVPacket& packet);

    FeedSlot& m_slot;
    PictureMaker& m_maker;
    StreamInput m_input;
    StreamDecoder m_decoder;
    KeptPackets m_kept;
    CodingWatch m_codings;
    ArrivalClock m_arrivals;
    ArrivalClock m_soundArrivals; ///< the two may count from different beginnings
    SoundDecoder m_hearing;
    std::shared_ptr<SoundQueue> m_heardBy; ///< of the last packet of sound
    Pacer m_pacer;
    VideoTime m_pictureAt; ///< when the last picture came, or the last packet that nobody looked at
    int m_fruitless = 0;   ///< packets in a row that gave no picture although the decoder had begun
    bool m_looking = true; ///< the packets before this one were decoded
    bool m_played = false;
};

} // namespace tridesk
