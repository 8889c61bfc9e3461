// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"
#include "ui/map/tile_painter.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace tridesk::ui {

using StylePtr = std::shared_ptr<const MapStyle>;
using LabelSetPtr = std::shared_ptr<const LabelSet>;

// Threads that read a package's tiles, draw them and place their labels, at a lower priority than the
// window's. What is wanted is said anew with each move of the view; what is no longer wanted is never drawn.
// The signals come from the workers' threads: connect queued (the default does). Destroying it waits for the
// tile in hand, some 20 ms.
class BasemapWorkers : public QObject {
    Q_OBJECT

public:
    BasemapWorkers(const QString& mbtilesPath, int maxDataZoom, int painters);
    ~BasemapWorkers() override;

    // Replaces what was wanted before; the first is drawn first.
    void wantTiles(std::vector<TilePicture> pictures, StylePtr style);
    void wantLabels(LabelRequest request);
    // A painted tile has arrived where it is kept: until then it is not painted again, however often it is
    // wanted.
    void taken(const TilePicture& picture, const StylePtr& style);

    [[nodiscard]] int damagedTiles() const;

Q_SIGNALS:
    // `style` is the one it was asked with, to tell late pictures of an old style by.
    void painted(const tridesk::ui::TilePicture& picture, const QImage& image,
                 const tridesk::ui::StylePtr& style);
    void labelled(const tridesk::ui::LabelSetPtr& labels, const tridesk::ui::StylePtr& style);

private:
    void paintLoop(const std::stop_token& stop);
    void labelLoop(const std::stop_token& stop);
    struct Job {
        TilePicture picture;
        StylePtr style;
        [[nodiscard]] bool isFor(const TilePicture& other, const StylePtr& otherStyle) const;
    };
    [[nodiscard]] std::optional<Job> nextTile(const std::stop_token& stop);
    // Under the lock: whether a tile, or the names, may be begun. Where there is no core to spare one thread
    // works at a time, and tiles and names take turns.
    [[nodiscard]] bool mayPaint() const;
    [[nodiscard]] bool mayLabel() const;
    void finished();
    void endTurns(); // a thread is leaving: nobody waits for it
    [[nodiscard]] std::optional<LabelRequest> nextLabels(const std::stop_token& stop);

    QString m_path;
    int m_maxDataZoom;
    std::shared_ptr<maps::DecodedTiles> m_decoded;
    bool m_inTurns;
    bool m_busy = false;      // somebody has the turn
    bool m_namesLast = false; // had it last
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<TilePicture> m_wanted; // the last is the next
    StylePtr m_style;
    std::vector<Job> m_inHand; // being painted, or on the way
    std::optional<LabelRequest> m_labels;
    std::vector<std::jthread> m_threads; // last: stopped and joined before anything above goes
};

} // namespace tridesk::ui

Q_DECLARE_METATYPE(tridesk::ui::TilePicture)
