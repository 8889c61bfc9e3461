// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"
#include "ui/map/tile_painter.h"

#include <functional>
#include <vector>

// What the gatherers of labels have in common; nobody else's.
namespace tridesk::ui {

// Ranks: lower is placed first.
enum Rank : int {
    City = 0,
    Town = 10,
    District = 20,
    WaterName = 26,
    MainRoad = 30,
    Landmark = 34,
    RoadNumber = 44,
    Street = 50,
    Place = 60,
    Arrow = 85,
    Number = 90
};

struct Names {
    QString first;
    QString second;
};

// Which attributes hold a layer's names, looked up once.
class NameKeys {
public:
    explicit NameKeys(const maps::VectorLayer& layer);
    [[nodiscard]] Names names(const maps::VectorFeature& f, LabelLanguage language) const;

private:
    [[nodiscard]] QString firstOf(const maps::VectorFeature& f, const std::vector<int>& keys) const;

    const maps::VectorLayer& m_layer;
    std::vector<int> m_zh;
    std::vector<int> m_en;
    int m_name = -1;
};

// The same thing read from two tiles, or in two views, has the same key.
[[nodiscard]] quint64 labelKey(const QString& text, QPointF at);

// A point of a data tile on Mercator's square.
[[nodiscard]] QPointF mercatorOf(const DataTile& data, const maps::VectorLayer& layer, QPoint p);

// Takes a candidate up.
using TakeLabel = std::function<void(LabelCandidate)>;

} // namespace tridesk::ui
