// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/picture_provider.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QThread>

#include <memory>
#include <optional>

namespace tridesk::maps {

/// What one picture, asked for where the map is looked at, shows of a source.
struct TrialResult {
    TileId tile;                       ///< of the source's own numbering and datum
    QImage picture;                    ///< null: none came
    qsizetype bytes = 0;               ///< encoded
    std::chrono::milliseconds took{0}; ///< from the question to the answer, a WMTS's description included
    bool isAbsent = false;             ///< the source answers that it has none there
    SourceTrouble trouble;             ///< why it gives none
    TileSource source;                 ///< as it turned out to be
    QStringList layers;                ///< of a WMTS: what can be chosen
    QStringList matrixSets;
};

/// Asks a source for one picture, once, on a thread of its own; nothing is kept of it. Signals come to the
/// thread that made it. Destroying it breaks the question off.
class SourceTrial : public QObject {
    Q_OBJECT

public:
    /// `provider` is asked for the tile at `centre` (Mercator, WGS-84) nearest to `zoom` that `source` has.
    SourceTrial(std::unique_ptr<PictureProvider> provider, QPointF centre, int zoom,
                QObject* parent = nullptr);
    ~SourceTrial() override;

Q_SIGNALS:
    void finished(const tridesk::maps::TrialResult& result);

private:
    void begin(PictureProvider& provider);

    QPointF m_centre;
    int m_zoom;
    PictureProvider* m_provider; ///< on m_thread, which deletes it
    QThread m_thread;
};

/// The tile of the source's numbering that shows a place (Mercator, WGS-84) at a zoom that it has.
[[nodiscard]] TileId tileAt(const TileSource& source, QPointF centre, int zoom);

} // namespace tridesk::maps

Q_DECLARE_METATYPE(tridesk::maps::TrialResult)
