// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"
#include "maps/package/package.h"

#include <QList>

#include <expected>

namespace tridesk::sim {

/// The shift's units for the stations of a map: cars, motorcycles, foot patrols, a van and auxiliaries at
/// each. The same map gives the same roster. Callsigns: station's number, kind (A car, M motorcycle, F foot,
/// V van, X auxiliary), number: "1A12". The tracker of 1A12 is "trk-1A12",
/// or "sim/trk-1A12" where OwnTracks names its user too.
[[nodiscard]] QList<UnitDefinition> rosterFor(const QList<maps::PostArea>& stations);

/// Two made-up members for each shift, by badge number.
[[nodiscard]] QStringList crewFor(const UnitDefinition& unit);

/// As tridesk-gateway import --units takes it: unit,callsign,kind,post,devices.
[[nodiscard]] std::expected<void, QString> writeUnits(const QString& path,
                                                      const QList<UnitDefinition>& units);

} // namespace tridesk::sim
