// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/video_wall.h"

#include <QElapsedTimer>
#include <QImage>
#include <QList>
#include <QTimer>

#include <functional>
#include <vector>

namespace tridesk::bench {

/// Measures a wall of feeds in its own process: waits until every feed was painted and `ready`, lets it
/// settle, measures for some seconds, prints the line of its figures and quits.
class WallMeter : public QObject {
public:
    WallMeter(int feeds, std::function<bool()> ready);

    void begin(); ///< the first feed connects now
    /// A picture that was not painted before.
    void painted(int feed, const QImage& image);

private:
    struct Counted {
        int painted = 0; ///< while measured
        bool ever = false;
    };

    void proceed();
    void finish();
    [[nodiscard]] int black() const;

    std::function<bool()> m_ready;
    std::vector<Counted> m_feeds;
    QElapsedTimer m_begun;
    QElapsedTimer m_settling;
    QElapsedTimer m_measured;
    QElapsedTimer m_loop;
    QTimer m_tick;
    qint64 m_longestGap = 0;
    double m_processor = 0;
    QList<double> m_late;
    WallFigures m_figures;
};

} // namespace tridesk::bench
