// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/incident/place_search.h"

#include <functional>

class QObject;

namespace tridesk {

namespace maps {
class GeoService;
}

/// Lets a form look for places in the geographic service, which may be null and outlives what is returned.
[[nodiscard]] PlaceSearch placeLookup(maps::GeoService* places);

/// What a spot is called, or nothing; `found` is called now or later, and not after `owner` is gone.
void addressAt(maps::GeoService* places, GeoPoint at, QObject* owner,
               const std::function<void(const QString&)>& found);

} // namespace tridesk
