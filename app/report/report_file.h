// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace tridesk {

/// Writes a report: afterwards the file is there whole, or as it was before. The error is one line that names
/// the file.
[[nodiscard]] std::expected<void, QString> saveReport(const QString& path, const QByteArray& bytes);

} // namespace tridesk
