// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/held_packet.h"

#include "app/video/kept_packets.h"

#include <cstring>

extern "C" {
#include <libavcodec/codec_par.h>
#include <libavcodec/packet.h>
}

namespace tridesk {

PacketCoding::PacketCoding(AVCodecParameters* parameters, int num, int den)
    : m_parameters(parameters)
    , m_num(num)
    , m_den(den) {}

PacketCoding::~PacketCoding() {
    avcodec_parameters_free(&m_parameters);
}

bool PacketCoding::isSound() const {
    return m_parameters->codec_type == AVMEDIA_TYPE_AUDIO;
}

bool PacketCoding::isLike(const PacketCoding& other) const {
    const AVCodecParameters& a = *m_parameters;
    const AVCodecParameters& b = *other.m_parameters;
    return a.codec_id == b.codec_id && a.sample_rate == b.sample_rate &&
           a.ch_layout.nb_channels == b.ch_layout.nb_channels && a.extradata_size == b.extradata_size &&
           (a.extradata_size == 0 ||
            std::memcmp(a.extradata, b.extradata, std::size_t(a.extradata_size)) == 0);
}

std::shared_ptr<const AVPacket> hold(const AVPacket& packet) {
    PacketPtr copy(av_packet_clone(&packet));
    return copy ? std::shared_ptr<const AVPacket>(std::move(copy)) : nullptr;
}

} // namespace tridesk
