// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/name_search.h"

#include "maps/gazetteer/text.h"
#include "maps/gazetteer/tokens.h"
#include "maps/geo/distance.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr int RowsLookedAt = 120;  // of each question; ids rise as importance falls, so the best come first
constexpr std::size_t Enough = 40; // whole or begun names, beyond which nobody looks for worse matches
constexpr int MostLikeWords = 12;  // mended words that are tried for one mistyped
constexpr qsizetype MostWords = 3;
constexpr qsizetype SurelyNamed = 3; // so many words in a row are no accident

QString anyOf(const QStringList& expressions) {
    return expressions.size() == 1 ? expressions.first() : u'(' + expressions.join(u" OR "_s) + u')';
}

// What FTS5 is asked for one word that is typed in part or whole.
QString wordExpression(const QString& word) {
    if (isHan(word)) {
        const QStringList pairs = tokens::pairsOf(word);
        QStringList all;
        for (const QString& pair : pairs)
            all.append(tokens::quoted(pair));
        return pairs.isEmpty() ? tokens::beginsWord(word) : u'(' + all.join(u" AND "_s) + u')';
    }
    QStringList any{tokens::beginsWord(word), tokens::beginsInitials(word)};
    if (const QString other = otherSpelling(word); !other.isEmpty())
        any.append(tokens::quoted(other.left(tokens::LongestWord))); // whole: "e" for east begins too much
    const QString pinyin = QString(word).replace(u"lv"_s, u"lu"_s).replace(u"nv"_s, u"nu"_s);
    if (pinyin != word)
        any.append(tokens::beginsWord(pinyin));
    return anyOf(any);
}

// The longest few: short ones ("he", "li") stand in half of all names, cost most and tell least; whoever
// compares the rows sees to the rest.
QStringList tellingWords(QStringList words) {
    std::ranges::stable_sort(words, std::ranges::greater{}, [](const QString& word) {
        return isHan(word) ? 3 * word.size() : word.size(); // a sign says as much as a syllable
    });
    return words.first(std::min(words.size(), MostWords));
}

QString wordsExpression(const QStringList& words) {
    QStringList all;
    for (const QString& word : tellingWords(words))
        all.append(wordExpression(word));
    return all.join(u" AND "_s);
}

QStringList wholeKeys(const Wanted& wanted) {
    QStringList keys{wanted.key, wanted.plainKey, wanted.pinyinKey};
    keys.removeDuplicates();
    return keys;
}

// Hanzi with any one of them wrong or missing: the pairs that do not touch it. A pair that stands in no name
// has the wrong one in it, which leaves few places for that. The first pairs will do: names begin with what
// is theirs and end with what they are, which thousands share.
QString hanWithOneWrong(const QString& word, const Vocabulary& known) {
    constexpr qsizetype PairsAsked = 2;
    const QStringList pairs = tokens::pairsOf(word);
    QStringList any;
    for (qsizetype wrong = 0; wrong <= pairs.size(); ++wrong) {
        QStringList all;
        bool possible = true;
        for (qsizetype pair = 0; pair < pairs.size() && possible; ++pair) {
            if (pair == wrong || pair + 1 == wrong)
                continue;
            possible = known.contains(pairs.at(pair));
            all.append(tokens::quoted(pairs.at(pair)));
        }
        if (possible && !all.isEmpty())
            any.append(u'(' + all.mid(0, PairsAsked).join(u" AND "_s) + u')');
    }
    any.removeDuplicates();
    return any.isEmpty() ? QString() : anyOf(any);
}

FoundPlace placeOf(const QSqlQuery& row) {
    FoundPlace place;
    place.id = row.value(0).toLongLong();
    place.kind =
        static_cast<PlaceKind>(std::clamp(row.value(1).toInt(), 0, static_cast<int>(PlaceKind::Area)));
    place.nameZh = row.value(2).toString();
    place.nameEn = row.value(3).toString();
    place.osmClass = row.value(5).toString();
    place.ref = row.value(6).toString();
    place.at = QGeoCoordinate(row.value(7).toDouble(), row.value(8).toDouble());
    return place;
}

constexpr auto NameColumns = "name.id, kind, zh, en, pinyin, class, ref, lat, lon"_L1;

bool isBegun(const Candidate& candidate) {
    return candidate.place.match <= Match::Prefix;
}

bool isGood(const Candidate& candidate) {
    return candidate.place.match != Match::Similar;
}

// Behind everything that begins so; no name holds the last sign of the plane.
QString pastBeginning(const QString& key) {
    return key + QString::fromUcs4(U"\x10FFFF", 1);
}

} // namespace

struct NameSearch::Scope {
    QGeoCoordinate near;
    Only only;
    mutable QSet<qint64> seen;
};

std::vector<Candidate> NameSearch::find(const QString& foldedText, const QGeoCoordinate& near, Only only,
                                        Similar similar) const {
    const Wanted wanted(foldedText);
    std::vector<Candidate> found;
    if (wanted.words.isEmpty())
        return found;
    const Scope scope{near, only, {}};
    const QString words = wordsExpression(wanted.words);
    collectKeys(scope, wanted, words, found);
    const auto begun = std::size_t(std::ranges::count_if(found, isBegun));
    if (begun < (wanted.words.size() < SurelyNamed ? Enough : 1))
        collect(scope, wanted, words, found);
    if (similar == Similar::IfNothingElse && std::ranges::none_of(found, isGood))
        collectSimilar(scope, wanted, found);
    std::ranges::stable_sort(found, {}, &Candidate::cost);
    return found;
}

