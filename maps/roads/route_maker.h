// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph_file.h"
#include "maps/roads/route.h"

#include <span>

namespace tridesk::maps {

/// A part of an arc that is driven: shares of its length, in the direction it is driven.
struct DrivenArc {
    quint32 segment = 0;
    bool backward = false;
    double first = 0;
    double last = 1;
    quint32 wholeMs = 0;
};

/// Joins what is driven to a polyline with times and one leg for each street.
[[nodiscard]] Route makeRoute(const GraphFile& graph, std::span<const DrivenArc> driven);

} // namespace tridesk::maps
