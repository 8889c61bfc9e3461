// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/incident_reader.h"

#include <QTimeZone>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

struct IncidentFileOptions {
    QString source;                               ///< name under which the file's incidents are reported
    QStringList map;                              ///< app/intake/incident_columns.h
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< of times that name none
    TypeCode otherType;                           ///< for types that the catalogue does not know; may be null
};

/// A row that was not taken, and why.
struct FileFault {
    qint64 row =
        0; ///< 1 is the first line (of a list without line breaks in it), or the first of a JSON list
    Refusal refusal;
};

/// A file of incidents, CSV or JSON (told by its first character), read record by record. JSON has the schema
/// of POST /v1/incidents. CSV: a type that the catalogue knows, by code or by name, is taken as such; any
/// other is kept in the text. Coordinates in columns named X and Y that lie beyond degrees are web Mercator
/// (EPSG:3857). A row without an id gets one made of its content, so that importing twice changes nothing.
/// Any one thread.
class IncidentFile {
public:
    /// One line on failure. `catalogue` and `now` as in IncidentContext.
    [[nodiscard]] static std::expected<std::unique_ptr<IncidentFile>, QString>
    open(const QString& path, const IncidentFileOptions& options, const Catalogue& catalogue, Instant now);
    virtual ~IncidentFile() = default;

    using Row = std::expected<IncidentRecord, FileFault>;
    /// Nothing at the end.
    [[nodiscard]] virtual std::optional<Row> next() = 0;
    /// The row that next() gave last.
    [[nodiscard]] virtual qint64 row() const = 0;
    /// How far through the file, 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
    /// Headers that were not understood, for a person to see.
    [[nodiscard]] virtual QStringList columnsLeftOut() const { return {}; }
};

/// Most bytes of a JSON file; CSV is read piece by piece and has no bound.
constexpr qint64 jsonFileLimit = 64 * 1024 * 1024;

} // namespace tridesk
