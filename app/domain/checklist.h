// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"

#include <QHash>

#include <optional>

namespace tridesk {

/// The plan of one incident as it stood in the catalogue when it opened, and what was done of it.
struct Checklist {
    struct Tick {
        Instant at;
        QString by; ///< seat

        friend bool operator==(const Tick&, const Tick&) = default;
    };

    Plan plan; ///< its code is null where the incident's new type has none
    Instant openedAt;
    QHash<TypeCode, Tick> ticks;
    QHash<TypeCode, Instant> missed; ///< when a step was found late, once each

    /// When a step is due; none where no clock runs on it, or it is done.
    [[nodiscard]] std::optional<Instant> due(const PlanStep& step) const;
    [[nodiscard]] QList<PlanStep> open() const; ///< what is not ticked, in the plan's order

    friend bool operator==(const Checklist&, const Checklist&) = default;
};

} // namespace tridesk
