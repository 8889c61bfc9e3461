// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/roster_file.h"
#include "app/programs/gateway/options.h"

namespace tridesk::gateway {

/// A list with the path that it was read from.
using NamedRoster = std::pair<QString, Roster>;

/// What --catalogue, --posts and --units name, in that order. Read before the desk is opened: what cannot be
/// read changes nothing.
[[nodiscard]] std::expected<QList<NamedRoster>, QString> rosters(const Options& options);

} // namespace tridesk::gateway
