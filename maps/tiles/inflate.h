// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace tridesk::maps {

// True where the bytes start as gzip does.
[[nodiscard]] bool isGzip(const QByteArray& bytes);

// Inflates gzip or zlib data. Never yields more than maxBytes: a small tile that claims to be enormous is an
// error, not an allocation. Any thread.
[[nodiscard]] std::expected<QByteArray, QString> inflateBounded(const QByteArray& bytes, qsizetype maxBytes);

} // namespace tridesk::maps
