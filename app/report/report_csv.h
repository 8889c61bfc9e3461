// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/incident_report.h"
#include "app/report/span_list.h"
#include "app/report/statistics.h"

namespace tridesk {

/// How CSV is written. The heads of the columns are codes, the same in every language, so that a table that
/// reads them goes on reading them (README.md of this room lists them).
struct CsvForm {
    bool withMark = true; ///< CsvTable
    /// What stands for an entry in words; empty: its kind and its fields.
    std::function<QString(const Entry&)> words = {};
};

/// A row for the whole, and one for each row of each grouping.
[[nodiscard]] QByteArray statisticsCsv(const Statistics& statistics, const CsvForm& form = {});
[[nodiscard]] QByteArray spanListCsv(const SpanList& list, const Situation& situation,
                                     const CsvForm& form = {});
/// The incident's entries, the oldest first.
[[nodiscard]] QByteArray incidentCsv(const IncidentReport& report, const CsvForm& form = {});

} // namespace tridesk
