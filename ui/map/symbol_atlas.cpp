// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/symbol_atlas.h"

#include "ui/map/device_space.h"
#include "ui/map/raster_target.h"

#include <algorithm>
#include <cmath>
#include <cstring>

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

// In the atlas a row takes whole fours, the rest of it clear: that many are blended at once.
int rowOf(int pixels) {
    return (pixels + 3) / 4 * 4;
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
    m_image = {};
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
    if (needed > m_image.height()) {
        int height = std::max(firstHeight, m_image.height());
        while (height < needed)
            height *= 2;
        QImage larger(width, height, QImage::Format_ARGB32_Premultiplied);
        larger.fill(Qt::transparent);
        if (!m_image.isNull())
            std::memcpy(larger.bits(), m_image.constBits(), std::size_t(m_image.sizeInBytes()));
        m_image = std::move(larger);
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
    const QSize taken(rowOf(inked.width()), inked.height());
    if (!makeRoom(taken)) {
        m_full = true;
        return nullptr;
    }
    for (int y = 0; y < inked.height(); ++y)
        std::memcpy(m_image.scanLine(m_pen.y() + y) + 4 * qsizetype(m_pen.x()),
                    image.constScanLine(inked.top() + y) + 4 * qsizetype(inked.left()),
                    4 * std::size_t(inked.width()));
    m_pixmap = {};
    const Sprite sprite{QRect(m_pen, taken), device.topLeft() + inked.topLeft()};
    m_pen.rx() += taken.width();
    m_shelf = std::max(m_shelf, inked.height());
    return &*m_sprites.insert(key, sprite);
}

const QPixmap& SymbolAtlas::pixmap() const {
    if (m_pixmap.isNull())
        m_pixmap = QPixmap::fromImage(m_image);
    return m_pixmap;
}

void SpriteBatch::draw(QPainter& painter) {
    if (m_pieces.empty())
        return;
    const DeviceSpace space(painter, m_dpr);
    if (const auto target = RasterTarget::of(painter)) {
        for (const Piece& piece : m_pieces)
            target->blend(m_atlas.image(), piece.source, piece.at);
    } else {
        QList<QPainter::PixmapFragment> fragments;
        fragments.reserve(qsizetype(m_pieces.size()));
        for (const Piece& piece : m_pieces) {
            const QRectF at(piece.at, QSizeF(piece.source.size()));
            fragments << QPainter::PixmapFragment::create(at.center(), QRectF(piece.source));
        }
        painter.drawPixmapFragments(fragments.constData(), int(fragments.size()), m_atlas.pixmap());
    }
    m_pieces.clear();
}

} // namespace tridesk::ui
