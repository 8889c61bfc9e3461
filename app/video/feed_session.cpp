// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_session.h"

extern "C" {
#include <libavcodec/packet.h>
#include <libavutil/frame.h>
}

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {
// Packets come, and no picture comes of them: longer than any camera's distance between pictures that stand
// by themselves, after which only beginning anew may help.
constexpr Milliseconds longestWithoutPicture{20'000};
// The same once it has begun to decode: four seconds of packets that give nothing are another stream than was
// told.
constexpr int mostFruitless = 60;
} // namespace

FeedSession::FeedSession(FeedSlot& slot, PictureMaker& maker, const StreamLimits& limits)
    : m_slot(slot)
    , m_maker(maker)
    , m_input(slot.stopped(), limits) {}

StreamFault FeedSession::play(const FeedSource& source) {
    m_slot.connecting();
    if (const auto opened = m_input.open(source); !opened)
        return opened.error();
    const PacketPtr packet(av_packet_alloc());
    if (!packet)
        return {StreamFault::Kind::Broken, u"no memory"_s};
    m_pictureAt = videoNow();
    for (;;) {
        const Step step = readOne(*packet);
        av_packet_unref(packet.get());
        if (!step)
            return step.error();
    }
}

FeedSession::Step FeedSession::readOne(AVPacket& packet) {
    if (const Step read = m_input.read(packet); !read)
        return read;
    if (m_input.comesInHeaps() && !m_slot.pause(m_pacer.wait(m_input.dueAt(packet), videoNow())))
        return std::unexpected(StreamFault{StreamFault::Kind::Stopped, {}});
    if (m_slot.isKeeping())
        keep(packet);
    if (m_input.isSound(packet)) {
        hear(packet);
        return {};
    }
    if (!m_slot.isDecoding()) {
        m_looking = false;
        m_kept.keep(packet);
        m_pictureAt = videoNow();
        m_played = true;
        m_slot.unseen(m_pictureAt);
        return {};
    }
    if (const Step coding = followCoding(); !coding)
        return coding;
    if (!m_looking) {
        if (const Step caughtUp = catchUp(); !caughtUp)
            return caughtUp;
    }
    return look(packet);
}

void FeedSession::keep(const AVPacket& packet) {
    const StreamInput::TimeBase base = m_input.timeBase(packet);
    ArrivalClock& arrivals = m_input.isSound(packet) ? m_soundArrivals : m_arrivals;
    m_slot.keep(
        packet,
        m_codings.codingOf(packet.stream_index, *m_input.codingOf(packet), base.num, base.den, packet),
        arrivals.place(m_input.dueAt(packet), videoNow()));
}

// Decoded while somebody listens; all others cost no more than to be read.
void FeedSession::hear(const AVPacket& packet) {
    m_slot.tellSound();
    auto listener = m_slot.listener();
    if (listener && m_heardBy != listener)
        m_hearing.restart();
    m_heardBy = std::move(listener);
    if (m_heardBy)
        m_hearing.decode(*m_input.codingOf(packet), packet, *m_heardBy);
}

FeedSession::Step FeedSession::followCoding() {
    const AVCodecParameters* coding = m_input.coding();
    return m_decoder.isOpenFor(*coding) ? Step() : m_decoder.open(*coding);
}

// What came while nobody looked is decoded for what it is needed for, and only the newest of it shown, by the
// packet that comes after it.
FeedSession::Step FeedSession::catchUp() {
    m_looking = true;
    m_decoder.restart();
    for (const PacketPtr& packet : m_kept.take()) {
        if (const auto frame = m_decoder.decode(*packet); !frame)
            return std::unexpected(frame.error());
    }
    return {};
}

FeedSession::Step FeedSession::look(const AVPacket& packet) {
    const auto frame = m_decoder.decode(packet);
    if (!frame)
        return std::unexpected(frame.error());
    m_fruitless = *frame != nullptr || !m_decoder.hasBegun() ? 0 : m_fruitless + 1;
    if (*frame != nullptr)
        show(**frame);
    else if (m_fruitless > mostFruitless || videoNow() - m_pictureAt > longestWithoutPicture)
        return std::unexpected(StreamFault{StreamFault::Kind::NoPicture, u"no picture in what comes"_s});
    return {};
}

void FeedSession::show(const AVFrame& frame) {
    QImage image = m_maker.make(frame, m_slot.shownSize());
    const QSize native = nativeSize(frame);
    const LumaDigest digest = digestOf(frame);
    m_decoder.letGo();
    if (image.isNull())
        return;
    m_pictureAt = videoNow();
    m_played = true;
    m_slot.publish(std::move(image), native, m_decoder.codecName(), digest, m_pictureAt);
}

} // namespace tridesk
