// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/fix_page.h"

#include "app/intake/json_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFixes = 20'000;      ///< in a page from outside; more units than any station has
constexpr qsizetype longestSource = 80;      ///< characters
constexpr double fastest = 500;              ///< m/s; no unit is
constexpr double leastAccurate = 100'000;    ///< m
constexpr qint64 latest = 4'102'444'800'000; ///< 2100; a time beyond it is none

QJsonObject jsonOf(const Fix& fix) {
    QJsonObject json{{u"unit"_s, fix.unit.toString()},      {u"lat"_s, fix.at.latitude()},
                     {u"lon"_s, fix.at.longitude()},        {u"measured"_s, toMs(fix.measuredAt)},
                     {u"received"_s, toMs(fix.receivedAt)}, {u"source"_s, fix.source}};
    if (fix.speed)
        json.insert(u"speed"_s, *fix.speed);
    if (fix.heading)
        json.insert(u"heading"_s, *fix.heading);
    if (fix.accuracy)
        json.insert(u"accuracy"_s, *fix.accuracy);
    return json;
}

/// Reads one fix; the first field that is wrong is kept with its value.
class FixReader {
public:
    explicit FixReader(const QJsonObject& json)
        : m_json(json) {}

    std::expected<Fix, QString> read() {
        const auto unit = UnitId::parse(m_json[u"unit"].toString());
        const auto at = GeoPoint::from(m_json[u"lat"].toDouble(1'000), m_json[u"lon"].toDouble(1'000));
        if (!unit)
            complain(u"unit"_s);
        if (!at)
            complain(u"lat"_s);
        const QString source = m_json[u"source"].toString();
        if (source.size() > longestSource || !isClean(source))
            complain(u"source"_s);
        Fix fix{.unit = unit.value_or(UnitId()),
                .at = at.value_or(GeoPoint()),
                .measuredAt = time(u"measured"_s),
                .receivedAt = time(u"received"_s),
                .speed = number(u"speed"_s, fastest),
                .heading = number(u"heading"_s, std::nextafter(360.0, 0.0)),
                .accuracy = number(u"accuracy"_s, leastAccurate),
                .source = source};
        if (!m_wrong.isEmpty())
            return std::unexpected(m_wrong);
        return fix;
    }

private:
    void complain(const QString& field) {
        if (m_wrong.isEmpty())
            m_wrong = u"%1: %2 is none"_s.arg(field, shown(m_json[field]));
    }
    Instant time(const QString& field) {
        const qint64 ms = m_json[field].toInteger(-1);
        if (ms < 0 || ms > latest)
            complain(field);
        return instantFromMs(ms);
    }
    std::optional<double> number(const QString& field, double most) {
        const QJsonValue value = m_json[field];
        if (value.isUndefined())
            return std::nullopt;
        const double number = value.toDouble(-1);
        if (!std::isfinite(number) || number < 0 || number > most)
            complain(field);
        return number;
    }

    const QJsonObject& m_json;
    QString m_wrong;
};

} // namespace

FixPage fixPage(const QHash<UnitId, Fix>& newest, const SeatScope& scope, Instant after) {
    FixPage page{.upTo = after, .more = false, .fixes = {}};
    for (const Fix& fix : newest)
        if (fix.receivedAt > after && scope.isOwn(fix.unit))
            page.fixes.append(fix);
    std::ranges::sort(page.fixes, [](const Fix& a, const Fix& b) {
        return a.receivedAt != b.receivedAt ? a.receivedAt < b.receivedAt : a.unit < b.unit;
    });
    qsizetype end = std::min(page.fixes.size(), fixesInPage);
    while (end > 0 && end < page.fixes.size() && page.fixes[end].receivedAt == page.fixes[end - 1].receivedAt)
        ++end;
    page.more = end < page.fixes.size();
    page.fixes.resize(end);
    if (!page.fixes.isEmpty())
        page.upTo = page.fixes.constLast().receivedAt;
    return page;
}

QByteArray toJson(const FixPage& page) {
    QJsonArray fixes;
    for (const Fix& fix : page.fixes)
        fixes.append(jsonOf(fix));
    return QJsonDocument(
               QJsonObject{{u"up_to"_s, toMs(page.upTo)}, {u"more"_s, page.more}, {u"fixes"_s, fixes}})
        .toJson(QJsonDocument::Compact);
}

std::expected<FixPage, QString> fixPageFrom(const QByteArray& json) {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(u"not JSON: %1"_s.arg(error.errorString()));
    const qint64 upTo = object[u"up_to"].toInteger(-1);
    if (upTo < 0 || upTo > latest)
        return std::unexpected(u"up_to: %1 is none"_s.arg(shown(object[u"up_to"])));
    if (!object[u"fixes"].isArray())
        return std::unexpected(u"fixes: is missing"_s);
    const QJsonArray fixes = object[u"fixes"].toArray();
    if (fixes.size() > mostFixes)
        return std::unexpected(u"fixes: %1 are more than %2"_s.arg(fixes.size()).arg(mostFixes));
    FixPage page{.upTo = instantFromMs(upTo), .more = object[u"more"].toBool(), .fixes = {}};
    for (qsizetype i = 0; i < fixes.size(); ++i) {
        const QJsonObject each = fixes[i].toObject();
        const auto fix = FixReader(each).read();
        if (!fix)
            return std::unexpected(u"fixes[%1].%2"_s.arg(i).arg(fix.error()));
        page.fixes.append(*fix);
    }
    return page;
}

} // namespace tridesk
