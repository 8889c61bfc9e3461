// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/package.h"

#include <expected>
#include <functional>

namespace tridesk::maps {

struct ImportOptions {
    QString sourceFile; ///< .osm.pbf, .osm, .osm.gz or .osm.bz2
    QString packageFolder;
    QString name; ///< what users read; empty: the file's name
    QString attribution =
        QStringLiteral("© OpenStreetMap contributors"); ///< what the ODbL asks every map to say
    bool basemap =
        true; ///< false leaves tilemaker out and writes an empty basemap: for tests and benchmarks of roads
};

/// Turns an extract into a map package. Works in a folder beside packageFolder and puts it in place in one
/// step when all is done: whatever goes wrong, a package that was there stays as it was. Refuses to replace a
/// folder that holds anything else. Errors are one line. Blocks (seconds for a city); any thread that may
/// wait. progress gets one line a step and is called on that thread.
[[nodiscard]] std::expected<Manifest, QString>
importExtract(const ImportOptions& options, const std::function<void(const QString&)>& progress = {});

} // namespace tridesk::maps
