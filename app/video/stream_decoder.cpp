// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/stream_decoder.h"

#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
}

using namespace Qt::StringLiterals;

namespace tridesk {

void StreamDecoder::FreeContext::operator()(AVCodecContext* context) const {
    avcodec_free_context(&context);
}

void StreamDecoder::FreeFrame::operator()(AVFrame* frame) const {
    av_frame_free(&frame);
}

StreamDecoder::StreamDecoder()
    : m_newest(av_frame_alloc())
    , m_next(av_frame_alloc()) {}

StreamDecoder::~StreamDecoder() = default;

std::expected<void, StreamFault> StreamDecoder::open(const AVCodecParameters& coding) {
    m_context.reset();
    m_refused = {};
    restart();
    const AVCodec* codec = avcodec_find_decoder(coding.codec_id);
    if (codec == nullptr)
        return std::unexpected(streamFault(AVERROR_DECODER_NOT_FOUND));
    std::unique_ptr<AVCodecContext, FreeContext> context(avcodec_alloc_context3(codec));
    if (!context || !m_newest || !m_next)
        return std::unexpected(streamFault(AVERROR(ENOMEM)));
    int error = avcodec_parameters_to_context(context.get(), &coding);
    context->thread_count =
        1; // threads inside a decoder hold back a picture each; feeds are many, pictures small
    context->flags |= AV_CODEC_FLAG_LOW_DELAY;
    context->opaque = this;
    context->get_buffer2 = &StreamDecoder::takeBuffer;
    if (error >= 0)
        error = avcodec_open2(context.get(), codec, nullptr);
    if (error < 0)
        return std::unexpected(streamFault(error));
    m_context = std::move(context);
    return {};
}

bool StreamDecoder::isOpenFor(const AVCodecParameters& coding) const {
    return m_context && m_context->codec_id == coding.codec_id;
}

void StreamDecoder::restart() {
    m_begun = false;
    m_passedOver = 0;
    if (m_context)
        avcodec_flush_buffers(m_context.get());
}

// Some encoders refresh in stripes and never send a picture that stands by itself; those are taken as they
// come after a while.
bool StreamDecoder::mayBeginAt(const AVPacket& packet) {
    constexpr int longestWait = 150;
    if (!m_begun)
        m_begun = (packet.flags & AV_PKT_FLAG_KEY) != 0 || ++m_passedOver > longestWait;
    return m_begun;
}

// Called by the decoder before it takes memory for a picture.
int StreamDecoder::takeBuffer(AVCodecContext* context, AVFrame* frame, int flags) {
    if (std::int64_t(frame->width) * frame->height > mostPicturePoints) {
        static_cast<StreamDecoder*>(context->opaque)->m_refused = {frame->width, frame->height};
        return AVERROR(EINVAL);
    }
    return avcodec_default_get_buffer2(context, frame, flags);
}

bool StreamDecoder::takeNewest() {
    bool any = false;
    while (avcodec_receive_frame(m_context.get(), m_next.get()) >= 0) {
        std::swap(m_next, m_newest);
        any = true;
    }
    return any;
}

std::expected<const AVFrame*, StreamFault> StreamDecoder::decode(const AVPacket& packet) {
    if (!mayBeginAt(packet))
        return nullptr;
    int error = avcodec_send_packet(m_context.get(), &packet);
    bool any = takeNewest();
    if (error == AVERROR(EAGAIN)) { // it wanted its pictures taken first
        error = avcodec_send_packet(m_context.get(), &packet);
        any = takeNewest() || any;
    }
    if (!m_refused.isEmpty())
        return std::unexpected(StreamFault{StreamFault::Kind::TooLarge,
                                           u"%1 × %2"_s.arg(m_refused.width()).arg(m_refused.height())});
    return any ? m_newest.get() : nullptr;
}

void StreamDecoder::letGo() {
    av_frame_unref(m_newest.get());
    av_frame_unref(m_next.get());
}

QByteArray StreamDecoder::codecName() const {
    return m_context ? QByteArray(avcodec_get_name(m_context->codec_id)) : QByteArray();
}

} // namespace tridesk
