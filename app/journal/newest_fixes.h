// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"

#include <QList>
#include <QString>

#include <expected>
#include <span>

namespace tridesk {

/// The newest fix of each unit in a file of its own (DataFolder::newestFixes), where the store of positions
/// is on a server: so that a console that starts without it knows where everybody was. As large as there are
/// units, about 30 bytes each. Read and written whole; not on the thread of a window. Errors are one line.
[[nodiscard]] std::expected<void, QString> writeNewestFixes(const QString& path, std::span<const Fix> fixes);
/// None where there is no file.
[[nodiscard]] std::expected<QList<Fix>, QString> readNewestFixes(const QString& path);

} // namespace tridesk
