// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/osm_data.h"

#include <QString>

#include <expected>

namespace tridesk::maps {

/// A made-up Chinese city district, as OpenStreetMap data. The same spec gives the same city to the byte.
struct CitySpec {
    quint64 seed = 1;
    double size = 1;       ///< 1: about 12 by 9 km with 12 stations; the area grows with it
    bool buildings = true; ///< false leaves the outlines of buildings out: lighter, for benchmarks of roads

    static constexpr double LeastSize = 0.25;
    static constexpr double LargestSize = 60;
};

/// What a user reads as the city's name.
[[nodiscard]] QString cityName();

/// The city in memory, some hundred megabytes for each ten of size.
[[nodiscard]] city::OsmData generateCity(const CitySpec& spec);

/// Generates and writes .osm.pbf. The error is one line: a size out of bounds, or a file that cannot be
/// written.
[[nodiscard]] std::expected<void, QString> writeCity(const CitySpec& spec, const QString& pbfFile);

} // namespace tridesk::maps
