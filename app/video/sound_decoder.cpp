// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/sound_decoder.h"

#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace tridesk {

namespace {
constexpr int leastRate = 4'000;
constexpr int mostRate = 192'000;
constexpr int mostChannels = 8;
} // namespace

void SoundDecoder::FreeContext::operator()(AVCodecContext* context) const {
    avcodec_free_context(&context);
}

void SoundDecoder::FreeFrame::operator()(AVFrame* frame) const {
    av_frame_free(&frame);
}

void SoundDecoder::FreeConverter::operator()(SwrContext* converter) const {
    swr_free(&converter);
}

SoundDecoder::SoundDecoder()
    : m_frame(av_frame_alloc()) {}

SoundDecoder::~SoundDecoder() = default;

bool SoundDecoder::open(const AVCodecParameters& coding) {
    m_context.reset();
    const AVCodec* codec = avcodec_find_decoder(coding.codec_id);
    if (codec == nullptr || !m_frame)
        return false;
    std::unique_ptr<AVCodecContext, FreeContext> context(avcodec_alloc_context3(codec));
    if (!context || avcodec_parameters_to_context(context.get(), &coding) < 0)
        return false;
    context->thread_count = 1;
    if (avcodec_open2(context.get(), codec, nullptr) < 0)
        return false;
    m_context = std::move(context);
    return true;
}

void SoundDecoder::decode(const AVCodecParameters& coding, const AVPacket& packet, SoundQueue& into) {
    const bool isAnother = m_codec != int(coding.codec_id) || m_rate != coding.sample_rate;
    if (isAnother) {
        m_codec = int(coding.codec_id);
        m_rate = coding.sample_rate;
        m_refused = !open(coding);
    }
    if (m_refused || !m_context || avcodec_send_packet(m_context.get(), &packet) < 0)
        return;
    while (avcodec_receive_frame(m_context.get(), m_frame.get()) >= 0)
        convert(*m_frame, into);
}

void SoundDecoder::restart() {
    if (m_context)
        avcodec_flush_buffers(m_context.get());
    m_converter.reset();
}

// Streams change their rate in the middle, as they change the size of their pictures.
bool SoundDecoder::fit(const AVFrame& frame) {
    const int inChannels = frame.ch_layout.nb_channels;
    if (frame.sample_rate < leastRate || frame.sample_rate > mostRate || inChannels < 1 ||
        inChannels > mostChannels)
        return false;
    if (m_converter && m_inRate == frame.sample_rate && m_inFormat == frame.format &&
        m_inChannels == inChannels)
        return true;
    AVChannelLayout out;
    av_channel_layout_default(&out, SoundQueue::channels);
    AVChannelLayout in;
    av_channel_layout_default(&in, inChannels);
    SwrContext* converter = nullptr;
    const int error = swr_alloc_set_opts2(&converter, &out, AV_SAMPLE_FMT_S16, SoundQueue::rate, &in,
                                          AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
    m_converter.reset(converter);
    if (error < 0 || swr_init(converter) < 0)
        m_converter.reset();
    m_inRate = frame.sample_rate;
    m_inFormat = frame.format;
    m_inChannels = inChannels;
    return m_converter != nullptr;
}

void SoundDecoder::convert(const AVFrame& frame, SoundQueue& into) {
    if (frame.nb_samples <= 0 || frame.nb_samples > mostRate || !fit(frame))
        return;
    const int room = swr_get_out_samples(m_converter.get(), frame.nb_samples);
    if (room <= 0)
        return;
    m_out.resize(std::size_t(room) * SoundQueue::channels);
    auto* out = reinterpret_cast<std::uint8_t*>(m_out.data());
    const int made = swr_convert(m_converter.get(), &out, room,
                                 const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
    if (made > 0)
        into.push(std::span(m_out).first(std::size_t(made) * SoundQueue::channels));
}

} // namespace tridesk
