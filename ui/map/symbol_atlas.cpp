// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/symbol_atlas.h"

#include "ui/map/device_space.h"

#include <QImage>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr int width = 1024;
constexpr int firstHeight = 256;
constexpr int mostHeight = 4096;

// Without its empty margins: what is copied ten thousand times a frame is worth measuring once.
QRect inkedPart(const QImage& image) {
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(line[x]) != 0)
                part |= QRect(x, y, 1, 1);
        }
    }
    return part.isEmpty() ? QRect(0, 0, 1, 1) : part;
}

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
    const QRect device = QRectF(extent.topLeft() * m_dpr, extent.size() * m_dpr).toAlignedRect();
    QImage image(device.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.translate(-device.topLeft());
        painter.scale(m_dpr, m_dpr);
        draw(painter);
    }
    const QRect inked = inkedPart(image);
    if (!makeRoom(inked.size())) {
        m_full = true;
        return nullptr;
    }
    QPainter painter(&m_pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(m_pen, image, inked);
    const Sprite sprite{QRectF(m_pen, inked.size()), QPointF(device.topLeft() + inked.topLeft())};
    m_pen.rx() += inked.width();
    m_shelf = std::max(m_shelf, inked.height());
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
