// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/fetcher.h"
#include "maps/raster/picture_provider.h"
#include "maps/raster/tile_store.h"
#include "maps/raster/wmts_tiles.h"

#include <deque>
#include <memory>
#include <optional>
#include <unordered_set>

namespace tridesk::maps {

struct ServerOptions {
    QString storePath; ///< of the TileStore; empty: nothing is kept on disk
    FetchLimits limits = {};
};

/// Pictures of an Xyz or Wmts server: what was kept first, then what the server says. Nothing here waits for
/// it. What cannot be revalidated is shown all the same, as out of date: an old street is better than none.
class ServerProvider : public PictureProvider {
    Q_OBJECT

public:
    ServerProvider(TileSource source, ServerOptions options, QObject* parent = nullptr);

    void open() override;
    void want(std::vector<TileId> ids) override;

private:
    void askDescription();
    void takeDescription(const std::optional<KeptTile>& kept, const Fetched& fetched);
    [[nodiscard]] SourceTrouble begin(const QByteArray& description);
    void step();
    void look(TileId id);
    void fetch(TileId id, const std::optional<KeptTile>& kept);
    [[nodiscard]] std::optional<QUrl> urlOf(TileId id) const;
    [[nodiscard]] SourceTrouble judge(const QByteArray& bytes);
    void take(TileId id, const std::optional<KeptTile>& kept, const Fetched& fetched);
    void keep(TileId id, const Fetched& fetched);
    void tell(SourceTrouble trouble);

    TileSource m_source;
    ServerOptions m_options;
    QString m_keptUnder; ///< in the store: what its addresses are made of
    std::optional<WmtsTiles> m_wmts;
    std::unique_ptr<TileStore> m_store;
    std::unique_ptr<Fetcher> m_fetcher; ///< made on the thread that it works on
    std::deque<TileId> m_wanted;
    std::unordered_set<TileId> m_old; ///< of those wanted: shown although out of date
    QImage m_judged;                  ///< what was decoded to look at it
    SourceTrouble m_trouble;
    bool m_isOpen = false;
    bool m_stepping = false;
};

} // namespace tridesk::maps
