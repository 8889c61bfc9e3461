// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/sound_queue.h"

#include <memory>
#include <vector>

struct AVCodecContext;
struct AVCodecParameters;
struct AVFrame;
struct AVPacket;
struct SwrContext;

namespace tridesk {

/// The sound of a feed decoded and brought to what a SoundQueue holds. Sound is never worth a picture: what
/// cannot be decoded is passed over in silence. Belongs to one thread.
class SoundDecoder {
public:
    SoundDecoder();
    ~SoundDecoder();
    Q_DISABLE_COPY_MOVE(SoundDecoder)

    /// `coding`: of this packet; another than the last begins anew.
    void decode(const AVCodecParameters& coding, const AVPacket& packet, SoundQueue& into);
    /// Forgets what came before: after a gap.
    void restart();

private:
    struct FreeContext {
        void operator()(AVCodecContext* context) const;
    };
    struct FreeFrame {
        void operator()(AVFrame* frame) const;
    };
    struct FreeConverter {
        void operator()(SwrContext* converter) const;
    };

    [[nodiscard]] bool open(const AVCodecParameters& coding);
    [[nodiscard]] bool fit(const AVFrame& frame);
    void convert(const AVFrame& frame, SoundQueue& into);

    std::unique_ptr<AVCodecContext, FreeContext> m_context;
    std::unique_ptr<AVFrame, FreeFrame> m_frame;
    std::unique_ptr<SwrContext, FreeConverter> m_converter;
    int m_inRate = 0; ///< what the converter was made for
    int m_inFormat = -1;
    int m_inChannels = 0;
    std::vector<std::int16_t> m_out;
    bool m_refused = false; ///< nothing of this coding can be decoded
    int m_codec = 0;
    int m_rate = 0;
};

} // namespace tridesk
