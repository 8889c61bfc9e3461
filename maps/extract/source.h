// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace tridesk::maps {

/// An extract made ready to read.
struct Source {
    QString pbfFile;   ///< the file itself, or what it was turned into within the scratch folder
    QString fileName;  ///< as it was given, without its folder
    QByteArray sha256; ///< hex, of the file as it was given
    qint64 bytes = 0;
};

/// The largest file taken; a whole large country is smaller.
inline constexpr qint64 MaxSourceBytes = qint64(16) << 30;
/// The largest .osm, .osm.gz or .osm.bz2, unpacked into libosmium's shape in memory.
inline constexpr qint64 MaxUnpackedBytes = qint64(4) << 30;

/// Finds out what the file is by its name (.osm.pbf, .pbf, .osm, .osm.xml, .xml, .osm.gz, .osm.bz2) and its
/// checksum. One line if it cannot be taken. Counts bytes; ends with an error once the watch is stopped.
[[nodiscard]] std::expected<Source, QString> identifySource(const QString& file, ImportWatch& watch);

/// Turns what is not a sorted PBF into one in the scratch folder, unless an earlier run has (isDone), and
/// points source there. Never throws.
[[nodiscard]] std::expected<void, QString> sortSource(Source& source, const QString& scratchFolder,
                                                      ImportWatch& watch, bool isDone = false);

} // namespace tridesk::maps
