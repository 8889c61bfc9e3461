// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/point_mode.h"

#include "ui/map/map_view.h"

namespace tridesk::ui {

void PointMode::click(const ModeHand& hand) {
    m_calls.done({{ground().view().toMercatorPoint(hand.pixel)}, false, {}, 0}, hand.keys);
}

} // namespace tridesk::ui
