// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/intake/roster_file.h"
#include "maps/layers/mapping.h"

namespace tridesk {

/// A mapped layer as the commands that put it before the desk.
struct LayerCommands {
    QList<RosterRow> rows;
    QList<FileFault> faults; ///< the first of those left out
    qint64 faultCount = 0;
    qint64 known = 0; ///< drawings that are on the map already, the same to the point
};

/// - Cameras are defined by ref; one without gets a ref made of its name and place.
/// - Places are named; the same name at the same point is the same place.
/// - Areas become the area of the post of that ref, else of that name, and keep what else is known of it; a
/// new
///   post is made where there is none.
/// - Notes stand on their point, 50 m round it, or on their area; their name is what they say.
/// - Plots are drawn: points with their name as text, lines, and for areas a zone of each ring; their
///   kind may say how ("orange cordon").
///
/// Importing a file twice changes nothing. Pure; any thread that holds a situation.
[[nodiscard]] LayerCommands layerCommands(const maps::MappedLayer& layer, maps::LayerTarget target,
                                          const Situation& situation);

/// Why a row was left out, in the desk's terms.
[[nodiscard]] Refusal refusalFor(const maps::LayerFault& fault);

} // namespace tridesk
