// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/held_packet.h"

#include <map>
#include <memory>

struct AVBSFContext;

namespace tridesk {

/// Says in what each packet of a stream is coded, and notices by itself where that changes: cameras put
/// other parameters before a picture in mid-stream and tell nobody. Belongs to one thread.
class CodingWatch {
public:
    CodingWatch() = default;
    ~CodingWatch();
    Q_DISABLE_COPY_MOVE(CodingWatch)

    /// `stream`: which of the input's; `parameters` as the input tells them, of that stream, its stamps
    /// counted in num/den of a second. Null without memory.
    [[nodiscard]] CodingPtr codingOf(int stream, const AVCodecParameters& parameters, int num, int den,
                                     const AVPacket& packet);

private:
    struct FreeFilter {
        void operator()(AVBSFContext* filter) const;
    };
    struct Watched {
        CodingPtr coding;
        std::unique_ptr<AVBSFContext, FreeFilter> filter; ///< takes parameters out of a picture
    };

    [[nodiscard]] static QByteArray parametersIn(Watched& watched, const AVCodecParameters& parameters,
                                                 const AVPacket& packet);

    std::map<int, Watched> m_watched;
};

} // namespace tridesk
