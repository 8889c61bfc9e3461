// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"
#include "ui/map/tile_painter.h"

#include <vector>

namespace tridesk::ui {

// Reads what wants a name from the data tiles of a view. Streets are joined over the pieces that OSM and the
// tiles cut them into, so that a name has room. Any thread.
[[nodiscard]] std::vector<LabelCandidate> collectLabels(const LabelRequest& request,
                                                        const std::vector<DataTile>& tiles);

} // namespace tridesk::ui
