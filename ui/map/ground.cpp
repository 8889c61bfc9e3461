// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ground.h"

#include "ui/map/device_space.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace tridesk::ui {
namespace {

// Logical pixels on each side that a pan can use up before the next composing; whole device pixels at every
// usual ratio.
constexpr double margin = 160;

} // namespace

void Ground::begin(const MapView& view) {
    m_view = view.withSize(view.size() + QSizeF(2 * margin, 2 * margin), view.dpr());
    const QSize pixels(int(std::ceil(m_view->size().width() * view.dpr())),
                       int(std::ceil(m_view->size().height() * view.dpr())));
    if (m_picture.size() != pixels)
        m_picture = QImage(pixels, QImage::Format_RGB32);
    m_spoiled = m_picture.rect();
}

void Ground::spoil(const QRectF& mercator) {
    if (!m_view)
        return;
    const QPolygonF corners({m_view->toPixel(mercator.topLeft()), m_view->toPixel(mercator.topRight()),
                             m_view->toPixel(mercator.bottomRight()),
                             m_view->toPixel(mercator.bottomLeft())});
    const QRectF box = corners.boundingRect();
    const double dpr = m_view->dpr();
    const QRectF pixels = QRectF(box.topLeft() * dpr, box.size() * dpr).adjusted(-2, -2, 2, 2);
    m_spoiled += (pixels & QRectF(m_picture.rect())).toAlignedRect();
}

void Ground::compose(const Paint& paintAll) {
    if (m_spoiled.isEmpty())
        return;
    QPainter painter(&m_picture);
    if (m_spoiled.boundingRect() != m_picture.rect() || m_spoiled.rectCount() > 1)
        painter.setClipRegion(m_spoiled);
    painter.scale(m_view->dpr(), m_view->dpr());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    paintAll(painter, *m_view);
    m_spoiled = {};
}

void Ground::paint(QPainter& painter, const MapView& view, const std::vector<quint64>& stamps,
                   const Paint& paintAll) {
    const double dpr = view.dpr();
    if (!m_view || stamps != m_stamps || !view.isPanOf(m_view->withSize(view.size(), dpr)))
        begin(view);
    // Where the view lies in the picture.
    const auto corner = [&] {
        const QPointF at = m_view->toPixel(view.toMercatorPoint({0, 0})) * dpr;
        return QPoint(qRound(at.x()), qRound(at.y()));
    };
    const QSize size(int(std::ceil(view.size().width() * dpr)), int(std::ceil(view.size().height() * dpr)));
    if (!m_picture.rect().contains(QRect(corner(), size)))
        begin(view);
    m_stamps = stamps;
    compose(paintAll);
    const DeviceSpace space(painter, dpr);
    painter.drawImage(QPoint(0, 0), m_picture, QRect(corner(), size));
}

} // namespace tridesk::ui
