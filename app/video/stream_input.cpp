// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/stream_input.h"

#include <netdb.h>

#include <mutex>
#include <utility>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/log.h>
}

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

class Options {
public:
    Options() = default;
    ~Options() { av_dict_free(&m_dict); }
    Q_DISABLE_COPY_MOVE(Options)

    void set(const char* name, const char* value) { av_dict_set(&m_dict, name, value, 0); }
    AVDictionary** ptr() { return &m_dict; }

private:
    AVDictionary* m_dict = nullptr;
};

// What may be spoken below each scheme: a play list of a site must not open files of this machine, nor the
// like.
const char* protocolsOf(FeedScheme scheme) {
    switch (scheme) {
    case FeedScheme::Rtsp:
        return "rtsp,rtp,udp,tcp";
    case FeedScheme::Http:
    case FeedScheme::Https:
        return "http,https,httpproxy,tcp,tls,hls,crypto,data";
    case FeedScheme::Rtmp:
        return "rtmp,tcp";
    case FeedScheme::Srt:
        return "srt";
    case FeedScheme::File:
        return "file";
    }
    return "";
}

// Which shapes of streams are tried: the few that cameras and gateways send, not the hundreds that FFmpeg
// knows.
const char* formatsOf(FeedScheme scheme) {
    switch (scheme) {
    case FeedScheme::Rtsp:
        return "rtsp,sdp,rtp,mpegts";
    case FeedScheme::Http:
    case FeedScheme::Https:
        return "flv,live_flv,hls,mpegts,mpjpeg,mov,matroska,aac,webvtt";
    case FeedScheme::Rtmp:
        return "flv,live_flv";
    case FeedScheme::Srt:
        return "mpegts";
    case FeedScheme::File:
        return "flv,mpegts,mpeg,mov,matroska";
    }
    return "";
}

// FFmpeg's own log names addresses with their passwords, and goes to the terminal; what went wrong is in the
// fault.
void silenceLibrary() {
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_level(AV_LOG_QUIET);
        avformat_network_init();
    });
}

// libavformat says the same of a name that nobody knows as of rubbish, so names are looked up here first; the
// system keeps the answer.
std::optional<StreamFault> unknownHost(const QString& host) {
    if (host.isEmpty())
        return {};
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(host.toUtf8().constData(), nullptr, &hints, &found);
    if (error != 0)
        return StreamFault{StreamFault::Kind::Unreachable, QString::fromLocal8Bit(gai_strerror(error))};
    freeaddrinfo(found);
    return {};
}

bool isOfKind(const AVStream* stream, AVMediaType kind) {
    return stream->codecpar->codec_type == kind;
}

bool isPicture(const AVStream* stream) {
    return isOfKind(stream, AVMEDIA_TYPE_VIDEO) && (stream->disposition & AV_DISPOSITION_ATTACHED_PIC) == 0;
}

} // namespace

void StreamInput::CloseContext::operator()(AVFormatContext* context) const {
    avformat_close_input(&context);
}

StreamInput::StreamInput(const std::atomic<bool>& stop, const StreamLimits& limits)
    : m_stop(stop)
    , m_limits(limits) {
    silenceLibrary();
}

StreamInput::~StreamInput() {
    // saying goodbye to a server that says nothing is a wait as well
    m_deadline = videoNow() + Milliseconds(200);
    m_context.reset();
}

int StreamInput::interrupted(void* self) {
    auto* input = static_cast<StreamInput*>(self);
    if (!input->m_late && videoNow() >= input->m_deadline)
        input->m_late = true;
    return input->m_late || input->m_stop.load(std::memory_order_relaxed) ? 1 : 0;
}

StreamFault StreamInput::faultOf(int error) const {
    if (m_stop.load(std::memory_order_relaxed))
        return {StreamFault::Kind::Stopped, {}};
    if (m_late)
        return {StreamFault::Kind::Silent, u"nothing came in time"_s};
    return streamFault(error);
}

std::expected<void, StreamFault> StreamInput::open(const FeedSource& source) {
    m_context.reset();
    m_pictures = m_sound = -1;
    m_gavePicture = true;
    m_late = false;
    m_deadline = videoNow() + m_limits.open;
    if (auto fault = unknownHost(source.address.host()))
        return std::unexpected(*std::move(fault));
    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr)
        return std::unexpected(streamFault(AVERROR(ENOMEM)));
    context->interrupt_callback = {&StreamInput::interrupted, this};
    context->probesize = m_limits.probeBytes;
    context->max_analyze_duration = m_limits.probeTime.count() * 1000;
    context->max_streams = int(m_limits.streams);
    context->max_delay = 0; // nothing is held back to be put in order
    context->flags |= AVFMT_FLAG_NOBUFFER;

    const FeedScheme scheme = source.address.scheme();
    Options options;
    options.set("protocol_whitelist", protocolsOf(scheme));
    options.set("format_whitelist", formatsOf(scheme));
    if (scheme == FeedScheme::Rtsp) {
        options.set("rtsp_flags",
                    "prefer_tcp"); // on a crowded air link lost packets cost more than late ones
        options.set("allowed_media_types", "video+audio");
    } else if (scheme == FeedScheme::Srt) {
        options.set("mode", "caller");
    }
    const QByteArray url = source.address.opened(source.login);
    // frees the context itself when it fails
    const int error = avformat_open_input(&context, url.constData(), nullptr, options.ptr());
    if (error < 0)
        return std::unexpected(faultOf(error));
    m_context.reset(context);
    return choosePictures();
}

