// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"
#include "ui/map/label_text.h"

#include <QHash>

#include <unordered_map>
#include <vector>

namespace tridesk::ui {

// Boxes already taken, in logical pixels; asks in constant time on the whole.
class BoxGrid {
public:
    [[nodiscard]] bool isFree(const std::vector<QRectF>& boxes) const;
    void take(const std::vector<QRectF>& boxes);

private:
    using Cell = std::pair<int, int>;
    QMultiHash<Cell, QRectF> m_cells;
};

// Chooses which labels of a view stand, without overlap, and draws them into one atlas. Kept by one worker
// thread: it remembers the sprites that it drew.
class LabelPlacer {
public:
    [[nodiscard]] LabelSet place(const LabelRequest& request, std::vector<LabelCandidate> candidates);

private:
    struct Standing {
        const LabelCandidate* candidate;
        LineText letters; // of a street
        double angle;     // of an arrow, on the screen
    };
    [[nodiscard]] std::vector<Standing> choose(const LabelRequest& request,
                                               const std::vector<LabelCandidate>& candidates);
    [[nodiscard]] const LabelSprite& sprite(const Standing& standing, const MapView& view);
    void fillAtlas(LabelSet& set, const std::vector<Standing>& standing);

    TextMeasure m_measure;
    // Nodes: what was handed out stays where it is while others are added.
    std::unordered_map<quint64, LabelSprite> m_sprites;
};

} // namespace tridesk::ui
