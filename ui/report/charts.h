// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/statistics.h"
#include "ui/report/bar_chart.h"
#include "ui/theme/theme.h"

namespace tridesk {

/// The charts of statistics: incidents by level over the rows of a grouping; how long an interval took there;
/// how the three clocks fall into their buckets. `most` rows, those with most incidents (hours: all).
[[nodiscard]] BarChart volumeChart(const Statistics& statistics, Grouping grouping, const Theme& theme,
                                   qsizetype most = 24);
[[nodiscard]] BarChart lengthChart(const Statistics& statistics, Grouping grouping, Interval interval,
                                   const Theme& theme, qsizetype most = 24);
[[nodiscard]] BarChart bucketChart(const Tally& tally, Interval interval, const Theme& theme);

[[nodiscard]] ChartInk inkOf(const Theme& theme);

} // namespace tridesk
