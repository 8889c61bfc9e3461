// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <optional>

namespace tridesk {

/// The forms in which a report leaves the desk.
enum class ReportFormat { Pdf, Csv, Json, Gpx, GeoJson };

/// What a report was about and how much it said; the report itself is not in the record.
struct ReportRecord {
    std::optional<IncidentId> incident = {}; ///< not set: of the span
    std::optional<Instant> from = {};        ///< of a span, this moment in it
    std::optional<Instant> to = {};          ///< this moment not
    PostId post = {};                        ///< what a span was narrowed to; null: not
    TypeCode type = {};
    UnitId unit = {};
    ReportFormat format = ReportFormat::Pdf;
    bool named = false; ///< callers and users stand in it by name

    friend bool operator==(const ReportRecord&, const ReportRecord&) = default;
};

} // namespace tridesk
