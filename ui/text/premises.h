// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/premise.h"

#include <QString>

// The words for notes on places. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(PremiseKind kind);        ///< "Hazard", 危险
[[nodiscard]] QString premiseSign(PremiseKind kind); ///< so that colour is never the only sign
/// "▲ Hazard: gas bottles in the cellar".
[[nodiscard]] QString premiseLine(const PremiseNoteDetails& details);
/// Where it holds: "within 50 m of …", the address, or "an area".
[[nodiscard]] QString premisePlace(const PremiseNoteDetails& details);

} // namespace tridesk::text
