// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/intake/incident_file.h"
#include "maps/layers/mapping.h"

#include <QList>

namespace tridesk {

/// The stretches of a geographic file as fixes of one unit.
struct TrackFixes {
    QList<Fix> fixes;        ///< by time measured; a moment that the file says twice is one
    QList<FileFault> faults; ///< the first ImportReport::mostFaults of what was left out
    qint64 faultCount = 0;
};

/// Whose track a file is, and how it came.
struct TrackOwner {
    UnitId unit;
    Instant receivedAt; ///< now
    QString source;     ///< name of the file, as the fixes keep it
};

/// Is there anything in the layer that says where something was when?
[[nodiscard]] bool hasTrack(const maps::Layer& layer);

/// Left out are features without times (way points, routes) and points whose time cannot be: before 1990, or
/// more than a day ahead of receivedAt, which would hide where the unit is. Pure; any thread.
[[nodiscard]] TrackFixes trackFixes(const maps::Layer& layer, maps::Datum datum, const TrackOwner& owner);

/// One unit's fixes, by time measured, as features for maps::saveLayer(): stretches that import reads back,
/// parted where they get longer than one may be.
[[nodiscard]] QList<maps::MappedFeature> trackFeatures(const QString& name, const QList<Fix>& fixes);

} // namespace tridesk
