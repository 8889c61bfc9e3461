// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_layer.h"
#include "ui/map/map_style.h"

#include <QPointer>

namespace tridesk {

class CatchTool;

/// Rings what was caught, where it is at the moment of painting: units go on moving.
class CaughtLayer final : public ui::MapLayer {
public:
    explicit CaughtLayer(CatchTool& tool);
    ~CaughtLayer() override;

    void paint(QPainter& painter, const ui::MapView& view) override;
    void setStyle(const ui::MapStyle& style) override { m_style = style; }

private:
    QPointer<CatchTool> m_tool;
    ui::MapStyle m_style = ui::MapStyle::day();
};

} // namespace tridesk
