// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tridesk::maps {

/// A decimal number, with a full stop or (where there is no stop) a comma; full-width digits count as digits.
/// Nothing for what is no finite number.
[[nodiscard]] std::optional<double> numberFrom(const QString& text);

} // namespace tridesk::maps
