// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"

#include <QString>

namespace tridesk::text {

/// A sign for each hazard, told apart by shape: ⚔ weapon, ✚ injured, ▣ trapped, ⚗ hazardous material. Empty
/// where none is known.
[[nodiscard]] QString hazardSigns(const Hazards& hazards);
/// The same with their words, for whoever does not know the signs yet: "⚔ Weapon, ✚ Injured".
[[nodiscard]] QString signedHazards(const Hazards& hazards);

} // namespace tridesk::text
