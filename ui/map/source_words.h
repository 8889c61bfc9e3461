// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/source_trouble.h"
#include "maps/raster/tile_source.h"

#include <QString>

namespace tridesk::ui {

// One sentence that tells a dispatcher why the map is not whole; empty where it is.
[[nodiscard]] QString sentence(const maps::SourceTrouble& trouble);
// What is wrong with a source, naming the field and what stands there.
[[nodiscard]] QString sentence(const maps::SourceProblem& problem);

} // namespace tridesk::ui
