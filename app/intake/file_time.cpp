// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/file_time.h"

#include "app/intake/json_fields.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

std::optional<Instant> sinceEpoch(const QString& text) {
    bool good = false;
    const double number = text.toDouble(&good);
    // ten digits are seconds until 2286, thirteen milliseconds; eight might be a date and are not taken for
    // either
    if (!good || number < 1e8 || number > 1e14)
        return std::nullopt;
    return instantFromMs(number < 1e11 ? qint64(number * 1000) : qint64(number));
}

/// "2018-05-01 00:10:28": most lists, and much faster this way than through a format.
QDateTime plainIso(const QString& text) {
    if (text.size() < 16 || text[4] != u'-' || (text[10] != u' ' && text[10] != u'T'))
        return {};
    return QDateTime(QDate::fromString(text.first(10), Qt::ISODate),
                     QTime::fromString(text.sliced(11), Qt::ISODateWithMs), QTimeZone::UTC);
}

Instant inZone(const QDateTime& local, const QTimeZone& zone) {
    return instantFromMs(
        QDateTime(local.date(), local.time(), zone, QDateTime::TransitionResolution::PreferBefore)
            .toMSecsSinceEpoch());
}

} // namespace

std::optional<Instant> timeInFile(const QString& text, const QTimeZone& zone) {
    static const QString forms[] = {u"M/d/yyyy H:mm"_s,        u"M/d/yyyy H:mm:ss"_s, u"M/d/yyyy h:mm AP"_s,
                                    u"M/d/yyyy h:mm:ss AP"_s,  u"yyyy/M/d H:mm:ss"_s, u"yyyy/M/d H:mm"_s,
                                    u"MMddyyyy HHmmss"_s,      u"yyyyMMddHHmmss"_s,   u"yyyy年M月d日 H:mm"_s,
                                    u"yyyy年M月d日 H:mm:ss"_s, u"yyyy-MM-dd"_s};
    if (text.size() > 40)
        return std::nullopt;
    if (const QDateTime plain = plainIso(text); plain.isValid())
        return inZone(plain, zone);
    if (const std::optional<Instant> iso = instantFromIso(text))
        return iso;
    for (const QString& form : forms)
        if (const QDateTime local = QDateTime::fromString(text, form); local.isValid())
            return inZone(local, zone);
    return sinceEpoch(text);
}

} // namespace tridesk
