// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoRectangle>
#include <QString>

#include <expected>

namespace tridesk::maps {

struct TilemakerJob {
    QString pbfFile;
    QString mbtilesFile;
    QString scratchFolder; ///< its configuration and its temporary files go there
    QString logFile;       ///< it prints megabytes
    QGeoRectangle bounds;
};

/// Runs tilemaker as a child and waits for it. The error is one line with the last that it said.
[[nodiscard]] std::expected<void, QString> runTilemaker(const TilemakerJob& job);

} // namespace tridesk::maps
