// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"

#include <QGeoCoordinate>
#include <QString>
#include <QStringList>

namespace tridesk::maps {

/// The forms under which a name is known, made once when it is stored and again when it is compared.
struct NameForms {
    QString zh;            ///< folded; in whatever script the place is named
    QString en;            ///< folded
    QStringList syllables; ///< pinyin; empty where the name has no Hanzi
    QString ref;           ///< folded
};

/// What a name is found by in FTS5. All tokens are letters and digits; those of a kind of their own begin
/// with a private sign:
///   how the whole name begins, one sign more each time;  Hanzi in pairs, so that any part of two or more is
///   found;  words;  pinyin from each syllable on;  initials from each syllable on;  the squares of the map
///   round it.
///
/// None is longer than what the prefix index of name_text holds (maps/gazetteer/schema.h), or else is asked
/// for as it stands: so FTS5 reads every list lazily, the most important names first, and a LIMIT ends the
/// work. A longer prefix it would gather whole before it gave the first row.
namespace tokens {
inline constexpr qsizetype LongestWord = 8; ///< longer words and pinyin are cut here, in names and as typed
inline constexpr qsizetype LongestInitials = 7;
inline constexpr qsizetype LongestBeginning = 4;

[[nodiscard]] QString beginning(const QString& key); ///< of a whole name; what is longer is cut
/// What FTS5 is asked for a word, pinyin or initials that begin so: quoted, with the star where it helps.
[[nodiscard]] QString beginsWord(const QString& word);
[[nodiscard]] QString beginsInitials(const QString& letters);
[[nodiscard]] QString quoted(const QString& token);
/// For what lies near: names within about 7 km have it.
[[nodiscard]] QString square(const QGeoCoordinate& at);
[[nodiscard]] bool isWord(const QString& token); ///< a word or pinyin that is long enough to be mended
inline constexpr qsizetype ShortestMended = 4;   ///< shorter ones are one letter from half the vocabulary
[[nodiscard]] QStringList pairsOf(const QString& hanzi); ///< of one sign: none
} // namespace tokens

/// The whole names, each once, as the table key has them.
[[nodiscard]] QStringList keysOf(const NameForms& name);
/// The same of a street only, for when nothing but streets is looked for.
[[nodiscard]] QString streetKey(const QString& key);

[[nodiscard]] QStringList tokensOf(const NameForms& name, const QGeoCoordinate& at);

} // namespace tridesk::maps