// Names that are so, and then names that begin so. The keys stand in the order of letters: where so many
// begin so that not all can be looked at, FTS5 tells the most important ones.
void NameSearch::collectKeys(const Scope& scope, const Wanted& wanted, const QString& words,
                             std::vector<Candidate>& found) const {
    QSqlQuery rows = m_database.prepare(u"SELECT %1 FROM key CROSS JOIN name ON name.id = key.id"
                                        " WHERE key >= ? AND key < ? LIMIT ?"_s.arg(NameColumns));
    QStringList cutKeys;
    for (const QString& key : wholeKeys(wanted)) {
        const QString stored = scope.only == Only::Streets ? streetKey(key) : key;
        const int same = collectRows(scope, wanted, rows, {stored, stored + QChar(1), RowsLookedAt}, found);
        const int begun =
            collectRows(scope, wanted, rows, {stored, pastBeginning(stored), RowsLookedAt}, found);
        if (same == RowsLookedAt || begun == RowsLookedAt)
            cutKeys.append(tokens::quoted(tokens::beginning(key)));
    }
    if (!cutKeys.isEmpty())
        collect(scope, wanted, u"%1 AND %2"_s.arg(anyOf(cutKeys), words), found);
}

void NameSearch::collect(const Scope& scope, const Wanted& wanted, const QString& expression,
                         std::vector<Candidate>& found) const {
    QSqlQuery rows =
        m_database.prepare(u"SELECT %1 FROM name_text CROSS JOIN name ON name.id = name_text.rowid"
                           " WHERE name_text MATCH ? AND name_text.rowid <= ? LIMIT ?"_s.arg(NameColumns));
    const qint64 last =
        scope.only == Only::Streets ? m_database.streetCount() : std::numeric_limits<qint64>::max();
    const int looked = collectRows(scope, wanted, rows, {expression, last, RowsLookedAt}, found);
    // Only where there are more than can be looked at does it matter where to look.
    if (looked < RowsLookedAt || !scope.near.isValid())
        return;
    const QString nearby = u"(%1) AND %2"_s.arg(expression, tokens::quoted(tokens::square(scope.near)));
    collectRows(scope, wanted, rows, {nearby, last, RowsLookedAt}, found);
}

int NameSearch::collectRows(const Scope& scope, const Wanted& wanted, QSqlQuery& rows,
                            const QVariantList& values, std::vector<Candidate>& found) const {
    int looked = 0;
    if (!Database::run(rows, values).isEmpty())
        return looked;
    for (; rows.next(); ++looked) {
        const qint64 id = rows.value(0).toLongLong();
        if (scope.seen.contains(id))
            continue;
        scope.seen.insert(id);
        Candidate candidate{.place = placeOf(rows)};
        const NameForms forms{.zh = folded(candidate.place.nameZh),
                              .en = folded(candidate.place.nameEn),
                              .syllables = rows.value(4).toString().split(u' ', Qt::SkipEmptyParts),
                              .ref = folded(candidate.place.ref)};
        const Answer answer = answerOf(wanted, forms);
        candidate.place.match = answer.match;
        if (scope.near.isValid())
            candidate.place.metresOff = metresBetween(scope.near, candidate.place.at);
        candidate.cost = costOf(answer, candidate.place.kind, candidate.place.metresOff);
        found.push_back(std::move(candidate));
    }
    rows.finish();
    return looked;
}

void NameSearch::collectSimilar(const Scope& scope, const Wanted& wanted,
                                std::vector<Candidate>& found) const {
    // What sounds the same, as when a name was heard over the telephone; then what looks nearly the same.
    if (const QString sound = soundOf(wanted.text); !sound.isEmpty()) {
        const Wanted heard(sound);
        std::vector<Candidate> alike;
        collect(scope, heard, wordsExpression({heard.plainKey}), alike);
        for (Candidate& candidate : alike) {
            candidate.cost += costOf({Match::Similar, 0}, PlaceKind::Street, -1);
            candidate.place.match = Match::Similar;
            found.push_back(std::move(candidate));
        }
    }
    if (const QString like = likeWords(wanted); !like.isEmpty())
        collect(scope, wanted, like, found);
}

QString NameSearch::likeWords(const Wanted& wanted) const {
    QStringList all;
    for (const QString& word : tellingWords(wanted.words)) {
        const QString like = isHan(word) ? hanWithOneWrong(word, m_database.vocabulary()) : likeLetters(word);
        if (like.isEmpty() && wanted.words.size() == 1)
            return {};
        all.append(like.isEmpty() ? wordExpression(word) : like);
    }
    return all.join(u" AND "_s);
}

QString NameSearch::likeLetters(const QString& word) const {
    QStringList like;
    for (const QString& slip : m_database.vocabulary().oneSlipFrom(word, MostLikeWords))
        like.append(tokens::beginsWord(slip));
    return like.isEmpty() ? QString() : anyOf(like);
}

QString NameSearch::soundOf(const QString& hanzi) const {
    if (!isHan(QString(hanzi).remove(u' ')))
        return {};
    QSqlQuery query = m_database.prepare(u"SELECT syllable FROM hanzi WHERE sign = ?"_s);
    QString sound;
    for (const uint sign : QString(hanzi).remove(u' ').toUcs4()) {
        if (!Database::run(query, {sign}).isEmpty() || !query.next())
            return {};
        sound.append(query.value(0).toString());
    }
    return sound;
}

std::optional<FoundPlace> NameSearch::byId(qint64 id) const {
    QSqlQuery query = m_database.prepare(u"SELECT %1 FROM name WHERE id = ?"_s.arg(NameColumns));
    if (!Database::run(query, {id}).isEmpty() || !query.next())
        return std::nullopt;
    return placeOf(query);
}

} // namespace tridesk::maps
