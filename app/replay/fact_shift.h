// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"

#include <QSet>

namespace tridesk {

/// What of a fact goes into a practice journal.
struct FactShift {
    Milliseconds by{0};                ///< that all its times are moved
    const QSet<IncidentId>& sensitive; ///< of which nothing that was written is taken
};

/// The fact with its times moved, without who called, and without what was written about a sensitive
/// incident. Nothing for facts that practice must not have: cameras and what was kept of them, since those
/// are real; who looked something up; what reviewers noted.
[[nodiscard]] std::optional<Fact> shifted(const Fact& fact, const FactShift& shift);

} // namespace tridesk
