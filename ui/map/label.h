// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_style.h"
#include "ui/map/map_view.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace tridesk::ui {

enum class LabelIcon : quint8 {
    None,
    Dot,
    Police,
    Hospital,
    Clinic,
    Pharmacy,
    School,
    Rail,
    Bus,
    Park,
    Shop,
    Food,
    Bank,
    Fuel,
    Parking,
    Lodging,
    Worship,
    Government,
    Fire,
    Sport,
    Sight,
    Culture,
    Airport,
    Camera,
    Entrance,
    OneWay, // no badge: the arrow of a one-way street
};

// How a label looks.
struct LabelFace {
    double size = 12; // logical pixels
    bool bold = false;
    bool spaced = false; // letters apart, for districts
    QColor colour;
    QColor halo;
    QColor plate = {}; // a road's number stands on one, with `halo` as its rim
    [[nodiscard]] bool operator==(const LabelFace&) const = default;
};

// Something that would like to be named on the map, as found in a tile. Lines are streets and rivers, written
// along; without a line it is a point.
struct LabelCandidate {
    quint64 key =
        0;        // the same thing has the same key in every view: labels stay where they are while panning
    int rank = 0; // lower is placed first
    QString text;
    QString second; // a second line, in the other language
    LabelFace face;
    LabelIcon icon = LabelIcon::None;
    QPointF at;                            // Mercator: the point, or where on the line
    std::shared_ptr<const QPolygonF> line; // Mercator; shared by the candidates of a street
    double along = 0;                      // Mercator units along the line to `at`
    QPointF way;                           // Mercator: which way a one-way street's arrow points
};

struct PlacedLabel {
    quint64 key = 0;
    QPointF at;         // Mercator
    QRectF source;      // in the atlas, device pixels
    QPointF offset;     // logical pixels from `at` to the sprite's top left corner
    bool along = false; // written along a street: turns with the map
};

// All labels of a view, ready to be drawn: one picture that holds them all, and where each piece goes.
struct LabelSet {
    MapView view;
    QImage atlas;
    std::vector<PlacedLabel> labels;
    QSet<quint64> keys;
};

struct LabelRequest {
    MapView view;
    std::shared_ptr<const MapStyle> style;
    LabelLanguage language = LabelLanguage::Both;
    QSet<quint64> before; // what stood last time, and is to stay if it can
};

} // namespace tridesk::ui
