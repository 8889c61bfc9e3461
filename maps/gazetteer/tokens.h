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

/// What a name is found by. All tokens are letters and digits; those of a kind of their own begin with a
/// private sign:
///   whole names, for "is" and "begins with";  Hanzi in pairs, so that any part of two or more is found;
///   words;  pinyin from each syllable on;  initials from each syllable on;  the square of the map it lies
///   in;  streets.
namespace tokens {
inline constexpr qsizetype LongestPinyin =
    12; ///< longer ones are cut here, in names and in what is typed alike
inline constexpr qsizetype LongestInitials = 8;

[[nodiscard]] QString whole(const QString& key);
[[nodiscard]] QString initials(const QString& letters);
[[nodiscard]] QString square(const QGeoCoordinate& at);            ///< about 5 km
[[nodiscard]] QStringList squaresAround(const QGeoCoordinate& at); ///< that one and its neighbours
[[nodiscard]] QString street();
[[nodiscard]] bool isWord(const QString& token); ///< a word or pinyin that is long enough to be mended
inline constexpr qsizetype ShortestMended = 4;   ///< shorter ones are one letter from half the vocabulary
[[nodiscard]] QStringList pairsOf(const QString& hanzi); ///< of one sign: none
} // namespace tokens

[[nodiscard]] QStringList tokensOf(const NameForms& name, PlaceKind kind, const QGeoCoordinate& at);

} // namespace tridesk::maps