bool StreamInput::findPictures() {
    m_pictures = av_find_best_stream(m_context.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    return m_pictures >= 0 && coding()->codec_id != AV_CODEC_ID_NONE;
}

// Most streams describe themselves before anything comes, some by what comes first. libavformat's own way of
// finding out reads a second of the stream and more: that would cost the first pictures.
std::expected<void, StreamFault> StreamInput::choosePictures() {
    AVFormatContext* context = m_context.get();
    const VideoTime until = videoNow() + m_limits.probeTime;
    m_first.reset(av_packet_alloc());
    while (!findPictures()) {
        av_packet_unref(m_first.get());
        const int error = av_read_frame(context, m_first.get());
        if (error < 0)
            return std::unexpected(faultOf(error));
        if (videoNow() > until)
            return std::unexpected(StreamFault{StreamFault::Kind::NoPicture, u"no pictures in the stream"_s});
    }
    m_knownStreams = context->nb_streams;
    for (unsigned i = 0; i < m_knownStreams; ++i) {
        if (!isPicture(context->streams[i]) && !findSound(int(i)))
            context->streams[i]->discard = AVDISCARD_ALL;
    }
    return {};
}

// The first there is; in a transport stream it may appear after the pictures.
bool StreamInput::findSound(int index) {
    if (m_sound < 0 && isOfKind(m_context->streams[index], AVMEDIA_TYPE_AUDIO))
        m_sound = index;
    return m_sound == index;
}

// A stream that appears later replaces the one before it, and one that goes on alone replaces one that has
// stopped: that is how a transport stream changes its coding.
void StreamInput::followOtherStream(int index) {
    constexpr int mostInARow = 8;
    if (index == m_pictures) {
        m_othersInARow = 0;
        return;
    }
    if (index < 0 || unsigned(index) >= m_context->nb_streams || !isPicture(m_context->streams[index]))
        return;
    if (unsigned(index) < m_knownStreams && ++m_othersInARow < mostInARow)
        return;
    m_pictures = index;
    m_othersInARow = 0;
    m_knownStreams = m_context->nb_streams;
}

std::expected<void, StreamFault> StreamInput::read(AVPacket& packet) {
    m_late = false;
    if (m_gavePicture)
        m_deadline = videoNow() + m_limits.silence;
    m_gavePicture = true;
    if (const PacketPtr first = std::exchange(m_first, nullptr); first && first->stream_index == m_pictures) {
        av_packet_move_ref(&packet, first.get());
        if (packet.size > 0)
            return {};
    }
    for (;;) {
        const int error = av_read_frame(m_context.get(), &packet);
        if (error == AVERROR(EAGAIN) && interrupted(this) == 0)
            continue;
        // At the end of a wait in vain libavformat hands over what it still held back: old by now, and not to
        // be taken for a new picture.
        if (error < 0 || m_late) {
            av_packet_unref(&packet);
            return std::unexpected(faultOf(error));
        }
        followOtherStream(packet.stream_index);
        if (packet.stream_index == m_pictures && packet.size > 0)
            return {};
        if (interrupted(this) != 0) { // sound alone is no picture
            av_packet_unref(&packet);
            return std::unexpected(faultOf(AVERROR_EXIT));
        }
        if (packet.size > 0 && findSound(packet.stream_index)) {
            m_gavePicture = false;
            return {};
        }
        av_packet_unref(&packet);
    }
}

bool StreamInput::isSound(const AVPacket& packet) const {
    return m_sound >= 0 && packet.stream_index == m_sound;
}

const AVCodecParameters* StreamInput::codingOf(const AVPacket& packet) const {
    return m_context->streams[packet.stream_index]->codecpar;
}

const AVCodecParameters* StreamInput::coding() const {
    return m_context->streams[m_pictures]->codecpar;
}

StreamInput::TimeBase StreamInput::timeBase(const AVPacket& packet) const {
    const AVRational base = m_context->streams[packet.stream_index]->time_base;
    return {base.num, base.den};
}

std::optional<Milliseconds> StreamInput::dueAt(const AVPacket& packet) const {
    const std::int64_t stamp = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
    if (stamp == AV_NOPTS_VALUE)
        return {};
    const TimeBase base = timeBase(packet);
    return Milliseconds(av_rescale_q(stamp, AVRational{base.num, base.den}, AVRational{1, 1000}));
}

bool StreamInput::comesInHeaps() const {
    const QLatin1StringView format(m_context->iformat->name);
    const bool isFile = m_context->url != nullptr && QLatin1StringView(m_context->url).startsWith("file:"_L1);
    return isFile || format == "hls"_L1;
}

} // namespace tridesk
