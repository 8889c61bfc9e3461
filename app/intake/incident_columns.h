// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <expected>

namespace tridesk {

/// What a column of an incident list can be.
enum class IncidentColumn { Id, Time, Latitude, Longitude, X, Y, Address, Type, Text, Level, Phone, Name };

/// Which columns of a list hold what. Several columns of one meaning are joined, in the order given.
struct IncidentColumns {
    QHash<IncidentColumn, QList<int>> at;
    bool hasHeader = true;
    QStringList leftOut; ///< headers that mean nothing known

    /// The columns' values, joined with `between`; empty parts are left out.
    [[nodiscard]] QString value(const QStringList& record, IncidentColumn column,
                                const QString& between = QStringLiteral(" ")) const;
};

/// Guesses the columns from a list's first record, in the words that such lists use, English and Chinese.
/// `overrides` say otherwise: "column=field", where column is a header or a number from 1, and field one of
/// id, time, lat, lon, x, y, address, type, text, level, phone, name, or "-" for none. A first record in
/// which nothing is known is no header: then overrides by number are needed. Errors are one line.
[[nodiscard]] std::expected<IncidentColumns, QString> incidentColumns(const QStringList& first,
                                                                      const QStringList& overrides);

} // namespace tridesk
