// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tridesk {

/// How the gateway writes what happens: as text to read, or as one JSON object a line, for a collector.
enum class LogForm { Text, Json };

/// Nothing for another word than "text" and "json".
[[nodiscard]] std::optional<LogForm> logForm(const QString& word);

/// From now on: what the house logs by its categories goes to stderr in that form. Before any thread.
void beginLog(LogForm form);
/// One event in that form: {"at","level","category","text"}. Any thread.
void logEvent(const char* level, const QString& text);
[[nodiscard]] bool logsJson();

/// As a line of JSON, with the line's end.
[[nodiscard]] QByteArray eventLine(const QString& at, const QString& level, const QString& category,
                                   const QString& text);

} // namespace tridesk
