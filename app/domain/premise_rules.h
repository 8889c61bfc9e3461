// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

namespace tridesk::premise_rules {

/// The notes that stand on a place: it lies within their circle or area, or has their address. Hazards first,
/// then sites that matter, then the newest.
[[nodiscard]] QList<const PremiseNote*> notesAt(const Situation& situation, const Place& place, Instant now);

/// Where a note is shown on the map: its point, or the middle of its area; none where it is an address only.
[[nodiscard]] std::optional<GeoPoint> middleOf(const PremiseNoteDetails& details);

} // namespace tridesk::premise_rules
