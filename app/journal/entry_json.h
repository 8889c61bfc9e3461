// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"

#include <expected>

namespace tridesk {

/// One entry as one line of JSON, without the line's end: times in ISO 8601, ids as text, hashes in hex, the
/// payload as the JSON that it is (as `payloadBase64` where it is none). What exports, files set aside and
/// golden files hold.
[[nodiscard]] QByteArray toJsonLine(const Entry& entry);

/// The reverse; the hash stays as written, whether it is right or not. On failure names the field.
[[nodiscard]] std::expected<Entry, QString> entryFromJsonLine(const QByteArray& line);

/// The same as a line of CSV (RFC 4180), in the order of csvHeader().
[[nodiscard]] QByteArray toCsvLine(const Entry& entry);
[[nodiscard]] QByteArray csvHeader();

} // namespace tridesk
