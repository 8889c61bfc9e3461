// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

class QColor;
class QString;

namespace tridesk::ui {

// How what is being drawn by hand looks: over a rim that shows it on any ground.
[[nodiscard]] QPolygonF inPixels(const QPolygonF& mercator, const MapView& view);
void paintDrawing(QPainter& painter, const QPolygonF& pixels, bool closed, const MapStyle& style);
void paintCorner(QPainter& painter, QPointF at, const MapStyle& style, bool held = false);
// A short text on a plate, centred above a place.
void paintTag(QPainter& painter, QPointF at, const QString& text, const MapStyle& style);

} // namespace tridesk::ui
