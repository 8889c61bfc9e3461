// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

namespace tridesk::ui {

// One click, one place; a drag moves the map.
class PointMode final : public MapMode {
public:
    PointMode(ModeGround& ground, ModeCalls calls)
        : MapMode(ground)
        , m_calls(std::move(calls)) {}

    void click(const ModeHand& hand) override;
    void paint(QPainter&, const MapView&, const MapStyle&) override {} // the cursor says it all

private:
    ModeCalls m_calls;
};

} // namespace tridesk::ui
