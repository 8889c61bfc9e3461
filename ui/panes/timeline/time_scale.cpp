// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/time_scale.h"

#include <algorithm>
#include <array>

namespace tridesk {

using namespace std::chrono_literals;

namespace {

constexpr std::array<Milliseconds, 20> steps = {1s,    2s,    5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min,
                                                15min, 30min, 1h, 2h,  3h,  6h,  12h,  24h,  48h,  168h};
constexpr int mostMarks = 400;

} // namespace

double TimeScale::xOf(Instant at) const {
    return double((at - from).count()) * pixels / double(std::max<qint64>(1, length().count()));
}

Instant TimeScale::at(double x) const {
    return from + Milliseconds(qint64(x * double(length().count()) / std::max(1, pixels)));
}

TimeScale TimeScale::zoomed(double factor, double x, Instant first, Instant last) const {
    const double wanted = double(length().count()) * factor;
    const auto whole = double(std::max(shortest, last - first).count());
    const double length = std::clamp(wanted, double(shortest.count()), whole);
    const double share = std::clamp(x / std::max(1, pixels), 0.0, 1.0);
    TimeScale scale = *this;
    scale.from = at(x) - Milliseconds(qint64(length * share));
    scale.to = scale.from + Milliseconds(qint64(length));
    return scale.within(first, last);
}

TimeScale TimeScale::within(Instant first, Instant last) const {
    TimeScale scale = *this;
    const Milliseconds length = std::min(this->length(), std::max(shortest, last - first));
    scale.from = std::max(first, std::min(from, last - length));
    scale.to = scale.from + length;
    return scale;
}

Milliseconds timeStep(const TimeScale& scale, int least) {
    const double each = double(scale.length().count()) * least / std::max(1, scale.pixels);
    const auto* step =
        std::ranges::find_if(steps, [each](Milliseconds step) { return double(step.count()) >= each; });
    return step == steps.end() ? steps.back() : *step;
}

QList<TimeMark> timeMarks(const TimeScale& scale, int least) {
    const qint64 step = timeStep(scale, least).count();
    const QDateTime from = toDateTime(scale.from).toLocalTime();
    // from local midnight on, so that marks are round on the clock that hangs on the wall
    const qint64 midnight = from.date().startOfDay().toMSecsSinceEpoch();
    QList<TimeMark> marks;
    for (qint64 at = midnight + (toMs(scale.from) - midnight + step - 1) / step * step;
         at <= toMs(scale.to) && marks.size() < mostMarks; at += step) {
        const QTime time = toDateTime(instantFromMs(at)).toLocalTime().time();
        marks.append({instantFromMs(at), time.msecsSinceStartOfDay() == 0});
    }
    return marks;
}

} // namespace tridesk
