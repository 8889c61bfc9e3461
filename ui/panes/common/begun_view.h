// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <optional>

namespace tridesk {

/// The view that an answer to BeginView put on record; nothing where it was refused.
[[nodiscard]] std::optional<ViewId> begunView(const Outcome& outcome);

} // namespace tridesk
