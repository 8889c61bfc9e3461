// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_file.h"
#include "app/video/held_packet.h"

#include <memory>

struct AVFormatContext;
struct AVIOContext;
struct AVStream;

namespace tridesk {

/// What stands in a file about itself, readable without the journal.
struct ClipWords {
    QString title;
    QString comment; ///< whose, for what, by whom; without a login
    Instant begins;
};

/// One Matroska file of packets as they came. Belongs to one thread.
class ClipFile {
public:
    /// `first`: its first packet, a picture that stands by itself; `sound`: what is heard with it, or null.
    [[nodiscard]] static std::expected<std::unique_ptr<ClipFile>, WriteFault>
    create(std::unique_ptr<FootageFile> file, const HeldPacket& first, const CodingPtr& sound,
           const ClipWords& words);
    ~ClipFile();
    Q_DISABLE_COPY_MOVE(ClipFile)

    /// Whether this packet may stand in this file.
    [[nodiscard]] bool takes(const HeldPacket& held) const;
    /// Its place in time is when it came. NoRoom: it was not written, and the file can be finished.
    [[nodiscard]] std::expected<void, WriteFault> write(const HeldPacket& held);
    [[nodiscard]] std::expected<WrittenFile, WriteFault> finish();

    [[nodiscard]] VideoTime from() const { return m_from; }
    [[nodiscard]] VideoTime to() const { return m_to; }
    [[nodiscard]] qint64 bytes() const { return m_queued; }

private:
    struct FreeContext {
        void operator()(AVFormatContext* context) const;
    };
    struct FreeOutput {
        void operator()(AVIOContext* output) const;
    };
    /// One of the pictures, one of the sound.
    struct Track {
        AVStream* stream = nullptr;
        CodingPtr coding;
        qint64 last = -1; ///< stamp of the last packet, ms
    };

    explicit ClipFile(std::unique_ptr<FootageFile> file)
        : m_file(std::move(file)) {}
    [[nodiscard]] std::expected<void, WriteFault> open(const HeldPacket& first, const CodingPtr& sound,
                                                       const ClipWords& words);
    [[nodiscard]] bool addTrack(Track& track, const CodingPtr& coding, QSize size);
    [[nodiscard]] WriteFault faultOf(int error) const;

    std::unique_ptr<FootageFile> m_file;
    std::unique_ptr<AVIOContext, FreeOutput> m_output;
    std::unique_ptr<AVFormatContext, FreeContext> m_context;
    Track m_pictures;
    Track m_sound;
    VideoTime m_from;
    VideoTime m_to;
    qint64 m_queued = 0; ///< bytes handed over; libavformat holds some seconds back
};

} // namespace tridesk
