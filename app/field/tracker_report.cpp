// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/tracker_report.h"

#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr double fastest = 500;      ///< m/s; beyond is no vehicle but an error
constexpr double widest = 1'000'000; ///< metres
constexpr auto earliest = std::chrono::sys_days(std::chrono::year(1990) / 1 / 1);

std::optional<double> within(std::optional<double> value, double most) {
    return value && std::isfinite(*value) && *value >= 0 && *value <= most ? value : std::nullopt;
}

} // namespace

std::optional<double> knownSpeed(std::optional<double> value, double toMetresPerSecond) {
    return within(value.transform([=](double v) { return v * toMetresPerSecond; }), fastest);
}

std::optional<double> knownHeading(std::optional<double> degrees) {
    const std::optional<double> heading = within(degrees, 360);
    return heading == 360.0 ? 0.0 : heading;
}

std::optional<double> knownAccuracy(std::optional<double> metres) {
    return within(metres, widest);
}

std::optional<Refusal> impossibleTime(const QString& field, const QString& value, Instant at, Instant now) {
    if (at > now + trackerClockSlack)
        return Refusal{RefusalCode::Invalid, field, value.left(80), u"lies more than a day ahead"_s};
    if (at < earliest)
        return Refusal{RefusalCode::Invalid, field, value.left(80), u"lies before 1990"_s};
    return std::nullopt;
}

} // namespace tridesk
