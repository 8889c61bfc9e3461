// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tridesk {

/// What reading an incident needs from outside.
struct IncidentContext {
    QString source;             ///< name of the source that sends
    const Catalogue& catalogue; ///< gives a type its level where the source names none
    Instant now;
};

/// One incident as a source reports it, ready to be submitted.
struct IncidentRecord {
    ReportIncident report;
    std::optional<Instant> happenedAt;
};

/// What one body held. A record that cannot be read does not stop the others; its refusal names field and
/// value.
struct IncidentBatch {
    bool single = true; ///< one object, not a list
    QList<Result<IncidentRecord>> records;
};

/// Most records that one batch may hold.
constexpr int incidentBatchLimit = 1000;
/// How far a source's clock may run ahead before what it says is refused.
constexpr Milliseconds incidentClockSlack = std::chrono::hours(24);

/// One JSON incident or a list of them (app/intake/README.md has the schema). Pure; any thread. A refusal of
/// the whole is only for a body that is neither, is no JSON, is empty, or holds too many.
[[nodiscard]] Result<IncidentBatch> readIncidents(const QByteArray& body, const IncidentContext& context);
[[nodiscard]] Result<IncidentRecord> readIncident(const QJsonValue& value, const IncidentContext& context);

} // namespace tridesk
