// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ground.h"

#include "ui/map/device_space.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace tridesk::ui {
namespace {

// Logical pixels that are composed on each side of the view; whole device pixels at every usual ratio.
constexpr double margin = 160;
// A view that has gone so far from the middle takes the picture with it: a strip so wide is soon composed,
// and none of it was in sight yet.
constexpr double farthest = 64;
constexpr int mostParts = 12; // of what is spoiled; more are composed as the box around them

QSize pixelsOf(const MapView& view) {
    return {int(std::ceil(view.size().width() * view.dpr())),
            int(std::ceil(view.size().height() * view.dpr()))};
}

MapView grown(const MapView& view) {
    return view.withSize(view.size() + QSizeF(2 * margin, 2 * margin), view.dpr());
}

// What lay at `by` comes to lie in the corner.
void scroll(QImage& picture, QPoint by) {
    const QRect kept = picture.rect() & picture.rect().translated(by);
    uchar* const bits = picture.bits();
    const qsizetype stride = picture.bytesPerLine();
    const auto row = [&](int y) {
        std::memmove(bits + (y - by.y()) * stride + 4 * qsizetype(kept.left() - by.x()),
                     bits + y * stride + 4 * qsizetype(kept.left()), 4 * std::size_t(kept.width()));
    };
    if (by.y() >= 0) {
        for (int y = kept.top(); y <= kept.bottom(); ++y)
            row(y);
    } else {
        for (int y = kept.bottom(); y >= kept.top(); --y)
            row(y);
    }
}

} // namespace

void Ground::begin(const MapView& view) {
    m_view = grown(view);
    m_composed = true;
    if (const QSize pixels = pixelsOf(m_view); m_picture.size() != pixels)
        m_picture = QImage(pixels, QImage::Format_RGB32);
    m_spoiled = m_picture.rect();
}

void Ground::follow(const MapView& view, QPoint by) {
    m_view = grown(view);
    const QRect all = m_picture.rect();
    scroll(m_picture, by);
    m_spoiled = (m_spoiled.translated(-by) & all) + (QRegion(all) - all.translated(-by));
}

QPoint Ground::cornerOf(const MapView& view) const {
    const QPointF at = m_view.toPixel(view.toMercatorPoint({0, 0})) * view.dpr();
    return {qRound(at.x()), qRound(at.y())};
}

void Ground::spoil(const QRectF& mercator) {
    if (!m_composed)
        return;
    const QPolygonF corners({m_view.toPixel(mercator.topLeft()), m_view.toPixel(mercator.topRight()),
                             m_view.toPixel(mercator.bottomRight()), m_view.toPixel(mercator.bottomLeft())});
    const QRectF box = corners.boundingRect();
    const double dpr = m_view.dpr();
    const QRectF pixels = QRectF(box.topLeft() * dpr, box.size() * dpr).adjusted(-2, -2, 2, 2);
    m_spoiled += (pixels & QRectF(m_picture.rect())).toAlignedRect();
}

void Ground::compose(const Paint& paintAll) {
    if (m_spoiled.rectCount() > mostParts)
        m_spoiled = m_spoiled.boundingRect();
    for (const QRect& part : std::exchange(m_spoiled, {})) {
        QPainter painter(&m_picture);
        if (part != m_picture.rect())
            painter.setClipRect(part);
        painter.scale(m_view.dpr(), m_view.dpr());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        paintAll(painter, m_view);
    }
}

void Ground::paint(QPainter& painter, const MapView& view, const std::vector<quint64>& stamps,
                   const Paint& paintAll) {
    const double dpr = view.dpr();
    if (!m_composed || stamps != m_stamps || grown(view).size() != m_view.size() ||
        !view.isPanOf(m_view.withSize(view.size(), dpr)))
        begin(view);
    const QPoint middle(qRound(margin * dpr), qRound(margin * dpr));
    const QPoint gone = cornerOf(view) - middle;
    if (!m_picture.rect().intersects(m_picture.rect().translated(gone)))
        begin(view);
    else if (std::max(std::abs(gone.x()), std::abs(gone.y())) > farthest * dpr)
        follow(view, gone);
    m_stamps = stamps;
    compose(paintAll);
    const DeviceSpace space(painter, dpr);
    painter.drawImage(QPoint(0, 0), m_picture, QRect(cornerOf(view), pixelsOf(view)));
}

} // namespace tridesk::ui
