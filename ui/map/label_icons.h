// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/label.h"

class QPainter;

namespace tridesk::ui {

// The icon of an OpenMapTiles point of interest.
[[nodiscard]] LabelIcon iconOf(QStringView poiClass, QStringView subclass);

// From which zoom such a place is worth showing: a police station long before a letter box.
[[nodiscard]] double firstZoomOf(LabelIcon icon);

// A round badge with a glyph, centred on `at`.
void drawLabelIcon(QPainter& painter, LabelIcon icon, QPointF at, double size, const LabelFace& face);

} // namespace tridesk::ui
