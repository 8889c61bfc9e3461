// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/symbol_atlas.h"

#include "ui/map/device_space.h"

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr int width = 1024;
constexpr int firstHeight = 256;
constexpr int mostHeight = 4096;

} // namespace

void SymbolAtlas::begin(double dpr) {
    if (dpr == m_dpr && !m_full)
        return;
    clear();
    m_dpr = dpr;
}

void SymbolAtlas::clear() {
    m_sprites.clear();
    m_pixmap = {};
    m_pen = {};
    m_shelf = 0;
    m_full = false;
}

bool SymbolAtlas::makeRoom(QSize size) {
    if (m_pen.x() + size.width() > width) {
        m_pen = {0, m_pen.y() + m_shelf};
        m_shelf = 0;
    }
    const int needed = m_pen.y() + size.height();
    if (needed > mostHeight || size.width() > width)
        return false;
    if (needed > m_pixmap.height()) {
        int height = std::max(firstHeight, m_pixmap.height());
        while (height < needed)
            height *= 2;
        QPixmap larger(width, height);
        larger.fill(Qt::transparent);
        if (!m_pixmap.isNull()) {
            QPainter painter(&larger);
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            painter.drawPixmap(0, 0, m_pixmap);
        }
        m_pixmap = std::move(larger);
    }
    return true;
}

const SymbolAtlas::Sprite* SymbolAtlas::add(quint64 key, const QRectF& extent,
                                            const std::function<void(QPainter&)>& draw) {
    const QRectF scaled(extent.topLeft() * m_dpr, extent.size() * m_dpr);
    const QRect device = scaled.toAlignedRect();
    if (!makeRoom(device.size())) {
        m_full = true;
        return nullptr;
    }
    QPainter painter(&m_pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setClipRect(QRect(m_pen, device.size()));
    painter.translate(m_pen - device.topLeft());
    painter.scale(m_dpr, m_dpr);
    draw(painter);
    painter.end();
    const Sprite sprite{QRectF(m_pen, device.size()), QPointF(device.topLeft())};
    m_pen.rx() += device.width();
    m_shelf = std::max(m_shelf, device.height());
    return &*m_sprites.insert(key, sprite);
}

void SpriteBatch::add(const SymbolAtlas::Sprite* sprite, QPointF at, double opacity) {
    if (sprite == nullptr)
        return;
    const double x = std::round(at.x() * m_atlas.dpr() + sprite->offset.x());
    const double y = std::round(at.y() * m_atlas.dpr() + sprite->offset.y());
    const QPointF centre(x + sprite->source.width() / 2, y + sprite->source.height() / 2);
    m_fragments << QPainter::PixmapFragment::create(centre, sprite->source, 1, 1, 0, opacity);
}

void SpriteBatch::draw(QPainter& painter) {
    if (m_fragments.isEmpty())
        return;
    const DeviceSpace space(painter, m_atlas.dpr());
    painter.drawPixmapFragments(m_fragments.constData(), int(m_fragments.size()), m_atlas.pixmap());
    m_fragments.clear();
}

} // namespace tridesk::ui
