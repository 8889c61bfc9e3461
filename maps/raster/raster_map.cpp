// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/raster_map.h"

#include "maps/raster/piece_maker.h"

namespace tridesk::maps {

RasterMap::RasterMap(std::unique_ptr<PictureProvider> provider, QObject* parent)
    : QObject(parent) {
    PictureProvider* raw = provider.get();
    m_maker = new PieceMaker(std::move(provider));
    raw->setParent(nullptr);
    raw->moveToThread(&m_thread);
    m_maker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_maker, &QObject::deleteLater);
    connect(m_maker, &PieceMaker::drawn, this, &RasterMap::drawn);
    connect(m_maker, &PieceMaker::opened, this, &RasterMap::opened);
    connect(m_maker, &PieceMaker::troubled, this, &RasterMap::troubled);
    m_thread.setObjectName(QStringLiteral("map pictures"));
    // The window's thread goes first: a late tile is seen less than a late frame.
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_maker, &PieceMaker::open, Qt::QueuedConnection);
}

RasterMap::~RasterMap() {
    m_thread.quit();
    m_thread.wait();
}

void RasterMap::want(std::vector<PieceWanted> pieces) {
    const std::lock_guard lock(m_mutex);
    m_wish = std::move(pieces);
    if (!std::exchange(m_wishing, true))
        QMetaObject::invokeMethod(m_maker, [this] { takeWish(); }, Qt::QueuedConnection);
}

/// On m_thread, which ends before this does.
void RasterMap::takeWish() {
    std::vector<PieceWanted> wish;
    {
        const std::lock_guard lock(m_mutex);
        wish = std::move(m_wish);
        m_wishing = false;
    }
    m_maker->want(wish);
}

} // namespace tridesk::maps
