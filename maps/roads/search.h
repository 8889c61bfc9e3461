// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph_file.h"
#include "maps/roads/speeds.h"

#include <optional>
#include <vector>

namespace tridesk::maps {

/// Milliseconds; none is NoIndex.
using Ms = quint32;

/// A point on a segment, as a search sees it.
struct OnSegment {
    quint32 segment = 0;
    double share = 0; ///< along the drawing
};

/// One end of a search: a node, and the time between it and the point it stands for.
struct SearchEnd {
    quint32 node = 0;
    Ms ms = 0;
    quint32 arc = NoIndex; ///< the arc between them, partly driven
};

/// Where one gets to from a point, driving off either way; at most two.
[[nodiscard]] std::vector<SearchEnd> endsAhead(const GraphFile& graph, const Weights& weights,
                                               OnSegment point);
/// Where one comes from to a point: the beginnings of its segment, with the copies that restrictions made.
[[nodiscard]] std::vector<SearchEnd> endsBehind(const GraphFile& graph, const Weights& weights,
                                                OnSegment point);
/// The time straight along the segment, where both points lie on one and it may be driven so.
[[nodiscard]] std::optional<Ms> alongSegment(const GraphFile& graph, const Weights& weights, OnSegment from,
                                             OnSegment to);

/// By node: the time from it to the nearest of the ends, up to the bound; NoIndex beyond.
[[nodiscard]] std::vector<Ms> searchBackward(const GraphFile& graph, const Weights& weights,
                                             const std::vector<SearchEnd>& ends, Ms bound);
/// By node: the time to it from the nearest of the starts.
[[nodiscard]] std::vector<Ms> searchForward(const GraphFile& graph, const Weights& weights,
                                            const std::vector<SearchEnd>& starts, Ms bound);

/// The arcs of the quickest way from one of the starts to one of the ends, the partly driven ones at both
/// ends included.
struct FoundWay {
    std::vector<quint32> arcs;
    Ms ms = 0;
};
[[nodiscard]] std::optional<FoundWay> searchWay(const GraphFile& graph, const Weights& weights,
                                                const std::vector<SearchEnd>& starts,
                                                const std::vector<SearchEnd>& ends);

} // namespace tridesk::maps
