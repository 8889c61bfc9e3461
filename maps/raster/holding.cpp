// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/holding.h"

#include <QDateTime>
#include <QList>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace tridesk::maps {

namespace {

constexpr seconds usual = 7 * 24h;
constexpr seconds longest = 365 * 24h;
constexpr qsizetype longestHeader = 1000;

/// As HTTP writes it: Sun, 06 Nov 1994 08:49:37 GMT
QDateTime httpDate(const QByteArray& text) {
    constexpr qsizetype longestDate = 40;
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed().left(longestDate)),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    time.setTimeZone(QTimeZone::UTC);
    return time;
}

/// Of max-age="60" the 60; nothing that can be read means 0, for it was meant to limit.
seconds ageOf(QByteArray value) {
    value.replace('"', "");
    bool ok = false;
    const qint64 age = value.trimmed().toLongLong(&ok);
    return ok ? std::clamp(seconds(age), 0s, longest) : 0s;
}

} // namespace

Holding holdingOf(const QByteArray& cacheControl, const QByteArray& expires, const QByteArray& date) {
    std::optional<seconds> most;
    const auto limit = [&most](seconds to) { most = most ? std::min(*most, to) : to; };
    for (const QByteArray& part : cacheControl.left(longestHeader).toLower().split(',')) {
        const QByteArray word = part.trimmed();
        if (word == "no-store")
            return {0s, false};
        if (word == "no-cache" || word.startsWith("no-cache="))
            limit(0s);
        else if (word.startsWith("max-age="))
            limit(ageOf(word.sliced(8)));
    }
    if (most)
        return {*most, true};
    if (expires.isEmpty())
        return {usual, true};
    const QDateTime until = httpDate(expires);
    const QDateTime from = date.isEmpty() ? QDateTime::currentDateTimeUtc() : httpDate(date);
    if (!until.isValid() || !from.isValid())
        return {0s, true}; // "Expires: 0" means so
    return {std::clamp(seconds(from.secsTo(until)), 0s, longest), true};
}

seconds retryAfter(const QByteArray& header) {
    bool ok = false;
    const qint64 wait = header.trimmed().toLongLong(&ok);
    return ok ? std::clamp(seconds(wait), 0s, seconds(1h)) : 0s;
}

} // namespace tridesk::maps
