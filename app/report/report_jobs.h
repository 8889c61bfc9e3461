// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/replay_ground.h"
#include "app/report/incident_report.h"
#include "app/report/report_tracks.h"

#include <QFuture>

namespace tridesk {

/// What is read of a span: the figures, and the incidents that the eyes may see.
struct SpanReport {
    Statistics statistics;
    SpanList list;
};

struct SpanQuestion {
    StatisticsQuery query;
    Situation situation;
    Eyes eyes;
    bool named = false;
    Instant now;
};

template <class T>
using ReportFuture = QFuture<std::expected<T, NoReportReason>>;

/// Read on a thread of the pool, with a journal of its own; progress from 0 to 1,000. To cancel the future
/// stops it soon; then there is no result. Nothing of the caller's is held but what is given here.
[[nodiscard]] ReportFuture<SpanReport> readSpan(const ReplayGround& record, const SpanQuestion& question);
[[nodiscard]] ReportFuture<IncidentReport> readIncident(const ReplayGround& record,
                                                        const IncidentQuestion& question);
[[nodiscard]] ReportFuture<ReportTracks>
readTracks(const ReplayGround& record, const QList<WantedTrack>& wanted, const Situation& situation);

} // namespace tridesk
