// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"

#include <optional>

namespace tridesk {

constexpr int refusalCodeCount = int(RefusalCode::Storage) + 1;

/// The word for a code at the interfaces and in scripts, "unit_busy"; stable.
[[nodiscard]] QString codeWord(RefusalCode code);
[[nodiscard]] std::optional<RefusalCode> codeNamed(QStringView word);

/// `field: "value": code: detail`, one line for a terminal; what is empty is left out.
[[nodiscard]] QString inWords(const QString& field, const QString& value, const QString& code,
                              const QString& detail);
[[nodiscard]] QString inWords(const Refusal& refusal);

} // namespace tridesk
