// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/network.h"

#include <span>
#include <vector>

namespace tridesk::maps {

/// A directed edge that is being built.
struct DraftArc {
    quint32 tail = 0;
    quint32 head = 0;
    quint32 stretch = 0;
    bool backward = false; ///< against the drawing of its way
};

/// The network with directions, and with turn restrictions put into its shape: nodes past the junctions are
/// copies that lack the forbidden ways out.
struct TurnGraph {
    std::vector<DraftArc> arcs;      ///< those of the network first: firstCopy of them
    std::size_t firstCopy = 0;       ///< from here on, copies
    std::vector<quint32> copiedFrom; ///< the junction of each node past the junctions
    qint64 restrictions = 0;         ///< honoured
    qint64 restrictionsLeftOut = 0;
};

[[nodiscard]] TurnGraph buildTurnGraph(const Network& network, std::span<const RoadWay> ways,
                                       std::span<const TurnRestriction> restrictions);

/// By junction: whether it lies in a part that one cannot drive both into and out of, or in one of so few
/// junctions that nobody would be sent there (fewer than 64, or half the largest part where that is smaller).
[[nodiscard]] std::vector<bool> findIslets(const Network& network, const TurnGraph& graph);

} // namespace tridesk::maps
