// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace tridesk::maps {

/// What a file's bytes are written in, as QStringDecoder names it: by its byte order mark, else by whether
/// they are valid UTF-8 or GB18030 ("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"), else "windows-1252". Judges
/// the bytes given; a character that is cut off at their end does not count.
[[nodiscard]] QByteArray encodingOf(QByteArrayView bytes);

/// The bytes as UTF-8 without a byte order mark; nothing where they are none of the encoding.
[[nodiscard]] std::optional<QByteArray> toUtf8(const QByteArray& bytes, const QByteArray& encoding);

} // namespace tridesk::maps
