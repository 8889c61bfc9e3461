// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// The commands of tridesk-gateway. Each takes what follows its name, and returns the exit code: 0 all done,
/// 1 done but for rows that were refused or left out (told on stderr), 2 not done (one line on stderr says
/// why).
namespace tridesk::gateway {

[[nodiscard]] int serve(const QStringList& arguments);
[[nodiscard]] int import(const QStringList& arguments);
[[nodiscard]] int exportLayers(const QStringList& arguments);
[[nodiscard]] int script(const QStringList& arguments);
[[nodiscard]] int feed(const QStringList& arguments);
[[nodiscard]] int token(const QStringList& arguments);
[[nodiscard]] int user(const QStringList& arguments);

/// Prints "tridesk-gateway: WHY" to stderr and returns 2.
[[nodiscard]] int fail(const QString& why);
/// A line to stdout, at once.
void say(const QString& line);
void complain(const QString& line);

} // namespace tridesk::gateway
