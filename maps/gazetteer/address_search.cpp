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
    if (folded(first).isEmpty() || folded(second).isEmpty())
        return found;
    const std::vector<Candidate> others = streets(withoutCorner(second.trimmed()), near);
    QSqlQuery rows =
        m_database.prepare(u"SELECT lat, lon FROM crossing WHERE street_a = ? AND street_b = ?"_s);
    for (const Candidate& a : others.empty() ? others : streets(first.trimmed(), near)) {
        for (const Candidate& b : others) {
            const auto [low, high] = std::minmax(a.place.id, b.place.id);
            if (!Database::run(rows, {low, high}).isEmpty())
                continue;
            while (rows.next()) {
                Candidate candidate;
                candidate.place.kind = PlaceKind::Intersection;
                candidate.place.match = std::max(a.place.match, b.place.match);
                candidate.place.at = QGeoCoordinate(rows.value(0).toDouble(), rows.value(1).toDouble());
                nameCrossing(candidate.place, a.place, b.place);
                setOff(candidate, near);
                candidate.cost =
                    costOf({candidate.place.match, 0}, PlaceKind::Intersection, candidate.place.metresOff);
                found.push_back(std::move(candidate));
            }
        }
    }
    return found;
}

} // namespace tridesk::maps
