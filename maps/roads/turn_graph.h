// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/network.h"

#include <functional>
#include <span>
#include <vector>

namespace tridesk::maps {

/// A directed edge that is being built.
struct DraftArc {
    quint32 tail = 0;
    quint32 head = 0;
    quint32 stretch = 0;
    bool backward = false; ///< against the drawing of its way
    bool against = false;  ///< against a one-way
    quint8 barred = 0;     ///< TurnGroup: whom a restriction keeps from turning into it
};

/// The network with an arc each way on every road, and with turn restrictions put into its shape: nodes past
/// the junctions are copies, which remember by which way one came.
struct TurnGraph {
    std::vector<DraftArc> arcs;      ///< those of the network first: firstCopy of them
    std::size_t firstCopy = 0;       ///< from here on, copies
    std::vector<quint32> copiedFrom; ///< the junction of each node past the junctions
    qint64 restrictions = 0;         ///< honoured
    qint64 restrictionsLeftOut = 0;
};

/// A rule that would leave a group of vehicles no way out of a junction at all is taken for a mistake of the
/// map, and does not bind that group.
[[nodiscard]] TurnGraph buildTurnGraph(const Network& network, std::span<const RoadWay> ways,
                                       std::span<const TurnRestriction> restrictions);

/// By junction: whether it lies in a part that one cannot go both into and out of by the arcs that are
/// usable, or in one of so few junctions that nobody would be sent there (fewer than 64, or half the largest
/// part where that is smaller).
[[nodiscard]] std::vector<bool> findIslets(const Network& network, const TurnGraph& graph,
                                           const std::function<bool(const DraftArc&)>& isUsable);

} // namespace tridesk::maps
