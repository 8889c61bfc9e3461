// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"

#include <QByteArray>
#include <QDateTime>

#include <array>
#include <expected>

namespace tridesk::maps {

inline constexpr std::size_t RoadClassCount = 12;

/// How fast roads are at one time, as a share of their speed by day (maps/roads/speeds.h), by class.
struct TrafficFactors {
    std::array<float, RoadClassCount> byClass = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    bool operator==(const TrafficFactors&) const = default;
};

/// Factors by kind of day, hour and class of road. A search uses those of the time it starts at for its whole
/// length: within a quarter of an hour they hardly change.
///
/// The built-in figures (standard()) are an assumption and say so: workday peaks of 7-9 and 17-19 with
/// arterials at about 0.55-0.7 of their daytime speed, as the yearly congestion reports of large cities give
/// them (peak travel times of 1.5 to 2 times the free-flow ones), free roads at night at 1.15-1.3, small
/// roads hardly changed. A site puts its own beside them: traffic.json in the map package's folder, or the
/// file named by the provider's parameter tridesk.traffic:
///
///     {"format": 1, "source": "own fixes of March",
///      "bands": [{"days": "workday", "from": 7, "to": 9, "factors": {"motorway": 0.8, "primary": 0.6}}]}
///
/// days: workday (Monday to Friday; public holidays are not known), weekend, every; from, to: hours 0 to 24,
/// local; factors: 0.1 to 2. Hours and classes that are not named count 1; a later band overrides an earlier
/// one.
class TrafficTable {
public:
    static constexpr qsizetype LongestJson = 256 * 1024; ///< bytes
    static constexpr QLatin1StringView FileName{"traffic.json"};

    TrafficTable() = default; ///< 1 at all times
    [[nodiscard]] static TrafficTable standard();
    /// The error is one line that names the field and its value.
    [[nodiscard]] static std::expected<TrafficTable, QString> fromJson(const QByteArray& json);

    /// By the wall clock of that time, whatever its year; an invalid time gives 1 for every class.
    [[nodiscard]] TrafficFactors at(const QDateTime& local) const;

    enum class Days : quint8 { Workday, Weekend, Every };
    struct Band {
        Days days = Days::Every;
        int fromHour = 0;
        int toHour = 24;                             ///< exclusive
        std::array<float, RoadClassCount> factors{}; ///< 0: not said
    };
    void add(const Band& band);

private:
    using Day = std::array<TrafficFactors, 24>;
    Day m_workday{};
    Day m_weekend{};
};

} // namespace tridesk::maps
