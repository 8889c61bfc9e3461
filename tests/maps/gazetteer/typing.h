// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

/// How people write names down in a hurry.
namespace tridesk::maps::test::typing {

[[nodiscard]] bool hasHanzi(const QString& text);
[[nodiscard]] QString withoutMarks(const QString& text);
/// "Main Street" as "main st"; what has no short form stays.
[[nodiscard]] QString abbreviated(const QString& text);
[[nodiscard]] QString fullWidth(QString text);
/// One letter or sign left out, doubled, swapped or wrong, not the first; of short words none.
[[nodiscard]] QString slipped(const QString& text, QRandomGenerator& random);
/// "renmin lu" and "rml" of Hanzi; empty without.
[[nodiscard]] QString pinyin(const QString& text);
[[nodiscard]] QString initials(const QString& text);

} // namespace tridesk::maps::test::typing
