// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tridesk::bench {

/// What one wall of feeds was measured at.
struct WallFigures {
    double fpsMin = 0;  ///< pictures a second of the slowest feed, painted
    double firstS = 0;  ///< from the first connect until every feed had been painted
    double lateMs = 0;  ///< median, from the clock burnt into a picture to its painting
    double lateP95 = 0; ///< the same, 95 of 100
    double cpuPct = 0;  ///< of one core, the whole process, painting too
    double mib = 0;     ///< resident
    double stallMs = 0; ///< the longest that the window's thread was not back in its loop
    int black = 0;      ///< feeds that never showed a picture

    [[nodiscard]] QByteArray toLine() const;
    [[nodiscard]] static std::optional<WallFigures> fromLine(const QByteArray& line);
};

/// In a process of its own, so that processor and memory are only the player's: plays `feeds` of the server
/// at `port` in one window of 1920 × 1080, by our players ("ours") or by QMediaPlayer with QVideoSink
/// ("peer"), and prints the line of its figures.
int runWall(int argc, char** argv);

/// Runs that process and reads its line.
[[nodiscard]] std::optional<WallFigures> measureWall(const QString& player, int feeds, int port);

} // namespace tridesk::bench
