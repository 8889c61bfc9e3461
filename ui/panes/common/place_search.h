// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geoservice/place_finder.h"

#include <functional>

namespace tridesk {

/// The one way in which the panes of a window look for places, so that the map and a form offer the same in
/// the same order.
class PlaceSearch {
public:
    using Found = std::function<void(const QList<maps::RankedPlace>&)>;

    PlaceSearch() = default;
    PlaceSearch(const PlaceSearch&) = delete;
    PlaceSearch& operator=(const PlaceSearch&) = delete;
    virtual ~PlaceSearch() = default;

    /// Whether streets and addresses can be found, not only what the desk itself knows.
    [[nodiscard]] virtual bool knowsMap() const = 0;
    /// The best `limit` first; answered at most once, on the GUI thread, and not after `asker` is gone nor
    /// where the window asked something newer.
    virtual void find(const QString& text, int limit, QObject* asker, Found found) = 0;
    /// What was picked of what find() offered: it is offered sooner from now on.
    virtual void notePick(const maps::RankedPlace& place) = 0;
};

} // namespace tridesk
