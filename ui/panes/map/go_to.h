// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"

#include <QStringView>

#include <functional>
#include <optional>
#include <variant>

namespace tridesk {

class Situation;
struct Incident;

/// What may be typed to go somewhere, before it is looked for among places: a coordinate, a callsign, the
/// number of an incident.
using Goal = std::variant<GeoPoint, UnitId, IncidentId>;

/// A coordinate as people write them: "32.06, 118.79", "N32.06 E118.79", "118.79E 32.06N",
/// "32°03'37\"N 118°47'49\"E", "北纬32.06 东经118.79"; full-width signs too. Latitude first unless letters or
/// a number beyond 90 say otherwise. "gcj 32.06, 118.79" (also gcj02:, gcj-02, 火星) is in GCJ-02 and turned
/// to WGS-84, "bd 32.06, 118.79" (bd09:, 百度) in BD-09. Nothing where it is none, or lies outside the earth.
[[nodiscard]] std::optional<GeoPoint> parseCoordinates(QStringView text);

/// With @ before it, a place: a coordinate, or nothing. Else a coordinate; the callsign of a unit that is
/// known; an incident's whole number ("20261121-0123", "202611210000123") or its serial ("0123": the newest
/// open one of that serial, else the newest).
[[nodiscard]] std::optional<Goal> parseGoal(const Situation& situation, QStringView text,
                                            const std::function<bool(const Incident&)>& sees = {});

} // namespace tridesk
