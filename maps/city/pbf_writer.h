// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/osm_data.h"

#include <QString>

#include <expected>

namespace tridesk::maps::city {

/// Writes .osm.pbf; the bytes depend on the data alone (no time of writing). The error is one line.
[[nodiscard]] std::expected<void, QString> writePbf(const OsmData& data, const QString& file);

} // namespace tridesk::maps::city
