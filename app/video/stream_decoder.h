// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/stream_fault.h"

#include <QByteArray>
#include <QSize>

#include <expected>
#include <memory>

struct AVCodecContext;
struct AVCodecParameters;
struct AVFrame;
struct AVPacket;

namespace tridesk {

/// Packets made into pictures through libavcodec, without waiting for later ones. Belongs to one thread.
class StreamDecoder {
public:
    StreamDecoder();
    ~StreamDecoder();
    Q_DISABLE_COPY_MOVE(StreamDecoder)

    /// Begins anew with this coding. Pictures come from the next one that stands by itself.
    [[nodiscard]] std::expected<void, StreamFault> open(const AVCodecParameters& coding);
    [[nodiscard]] bool isOpenFor(const AVCodecParameters& coding) const;

    /// Forgets what came before: after a gap, pictures begin at the next one that stands by itself.
    void restart();

    /// The newest picture that this packet gave, valid until the next call; none where there is none yet.
    /// What is damaged is passed over. A fault only where nothing of this stream can ever be decoded.
    [[nodiscard]] std::expected<const AVFrame*, StreamFault> decode(const AVPacket& packet);

    /// The last picture is not needed any more: its memory serves the next.
    void letGo();

    /// One that stands by itself has come since the last open() or restart().
    [[nodiscard]] bool hasBegun() const { return m_begun; }

    [[nodiscard]] QByteArray codecName() const;

private:
    struct FreeContext {
        void operator()(AVCodecContext* context) const;
    };
    struct FreeFrame {
        void operator()(AVFrame* frame) const;
    };

    static int takeBuffer(AVCodecContext* context, AVFrame* frame, int flags);
    [[nodiscard]] bool mayBeginAt(const AVPacket& packet);
    [[nodiscard]] bool takeNewest();

    std::unique_ptr<AVCodecContext, FreeContext> m_context;
    std::unique_ptr<AVFrame, FreeFrame> m_newest;
    std::unique_ptr<AVFrame, FreeFrame> m_next;
    bool m_begun = false;
    int m_passedOver = 0; ///< packets since restart() that could not begin
    QSize m_refused;      ///< a picture that was too large
};

/// The most points of a picture that are decoded: 4096 × 2304. More is refused, since each feed would take a
/// hundred megabytes and more.
constexpr std::int64_t mostPicturePoints = std::int64_t(4096) * 2304;

} // namespace tridesk
