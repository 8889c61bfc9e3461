// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_style.h"
#include "ui/map/symbols.h"

#include <QRectF>

class QPainter;

namespace tridesk::ui {

// How symbols are drawn, with their anchor at 0,0, in logical pixels. Kept apart from the layers so that
// lists, legends and drag pictures can show the same signs.

struct UnitLook {
    UnitGlyph kind = UnitGlyph::Car;
    SymbolState state = SymbolState::Available;
    int headingStep = -1; // of headingSteps; −1 none
    int fade = 0;         // 0 fresh, 1 ageing, 2 stale
    bool small = false;   // for crowds
    bool overdue = false;
    bool flash = false;   // the dark half of an alarm's blinking
    bool aside = false;   // faint
    bool guessed = false; // hollow, with a broken rim
};
inline constexpr int headingSteps = 16;
[[nodiscard]] QRectF unitExtent(const UnitLook& look);
void drawUnit(QPainter& painter, const UnitLook& look, const MapStyle& style);

// Many units in one place: their number in a ring of the strongest state's colour.
[[nodiscard]] double clusterRadius(int count);
void drawCluster(QPainter& painter, int count, SymbolState strongest, const MapStyle& style);

// A pin whose tip stands on the place.
[[nodiscard]] QRectF incidentExtent(bool major);
[[nodiscard]] QPointF incidentHead(); // middle of its head, from the tip
void drawIncident(QPainter& painter, const IncidentSymbol& symbol, const MapStyle& style, bool flash);

[[nodiscard]] QRectF cameraExtent(bool small, bool looks);
void drawCamera(QPainter& painter, const CameraSymbol& symbol, const MapStyle& style, bool small);

[[nodiscard]] QRectF stationExtent(bool bureau);
void drawStation(QPainter& painter, bool bureau, const MapStyle& style);

// A callsign or name on a plate, its left middle at 0,0.
[[nodiscard]] QRectF plateExtent(const QString& text);
void drawPlate(QPainter& painter, const QString& text, const MapStyle& style, const QColor& edge);

// The ring around what is selected or would take a drop.
void drawHalo(QPainter& painter, QPointF at, double radius, const QColor& colour);

} // namespace tridesk::ui
