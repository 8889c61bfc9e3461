// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QString>

#include <optional>

namespace tridesk {

/// One shift hands a seat to the next: a brief that both sign (product.md, capability 90).
struct Handover {
    HandoverId id;
    QString seat;  ///< that is handed over
    QString from;  ///< user who offers it
    QString brief; ///< open jobs, timers and notes as they stood, in words
    QString notes; ///< what the one who goes adds
    Instant offeredAt;
    QString takenBy; ///< user; empty until signed
    QString answer;
    std::optional<Instant> takenAt;

    friend bool operator==(const Handover&, const Handover&) = default;
};

/// What was looked up that leaves a trace (product.md, capability 24).
enum class LookKind { AddressHistory, CallerHistory, SensitiveIncident };

} // namespace tridesk
