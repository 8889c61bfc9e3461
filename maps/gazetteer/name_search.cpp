// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/name_search.h"

#include "maps/gazetteer/text.h"
#include "maps/gazetteer/tokens.h"
#include "maps/geo/distance.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr int RowsLookedAt = 200; // of each expression; ids rise as importance falls, so the best come first
constexpr int MostLikeWords = 12; // mended words that are tried for one mistyped
constexpr qsizetype MostWords = 8;

QString quoted(const QString& token) {
    return u'"' + token + u'"'; // tokens are letters and digits, so nothing within needs escaping
}

QString begins(const QString& token) {
    return quoted(token) + u'*';
}

QString anyOf(const QStringList& expressions) {
    return expressions.size() == 1 ? expressions.first() : u'(' + expressions.join(u" OR "_s) + u')';
}

// What FTS5 is asked for one word that is typed in part or whole.
QString wordExpression(const QString& word) {
    if (isHan(word)) {
        const QStringList pairs = tokens::pairsOf(word);
        QStringList all;
        for (const QString& pair : pairs)
            all.append(quoted(pair));
        return pairs.isEmpty() ? begins(word) : u'(' + all.join(u" AND "_s) + u')';
    }
    QStringList any{begins(word.left(tokens::LongestPinyin)), begins(tokens::initials(word))};
    if (const QString other = otherSpelling(word); !other.isEmpty())
        any.append(quoted(other));
    const QString pinyin = QString(word).replace(u"lv"_s, u"lu"_s).replace(u"nv"_s, u"nu"_s);
    if (pinyin != word)
        any.append(begins(pinyin.left(tokens::LongestPinyin)));
    return anyOf(any);
}

QString wordsExpression(const QStringList& words) {
    QStringList all;
    for (const QString& word : words.first(std::min(words.size(), MostWords)))
        all.append(wordExpression(word));
    return all.join(u" AND "_s);
}

QStringList wholeKeys(const Wanted& wanted) {
    QStringList keys{wanted.key, wanted.plainKey, wanted.pinyinKey};
    keys.removeDuplicates();
    return keys;
}

// Hanzi with any one of them wrong or missing: the pairs that do not touch it.
QString hanWithOneWrong(const QString& word) {
    const QStringList pairs = tokens::pairsOf(word);
    QStringList any;
    for (qsizetype wrong = 0; wrong <= pairs.size(); ++wrong) {
        QStringList all;
        for (qsizetype pair = 0; pair < pairs.size(); ++pair) {
            if (pair != wrong && pair + 1 != wrong)
                all.append(quoted(pairs.at(pair)));
        }
        if (!all.isEmpty())
            any.append(u'(' + all.join(u" AND "_s) + u')');
    }
    return any.isEmpty() ? QString() : anyOf(any);
}

// Every word that is one slip away, whether it exists or not.
std::set<QString> slipsOf(const QString& word) {
    std::set<QString> slips;
    for (qsizetype at = 0; at <= word.size(); ++at) {
        const QString head = word.first(at);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            slips.insert(head + QLatin1Char(letter) + word.sliced(at));
            if (at < word.size())
                slips.insert(head + QLatin1Char(letter) + word.sliced(at + 1));
        }
        if (at < word.size())
            slips.insert(head + word.sliced(at + 1));
        if (at + 1 < word.size())
            slips.insert(head + word.at(at + 1) + word.at(at) + word.sliced(at + 2));
    }
    slips.erase(word);
    return slips;
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

bool hasGood(const std::vector<Candidate>& found) {
    return std::ranges::any_of(found, [](const Candidate& c) { return c.place.match != Match::Similar; });
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
    QStringList whole;
    QStringList begun;
    for (const QString& key : wholeKeys(wanted)) {
        whole.append(quoted(tokens::whole(key)));
        begun.append(begins(tokens::whole(key)));
    }
    collect(scope, wanted, anyOf(whole), found);
    collect(scope, wanted, anyOf(begun), found);
    collect(scope, wanted, wordsExpression(wanted.words), found);
    if (similar == Similar::IfNothingElse && !hasGood(found))
        collectSimilar(scope, wanted, found);
    std::ranges::stable_sort(found, {}, &Candidate::cost);
    return found;
}

void NameSearch::collect(const Scope& scope, const Wanted& wanted, const QString& expression,
                         std::vector<Candidate>& found) const {
    QString narrowed = expression;
    if (scope.only == Only::Streets)
        narrowed = u"(%1) AND %2"_s.arg(expression, quoted(tokens::street()));
    bool cut = false;
    collectRows(scope, wanted, narrowed, found, &cut);
    // Only where there are more than can be looked at does it matter where to look.
    if (!cut || !scope.near.isValid())
        return;
    QStringList squares;
    for (const QString& square : tokens::squaresAround(scope.near))
        squares.append(quoted(square));
    collectRows(scope, wanted, u"(%1) AND %2"_s.arg(narrowed, anyOf(squares)), found, &cut);
}

void NameSearch::collectRows(const Scope& scope, const Wanted& wanted, const QString& expression,
                             std::vector<Candidate>& found, bool* cut) const {
    QSqlQuery query = m_database.prepare(u"SELECT %1 FROM name_text JOIN name ON name.id = name_text.rowid"
                                         " WHERE name_text MATCH ? LIMIT ?"_s.arg(NameColumns));
    int rows = 0;
    if (!Database::run(query, {expression, RowsLookedAt}).isEmpty())
        return;
    for (; query.next(); ++rows) {
        Candidate candidate{.place = placeOf(query)};
        if (scope.seen.contains(candidate.place.id))
            continue;
        scope.seen.insert(candidate.place.id);
        const NameForms forms{.zh = folded(candidate.place.nameZh),
                              .en = folded(candidate.place.nameEn),
                              .syllables = query.value(4).toString().split(u' ', Qt::SkipEmptyParts),
                              .ref = folded(candidate.place.ref)};
        const Answer answer = answerOf(wanted, forms);
        candidate.place.match = answer.match;
        if (scope.near.isValid())
            candidate.place.metresOff = metresBetween(scope.near, candidate.place.at);
        candidate.cost = costOf(answer, candidate.place.kind, candidate.place.metresOff);
        found.push_back(std::move(candidate));
    }
    *cut = rows == RowsLookedAt;
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
    for (const QString& word : wanted.words.first(std::min(wanted.words.size(), MostWords))) {
        const QString like = isHan(word) ? hanWithOneWrong(word) : likeLetters(word);
        if (like.isEmpty() && wanted.words.size() == 1)
            return {};
        all.append(like.isEmpty() ? wordExpression(word) : anyOf({wordExpression(word), like}));
    }
    return all.join(u" AND "_s);
}

QString NameSearch::likeLetters(const QString& word) const {
    const QString cut = word.left(tokens::LongestPinyin);
    if (cut.size() < tokens::ShortestMended)
        return {};
    QSqlQuery known = m_database.prepare(u"SELECT word FROM word WHERE word >= ? AND word < ? LIMIT 1"_s);
    const auto find = [&known](const QString& begin) {
        const bool found = Database::run(known, {begin, begin + QChar(0xF8FF)}).isEmpty() && known.next();
        return found ? known.value(0).toString() : QString();
    };
    if (!find(cut).isEmpty())
        return {}; // it is in some name as it stands: another word will be the mistyped one
    QStringList whole;
    QStringList begun;
    for (const QString& slip : slipsOf(cut)) {
        const QString found = find(slip);
        if (!found.isEmpty())
            (found == slip ? whole : begun).append(begins(slip));
    }
    const QStringList like = (whole + begun).mid(0, MostLikeWords);
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
