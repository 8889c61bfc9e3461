// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_view.h"

#include <QImage>
#include <QRegion>

#include <functional>
#include <vector>

class QPainter;

namespace tridesk::ui {

// The land and the shapes on it, composed into a picture somewhat larger than the view: while the map is only
// panned, by whole device pixels (MapView::onPixels), a frame copies it instead of drawing borders or turning
// tiles anew; what a pan brings into it is composed in strips, long before it comes into sight. GUI thread
// only.
class Ground {
public:
    using Paint = std::function<void(QPainter&, const MapView&)>;

    // `stamps` say what `paintAll` would paint; where they differ from the last ones everything is composed
    // anew.
    void paint(QPainter& painter, const MapView& view, const std::vector<quint64>& stamps,
               const Paint& paintAll);
    void spoil() { m_composed = false; }
    void spoil(const QRectF& mercator); // looks different there

private:
    void begin(const MapView& view);
    void follow(const MapView& view, QPoint by); // keeps what both the old picture and the new one show
    [[nodiscard]] QPoint cornerOf(const MapView& view) const; // in the picture, device pixels
    void compose(const Paint& paintAll);

    MapView m_view; // of the picture
    bool m_composed = false;
    std::vector<quint64> m_stamps;
    QImage m_picture;
    QRegion m_spoiled; // of the picture, device pixels
};

} // namespace tridesk::ui
