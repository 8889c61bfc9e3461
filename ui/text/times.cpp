// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Times {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Times)
};

QDateTime local(Instant at) {
    return toDateTime(at).toLocalTime();
}

} // namespace

QString clock(Instant at) {
    return local(at).toString(u"HH:mm:ss");
}

QString time(Instant at, Instant now) {
    const bool today = local(at).date() == local(now).date();
    return local(at).toString(today ? u"HH:mm" : u"MM-dd HH:mm");
}

QString dateTime(Instant at) {
    return local(at).toString(u"yyyy-MM-dd HH:mm:ss");
}

QString duration(Milliseconds length) {
    const qint64 s = std::max<qint64>(0, length.count() / 1000);
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, u'0'); };
    if (s < 3600)
        return u"%1:%2"_s.arg(QString::number(s / 60), two(s % 60));
    return u"%1:%2:%3"_s.arg(QString::number(s / 3600), two(s / 60 % 60), two(s % 60));
}

QString age(Milliseconds length) {
    const qint64 s = std::max<qint64>(0, length.count() / 1000);
    if (s < 60)
        return Times::tr("%1 s", "age in seconds").arg(s);
    if (s < 3600)
        return Times::tr("%1 min", "age in minutes").arg(s / 60);
    if (s < 24 * 3600)
        return Times::tr("%1 h", "age in hours").arg(s / 3600);
    return Times::tr("%1 d", "age in days").arg(s / 86400);
}

QString countdown(Milliseconds left) {
    if (left.count() >= 0)
        return duration(left);
    return u'+' + (left > -std::chrono::hours(1) ? duration(-left) : age(-left));
}

} // namespace tridesk::text
