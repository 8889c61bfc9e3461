// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/overlay.h"

#include <QEvent>
#include <QWidget>

namespace tridesk {

namespace {

constexpr int edge = 10;       ///< pixels from the map's edge
constexpr int gap = 6;         ///< between two parts
constexpr int footEdge = 28;   ///< the scale bar and whom the map owes stand below it
constexpr int underZoom = 124; ///< the strip begins below the zoom and north buttons
constexpr int buttons = 28;    ///< from the right edge to the middle of the zoom buttons
constexpr int widestFoot = 640;

} // namespace

MapOverlay::MapOverlay(QWidget& map)
    : QObject(&map)
    , m_map(map) {
    map.installEventFilter(this);
}

void MapOverlay::add(QWidget& part, Spot spot) {
    const bool hidden = part.isHidden();
    part.setParent(&m_map);
    part.setVisible(!hidden);
    part.installEventFilter(this);
    m_parts << std::pair(&part, spot);
    place();
}

bool MapOverlay::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Resize:
        if (watched != &m_map)
            break;
        [[fallthrough]];
    case QEvent::LayoutRequest:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
    case QEvent::FontChange:
        place();
        break;
    default:
        break;
    }
    return false;
}

void MapOverlay::place() {
    if (std::exchange(m_placing, true))
        return;
    placeTop();
    placeFoot();
    placeRight();
    m_placing = false;
}

void MapOverlay::placeTop() {
    const int room = m_map.width() - edge - gap - 2 * buttons;
    int y = edge;
    m_topRight = 0;
    for (const auto& [part, spot] : m_parts) {
        if (spot != Spot::TopLeft || part->isHidden())
            continue;
        const QSize wanted = part->sizeHint().expandedTo(part->minimumSize()).boundedTo(part->maximumSize());
        const int width = qMin(wanted.width(), room);
        const int tall = part->hasHeightForWidth() ? part->heightForWidth(width) : wanted.height();
        part->setGeometry(edge, y, width, tall);
        m_topRight = qMax(m_topRight, edge + width);
        y += tall + gap;
    }
    m_topEnd = y;
}

void MapOverlay::placeFoot() {
    const int width = qMin(widestFoot, m_map.width() - 2 * edge);
    int y = m_map.height() - footEdge;
    for (const auto& [part, spot] : m_parts) {
        if (spot != Spot::Foot || part->isHidden())
            continue;
        const int tall = part->hasHeightForWidth() ? part->heightForWidth(width) : part->sizeHint().height();
        part->setGeometry((m_map.width() - width) / 2, y - tall, width, tall);
        y -= tall + gap;
    }
}

void MapOverlay::placeRight() {
    int strip = 0;
    for (const auto& [part, spot] : m_parts)
        if (spot == Spot::RightStrip && !part->isHidden()) {
            const QSize size = part->sizeHint();
            strip = size.width();
            part->setGeometry(m_map.width() - buttons - strip / 2, underZoom, strip,
                              qMin(size.height(), m_map.height() - underZoom - footEdge));
        }
    for (const auto& [part, spot] : m_parts)
        if (spot == Spot::BesideStrip && !part->isHidden()) {
            const QSize size =
                part->sizeHint().expandedTo(part->minimumSize()).boundedTo(part->maximumSize());
            const int x = m_map.width() - 2 * buttons - gap - size.width();
            const int y = x < m_topRight + gap ? m_topEnd : edge; // on a narrow map it gives way
            const int tall = qMin(size.height(), m_map.height() - y - edge);
            part->setGeometry(x, y, size.width(), tall);
        }
}

} // namespace tridesk
