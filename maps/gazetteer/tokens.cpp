// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/tokens.h"

#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/text.h"

#include <cmath>

namespace tridesk::maps {
namespace {

// Private signs count as letters for FTS5 and stand in no name.
constexpr QChar WholeMark(0xE000);
constexpr QChar InitialsMark(0xE001);
constexpr QChar SquareMark(0xE002);
constexpr QChar StreetMark(0xE003);

constexpr double SquareDegrees = 0.05;
constexpr qsizetype LongestWhole = 60;

void addWords(QStringList& tokens, const QString& text) {
    if (text.isEmpty())
        return;
    tokens.append(tokens::whole(keyOf(text)));
    for (const QString& word : wordsOf(text)) {
        if (!isHan(word)) {
            tokens.append(word);
            continue;
        }
        tokens.append(tokens::pairsOf(word));
        tokens.append(QString().append(QChar::fromUcs4(word.toUcs4().constLast()))); // no pair begins with it
    }
}

void addPinyin(QStringList& tokens, const QStringList& syllables) {
    if (syllables.isEmpty())
        return;
    tokens.append(tokens::whole(syllables.join(QString())));
    for (qsizetype first = 0; first < syllables.size(); ++first) {
        const QStringList rest = syllables.sliced(first);
        tokens.append(rest.join(QString()).left(tokens::LongestPinyin));
        tokens.append(tokens::initials(initialsOf(rest)));
    }
}

QString squareAt(qint64 row, qint64 column) {
    return QString(SquareMark) + QString::number(row * 7200 + column, 36);
}

qint64 squareIndex(double degrees) {
    return static_cast<qint64>(std::floor(degrees / SquareDegrees));
}

} // namespace

namespace tokens {

QString whole(const QString& key) {
    return QString(WholeMark) + key.left(LongestWhole);
}

QString initials(const QString& letters) {
    return QString(InitialsMark) + letters.left(LongestInitials);
}

QString square(const QGeoCoordinate& at) {
    return squareAt(squareIndex(at.latitude() + 90), squareIndex(at.longitude() + 180));
}

QStringList squaresAround(const QGeoCoordinate& at) {
    QStringList squares;
    for (int row = -1; row <= 1; ++row) {
        for (int column = -1; column <= 1; ++column)
            squares.append(
                squareAt(squareIndex(at.latitude() + 90) + row, squareIndex(at.longitude() + 180) + column));
    }
    return squares;
}

QString street() {
    return QString(StreetMark);
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

QStringList tokensOf(const NameForms& name, PlaceKind kind, const QGeoCoordinate& at) {
    QStringList tokens;
    addWords(tokens, name.zh);
    addWords(tokens, name.en);
    addWords(tokens, name.ref);
    addPinyin(tokens, name.syllables);
    tokens.append(tokens::square(at));
    if (kind == PlaceKind::Street)
        tokens.append(tokens::street());
    tokens.removeDuplicates();
    return tokens;
}

} // namespace tridesk::maps
