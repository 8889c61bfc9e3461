// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/held_packet.h"

#include "app/video/kept_packets.h"
#include "app/video/spill_file.h"

#include <cstring>
#include <span>
#include <utility>

extern "C" {
#include <libavcodec/codec_par.h>
#include <libavcodec/packet.h>
}

namespace tridesk {

/// All of a packet but its data, and where that lies. A thousand of them a feed: what few packets have, their
/// side data, takes no room in the others.
class SpilledPacket {
public:
    SpilledPacket(const AVPacket& packet, PacketPtr shell, std::shared_ptr<const SpilledBytes> bytes,
                  qint64 at)
        : m_shell(std::move(shell))
        , m_bytes(std::move(bytes))
        , m_at(at)
        , m_pts(packet.pts)
        , m_dts(packet.dts)
        , m_duration(packet.duration)
        , m_size(packet.size)
        , m_flags(packet.flags)
        , m_stream(packet.stream_index) {}

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] PacketPtr read() const {
        PacketPtr packet(av_packet_alloc());
        if (!packet || av_new_packet(packet.get(), m_size) < 0 ||
            (m_shell && av_packet_copy_props(packet.get(), m_shell.get()) < 0) ||
            !m_bytes->read(m_at, std::as_writable_bytes(std::span(packet->data, std::size_t(m_size)))))
            return nullptr;
        packet->pts = m_pts;
        packet->dts = m_dts;
        packet->duration = m_duration;
        packet->flags = m_flags;
        packet->stream_index = m_stream;
        return packet;
    }

private:
    PacketPtr m_shell; ///< with the side data; null: there is none
    std::shared_ptr<const SpilledBytes> m_bytes;
    qint64 m_at;
    std::int64_t m_pts;
    std::int64_t m_dts;
    std::int64_t m_duration;
    int m_size;
    int m_flags;
    int m_stream;
};

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

std::optional<HeldPacket> inMemory(const HeldPacket& held) {
    if (held.packet || !held.spilled)
        return held;
    PacketPtr read = held.spilled->read();
    if (!read)
        return {};
    HeldPacket there = held;
    there.packet = std::shared_ptr<const AVPacket>(std::move(read));
    return there;
}

int dataSize(const HeldPacket& held) {
    return held.packet ? held.packet->size : held.spilled ? held.spilled->size() : 0;
}

bool spill(PacketSpan& packets, SpillFile& file) {
    std::vector<std::span<const std::byte>> pieces;
    std::vector<PacketPtr> shells;
    pieces.reserve(packets.size());
    shells.reserve(packets.size());
    for (const HeldPacket& held : packets) {
        pieces.push_back(std::as_bytes(std::span(held.packet->data, std::size_t(held.packet->size))));
        PacketPtr shell(held.packet->side_data_elems > 0 ? av_packet_alloc() : nullptr);
        if (held.packet->side_data_elems > 0 &&
            (!shell || av_packet_copy_props(shell.get(), held.packet.get()) < 0))
            return false;
        shells.push_back(std::move(shell));
    }
    const auto bytes = file.write(pieces);
    if (!bytes)
        return false;
    qint64 at = 0;
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const int size = packets[i].packet->size;
        packets[i].spilled =
            std::make_shared<const SpilledPacket>(*packets[i].packet, std::move(shells[i]), bytes, at);
        packets[i].packet.reset();
        at += size;
    }
    return true;
}

} // namespace tridesk
