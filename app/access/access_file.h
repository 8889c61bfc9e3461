// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <memory>

namespace tridesk {

class SqlDatabase;

/// Opens a data folder's access.db, which only its owner may read, and libsodium with it. Errors are one
/// line.
[[nodiscard]] std::expected<std::unique_ptr<SqlDatabase>, QString>
openAccessFile(const QString& dataFolder, std::chrono::milliseconds wait);

} // namespace tridesk
