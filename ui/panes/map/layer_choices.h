// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

#include <QSet>

class QSettings;

namespace tridesk {

struct Actor;

/// What of the map can be shown or hidden as a whole.
enum class MapPart { Units, Incidents, Cameras, Stations, Areas, OrderLines, Plots, Trails, Rings, Beats };
constexpr int mapParts = int(MapPart::Beats) + 1;
constexpr int unitKinds = int(UnitKind::Auxiliary) + 1;

enum class MapWords { AsWindow, Chinese, English, Both };

/// What a user wants to see on the map, kept for that user.
struct LayerChoices {
    QSet<MapPart> hidden{MapPart::Rings}; ///< rings are asked for: they cost a search and cover the map
    QSet<UnitKind> hiddenKinds;
    MapWords words = MapWords::AsWindow;
    int trailMinutes = 30; ///< 5 to 720

    /// `settings` may be null: then as they are by default, and nothing is kept.
    [[nodiscard]] static LayerChoices load(QSettings* settings, const Actor& actor);
    void save(QSettings* settings, const Actor& actor) const;

    friend bool operator==(const LayerChoices&, const LayerChoices&) = default;
};

} // namespace tridesk
