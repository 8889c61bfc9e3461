// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/times.h"

#include <QRegularExpression>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

struct Unit {
    QLatin1StringView name;
    qint64 ms;
};

constexpr Unit units[] = {{"h"_L1, 3'600'000}, {"m"_L1, 60'000}, {"s"_L1, 1'000}, {"ms"_L1, 1}};
constexpr qint64 longest = 366LL * 24 * 3'600'000;

std::optional<Instant> nextClockTime(QTime time, Instant now, const QTimeZone& zone) {
    if (!time.isValid())
        return std::nullopt;
    const QDate today = toDateTime(now).toTimeZone(zone).date();
    for (const int days : {0, 1, 2}) {
        const QDateTime at(today.addDays(days), time, zone);
        if (at.isValid() && at.toMSecsSinceEpoch() > toMs(now))
            return instantFromMs(at.toMSecsSinceEpoch());
    }
    return std::nullopt;
}

} // namespace

std::optional<Milliseconds> readDuration(const QString& word) {
    static const QRegularExpression form(u"^([0-9]{1,9})(h|m|s|ms|时|小时|分|分钟|秒)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    qint64 scale = 60'000;
    for (const Unit& each : units)
        if (unit == each.name)
            scale = each.ms;
    if (unit.endsWith(u'时'))
        scale = 3'600'000;
    else if (unit == u"秒")
        scale = 1'000;
    const qint64 ms = match.captured(1).toLongLong() * scale;
    return ms <= longest ? std::optional(Milliseconds(ms)) : std::nullopt;
}

QString writeDuration(Milliseconds duration) {
    const qint64 ms = duration.count();
    if (ms % 60'000 == 0)
        return QString::number(ms / 60'000);
    return ms % 1'000 == 0 ? u"%1s"_s.arg(ms / 1'000) : u"%1ms"_s.arg(ms);
}

std::optional<Instant> readUntil(const QString& word, Instant now, const QTimeZone& zone) {
    if (const auto duration = readDuration(word))
        return now + *duration;
    static const QRegularExpression clock(u"^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{3}))?)?$"_s);
    if (const auto match = clock.match(word); match.hasMatch())
        return nextClockTime(QTime(match.captured(1).toInt(), match.captured(2).toInt(),
                                   match.captured(3).toInt(), match.captured(4).toInt()),
                             now, zone);
    constexpr qsizetype isoLength = 30;
    if (word.size() > isoLength || !word.contains(u'T'))
        return std::nullopt;
    const QDateTime iso = QDateTime::fromString(word, Qt::ISODateWithMs);
    return iso.isValid() ? std::optional(instantFromMs(iso.toMSecsSinceEpoch())) : std::nullopt;
}

QString writeUntil(Instant until, Instant now, const QTimeZone& zone) {
    const QDateTime local = toDateTime(until).toTimeZone(zone);
    for (const auto* format : {u"HH:mm", u"HH:mm:ss", u"HH:mm:ss.zzz"})
        if (const QString word = local.toString(QString(format)); readUntil(word, now, zone) == until)
            return word;
    return toIso(until);
}

} // namespace tridesk::line
