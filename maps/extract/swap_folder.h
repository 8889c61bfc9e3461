// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace tridesk::maps {

/// Whether a package may be put there: nothing there yet, an empty folder, or an older package.
[[nodiscard]] std::expected<void, QString> checkReplaceable(const QString& folder);

/// Puts the finished folder in the target's place in one step of the file system; what was there ends up
/// where finished was. Both on one file system.
[[nodiscard]] std::expected<void, QString> swapFolder(const QString& finished, const QString& target);

} // namespace tridesk::maps
