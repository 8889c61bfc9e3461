// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/incident_report.h"
#include "app/report/statistics.h"

#include <QStringList>

/// The words of reports, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(Interval interval);
[[nodiscard]] QString name(Grouping grouping);
[[nodiscard]] QString name(DeadlineOutcome outcome);
/// What a row of statistics is about: "Traffic", "21:00–22:00", "1A12"; an empty code as what has none.
[[nodiscard]] QString rowName(const Statistics& statistics, Grouping grouping, const QString& code);
/// "0–30 s" and so on, a word for each bucket.
[[nodiscard]] QStringList bucketNames(const Spread::Edges& edges);
/// What must be said of the record that figures stand on; empty where nothing is wrong.
[[nodiscard]] QStringList recordTroubles(const RecordState& record);
/// What was narrowed: "Linjiang · Traffic"; empty: nothing.
[[nodiscard]] QString narrowing(const StatisticsQuery& query, const Situation& situation);
[[nodiscard]] QString span(Instant from, Instant to);
[[nodiscard]] QString whyNot(const NoReportReason& reason);

} // namespace tridesk::text
