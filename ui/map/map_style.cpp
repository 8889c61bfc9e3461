// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_style.h"

// Chosen by eye on the pictures that tests/ui/map draws: land and water stay pale (or dark) and close to each
// other in weight, so that the symbols and their states are the strongest things on the screen. Nothing here
// is red except `alarm`. The state colours follow Okabe and Ito's palette, which holds for colour-blind eyes.
namespace tridesk::ui {
namespace {

constexpr QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

std::array<RoadColours, roadClasses> dayRoads() {
    std::array<RoadColours, roadClasses> r;
    r[int(RoadClass::Motorway)] = {rgb(0xf7cf86), rgb(0xd9a24a)};
    r[int(RoadClass::Trunk)] = {rgb(0xf9dca2), rgb(0xdcb066)};
    r[int(RoadClass::Primary)] = {rgb(0xfbe8bd), rgb(0xdbbd84)};
    r[int(RoadClass::Secondary)] = {rgb(0xfdf3d8), rgb(0xd5c6a2)};
    r[int(RoadClass::Tertiary)] = {rgb(0xffffff), rgb(0xcfc8bb)};
    r[int(RoadClass::Minor)] = {rgb(0xffffff), rgb(0xd8d2c7)};
    r[int(RoadClass::Lane)] = {rgb(0xffffff), rgb(0xdcd6cb)};
    r[int(RoadClass::Pedestrian)] = {rgb(0xf7f0e4), rgb(0xdacfbc)};
    r[int(RoadClass::Service)] = {rgb(0xfdfcfa), rgb(0xdfdad0)};
    r[int(RoadClass::Track)] = {rgb(0xd6c9ac), rgb(0xd6c9ac)};
    r[int(RoadClass::Path)] = {rgb(0xc9bda6), rgb(0xf6f2ea)};
    r[int(RoadClass::Rail)] = {rgb(0xf1eee8), rgb(0xa9a49b)};
    r[int(RoadClass::Tram)] = {rgb(0xb9b3a8), rgb(0xb9b3a8)};
    r[int(RoadClass::Subway)] = {rgb(0x9aa4c4), rgb(0x9aa4c4)};
    r[int(RoadClass::Ferry)] = {rgb(0x8fb4cc), rgb(0x8fb4cc)};
    return r;
}

std::array<RoadColours, roadClasses> nightRoads() {
    std::array<RoadColours, roadClasses> r;
    r[int(RoadClass::Motorway)] = {rgb(0x7d6a48), rgb(0x2a2a2c)};
    r[int(RoadClass::Trunk)] = {rgb(0x6f6249), rgb(0x26292e)};
    r[int(RoadClass::Primary)] = {rgb(0x615a4b), rgb(0x242931)};
    r[int(RoadClass::Secondary)] = {rgb(0x515458), rgb(0x222933)};
    r[int(RoadClass::Tertiary)] = {rgb(0x465060), rgb(0x202834)};
    r[int(RoadClass::Minor)] = {rgb(0x3b4656), rgb(0x1f2733)};
    r[int(RoadClass::Lane)] = {rgb(0x374251), rgb(0x1f2733)};
    r[int(RoadClass::Pedestrian)] = {rgb(0x33394a), rgb(0x1f2733)};
    r[int(RoadClass::Service)] = {rgb(0x323c4b), rgb(0x1f2733)};
    r[int(RoadClass::Track)] = {rgb(0x3c4148), rgb(0x3c4148)};
    r[int(RoadClass::Path)] = {rgb(0x4a5361), rgb(0x1e2632)};
    r[int(RoadClass::Rail)] = {rgb(0x262f3c), rgb(0x59636f)};
    r[int(RoadClass::Tram)] = {rgb(0x4d5763), rgb(0x4d5763)};
    r[int(RoadClass::Subway)] = {rgb(0x4b5878), rgb(0x4b5878)};
    r[int(RoadClass::Ferry)] = {rgb(0x3a5a78), rgb(0x3a5a78)};
    return r;
}

// Available green-blue and calm; under way blue to violet; on scene orange; out of reach grey.
std::array<QColor, 14> dayStates() {
    std::array<QColor, 14> s;
    s[int(SymbolState::Off)] = rgb(0x8a8f96);
    s[int(SymbolState::Available)] = rgb(0x00855f);
    s[int(SymbolState::AtStation)] = rgb(0x3f8f7d);
    s[int(SymbolState::Reserved)] = rgb(0x6a7fa8);
    s[int(SymbolState::Dispatched)] = rgb(0xb07d00);
    s[int(SymbolState::Signed)] = rgb(0x2a86c8);
    s[int(SymbolState::EnRoute)] = rgb(0x0a5fb0);
    s[int(SymbolState::OnScene)] = rgb(0x7b3fa0);
    s[int(SymbolState::Divertable)] = rgb(0x4c8a2f);
    s[int(SymbolState::Committed)] = rgb(0x5b4b8a);
    s[int(SymbolState::Transport)] = rgb(0x3f6b8f);
    s[int(SymbolState::Reporting)] = rgb(0x8a6d8f);
    s[int(SymbolState::OutOfService)] = rgb(0x6e7278);
    s[int(SymbolState::Emergency)] = rgb(0xd81e2c);
    return s;
}

std::array<QColor, 14> nightStates() {
    std::array<QColor, 14> s;
    s[int(SymbolState::Off)] = rgb(0x6c737c);
    s[int(SymbolState::Available)] = rgb(0x2fbf94);
    s[int(SymbolState::AtStation)] = rgb(0x5fae9d);
    s[int(SymbolState::Reserved)] = rgb(0x8fa3cc);
    s[int(SymbolState::Dispatched)] = rgb(0xe6b23c);
    s[int(SymbolState::Signed)] = rgb(0x63b6f0);
    s[int(SymbolState::EnRoute)] = rgb(0x3d95ea);
    s[int(SymbolState::OnScene)] = rgb(0xb983dc);
    s[int(SymbolState::Divertable)] = rgb(0x86c263);
    s[int(SymbolState::Committed)] = rgb(0x9a88cf);
    s[int(SymbolState::Transport)] = rgb(0x79a8cc);
    s[int(SymbolState::Reporting)] = rgb(0xc3a3c8);
    s[int(SymbolState::OutOfService)] = rgb(0x8a9098);
    s[int(SymbolState::Emergency)] = rgb(0xff4a55);
    return s;
}

void landDay(MapStyle& s) {
    s.background = rgb(0xf3f0e9);
    s.grid = rgb(0xddd8cc);
    s.water = rgb(0xb4d3e3);
    s.waterLine = rgb(0x9cc3d8);
    s.park = rgb(0xcfe5bd);
    s.grass = rgb(0xdcebcb);
    s.wood = rgb(0xc3ddb0);
    s.farmland = rgb(0xeeeed6);
    s.sand = rgb(0xf3e8c8);
    s.residential = rgb(0xeeeae2);
    s.commercial = rgb(0xf1e9e4);
    s.industrial = rgb(0xe9e7ea);
    s.school = rgb(0xf2ecd6);
    s.hospital = rgb(0xf3e6ea);
    s.cemetery = rgb(0xd4e0c8);
    s.pitch = rgb(0xbfdfba);
    s.building = rgb(0xe1dad0);
    s.buildingEdge = rgb(0xcdc5b8);
    s.boundary = rgb(0xb3a8bd);
    s.pier = rgb(0xe6e0d5);
}

void landNight(MapStyle& s) {
    s.background = rgb(0x18202b);
    s.grid = rgb(0x253040);
    s.water = rgb(0x0f2a40);
    s.waterLine = rgb(0x17405f);
    s.park = rgb(0x1b332e);
    s.grass = rgb(0x1b2e2e);
    s.wood = rgb(0x18302a);
    s.farmland = rgb(0x1d2829);
    s.sand = rgb(0x2a2a28);
    s.residential = rgb(0x1b2430);
    s.commercial = rgb(0x1f2632);
    s.industrial = rgb(0x1d2331);
    s.school = rgb(0x23282d);
    s.hospital = rgb(0x252532);
    s.cemetery = rgb(0x1c2d2b);
    s.pitch = rgb(0x1f3a33);
    s.building = rgb(0x252f3d);
    s.buildingEdge = rgb(0x303b4b);
    s.boundary = rgb(0x56526a);
    s.pier = rgb(0x28303c);
}

} // namespace

MapStyle MapStyle::day() {
    MapStyle s;
    landDay(s);
    s.roads = dayRoads();
    s.tunnelFill = rgb(0xf4f0e6);
    s.oneway = rgb(0x8d877b);
    s.text = rgb(0x2c2f33);
    s.textSoft = rgb(0x6a6760);
    s.textWater = rgb(0x3f7896);
    s.textPark = rgb(0x4a7440);
    s.textPoi = rgb(0x55606e);
    s.textRoad = rgb(0x4d473c);
    s.halo = QColor(255, 255, 255, 225);
    s.shieldMotorway = rgb(0x4c8a63);
    s.shieldMotorwayText = rgb(0xffffff);
    s.shield = rgb(0xfdf6e0);
    s.shieldText = rgb(0x5c4a22);
    s.shieldEdge = rgb(0xc9b27a);
    s.furniture = QColor(255, 255, 255, 235);
    s.furnitureText = rgb(0x3a3f45);
    s.symbolEdge = rgb(0xffffff);
    s.symbolText = rgb(0x16202b);
    s.symbolPlate = QColor(255, 255, 255, 215);
    s.selection = rgb(0x0a64d8);
    s.dropTarget = rgb(0x0b8f6a);
    s.alarm = rgb(0xd81e2c);
    s.area = rgb(0x4a6fa5);
    s.areaStrong = rgb(0x2f5597);
    s.ring = rgb(0x2f6f9f);
    s.plots = {rgb(0x0a5fb0), rgb(0xb85c00), rgb(0x00724f), rgb(0x7a3fa8), rgb(0x4d555e)};
    s.tape = rgb(0xffffff);
    s.camera = rgb(0x48607a);
    s.cameraOff = rgb(0x9aa2ab);
    s.station = rgb(0x1f4e9c);
    s.states = dayStates();
    s.levels = {rgb(0x6f7680), rgb(0xcf6a00), rgb(0xb07d00), rgb(0x2a6fb0), rgb(0x6f7680)};
    return s;
}

MapStyle MapStyle::night() {
    MapStyle s;
    s.dark = true;
    landNight(s);
    s.roads = nightRoads();
    s.tunnelFill = rgb(0x2b3441);
    s.oneway = rgb(0x8b98a8);
    s.text = rgb(0xdde4ec);
    s.textSoft = rgb(0x93a0ae);
    s.textWater = rgb(0x6fa6cc);
    s.textPark = rgb(0x7fae8c);
    s.textPoi = rgb(0x9fb0c3);
    s.textRoad = rgb(0xb9c3cf);
    s.halo = QColor(20, 27, 37, 225);
    s.shieldMotorway = rgb(0x2c5a44);
    s.shieldMotorwayText = rgb(0xc9ddd0);
    s.shield = rgb(0x3a3d40);
    s.shieldText = rgb(0xc8bb98);
    s.shieldEdge = rgb(0x5d594c);
    s.furniture = QColor(33, 43, 57, 235);
    s.furnitureText = rgb(0xc5d0dc);
    s.symbolEdge = rgb(0x0d131b);
    s.symbolText = rgb(0xe8eef5);
    s.symbolPlate = QColor(18, 25, 34, 215);
    s.selection = rgb(0x5db2ff);
    s.dropTarget = rgb(0x3fd6a8);
    s.alarm = rgb(0xff4a55);
    s.area = rgb(0x7f9fd0);
    s.areaStrong = rgb(0x9bb8e6);
    s.ring = rgb(0x7fb8e6);
    s.plots = {rgb(0x5db2ff), rgb(0xf0a24a), rgb(0x41cfa0), rgb(0xc79bff), rgb(0xb4bfca)};
    s.tape = rgb(0x10161e);
    s.camera = rgb(0x9fb2c8);
    s.cameraOff = rgb(0x5f6b78);
    s.station = rgb(0x7fb0ff);
    s.states = nightStates();
    s.levels = {rgb(0x8f98a3), rgb(0xff9e3d), rgb(0xe6b23c), rgb(0x63aef0), rgb(0x8f98a3)};
    return s;
}

} // namespace tridesk::ui
