// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"
#include "maps/package/package.h"

#include <expected>

namespace tridesk::maps {

struct ImportOptions {
    QString sourceFile; ///< .osm.pbf, .osm, .osm.gz or .osm.bz2
    QString packageFolder;
    QString name; ///< what users read; empty: the file's name
    QString attribution =
        QStringLiteral("© OpenStreetMap contributors"); ///< what the ODbL asks every map to say
    bool basemap =
        true; ///< false leaves tilemaker out and writes an empty basemap: for tests and benchmarks of roads
    bool fresh = false; ///< forgets what an import that was broken off has done
};

/// Turns an extract into a map package. Works in a folder beside packageFolder and puts it in place in one
/// step when all is done: whatever goes wrong, a package that was there stays as it was. Refuses to replace a
/// folder that holds anything else. Errors are one line. Blocks (seconds for a city); any thread that may
/// wait.
///
/// Once control.isStopped() says so it ends within a moment, with an error; what is finished then, or when
/// the process dies, waits in the folder beside, and the next import of the same bytes to the same place goes
/// on from there.
[[nodiscard]] std::expected<Manifest, QString> importExtract(const ImportOptions& options,
                                                             const ImportControl& control = {});

} // namespace tridesk::maps
