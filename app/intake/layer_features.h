// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "maps/layers/mapping.h"

namespace tridesk {

/// What stands on the desk's map as features for a file; layerCommands() of them changes nothing on that
/// desk.
///
/// - Areas are those of the posts that have one; cameras and places are points.
/// - Plots say by their kind what they are and how they are coloured ("orange cordon"). Those that are no
///   longer shown at `now` are left out. What they were drawn for and until when stays with the desk.
///
/// `hidden`: plots that whoever asks may not see; they are left out as well.
///
/// In the order of their ids. Pure; any thread that holds a situation.
[[nodiscard]] QList<maps::MappedFeature> layerFeatures(maps::LayerTarget target, const Situation& situation,
                                                       Instant now, const QSet<PlotId>& hidden = {});

} // namespace tridesk
