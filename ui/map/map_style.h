// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"

#include <QColor>

#include <array>

namespace tridesk::ui {

enum class RoadClass : quint8 {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Minor,
    Lane,       // living streets: narrow
    Pedestrian, // streets for walking, as wide as lanes
    Service,
    Track,
    Path,
    Rail,
    Tram,
    Subway,
    Ferry,
    None,
};
inline constexpr int roadClasses = int(RoadClass::None);

enum class LabelLanguage : quint8 { Chinese, English, Both };

struct RoadColours {
    QColor fill;
    QColor casing;
};

// Every colour of the map, day or night: a value. Nothing on the map names a colour elsewhere.
struct MapStyle {
    static MapStyle day();
    static MapStyle night();

    bool dark = false;
    QColor background; // land
    QColor grid;
    QColor water, waterLine;
    QColor park, grass, wood, farmland, sand, residential, commercial, industrial, school, hospital, cemetery,
        pitch;
    QColor building, buildingEdge;
    QColor boundary, pier;
    std::array<RoadColours, roadClasses> roads;
    QColor tunnelFill, oneway;
    QColor text, textSoft, textWater, textPark, textPoi, textRoad, halo;
    QColor shieldMotorway, shieldMotorwayText, shield, shieldText, shieldEdge; // road numbers
    QColor furniture, furnitureText; // scale bar, attribution, buttons

    QColor symbolEdge;  // rim of a symbol, against whatever lies under it
    QColor symbolText;  // callsign
    QColor symbolPlate; // behind the callsign
    QColor selection;
    QColor dropTarget;
    QColor alarm; // overdue and emergency, nothing else
    QColor area, areaStrong, ring, camera, cameraOff, station;
    std::array<QColor, plotInks> plots; // by PlotInk
    QColor tape;                        // the pale stripes of a cordon
    std::array<QColor, 14> states;      // by SymbolState
    std::array<QColor, 5> levels;       // by incident level, 1…4

    [[nodiscard]] const QColor& stateColour(SymbolState state) const { return states[std::size_t(state)]; }
    [[nodiscard]] const QColor& plotColour(PlotInk ink) const { return plots[std::size_t(ink)]; }
    [[nodiscard]] const QColor& levelColour(int level) const {
        return levels[std::size_t(level < 1 || level > 4 ? 4 : level)];
    }
    [[nodiscard]] const RoadColours& road(RoadClass roadClass) const { return roads[std::size_t(roadClass)]; }
};

} // namespace tridesk::ui
