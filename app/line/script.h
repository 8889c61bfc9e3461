// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/domain/seat.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <expected>
#include <optional>

class QByteArray;

/// Files of lines: drills, tests, a log played again.
///
///     # a comment
///     begin 2026-11-21 20:00:00
///     seat bureau as Chen
///     20:00:05 I traffic.accident two cars @Jiefang Road
///     +6 D 1A12 0001
///     +7 field:1A12 S
///     bureau !order_released RC 1A12
///     21:00:00
///
/// A line of the file holds, in this order, each of which may be left out: a time, a seat, the code with
/// which the line must be refused, the line itself as it would be typed. What it does not say of time and
/// seat is as in the line before; the first seat is the bureau. A time is a time of day, never earlier than
/// the line before, over midnight too, or how much later ("+6" seconds, "+1.5", "+10m", "+1h"); by itself it
/// lets time pass. "seat SEAT" sits down without doing anything, "as NAME" says who does there. "begin" may
/// stand once, before everything else: the date and time of day at which the script begins. UTF-8.
namespace tridesk::line {

struct ScriptLine {
    int row = 0;        ///< in the file, from 1
    Milliseconds at{0}; ///< since the script began
    Seat seat;
    QString user;       ///< empty: it was not said
    QString mustRefuse; ///< codeWord() of a RefusalCode or a Fault; empty: must be carried out
    QString text;
};

struct Script {
    std::optional<Instant> begin; ///< where it says so
    QList<ScriptLine> lines;      ///< in the order of time
    Milliseconds length{0};       ///< until nothing more happens
};

/// Which line of the file cannot be taken, and why, in English: for the terminal.
struct ScriptFault {
    int row = 0; ///< 0: the file as a whole
    QString field;
    QString value; ///< as it stands there, shortened
    QString why;

    /// `path:row: field: "value": why`, in one line.
    [[nodiscard]] QString toString(const QString& path) const;
};

constexpr qsizetype longestScript = 4'000'000; ///< bytes
constexpr int mostScriptLines = 100'000;
constexpr Milliseconds longestPlay = std::chrono::hours(7 * 24);

/// All or nothing. `zone` is that of `begin`. Whether the units and incidents of a line are there is known
/// only when it is played.
[[nodiscard]] std::expected<Script, ScriptFault> readScript(const QByteArray& file, const QTimeZone& zone);

} // namespace tridesk::line
