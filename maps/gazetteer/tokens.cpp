// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/tokens.h"

#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/text.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

// Private signs count as letters for FTS5 and stand in no name.
constexpr QChar BeginningMark(0xE000);
constexpr QChar InitialsMark(0xE001);
constexpr QChar StreetMark(0xE003);
// A square is one sign: so it costs the prefix index next to nothing. Squares that share one lie far apart.
constexpr ushort FirstSquare = 0xE100;
constexpr int Squares = 6000;

constexpr double SquareDegrees = 0.05;
constexpr qsizetype LongestKey = 60;

void addWords(QStringList& tokens, const QString& text) {
    for (const QString& word : wordsOf(text)) {
        if (!isHan(word)) {
            tokens.append(word.left(tokens::LongestWord));
            continue;
        }
        tokens.append(tokens::pairsOf(word));
        tokens.append(QString().append(QChar::fromUcs4(word.toUcs4().constLast()))); // no pair begins with it
    }
}

void addPinyin(QStringList& tokens, const QStringList& syllables) {
    QString rest;
    QString initials;
    for (auto syllable = syllables.crbegin(); syllable != syllables.crend(); ++syllable) {
        rest = (*syllable + rest).left(tokens::LongestWord);
        initials = (initialsOf({*syllable}) + initials).left(tokens::LongestInitials);
        tokens.append(rest);
        tokens.append(InitialsMark + initials);
    }
}

QString squareAt(qint64 row, qint64 column) {
    const qint64 number = (row * 7200 + column) % Squares;
    return QChar(static_cast<ushort>(FirstSquare + (number + Squares) % Squares));
}

qint64 squareIndex(double degrees) {
    return static_cast<qint64>(std::floor(degrees / SquareDegrees));
}

QString starred(const QString& token, qsizetype longest) {
    return token.size() < longest ? tokens::quoted(token) + u'*' : tokens::quoted(token.left(longest));
}

} // namespace

namespace tokens {

QString quoted(const QString& token) {
    return u'"' + token + u'"'; // tokens are letters and digits, so nothing within needs escaping
}

QString beginning(const QString& key) {
    return BeginningMark + key.left(LongestBeginning);
}

QString beginsWord(const QString& word) {
    return starred(word, LongestWord);
}

QString beginsInitials(const QString& letters) {
    return starred(InitialsMark + letters, LongestInitials + 1);
}

QString square(const QGeoCoordinate& at) {
    return squareAt(squareIndex(at.latitude() + 90), squareIndex(at.longitude() + 180));
}

bool isWord(const QString& token) {
    return token.size() >= ShortestMended && token.at(0).category() != QChar::Other_PrivateUse &&
           !isHan(token);
}

QStringList pairsOf(const QString& hanzi) {
    QStringList pairs;
    const QList<uint> signs = hanzi.toUcs4();
    for (qsizetype index = 1; index < signs.size(); ++index)
        pairs.append(QString::fromUcs4(reinterpret_cast<const char32_t*>(&signs.at(index - 1)), 2));
    return pairs;
}

} // namespace tokens

QStringList keysOf(const NameForms& name) {
    QStringList keys;
    for (const QString& form : {name.zh, name.en, name.ref}) {
        keys.append(keyOf(form).left(LongestKey));
        keys.append(QString(form).remove(u' ').left(LongestKey));
    }
    keys.append(name.syllables.join(QString()).left(LongestKey));
    keys.removeAll(QString());
    keys.removeDuplicates();
    return keys;
}

QString streetKey(const QString& key) {
    return StreetMark + key;
}

QStringList tokensOf(const NameForms& name, const QGeoCoordinate& at) {
    QStringList tokens;
    for (const QString& key : keysOf(name)) {
        for (qsizetype length = 1; length <= std::min(key.size(), tokens::LongestBeginning); ++length)
            tokens.append(tokens::beginning(key.first(length)));
    }
    addWords(tokens, name.zh);
    addWords(tokens, name.en);
    addWords(tokens, name.ref);
    addPinyin(tokens, name.syllables);
    const qint64 row = squareIndex(at.latitude() + 90);
    const qint64 column = squareIndex(at.longitude() + 180);
    for (int above = -1; above <= 1; ++above) {
        for (int right = -1; right <= 1; ++right)
            tokens.append(squareAt(row + above, column + right));
    }
    tokens.removeDuplicates();
    return tokens;
}

} // namespace tridesk::maps
