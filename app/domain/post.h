// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/seat.h"

#include <QString>

#include <optional>

namespace tridesk {

/// A name in the desk's two languages; either may be empty, not both.
struct Name {
    QString zh;
    QString en;

    friend bool operator==(const Name&, const Name&) = default;
};

/// A place in the organisation: the bureau's command centre or one station's duty room.
struct Post {
    PostId id;
    Tier tier = Tier::Station; ///< Bureau or Station
    Name name;
    std::optional<GeoPoint> at;
    Area area;              ///< jurisdiction; empty for a post without one
    bool outskirts = false; ///< far out: arriving may take longer (Deadlines::arriveOutskirts)

    friend bool operator==(const Post&, const Post&) = default;
};

} // namespace tridesk
