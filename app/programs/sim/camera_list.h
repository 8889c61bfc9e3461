// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"
#include "app/programs/sim/camera_house.h"
#include "maps/package/package.h"

#include <expected>

namespace tridesk::sim {

/// The code of a unit's body camera, as its crew logs on with it: "BWC-1A12".
[[nodiscard]] QString bodyCameraOf(const UnitDefinition& unit);

/// A body camera for every unit, and the first fixed cameras of the city.
[[nodiscard]] QList<CameraView> viewsOf(const QList<UnitDefinition>& units,
                                        const QList<maps::FixedCamera>& fixed);

/// What `tridesk-gateway import --feeds` takes, with the login in it: readable by its owner only.
[[nodiscard]] std::expected<void, QString> writeFeeds(const QString& path, const CameraHouse& house,
                                                      const QList<UnitDefinition>& units,
                                                      const QList<maps::FixedCamera>& fixed);

} // namespace tridesk::sim
