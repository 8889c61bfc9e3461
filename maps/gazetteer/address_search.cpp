// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/address_search.h"

#include "maps/gazetteer/place_label.h"
#include "maps/gazetteer/text.h"
#include "maps/geo/distance.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr std::size_t MostStreets = 20; // of one name that are tried
constexpr std::size_t MostCrossed = 8;  // first streets of an intersection that are tried
constexpr int MostHouses = 10;          // of one street that are shown

struct HouseText {
    QString street; ///< folded
    QString house;  ///< its key
};

// The ways to read folded text as a street with a number behind or before it, the likeliest first.
std::vector<HouseText> readHouses(const QString& text) {
    static const QRegularExpression behind(u"(?<=\\D)([甲乙丙丁戊]?\\d[^ ]{0,7}( \\S{1,6}){0,4})$"_s);
    static const QRegularExpression word(u"^(.*\\D) (\\p{L}?\\d\\S{0,7}(?: \\S{1,6}){0,4})$"_s);
    static const QRegularExpression before(u"^(?:no )?(\\d\\S{0,7}) (.*\\D.*)$"_s);
    std::vector<HouseText> readings;
    const auto add = [&](const QString& street, const QString& house) {
        const HouseText reading{street.trimmed(), houseKey(house)};
        if (!reading.street.isEmpty() && !reading.house.isEmpty())
            readings.push_back(reading);
    };
    if (const auto match = behind.match(text); match.hasMatch() && match.capturedStart() > 0)
        add(text.first(match.capturedStart()), match.captured(1));
    if (const auto match = word.match(text); match.hasMatch())
        add(match.captured(1), match.captured(2));
    if (const auto match = before.match(text); match.hasMatch())
        add(match.captured(2), match.captured(1));
    return readings;
}

// What people add behind an intersection that is no part of a name.
QString withoutCorner(QString text) {
    static const QRegularExpression corner(
        u"\\s*(?:的)?(?:交叉路口|交叉口|交汇处|交界处|交界|相交处|路口|口)$"_s);
    static const QRegularExpression roadCorner(u"路口$"_s);
    // 中山路口 is the corner of 中山路: only 口 goes.
    if (text.contains(roadCorner) && !text.contains(u"交叉路口"_s))
        return text.chopped(1);
    return text.remove(corner);
}

void setOff(Candidate& candidate, const QGeoCoordinate& near) {
    if (near.isValid())
        candidate.place.metresOff = metresBetween(near, candidate.place.at);
}

// Whether a street that the first one meets is the second one asked for. Nothing asked for yet: any.
std::optional<Answer> secondStreet(const Wanted& wanted, const NameForms& name) {
    if (wanted.words.isEmpty())
        return Answer{Match::Words, 0};
    const Answer answer = answerOf(wanted, name);
    const bool slipped = isOneSlipFrom(wanted.key, keyOf(name.zh)) ||
                         isOneSlipFrom(wanted.key, keyOf(name.en)) ||
                         isOneSlipFrom(wanted.pinyinKey, name.syllables.join(QString()));
    return answer.match != Match::Similar || slipped ? std::optional(answer) : std::nullopt;
}

} // namespace

std::vector<Candidate> AddressSearch::streets(const QString& text, const QGeoCoordinate& near) const {
    std::vector<Candidate> found = m_names.find(folded(text), near, NameSearch::Only::Streets);
    if (found.size() > MostStreets)
        found.resize(MostStreets);
    return found;
}

std::vector<Candidate> AddressSearch::houses(const QString& text, const QGeoCoordinate& near) const {
    std::vector<Candidate> found;
    for (const HouseText& reading : readHouses(folded(text))) {
        const std::vector<Candidate> named = streets(reading.street, near);
        for (const Candidate& street : named)
            collectHouses(street, reading.house, near, found);
        if (found.empty())
            collectNearest(named, reading.house, near, found);
        if (!found.empty())
            break;
    }
    return found;
}

Candidate AddressSearch::houseOf(const Candidate& street, const QSqlQuery& row, const QGeoCoordinate& near) {
    Candidate candidate{.place = street.place};
    candidate.place.id = row.value(0).toLongLong();
    candidate.place.kind = PlaceKind::Address;
    candidate.place.street = street.place.nameZh;
    candidate.place.houseNumber = row.value(1).toString();
    candidate.place.at = QGeoCoordinate(row.value(3).toDouble(), row.value(4).toDouble());
    setOff(candidate, near);
    return candidate;
}

void AddressSearch::collectHouses(const Candidate& street, const QString& house, const QGeoCoordinate& near,
                                  std::vector<Candidate>& found) const {
    QSqlQuery rows = m_database.prepare(u"SELECT id, house, house_key, lat, lon FROM address WHERE street = "
                                        u"? AND house_key >= ? AND house_key < ?"
                                        " ORDER BY house_key LIMIT ?"_s);
    const QString past = house + QChar(0xF8FF);
    if (!Database::run(rows, {street.place.id, house, past, MostHouses}).isEmpty())
        return;
    while (rows.next()) {
        Candidate candidate = houseOf(street, rows, near);
        const QString key = rows.value(2).toString();
        candidate.place.match = std::max(street.place.match, key == house ? Match::Exact : Match::Prefix);
        candidate.cost = costOf({candidate.place.match, key.size() - house.size()}, PlaceKind::Address,
                                candidate.place.metresOff);
        found.push_back(std::move(candidate));
    }
}

