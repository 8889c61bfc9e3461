// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/coding_watch.h"

#include "app/video/kept_packets.h"

#include <QByteArray>

#include <cstring>

extern "C" {
#include <libavcodec/bsf.h>
#include <libavcodec/codec_par.h>
#include <libavcodec/packet.h>
#include <libavutil/mem.h>
}

namespace tridesk {

namespace {

// "avcC" and its like say it once for the stream, and pictures carry none; all others may repeat it.
bool isTold(const AVCodecParameters& parameters) {
    const bool mayBe = parameters.codec_id == AV_CODEC_ID_H264 || parameters.codec_id == AV_CODEC_ID_HEVC;
    return mayBe && parameters.extradata_size > 0 && parameters.extradata[0] == 1;
}

QByteArray sideDataOf(const AVPacket& packet) {
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_NEW_EXTRADATA, &size);
    return data != nullptr ? QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)) : QByteArray();
}

bool setExtra(AVCodecParameters& parameters, const QByteArray& extra) {
    auto* memory =
        static_cast<std::uint8_t*>(av_mallocz(std::size_t(extra.size()) + AV_INPUT_BUFFER_PADDING_SIZE));
    if (memory == nullptr)
        return false;
    std::memcpy(memory, extra.constData(), std::size_t(extra.size()));
    av_free(parameters.extradata);
    parameters.extradata = memory;
    parameters.extradata_size = int(extra.size());
    return true;
}

CodingPtr make(const AVCodecParameters& parameters, int num, int den, const QByteArray& extra) {
    AVCodecParameters* copy = avcodec_parameters_alloc();
    if (copy == nullptr)
        return nullptr;
    auto coding = std::make_shared<const PacketCoding>(copy, num, den);
    if (avcodec_parameters_copy(copy, &parameters) < 0 || (!extra.isEmpty() && !setExtra(*copy, extra)))
        return nullptr;
    return coding;
}

QByteArray extraOf(const AVCodecParameters& parameters) {
    return {reinterpret_cast<const char*>(parameters.extradata), parameters.extradata_size};
}

} // namespace

void CodingWatch::FreeFilter::operator()(AVBSFContext* filter) const {
    av_bsf_free(&filter);
}

CodingWatch::~CodingWatch() = default;

QByteArray CodingWatch::parametersIn(Watched& watched, const AVCodecParameters& parameters,
                                     const AVPacket& packet) {
    if (QByteArray told = sideDataOf(packet); !told.isEmpty())
        return told;
    if (isTold(parameters))
        return {};
    if (!watched.filter || watched.filter->par_in->codec_id != parameters.codec_id) {
        watched.filter.reset();
        AVBSFContext* filter = nullptr;
        if (av_bsf_alloc(av_bsf_get_by_name("extract_extradata"), &filter) < 0)
            return {};
        watched.filter.reset(filter);
        if (avcodec_parameters_copy(filter->par_in, &parameters) < 0 || av_bsf_init(filter) < 0) {
            watched.filter.reset(); // of this kind nothing can be taken out
            return {};
        }
    }
    const PacketPtr copy(av_packet_clone(&packet));
    if (!copy || av_bsf_send_packet(watched.filter.get(), copy.get()) < 0)
        return {};
    QByteArray found;
    while (av_bsf_receive_packet(watched.filter.get(), copy.get()) >= 0) {
        if (const QByteArray data = sideDataOf(*copy); !data.isEmpty())
            found = data;
        av_packet_unref(copy.get());
    }
    return found;
}

CodingPtr CodingWatch::codingOf(int stream, const AVCodecParameters& parameters, int num, int den,
                                const AVPacket& packet) {
    Watched& watched = m_watched[stream];
    const bool isSame = watched.coding && watched.coding->parameters().codec_id == parameters.codec_id;
    const bool mayChange =
        parameters.codec_type == AVMEDIA_TYPE_VIDEO && (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (isSame && !mayChange)
        return watched.coding;
    const QByteArray found = mayChange ? parametersIn(watched, parameters, packet) : QByteArray();
    if (isSame && (found.isEmpty() || found == extraOf(watched.coding->parameters())))
        return watched.coding;
    watched.coding = make(parameters, num, den, found);
    return watched.coding;
}

} // namespace tridesk
