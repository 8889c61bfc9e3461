// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"

#include <QGeoRectangle>
#include <QString>

#include <expected>

namespace tridesk::maps {

struct TilemakerJob {
    QString pbfFile;
    QString mbtilesFile;
    QString scratchFolder; ///< its configuration and its temporary files go there
    QString logFile;       ///< it prints megabytes
    QString seaFile;       ///< GeoJSON polygons; empty without sea
    QGeoRectangle bounds;
};

/// Runs tilemaker as a child and waits for it. Counts its tiles for the watch; ends it once the watch is
/// stopped, where it has done nothing for two minutes, and with this thread, whatever ends that. The error is
/// one line with the last that it said.
[[nodiscard]] std::expected<void, QString> runTilemaker(const TilemakerJob& job, ImportWatch& watch);

} // namespace tridesk::maps
