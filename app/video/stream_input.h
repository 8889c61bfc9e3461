// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed.h"
#include "app/video/feed_health.h"
#include "app/video/kept_packets.h"
#include "app/video/stream_fault.h"

#include <atomic>
#include <expected>
#include <memory>

struct AVCodecParameters;
struct AVFormatContext;

namespace tridesk {

/// The waits of a stream, and what is looked at before it plays.
struct StreamLimits {
    Milliseconds open{6000};    ///< from the first connect to the first packet that may be read
    Milliseconds silence{5000}; ///< between two pictures' packets
    qint64 probeBytes = 256 * 1024;
    Milliseconds probeTime{1000};
    unsigned streams = 16;
};

/// A stream being read through libavformat: its pictures, and its sound where it has one. Belongs to one
/// thread; `stop` is set by another and ends every wait within a tenth of a second, but for the look-up of a
/// host's name, which the system does not let go of.
class StreamInput {
public:
    StreamInput(const std::atomic<bool>& stop, const StreamLimits& limits);
    ~StreamInput();
    Q_DISABLE_COPY_MOVE(StreamInput)

    [[nodiscard]] std::expected<void, StreamFault> open(const FeedSource& source);

    /// Waits for the next packet of the pictures or of the sound. Sound alone is no picture: that none comes
    /// is a fault all the same.
    [[nodiscard]] std::expected<void, StreamFault> read(AVPacket& packet);
    [[nodiscard]] bool isSound(const AVPacket& packet) const;
    [[nodiscard]] bool hasSound() const { return m_sound >= 0; }

    /// What the pictures are coded in; changes when the stream does.
    [[nodiscard]] const AVCodecParameters* coding() const;
    /// The same of this packet, which read() gave.
    [[nodiscard]] const AVCodecParameters* codingOf(const AVPacket& packet) const;

    struct TimeBase {
        int num = 1;
        int den = 1000;
    };
    /// Of the packet's stamps: they count num/den of a second.
    [[nodiscard]] TimeBase timeBase(const AVPacket& packet) const;

    /// When a packet is due after the stream's own clock, in milliseconds; nothing where it does not say.
    [[nodiscard]] std::optional<Milliseconds> dueAt(const AVPacket& packet) const;

    /// The other side hands over seconds at a time (HLS, a file), so that what plays must keep the pace
    /// itself.
    [[nodiscard]] bool comesInHeaps() const;

private:
    struct CloseContext {
        void operator()(AVFormatContext* context) const;
    };

    static int interrupted(void* self);
    [[nodiscard]] StreamFault faultOf(int error) const;
    [[nodiscard]] bool findPictures();
    [[nodiscard]] std::expected<void, StreamFault> choosePictures();
    void followOtherStream(int index);
    [[nodiscard]] bool findSound(int index);

    const std::atomic<bool>& m_stop;
    StreamLimits m_limits;
    std::unique_ptr<AVFormatContext, CloseContext> m_context;
    PacketPtr m_first; ///< what was read to find the pictures
    VideoTime m_deadline;
    bool m_late = false;       ///< the deadline ended the last wait
    int m_pictures = -1;       ///< index of their stream
    int m_sound = -1;          ///< index of its stream; -1: there is none
    bool m_gavePicture = true; ///< by the last read()
    unsigned m_knownStreams = 0;
    int m_othersInARow = 0; ///< packets of other pictures since the last of ours
};

} // namespace tridesk
