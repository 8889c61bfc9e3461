// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tridesk::maps {

/// Text as it is compared: one width (full-width letters and digits become plain), small letters, no accents,
/// everything that is neither letter nor digit a single space. "Ｒénmín Lù・１１８号" becomes "renmin lu
/// 118号".
[[nodiscard]] QString folded(const QString& text);

/// Folded text cut into runs of Hanzi and into words ("renmin", "118", "s228"), in their order.
[[nodiscard]] QStringList wordsOf(const QString& foldedText);
[[nodiscard]] bool isHan(QStringView text); ///< not empty, and nothing but Hanzi

/// The same word the other way: "st" for "street" and back; empty where there is none.
[[nodiscard]] QString otherSpelling(const QString& word);

/// All words in one, abbreviations spelled out: what two names that are the same have the same.
[[nodiscard]] QString keyOf(const QString& foldedText);

/// A house number as it is compared: "118号", "No. 118" and "118号3楼" give "118", "12 a" gives "12a",
/// "31-33" stays, and so do "丁11" and "6к6"; empty where there is no digit.
[[nodiscard]] QString houseKey(const QString& houseNumber);

/// How many slips, as isOneSlipFrom() counts them, make the typed text the beginning of the name; both are
/// looked at up to 32 letters.
[[nodiscard]] int slipsToBegin(QStringView typed, QStringView name);

/// Whether one can be had from the other by at most one letter wrong, missing, too many, or two swapped.
[[nodiscard]] bool isOneSlipFrom(QStringView a, QStringView b);

} // namespace tridesk::maps
