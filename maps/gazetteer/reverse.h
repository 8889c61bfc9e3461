// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/database.h"
#include "maps/gazetteer/gazetteer.h"

namespace tridesk::maps {

/// What Gazetteer::reverse does, on the bare database.
[[nodiscard]] WhereIs whereIs(const Database& database, const QGeoCoordinate& at);

} // namespace tridesk::maps
