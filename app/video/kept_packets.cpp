// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/kept_packets.h"

#include <utility>

extern "C" {
#include <libavcodec/packet.h>
}

namespace tridesk {

void FreePacket::operator()(AVPacket* packet) const {
    av_packet_free(&packet);
}

void KeptPackets::keep(const AVPacket& packet) {
    if ((packet.flags & AV_PKT_FLAG_KEY) != 0)
        clear();
    else if (m_packets.empty())
        return;
    PacketPtr held(av_packet_clone(&packet));
    if (!held || m_packets.size() >= mostPackets || m_bytes + std::size_t(packet.size) > mostBytes) {
        clear();
        return;
    }
    m_bytes += std::size_t(packet.size);
    m_packets.push_back(std::move(held));
}

std::vector<PacketPtr> KeptPackets::take() {
    m_bytes = 0;
    return std::exchange(m_packets, {});
}

void KeptPackets::clear() {
    m_packets.clear();
    m_bytes = 0;
}

} // namespace tridesk