// In much of the world houses are not on the map: then the nearest number that is, and the street itself.
void AddressSearch::collectNearest(const std::vector<Candidate>& streets, const QString& house,
                                   const QGeoCoordinate& near, std::vector<Candidate>& found) const {
    static const QRegularExpression digits(u"\\d{1,6}"_s);
    const int number = digits.match(house).captured().toInt();
    QSqlQuery rows = m_database.prepare(u"SELECT id, house, house_key, lat, lon FROM address WHERE street = ?"
                                        " ORDER BY abs(CAST(house_key AS INTEGER) - ?) LIMIT 1"_s);
    for (const Candidate& street : streets) {
        if (street.place.match > Match::Words)
            continue;
        if (Database::run(rows, {street.place.id, number}).isEmpty() && rows.next()) {
            Candidate candidate = houseOf(street, rows, near);
            candidate.place.match = Match::Similar;
            candidate.cost = costOf({Match::Words, 1}, PlaceKind::Address, candidate.place.metresOff);
            found.push_back(std::move(candidate));
        }
        Candidate itself = street;
        itself.place.match = Match::Contains;
        itself.cost = costOf({Match::Words, 0}, PlaceKind::Poi, itself.place.metresOff);
        found.push_back(std::move(itself));
    }
}

std::vector<Candidate> AddressSearch::crossings(const QString& text, const QGeoCoordinate& near) const {
    // Chinese joints stand between Hanzi; those of letters need room around them, or 'and' would part
    // Portland.
    static const QRegularExpression joint(
        u"\\s*[&＆/／@＠×+＋]\\s*|\\s+(?:and|at|x|und|et)\\s+|\\s*[与與和跟]\\s*|(?<=[路街道巷弄])\\s*[交近]\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    std::vector<Candidate> found;
    auto joints = joint.globalMatch(text);
    while (joints.hasNext() && found.empty()) {
        const QRegularExpressionMatch match = joints.next();
        found = crossingsOf(text.first(match.capturedStart()), text.sliced(match.capturedEnd()), near);
    }
    return found;
}

std::vector<Candidate> AddressSearch::crossingsWithoutJoint(const QString& text,
                                                            const QGeoCoordinate& near) const {
    static const QRegularExpression streetEnd(u"[路街道巷弄](?=[^路街道巷弄口])"_s);
    std::vector<Candidate> found;
    auto ends = streetEnd.globalMatch(text);
    while (ends.hasNext() && found.empty()) {
        const qsizetype end = ends.next().capturedEnd();
        found = crossingsOf(text.first(end), text.sliced(end), near);
    }
    return found;
}

std::vector<Candidate> AddressSearch::crossingsOf(const QString& first, const QString& second,
                                                  const QGeoCoordinate& near) const {
    std::vector<Candidate> found;
    // One sign is no street, but the head of a name with a joint in it: 中和路.
    if (folded(first).size() < 2)
        return found;
    std::vector<Candidate> named = streets(first.trimmed(), near);
    if (named.size() > MostCrossed)
        named.resize(MostCrossed);
    const Wanted other(folded(withoutCorner(second.trimmed())));
    for (const Candidate& street : named)
        collectCrossings(street, other, near, found);
    return found;
}

// The second street is looked for only among those that the first one meets: so a letter or two of it will
// do, or none.
void AddressSearch::collectCrossings(const Candidate& street, const Wanted& other, const QGeoCoordinate& near,
                                     std::vector<Candidate>& found) const {
    QSqlQuery rows =
        m_database.prepare(u"SELECT zh, en, pinyin, ref, met.lat, met.lon FROM"
                           " (SELECT street_b AS other, lat, lon FROM crossing WHERE street_a = ?"
                           " UNION ALL SELECT street_a, lat, lon FROM crossing WHERE street_b = ?) AS met"
                           " JOIN name ON name.id = met.other"_s);
    if (!Database::run(rows, {street.place.id, street.place.id}).isEmpty())
        return;
    while (rows.next()) {
        FoundPlace met;
        met.nameZh = rows.value(0).toString();
        met.nameEn = rows.value(1).toString();
        met.ref = rows.value(3).toString();
        const NameForms forms{.zh = folded(met.nameZh),
                              .en = folded(met.nameEn),
                              .syllables = rows.value(2).toString().split(u' ', Qt::SkipEmptyParts),
                              .ref = folded(met.ref)};
        const std::optional<Answer> answer = secondStreet(other, forms);
        if (!answer)
            continue;
        Candidate candidate;
        candidate.place.kind = PlaceKind::Intersection;
        candidate.place.match = std::max(street.place.match, answer->match);
        candidate.place.at = QGeoCoordinate(rows.value(4).toDouble(), rows.value(5).toDouble());
        nameCrossing(candidate.place, street.place, met);
        setOff(candidate, near);
        candidate.cost = costOf({candidate.place.match, answer->surplus}, PlaceKind::Intersection,
                                candidate.place.metresOff);
        found.push_back(std::move(candidate));
    }
}

} // namespace tridesk::maps
