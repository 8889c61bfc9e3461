// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/walk.h"

/// Lines that park an incident, let it wait for somebody, or close it.
namespace tridesk::line {

[[nodiscard]] std::expected<Command, Error> readHold(const Parts& parts, const Context& context);
[[nodiscard]] std::expected<Command, Error> readStack(const Parts& parts, const Context& context);
[[nodiscard]] Command readClosing(const Parts& parts);

} // namespace tridesk::line
