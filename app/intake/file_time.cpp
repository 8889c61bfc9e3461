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

} // namespace

std::optional<Instant> timeInFile(const QString& text, const QTimeZone& zone) {
    static const QString forms[] = {
        u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd'T'HH:mm:ss"_s, u"yyyy-MM-dd HH:mm:ss.zzz"_s,
        u"yyyy-MM-dd HH:mm"_s,    u"M/d/yyyy H:mm"_s,         u"M/d/yyyy H:mm:ss"_s,
        u"M/d/yyyy h:mm AP"_s,    u"M/d/yyyy h:mm:ss AP"_s,   u"yyyy/M/d H:mm:ss"_s,
        u"yyyy/M/d H:mm"_s,       u"MMddyyyy HHmmss"_s,       u"yyyyMMddHHmmss"_s,
        u"yyyy年M月d日 H:mm"_s,   u"yyyy年M月d日 H:mm:ss"_s,  u"yyyy-MM-dd"_s};
    if (text.size() > 40)
        return std::nullopt;
    if (const std::optional<Instant> iso = instantFromIso(text))
        return iso;
    for (const QString& form : forms) {
        const QDateTime local = QDateTime::fromString(text, form);
        if (local.isValid())
            return instantFromMs(
                QDateTime(local.date(), local.time(), zone, QDateTime::TransitionResolution::PreferBefore)
                    .toMSecsSinceEpoch());
    }
    return sinceEpoch(text);
}

} // namespace tridesk
