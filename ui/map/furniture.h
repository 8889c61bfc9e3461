// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_style.h"

#include <QAbstractButton>
#include <QString>

class QPainter;

namespace tridesk::ui {

class MapView;

// What stands on the glass rather than on the ground.
void paintScaleBar(QPainter& painter, const MapView& view, const MapStyle& style);
// Whom the map is owed to, and above it what is wrong with it; either may be empty.
void paintAttribution(QPainter& painter, const MapView& view, const MapStyle& style, const QString& text,
                      const QString& trouble);
void paintNotice(QPainter& painter, const MapView& view, const MapStyle& style, const QString& text);

// The length of a scale bar: the roundest number of metres (1, 2 or 5 times a power of ten) not wider than a
// given number of pixels.
[[nodiscard]] double scaleBarMetres(double pixelsPerMetre, double mostPixels);

// A round-cornered button in the map's colours.
class MapButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Sign { Plus, Minus, North };
    MapButton(Sign sign, QWidget* parent);
    void setMapStyle(const MapStyle& style);
    void setBearing(double degrees); // what is up; for the north arrow, which points away from it
    [[nodiscard]] QSize sizeHint() const override { return {32, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintNeedle(QPainter& painter) const;

    Sign m_sign;
    double m_bearing = 0;
    MapStyle m_style;
};

} // namespace tridesk::ui
