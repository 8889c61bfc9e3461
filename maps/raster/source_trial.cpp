// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/source_trial.h"

#include "maps/geo/mercator.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {

namespace {

/// What is known so far; lives with the provider, on its thread.
struct Progress {
    TrialResult result;
    QElapsedTimer clock;
    bool isOver = false;
};

} // namespace

TileId tileAt(const TileSource& source, QPointF centre, int zoom) {
    const QPointF at =
        source.datum == Datum::Wgs84 ? centre : toMercator(fromWgs84(fromMercator(centre), source.datum));
    // A picture of 512 pixels shows what four of the next zoom do.
    const int z = std::clamp(source.tileSize == 512 ? zoom - 1 : zoom, source.minZoom, source.maxZoom);
    const int last = (1 << z) - 1;
    const auto number = [z, last](double part) {
        return std::clamp(int(std::floor(part * double(1LL << z))), 0, last);
    };
    return {z, number(at.x()), number(at.y())};
}

SourceTrial::SourceTrial(std::unique_ptr<PictureProvider> provider, QPointF centre, int zoom, QObject* parent)
    : QObject(parent)
    , m_centre(centre)
    , m_zoom(zoom)
    , m_provider(provider.release()) {
    m_provider->setParent(nullptr);
    begin(*m_provider);
    m_provider->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_provider, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("map trial"));
    m_thread.start();
    QMetaObject::invokeMethod(
        m_provider, [provider = m_provider] { provider->open(); }, Qt::QueuedConnection);
}

SourceTrial::~SourceTrial() {
    m_thread.quit();
    m_thread.wait();
}

/// The provider is its own context below: what is told is heard on its thread.
void SourceTrial::begin(PictureProvider& provider) {
    auto progress = std::make_shared<Progress>();
    progress->clock.start();
    const auto end = [this, progress] {
        if (std::exchange(progress->isOver, true))
            return;
        progress->result.took =
            progress->clock.durationElapsed() / std::chrono::milliseconds(1) * std::chrono::milliseconds(1);
        Q_EMIT finished(progress->result); // from another thread: queued to whom it is connected
    };
    connect(&provider, &PictureProvider::offered, &provider,
            [progress](const QStringList& layers, const QStringList& matrixSets) {
                progress->result.layers = layers;
                progress->result.matrixSets = matrixSets;
            });
    connect(&provider, &PictureProvider::opened, &provider,
            [this, progress, ask = &provider](const TileSource& source) {
                progress->result.source = source;
                progress->result.tile = tileAt(source, m_centre, m_zoom);
                ask->want({progress->result.tile});
            });
    connect(&provider, &PictureProvider::troubled, &provider, [progress, end](const SourceTrouble& trouble) {
        progress->result.trouble = trouble;
        if (trouble)
            end();
    });
    connect(&provider, &PictureProvider::answered, &provider,
            [progress, end](TileId, const TileAnswer& answer) {
                progress->result.picture = answer.picture;
                progress->result.bytes = answer.bytes;
                progress->result.isAbsent = answer.kind == TileAnswer::Kind::Absent;
                end();
            });
}

} // namespace tridesk::maps
