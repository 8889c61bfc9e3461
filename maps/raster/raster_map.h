// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/placement.h"
#include "maps/raster/source_trouble.h"

#include <QObject>
#include <QRectF>
#include <QThread>

#include <memory>
#include <mutex>
#include <vector>

namespace tridesk::maps {

class PieceMaker;
class PictureProvider;

/// A source of pictures on a thread of its own: reading, asking, decoding and putting together happen there.
/// What is wanted is said anew with each move of the view; what is no longer wanted is not made, nor asked
/// for. Signals come to the thread that made it. Destroying it waits for the piece in hand, some 10 ms; never
/// for a server.
class RasterMap : public QObject {
    Q_OBJECT

public:
    explicit RasterMap(std::unique_ptr<PictureProvider> provider, QObject* parent = nullptr);
    ~RasterMap() override;

    void want(std::vector<PieceWanted> pieces);

Q_SIGNALS:
    void drawn(const tridesk::maps::PieceWanted& piece, const QImage& image, bool lasting);
    void opened(const tridesk::maps::TileSource& source, const QRectF& bounds);
    void troubled(const tridesk::maps::SourceTrouble& trouble);

private:
    void takeWish();

    std::mutex m_mutex;
    std::vector<PieceWanted> m_wish;
    bool m_wishing = false;
    PieceMaker* m_maker; ///< on m_thread, which deletes it
    QThread m_thread;
};

} // namespace tridesk::maps
