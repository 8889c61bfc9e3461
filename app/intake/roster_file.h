// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/intake/incident_file.h"

#include <QList>

#include <expected>

namespace tridesk {

/// One row of a file that says what the organisation is made of, as the command that makes it so.
struct RosterRow {
    qint64 row = 0;
    Command command;
};

/// What could be read of such a file, and what could not.
struct Roster {
    QList<RosterRow> rows;
    QList<FileFault> faults;
};

/// Posts, as a map package's posts.geojson has them: features with the properties ref, nameZh, nameEn, lon,
/// lat (the post itself) and optionally tier ("station" or "bureau"); the geometry, a Polygon or
/// MultiPolygon, is the area. A feature with the property post is a beat of that post, and stands after it.
/// One line on failure of the whole.
[[nodiscard]] std::expected<Roster, QString> readPosts(const QString& path);

/// Units: CSV with the columns unit, callsign, kind, post, beat, devices (several parted by blanks or ';'),
/// or JSON, a list of objects with the same fields, devices a list. unit may be left out: it is the callsign
/// then.
[[nodiscard]] std::expected<Roster, QString> readUnits(const QString& path);

/// The catalogue: {"types":[{"code","zh","en","level"}], "dispositions":[{"code","zh","en"}],
/// "deadlines":{"dispatch_s", "sign_s","arrive_s","report_s"}}. All or nothing, since a record's meaning
/// hangs on it.
[[nodiscard]] std::expected<Roster, QString> readCatalogue(const QString& path);

} // namespace tridesk
