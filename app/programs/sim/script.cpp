// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/script.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

CallKind kindFrom(const QJsonObject& line) {
    const QJsonArray hazards = line.value("hazards"_L1).toArray();
    return {.type = line.value("type"_L1).toString(),
            .level = line.value("level"_L1).toString(),
            .weight = line.value("weight"_L1).toDouble(1),
            .zh = line.value("zh"_L1).toString(),
            .en = line.value("en"_L1).toString(),
            .weapon = hazards.contains("weapon"_L1),
            .injured = hazards.contains("injured"_L1),
            .trapped = hazards.contains("trapped"_L1),
            .hazmat = hazards.contains("hazmat"_L1)};
}

/// "13800000" and the like: no real number begins so.
QString inventedPhone(Chance& chance) {
    return u"100%1"_s.arg(chance.below(100'000'000), 8, 10, QChar(u'0'));
}

} // namespace

std::expected<QList<CallKind>, QString> readScript(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isArray())
        return std::unexpected(u"the script is not a JSON array: "_s + error.errorString());
    QList<CallKind> kinds;
    const QJsonArray lines = document.array();
    for (const auto& line : lines) {
        const CallKind kind = kindFrom(line.toObject());
        if (kind.type.isEmpty() || kind.level.isEmpty() || kind.zh.isEmpty() || kind.en.isEmpty() ||
            !(kind.weight > 0))
            return std::unexpected(
                u"line %1 of the script lacks type, level, zh, en or a weight"_s.arg(kinds.size() + 1));
        kinds.append(kind);
    }
    if (kinds.isEmpty())
        return std::unexpected(u"the script is empty"_s);
    return kinds;
}

Caller::Caller(QList<CallKind> kinds, maps::RoadGraph roads, maps::Gazetteer places, Language language,
               Chance chance)
    : m_kinds(std::move(kinds))
    , m_roads(std::move(roads))
    , m_places(std::move(places))
    , m_language(language)
    , m_chance(chance) {
    for (const CallKind& kind : std::as_const(m_kinds))
        m_weights += kind.weight;
}

const CallKind& Caller::pick() {
    double left = m_chance.between(0, m_weights);
    for (const CallKind& kind : std::as_const(m_kinds)) {
        left -= kind.weight;
        if (left < 0)
            return kind;
    }
    return m_kinds.last();
}

QGeoCoordinate Caller::somewhere() {
    // Beside a street with a name, as calls come; a few tries, for much of a map has none.
    QGeoCoordinate found;
    for (int tries = 0; tries < 50; ++tries) {
        const auto segment = quint32(m_chance.below(int(m_roads.segmentCount())));
        const std::vector<QGeoCoordinate> line = m_roads.geometry(segment);
        found = line[line.size() / 2];
        if (!m_roads.info(segment).nameZh.isEmpty() || !m_roads.info(segment).nameEn.isEmpty())
            break;
    }
    return found.atDistanceAndAzimuth(m_chance.between(5, 35), m_chance.between(0, 360));
}

QJsonObject Caller::next() {
    const bool chinese = m_language == Language::Chinese;
    const CallKind& kind = pick();
    const QGeoCoordinate at = somewhere();
    const QString address = m_places.reverse(at).label(chinese);
    QString text = chinese ? kind.zh : kind.en;
    text.replace("{place}"_L1, address.isEmpty() ? (chinese ? u"路边"_s : u"the roadside"_s) : address);
    return {{u"id"_s, u"sim-%1"_s.arg(++m_count, 6, 10, QChar(u'0'))},
            {u"type"_s, kind.type},
            {u"level"_s, kind.level},
            {u"text"_s, text},
            {u"place"_s,
             QJsonObject{{u"lat"_s, at.latitude()}, {u"lon"_s, at.longitude()}, {u"address"_s, address}}},
            {u"callers"_s, QJsonArray{QJsonObject{{u"phone"_s, inventedPhone(m_chance)}}}},
            {u"hazards"_s, QJsonObject{{u"weapon"_s, kind.weapon},
                                       {u"injured"_s, kind.injured},
                                       {u"trapped"_s, kind.trapped},
                                       {u"hazmat"_s, kind.hazmat}}}};
}

double Caller::pause(double perHour) {
    // Calls come independently of each other: the gaps are exponential.
    return -std::log(1 - m_chance.share()) * 3600 / perHour;
}

} // namespace tridesk::sim
