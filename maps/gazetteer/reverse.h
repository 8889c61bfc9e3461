// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/name_store.h"

namespace tridesk::maps {

/// What Gazetteer::reverse does, on the bare database.
[[nodiscard]] WhereIs whereIs(const NameStore& database, const QGeoCoordinate& at);
/// Its street alone.
[[nodiscard]] std::optional<FoundPlace> streetNear(const NameStore& database, const QGeoCoordinate& at);

} // namespace tridesk::maps
