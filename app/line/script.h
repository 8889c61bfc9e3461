// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"

#include <QList>
#include <QString>
#include <QTime>

#include <expected>
#include <optional>

class QByteArray;

/// Files of lines: drills, tests, a log played again.
///
///     # a comment
///     bureau 21:04:10 I traffic.accident two cars @Jiefang Road
///     bureau +5 D 1A12 0001
///     field:1A12 21:04:30 S
///     S 1A12
///
/// A line may begin with a seat ("bureau", "station:ST03", "field:1A12"), and then with a time: a time of
/// day, or seconds after the line before ("+5"). What is left out is that of the line before; the first seat
/// is the bureau, the first time that at which the script begins. Times never go back. UTF-8.
namespace tridesk::line {

struct ScriptLine {
    int row = 0; ///< in the file, from 1
    Seat seat;
    std::optional<QTime> at; ///< time of day
    int after = 0;           ///< milliseconds after the line before, where `at` is not given
    QString text;
};

/// Which line of the file cannot be taken, and why, in English: for the terminal.
struct ScriptFault {
    int row = 0;
    QString why;
};

constexpr qsizetype longestScript = 4'000'000; ///< bytes
constexpr int mostScriptLines = 100'000;

[[nodiscard]] std::expected<QList<ScriptLine>, ScriptFault> readScript(const QByteArray& file);

} // namespace tridesk::line
