// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/stream_fault.h"

#include <array>
#include <cerrno>

extern "C" {
#include <libavutil/error.h>
}

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

using Kind = StreamFault::Kind;

Kind kindOf(int error) {
    switch (error) {
    case AVERROR_HTTP_UNAUTHORIZED:
    case AVERROR_HTTP_FORBIDDEN:
    case AVERROR(EACCES):
        return Kind::LoginRefused;
    case AVERROR_HTTP_NOT_FOUND:
    case AVERROR(ENOENT):
        return Kind::NotFound;
    case AVERROR_EOF:
    case AVERROR(EPIPE):
    case AVERROR(ECONNRESET):
    case AVERROR_HTTP_SERVER_ERROR:
        return Kind::Ended;
    case AVERROR(ETIMEDOUT):
    case AVERROR_EXIT:
        return Kind::Silent;
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_STREAM_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
        return Kind::NoPicture;
    case AVERROR(ECONNREFUSED):
    case AVERROR(EHOSTUNREACH):
    case AVERROR(ENETUNREACH):
        return Kind::Unreachable;
    default:
        return Kind::Broken;
    }
}

} // namespace

StreamFault streamFault(int error) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(error, words.data(), words.size());
    return {kindOf(error), QString::fromUtf8(words.data())};
}

QString nameOf(StreamFault::Kind kind) {
    switch (kind) {
    case Kind::Unreachable:
        return u"Unreachable"_s;
    case Kind::LoginRefused:
        return u"LoginRefused"_s;
    case Kind::NotFound:
        return u"NotFound"_s;
    case Kind::Silent:
        return u"Silent"_s;
    case Kind::NoPicture:
        return u"NoPicture"_s;
    case Kind::TooLarge:
        return u"TooLarge"_s;
    case Kind::Ended:
        return u"Ended"_s;
    case Kind::Broken:
        return u"Broken"_s;
    case Kind::Stopped:
        return u"Stopped"_s;
    }
    return {};
}

} // namespace tridesk
