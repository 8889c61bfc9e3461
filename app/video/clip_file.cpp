// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/clip_file.h"

#include "app/video/kept_packets.h"
#include "app/video/picture_maker.h"
#include "app/video/stream_decoder.h"

#include <QSize>

#include <algorithm>
#include <cstdio>

extern "C" {
#include <libavcodec/codec_par.h>
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libavutil/mem.h>
}

namespace tridesk {

namespace {

constexpr int bufferSize = 64 * 1024;
constexpr qint64 besideData = 64; ///< of the container, a packet

int writeOut(void* self, const std::uint8_t* data, int size) {
    auto* file = static_cast<FootageFile*>(self);
    return file->write(reinterpret_cast<const char*>(data), size) ? size : AVERROR(EIO);
}

std::int64_t seekOut(void* self, std::int64_t to, int whence) {
    auto* file = static_cast<FootageFile*>(self);
    return whence == AVSEEK_SIZE ? file->size() : file->seek(to, whence);
}

// A stream seldom says how large its pictures are before one of them is decoded.
QSize sizeOf(const HeldPacket& first) {
    StreamDecoder decoder;
    if (!decoder.open(first.coding->parameters()))
        return {};
    const auto frame = decoder.decode(*first.packet);
    if (frame && *frame != nullptr)
        return {(*frame)->width, (*frame)->height};
    const AVCodecParameters& told = first.coding->parameters();
    return {told.width, told.height};
}

void set(AVFormatContext& context, const char* name, const QString& value) {
    if (!value.isEmpty())
        av_dict_set(&context.metadata, name, value.toUtf8().constData(), 0);
}

} // namespace

void ClipFile::FreeContext::operator()(AVFormatContext* context) const {
    avformat_free_context(context);
}

void ClipFile::FreeOutput::operator()(AVIOContext* output) const {
    av_free(output->buffer);
    avio_context_free(&output);
}

ClipFile::~ClipFile() = default;

WriteFault ClipFile::faultOf(int error) const {
    return m_file->fault().value_or(WriteFault{WriteFault::Kind::CannotWrite, streamFault(error).detail});
}

std::expected<std::unique_ptr<ClipFile>, WriteFault> ClipFile::create(std::unique_ptr<FootageFile> file,
                                                                      const HeldPacket& first,
                                                                      const CodingPtr& sound,
                                                                      const ClipWords& words) {
    std::unique_ptr<ClipFile> clip(new ClipFile(std::move(file)));
    auto opened = clip->open(first, sound, words);
    if (!opened && sound) { // of a kind that the container does not know
        (void)clip->m_file->seek(0, SEEK_SET);
        clip->m_sound = {};
        opened = clip->open(first, nullptr, words);
    }
    if (!opened)
        return std::unexpected(opened.error());
    return clip;
}

std::expected<void, WriteFault> ClipFile::open(const HeldPacket& first, const CodingPtr& sound,
                                               const ClipWords& words) {
    m_context.reset();
    m_output.reset();
    AVFormatContext* context = nullptr;
    avformat_alloc_output_context2(&context, nullptr, "matroska", nullptr);
    m_context.reset(context);
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
    m_output.reset(avio_alloc_context(buffer, bufferSize, 1, m_file.get(), nullptr, &writeOut, &seekOut));
    const QSize size = sizeOf(first);
    if (context == nullptr || !m_output)
        return std::unexpected(faultOf(AVERROR(ENOMEM)));
    if (size.isEmpty())
        return std::unexpected(WriteFault{WriteFault::Kind::NoPicture});
    context->pb = m_output.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    set(*context, "title", words.title);
    set(*context, "comment", words.comment);
    set(*context, "creation_time", toIso(words.begins));
    if (!addTrack(m_pictures, first.coding, size) || (sound && !addTrack(m_sound, sound, {})))
        return std::unexpected(faultOf(AVERROR(ENOMEM)));
    if (const int error = avformat_write_header(context, nullptr); error < 0)
        return std::unexpected(faultOf(error));
    m_from = m_to = first.at;
    return {};
}

bool ClipFile::addTrack(Track& track, const CodingPtr& coding, QSize size) {
    track = {.stream = avformat_new_stream(m_context.get(), nullptr), .coding = coding};
    if (track.stream == nullptr || avcodec_parameters_copy(track.stream->codecpar, &coding->parameters()) < 0)
        return false;
    AVCodecParameters& parameters = *track.stream->codecpar;
    parameters.codec_tag = 0; // of the container that it came in
    if (!size.isEmpty()) {
        parameters.width = size.width();
        parameters.height = size.height();
    }
    track.stream->time_base = {1, 1000};
    return true;
}

bool ClipFile::takes(const HeldPacket& held) const {
    const CodingPtr& ours = held.coding->isSound() ? m_sound.coding : m_pictures.coding;
    return held.coding == ours || (ours && held.coding->isLike(*ours));
}

std::expected<void, WriteFault> ClipFile::write(const HeldPacket& held) {
    Track& track = held.coding->isSound() ? m_sound : m_pictures;
    if (track.stream == nullptr)
        return {};
    const qint64 queued = m_queued + held.packet->size + besideData;
    if (const auto reserved = m_file->reserve(queued); !reserved)
        return reserved;
    const PacketPtr packet(av_packet_clone(held.packet.get()));
    if (!packet)
        return std::unexpected(faultOf(AVERROR(ENOMEM)));
    m_queued = queued;
    qint64 shownAfter = 0; // pictures that lean on later ones are shown after those
    if (packet->pts != AV_NOPTS_VALUE && packet->dts != AV_NOPTS_VALUE)
        shownAfter = av_rescale_q(packet->pts - packet->dts,
                                  AVRational{held.coding->num(), held.coding->den()}, AVRational{1, 1000});
    track.last = std::max(track.last + 1, qint64((held.at - m_from).count()));
    packet->dts = track.last;
    packet->pts = track.last + std::clamp<qint64>(shownAfter, 0, 2000);
    packet->duration = 0;
    packet->stream_index = track.stream->index;
    av_packet_rescale_ts(packet.get(), AVRational{1, 1000}, track.stream->time_base);
    const int error = av_write_frame(m_context.get(), packet.get());
    if (error < 0 || m_file->fault())
        return std::unexpected(faultOf(error));
    m_to = std::max(m_to, held.at);
    return {};
}

std::expected<WrittenFile, WriteFault> ClipFile::finish() {
    const int error = av_write_trailer(m_context.get());
    avio_flush(m_output.get());
    if (error < 0 || m_output->error < 0)
        return std::unexpected(faultOf(error < 0 ? error : m_output->error));
    return m_file->finish();
}

} // namespace tridesk
