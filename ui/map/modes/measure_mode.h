// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/path_mode.h"

namespace tridesk::ui {

// Measures along clicks: each leg with its length and bearing, the whole way at the end. What was measured
// last stays until the next is begun. A click on the first corner closes it: then its area too.
class MeasureMode final : public PathMode {
public:
    // `told` gets each change in one line: "3 legs, 1.24 km".
    using Told = std::function<void(const QString&)>;
    MeasureMode(ModeGround& ground, Told told);

    void click(const ModeHand& hand) override;
    void paint(QPainter& painter, const MapView& view, const MapStyle& style) override;

private:
    void tell(const ModeShape& shape);
    void paintMeasured(QPainter& painter, const QPolygonF& way, bool closed, const MapView& view,
                       const MapStyle& style) const;

    Told m_told;
    ModeShape m_last; // what was measured before
};

// One line for a way or an area: "Total 1.24 km, last leg 320 m at 045°".
[[nodiscard]] QString measuredText(const QPolygonF& way, bool closed);

} // namespace tridesk::ui
