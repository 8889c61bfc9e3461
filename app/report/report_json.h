// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/incident_report.h"
#include "app/report/span_list.h"
#include "app/report/statistics.h"

#include <QJsonObject>

namespace tridesk {

/// The version of the shapes below, which README.md of this room describes. A field may be added; one that
/// changes its meaning, or goes, raises it.
constexpr int reportJsonVersion = 1;

[[nodiscard]] QJsonObject statisticsJson(const Statistics& statistics);
[[nodiscard]] QJsonObject spanListJson(const SpanList& list, const Situation& situation);
[[nodiscard]] QJsonObject incidentJson(const IncidentReport& report);

/// A whole report: what it is, who made it when, and its parts.
struct JsonHead {
    QString kind; ///< "statistics", "incident"
    Instant madeAt = {};
    QString seat = {};
    QString user = {}; ///< empty in a report without names
    bool named = false;
};
[[nodiscard]] QByteArray reportJson(const JsonHead& head, const RecordState& record, QJsonObject parts);

} // namespace tridesk
