// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tridesk {

/// Why a feed does not play. Its wording is made in ui/text; `detail` is FFmpeg's word for it, for logs, and
/// names neither address nor login.
struct StreamFault {
    enum class Kind {
        Unreachable,  ///< no such host, nobody listens, no way there
        LoginRefused, ///< user or password are wrong, or missing
        NotFound,     ///< the server has no such stream
        Silent,       ///< it accepted us, or played, and says nothing
        NoPicture,    ///< it plays, but nothing in it is a picture that can be decoded
        TooLarge,     ///< its picture has more points than a decoder may take
        Ended,        ///< the other side closed it
        Broken,       ///< what comes is no stream
        Stopped       ///< we ended it ourselves; never reported
    };

    Kind kind = Kind::Broken;
    QString detail;

    friend bool operator==(const StreamFault&, const StreamFault&) = default;
};

/// What one of FFmpeg's errors, a negative number, means.
[[nodiscard]] StreamFault streamFault(int error);

/// "Unreachable", "LoginRefused", …: for logs.
[[nodiscard]] QString nameOf(StreamFault::Kind kind);

} // namespace tridesk
