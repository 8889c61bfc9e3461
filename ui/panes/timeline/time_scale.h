// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QList>

namespace tridesk {

/// A stretch of time across a number of pixels.
struct TimeScale {
    Instant from;
    Instant to;
    int pixels = 1;

    [[nodiscard]] double xOf(Instant at) const;
    [[nodiscard]] Instant at(double x) const;
    [[nodiscard]] Milliseconds length() const { return to - from; }

    /// `factor` times as much time, what stands at `x` staying there; no shorter than shortest, within the
    /// span.
    [[nodiscard]] TimeScale zoomed(double factor, double x, Instant first, Instant last) const;
    /// Moved so that all of it lies within the span, if it can.
    [[nodiscard]] TimeScale within(Instant first, Instant last) const;

    static constexpr Milliseconds shortest{4'000};
};

/// Where a clock's round times lie on a scale, in local time, and how they are written there.
struct TimeMark {
    Instant at;
    bool isDay = false; ///< midnight: its date is written
};

/// Marks at least `least` pixels apart.
[[nodiscard]] QList<TimeMark> timeMarks(const TimeScale& scale, int least);
/// How far apart these are, for how they are written.
[[nodiscard]] Milliseconds timeStep(const TimeScale& scale, int least);

} // namespace tridesk
