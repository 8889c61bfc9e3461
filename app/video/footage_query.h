// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <optional>

namespace tridesk {

/// What is looked for among all that was kept. What is not named is not asked for.
struct FootageFilter {
    std::optional<FeedId> feed = {};
    std::optional<UnitId> unit = {};
    std::optional<IncidentId> incident = {}; ///< or another report of the same
    std::optional<Instant> from = {};        ///< it reaches into that time
    std::optional<Instant> to = {};
    bool removed = true; ///< those too of which only the record is left
};

/// Whether it is an incident's: kept for it (or for another report of the same), or of a unit while that was
/// on an order of the incident, for whatever it was kept (product.md, 70).
[[nodiscard]] bool isOf(const Situation& situation, const Footage& footage, const IncidentId& incident);

[[nodiscard]] bool matches(const Situation& situation, const Footage& footage, const FootageFilter& filter);

/// What was kept, the latest first.
[[nodiscard]] QList<FootageId> footageOf(const Situation& situation, const FootageFilter& filter);

/// Files that go now: older than the policy keeps them, and then the oldest until `tooMuch` bytes are freed.
/// Never of an incident that is open, nor of a unit on an order that is not over. Marks are words and stay.
[[nodiscard]] QList<FootageId> footageToRemove(const Situation& situation, Instant now, qint64 tooMuch);

} // namespace tridesk
