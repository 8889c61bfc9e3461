// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/place_use.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr double KeptOfEach = 0.98; // a place picked once counts half after 34 picks of others
constexpr double MostPicks = 1 / (1 - KeptOfEach);
constexpr qsizetype LongestLine = 2000;

bool isSound(const UsedPlace& place) {
    const auto isText = [](const QString& text) { return text.size() <= PlaceUse::LongestText; };
    return !place.key.isEmpty() && !place.label.isEmpty() && isText(place.key) && isText(place.label) &&
           isText(place.detail) && place.at.isValid() && std::isfinite(place.picks) && place.picks > 0 &&
           place.picks <= MostPicks;
}

} // namespace

void PlaceUse::note(UsedPlace place) {
    for (UsedPlace& each : m_places)
        each.picks *= KeptOfEach;
    const auto known = std::ranges::find(m_places, place.key, &UsedPlace::key);
    place.picks = std::min(MostPicks, 1 + (known == m_places.end() ? 0.0 : known->picks));
    if (!isSound(place))
        return;
    if (known != m_places.end()) {
        *known = std::move(place);
        return;
    }
    if (m_places.size() >= Most)
        m_places.erase(std::ranges::min_element(m_places, {}, &UsedPlace::picks));
    m_places.append(std::move(place));
}

double PlaceUse::picksOf(const QString& key) const {
    const auto known = std::ranges::find(m_places, key, &UsedPlace::key);
    return known == m_places.end() ? 0 : known->picks;
}

QStringList PlaceUse::written() const {
    QStringList lines;
    for (const UsedPlace& place : m_places) {
        const QJsonObject line{{u"key"_s, place.key},
                               {u"label"_s, place.label},
                               {u"detail"_s, place.detail},
                               {u"kind"_s, static_cast<int>(place.kind)},
                               {u"latitude"_s, place.at.latitude()},
                               {u"longitude"_s, place.at.longitude()},
                               {u"picks"_s, place.picks}};
        lines.append(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    }
    return lines;
}

PlaceUse PlaceUse::read(const QStringList& lines) {
    PlaceUse use;
    for (const QString& line : lines.first(std::min(lines.size(), Most))) {
        if (line.size() > LongestLine)
            continue;
        const QJsonObject json = QJsonDocument::fromJson(line.toUtf8()).object();
        const int kind = json.value("kind"_L1).toInt(-1);
        UsedPlace place{.key = json.value("key"_L1).toString(),
                        .label = json.value("label"_L1).toString(),
                        .detail = json.value("detail"_L1).toString(),
                        .kind = static_cast<PlaceKind>(std::max(0, kind)),
                        .at = QGeoCoordinate(json.value("latitude"_L1).toDouble(NAN),
                                             json.value("longitude"_L1).toDouble(NAN)),
                        .picks = json.value("picks"_L1).toDouble()};
        const bool isKind = kind >= 0 && kind <= static_cast<int>(PlaceKind::Named);
        if (isKind && isSound(place) && use.picksOf(place.key) == 0)
            use.m_places.append(std::move(place));
    }
    return use;
}

} // namespace tridesk::maps
