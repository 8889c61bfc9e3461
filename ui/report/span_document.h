// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/span_list.h"
#include "app/report/statistics.h"
#include "ui/report/report_document.h"

namespace tridesk {

/// Who made a report, when, and how much it may say.
struct ReportMaking {
    Instant at;
    QString by; ///< in words: the seat, and the user where names are wanted
    bool named = false;
};

/// Figures, charts and the list of a span. Of the rows of a grouping and of the list a document holds so
/// many; what is left out is said. GUI thread (it is written in words).
constexpr qsizetype mostRowsPrinted = 60;
constexpr qsizetype mostListedPrinted = 2'000;
[[nodiscard]] ReportDocument spanDocument(const Statistics& statistics, const SpanList& list,
                                          const Situation& situation, const ReportMaking& making);

/// The foot of every page: what the report stands on, who made it.
[[nodiscard]] QString footWords(const RecordState& record, const ReportMaking& making);
[[nodiscard]] QString pageWords(); ///< "Page %1 of %2"

} // namespace tridesk
