// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/packet_source.h"

#include "app/video/coding_watch.h"
#include "app/video/kept_packets.h"

#include <QFile>

#include <algorithm>

extern "C" {
#include <libavcodec/packet.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
}

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

class SpanSource final : public PacketSource {
public:
    explicit SpanSource(PacketSpan span)
        : m_span(std::move(span)) {}

    [[nodiscard]] VideoTime begin() const override { return m_span.front().at; }
    [[nodiscard]] VideoTime end() const override { return m_span.back().at; }

    [[nodiscard]] std::expected<std::optional<HeldPacket>, StreamFault> next() override {
        while (m_next < m_span.size() && m_span[m_next].coding->isSound())
            ++m_next;
        if (m_next >= m_span.size())
            return std::nullopt;
        auto next = inMemory(m_span[m_next++]);
        if (!next)
            return std::unexpected(
                StreamFault{StreamFault::Kind::Broken, u"the disk does not give it back"_s});
        return next;
    }
    void seek(VideoTime to) override {
        m_next = 0;
        for (std::size_t i = 0; i < m_span.size() && m_span[i].at <= to; ++i) {
            if (m_span[i].begins)
                m_next = i;
        }
    }

private:
    PacketSpan m_span;
    std::size_t m_next = 0;
};

/// A file of our own store, or of another's that was handed to us: what it says of itself is bounded.
class FileSource final : public PacketSource {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<PacketSource>, StreamFault> open(const QString& path);

    [[nodiscard]] VideoTime begin() const override { return {}; }
    [[nodiscard]] VideoTime end() const override { return m_end; }
    [[nodiscard]] std::expected<std::optional<HeldPacket>, StreamFault> next() override;
    void seek(VideoTime to) override;

private:
    struct CloseContext {
        void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
    };

    [[nodiscard]] AVStream* pictures() const { return m_context->streams[m_pictures]; }
    [[nodiscard]] VideoTime placeOf(const AVPacket& packet);

    std::unique_ptr<AVFormatContext, CloseContext> m_context;
    CodingWatch m_codings;
    VideoTime m_end;
    VideoTime m_last;
    qint64 m_first = 0; ///< the stamp of the beginning
    int m_pictures = -1;
};

std::expected<std::unique_ptr<PacketSource>, StreamFault> FileSource::open(const QString& path) {
    constexpr qint64 longestMs = 48LL * 3600 * 1000; // what a file says that it lasts, at most
    auto source = std::make_unique<FileSource>();
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr)
        return std::unexpected(streamFault(AVERROR(ENOMEM)));
    context->max_streams = 16;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", "matroska,mov,mpegts", 0);
    const int error = avformat_open_input(&context, QByteArray("file:" + QFile::encodeName(path)).constData(),
                                          nullptr, &options);
    av_dict_free(&options);
    if (error < 0)
        return std::unexpected(streamFault(error));
    source->m_context.reset(context);
    source->m_pictures = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (source->m_pictures < 0)
        return std::unexpected(StreamFault{StreamFault::Kind::NoPicture, u"no pictures in the file"_s});
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        if (int(i) != source->m_pictures)
            context->streams[i]->discard = AVDISCARD_ALL;
    }
    if (context->duration != AV_NOPTS_VALUE)
        source->m_end = VideoTime(Milliseconds(std::clamp<qint64>(context->duration / 1000, 0, longestMs)));
    const AVStream* pictures = source->pictures();
    source->m_first = pictures->start_time != AV_NOPTS_VALUE ? pictures->start_time : 0;
    return source;
}

VideoTime FileSource::placeOf(const AVPacket& packet) {
    const std::int64_t stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (stamp != AV_NOPTS_VALUE)
        m_last = VideoTime(
            Milliseconds(av_rescale_q(stamp - m_first, pictures()->time_base, AVRational{1, 1000})));
    m_end = std::max(m_end, m_last);
    return m_last;
}

std::expected<std::optional<HeldPacket>, StreamFault> FileSource::next() {
    const PacketPtr packet(av_packet_alloc());
    if (!packet)
        return std::unexpected(streamFault(AVERROR(ENOMEM)));
    for (;;) {
        const int error = av_read_frame(m_context.get(), packet.get());
        if (error == AVERROR_EOF)
            return std::nullopt;
        if (error < 0)
            return std::unexpected(streamFault(error));
        if (packet->stream_index == m_pictures && packet->size > 0)
            break;
        av_packet_unref(packet.get());
    }
    const AVRational base = pictures()->time_base;
    HeldPacket held{.packet = hold(*packet),
                    .coding =
                        m_codings.codingOf(m_pictures, *pictures()->codecpar, base.num, base.den, *packet),
                    .at = placeOf(*packet),
                    .begins = (packet->flags & AV_PKT_FLAG_KEY) != 0};
    if (!held.packet || !held.coding)
        return std::unexpected(streamFault(AVERROR(ENOMEM)));
    return held;
}

void FileSource::seek(VideoTime to) {
    const qint64 ms = std::max<qint64>(0, to.time_since_epoch().count());
    const qint64 stamp = m_first + av_rescale_q(ms, AVRational{1, 1000}, pictures()->time_base);
    if (av_seek_frame(m_context.get(), m_pictures, stamp, AVSEEK_FLAG_BACKWARD) < 0)
        av_seek_frame(m_context.get(), m_pictures, m_first, AVSEEK_FLAG_BACKWARD);
}

} // namespace

OpenSource replayOf(PacketSpan span) {
    return [span = std::move(span)]() mutable -> std::expected<std::unique_ptr<PacketSource>, StreamFault> {
        const auto begin = std::ranges::find_if(span, &HeldPacket::begins);
        if (begin == span.end())
            return std::unexpected(StreamFault{StreamFault::Kind::NoPicture, u"nothing was kept"_s});
        span.erase(span.begin(), begin);
        return std::make_unique<SpanSource>(std::move(span));
    };
}

OpenSource replayOf(const QString& file) {
    return [file] { return FileSource::open(file); };
}

} // namespace tridesk
