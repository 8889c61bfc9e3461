// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QSet>
#include <QString>
#include <Qt>

namespace tridesk {

namespace ui {
struct ModeShape;
}
class CameraFeed;
class MapFeed;
class Situation;

/// What was caught on the map by a circle, a polygon or a lasso.
struct Caught {
    QSet<UnitId> units;
    QSet<IncidentId> incidents;
    QSet<quint64> cameras; ///< by their keys on the map

    [[nodiscard]] bool isEmpty() const { return units.isEmpty() && incidents.isEmpty() && cameras.isEmpty(); }
    friend bool operator==(const Caught&, const Caught&) = default;
};

/// What of all that is shown lies inside.
[[nodiscard]] Caught caughtBy(const ui::ModeShape& shape, const MapFeed& feed, const CameraFeed& cameras);
/// A catch after another: in its place, with Shift added to it, with Alt or Ctrl taken from it (window
/// managers keep Alt and the mouse for themselves on many desks).
[[nodiscard]] Caught merged(const Caught& before, const Caught& now, Qt::KeyboardModifiers keys);
[[nodiscard]] QList<UnitId> availableOf(const Caught& caught, const Situation& situation);
/// "Units 12 (7 available), incidents 3, cameras 2"; what none was caught of is left out.
[[nodiscard]] QString caughtText(const Caught& caught, const Situation& situation);

} // namespace tridesk
