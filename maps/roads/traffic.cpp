// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/traffic.h"

#include "maps/roads/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

using Band = TrafficTable::Band;
using Days = TrafficTable::Days;

std::expected<Days, QString> daysNamed(const QString& name) {
    if (name == "workday"_L1)
        return Days::Workday;
    if (name == "weekend"_L1)
        return Days::Weekend;
    if (name == "every"_L1)
        return Days::Every;
    return std::unexpected(u"days \"%1\": none of workday, weekend, every"_s.arg(name.left(80)));
}

std::expected<int, QString> hourOf(const QJsonObject& band, QLatin1StringView field, int most) {
    const QJsonValue value = band.value(field);
    const int hour = value.toInt(-1);
    if (hour < 0 || hour > most)
        return std::unexpected(
            u"%1 is %2: an hour from 0 to %3 is wanted"_s.arg(field, value.toVariant().toString().left(80))
                .arg(most));
    return hour;
}

std::expected<void, QString> takeFactors(Band& band, const QJsonObject& factors) {
    for (auto entry = factors.begin(); entry != factors.end(); ++entry) {
        const auto cls = roadClassNamed(entry.key());
        if (!cls)
            return std::unexpected(u"factors: "_s + cls.error());
        const double factor = entry.value().toDouble(-1);
        const bool fits = factor >= 0.1 && factor <= 2; // and is a number
        if (!fits)
            return std::unexpected(u"factors: %1 is %2: it must be 0.1 to 2"_s.arg(
                entry.key(), entry.value().toVariant().toString().left(80)));
        band.factors.at(static_cast<std::size_t>(*cls)) = static_cast<float>(factor);
    }
    return {};
}

std::expected<Band, QString> bandOf(const QJsonObject& object) {
    Band band;
    const auto days = daysNamed(object.value("days"_L1).toString());
    if (!days)
        return std::unexpected(days.error());
    const auto from = hourOf(object, "from"_L1, 23);
    if (!from)
        return std::unexpected(from.error());
    const auto to = hourOf(object, "to"_L1, 24);
    if (!to)
        return std::unexpected(to.error());
    if (*to <= *from)
        return std::unexpected(u"to is %1: it must come after from (%2)"_s.arg(*to).arg(*from));
    if (!object.value("factors"_L1).isObject())
        return std::unexpected(u"factors: an object of classes and numbers is wanted"_s);
    band.days = *days;
    band.fromHour = *from;
    band.toHour = *to;
    if (const auto taken = takeFactors(band, object.value("factors"_L1).toObject()); !taken)
        return std::unexpected(taken.error());
    return band;
}

} // namespace

TrafficTable TrafficTable::standard() {
    // motorway trunk primary secondary tertiary unclassified residential living service track ped. foot
    TrafficTable table;
    table.add({Days::Every, 0, 6, {1.1F, 1.2F, 1.3F, 1.25F, 1.2F, 1.1F, 1.1F, 1, 1, 1, 1.5F, 1}});
    table.add({Days::Every, 22, 24, {1.1F, 1.15F, 1.2F, 1.15F, 1.1F, 1.05F, 1.05F, 1, 1, 1, 1.2F, 1}});
    table.add({Days::Workday, 7, 9, {0.7F, 0.6F, 0.58F, 0.62F, 0.7F, 0.85F, 0.9F, 0.95F, 1, 1, 1, 1}});
    table.add({Days::Workday, 17, 19, {0.65F, 0.58F, 0.55F, 0.6F, 0.68F, 0.85F, 0.9F, 0.9F, 1, 1, 1, 1}});
    table.add({Days::Weekend, 10, 19, {0.95F, 0.9F, 0.85F, 0.85F, 0.9F, 1, 1, 0.95F, 1, 1, 0.9F, 1}});
    return table;
}

void TrafficTable::add(const Band& band) {
    const auto take = [&band](Day& day) {
        for (int hour = band.fromHour; hour < band.toHour; ++hour) {
            TrafficFactors& factors = day.at(static_cast<std::size_t>(hour));
            for (std::size_t cls = 0; cls < RoadClassCount; ++cls) {
                if (band.factors.at(cls) > 0)
                    factors.byClass.at(cls) = band.factors.at(cls);
            }
        }
    };
    if (band.days != Days::Weekend)
        take(m_workday);
    if (band.days != Days::Workday)
        take(m_weekend);
}

std::expected<TrafficTable, QString> TrafficTable::fromJson(const QByteArray& json) {
    if (json.size() > LongestJson)
        return std::unexpected(u"more than %1 bytes"_s.arg(LongestJson));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return std::unexpected(u"no JSON object (%1)"_s.arg(error.errorString()));
    const QJsonObject object = document.object();
    if (object.value("format"_L1).toInt() != 1)
        return std::unexpected(u"format is %1: this program reads format 1"_s.arg(
            object.value("format"_L1).toVariant().toString().left(80)));
    if (!object.value("bands"_L1).isArray())
        return std::unexpected(u"bands: a list is wanted"_s);
    TrafficTable table;
    int number = 0;
    const QJsonArray bands = object.value("bands"_L1).toArray();
    for (const auto& entry : bands) {
        ++number;
        const auto band = bandOf(entry.toObject());
        if (!band)
            return std::unexpected(u"band %1: %2"_s.arg(number).arg(band.error()));
        table.add(*band);
    }
    return table;
}

TrafficFactors TrafficTable::at(const QDateTime& local) const {
    if (!local.isValid())
        return {};
    const bool weekend = local.date().dayOfWeek() >= Qt::Saturday;
    return (weekend ? m_weekend : m_workday).at(static_cast<std::size_t>(local.time().hour()));
}

} // namespace tridesk::maps
