// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/redaction.h"
#include "app/journal/journal.h"
#include "app/report/record_walk.h"
#include "app/report/statistics.h"

namespace tridesk {

/// Somebody watched a feed for the incident.
struct ReportedView {
    FeedId feed;
    std::optional<UnitId> unit; ///< that carried the camera
    QString seat;
    QString user;
    QString reason;
    Instant began;
    std::optional<Instant> ended = {};
};

/// Somebody opened the words of a sensitive incident, or, since it was reported, looked up what was before at
/// its place or of its caller.
struct ReportedLook {
    LookKind kind = LookKind::SensitiveIncident;
    QString seat;
    QString user;
    QString reason;
    Instant at;
};

/// When a seat's screen first showed that the incident was there.
struct ReportedSighting {
    QString seat;
    QString user;
    Instant at;
};

/// What a deadline came to.
enum class DeadlineOutcome { Open, Kept, Missed };

/// All that the record says of one incident, for a report.
struct IncidentReport {
    Situation situation; ///< for the names of what is referred to
    Incident incident;   ///< without callers where they are not wanted, or may not be known
    qsizetype callers = 0;
    bool named = false; ///< users stand in it by name, and callers where they may be known
    RecordState record = {};
    QList<Entry> timeline = {}; ///< the oldest first; of the payloads what may be read
    bool isCut = false;         ///< there was more than mostEntries
    QList<Order> orders = {};
    QList<Message> messages = {};
    QList<ReportedView> views = {};
    QList<ReportedLook> looks = {};
    QList<ReportedSighting> sightings = {};
    QList<Footage> footage = {};

    static constexpr int mostEntries = 20'000;
};

/// Why there is no report of an incident.
enum class NoReport {
    Unknown,  ///< there is none, or the seat may not see it
    Unopened, ///< a sensitive one, whose words were not opened with a reason
    Stopped,
    Storage
};
struct NoReportReason {
    NoReport why = NoReport::Unknown;
    QString detail = {};
};

struct IncidentQuestion {
    Situation situation;
    Eyes eyes;
    IncidentId incident;
    bool named = false;
    Instant now;
};

/// Reads the journal through, since a look stands anywhere in it; `reel` may be null. Blocks; any thread that
/// the journal may be used on.
[[nodiscard]] std::expected<IncidentReport, NoReportReason>
incidentReport(const IncidentQuestion& question, Journal& journal, const FactReel* reel,
               const RecordProgress& progress = {});

/// The dispatch clock is the incident's.
[[nodiscard]] DeadlineOutcome outcomeOf(const Order& order, DeadlineKind kind);

} // namespace tridesk
