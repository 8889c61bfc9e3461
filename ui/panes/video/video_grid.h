// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QMimeData;

namespace tridesk {

class FeedViews;
class VideoTile;

/// One, four, nine or sixteen pictures. By keyboard: arrows go from tile to tile, digits to the tile of that
/// number, plus and minus to more and fewer tiles; what a tile can do has keys of its own. What is dropped on
/// a tile opens there, and the rest of it in the tiles behind.
class VideoGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int most = 16;

    /// `views` outlives it.
    VideoGrid(const PaneContext& context, FeedViews& views, QWidget* parent = nullptr);

    void setCount(int tiles); ///< the least of 1, 4, 9, 16 that holds so many; what does not fit is closed
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] QList<VideoTile*> tiles() const { return m_tiles.first(m_count); }
    [[nodiscard]] VideoTile* tileOf(const FeedId& feed) const; ///< null: it is not shown

    /// Shows them, where they are not shown already: in empty tiles, in more tiles, and where there can be no
    /// more in the place of the oldest that nobody pinned and that is no emergency. `first`: where to begin.
    /// False where not all found room. The first of them gets the focus if `focus`.
    bool open(const QList<FeedId>& feeds, const std::optional<IncidentId>& incident,
              VideoTile* first = nullptr, bool focus = true);
    /// In a tile of its own, that the next one that is followed takes over, unless it was pinned meanwhile;
    /// for it there are no more tiles than there were.
    void follow(const FeedId& feed);
    /// The tiles as another grid has them.
    void take(const VideoGrid& other);
    void focusTile();

Q_SIGNALS:
    void countChanged(int tiles);
    void filled(); ///< another picture stands in a tile, or none, or one was pinned
    void fullScreenAsked(const tridesk::FeedId& feed);
    void reasonAsked();
    void dropped(const QMimeData& data, tridesk::VideoTile* tile);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    [[nodiscard]] int focused() const;
    void go(int tile);
    void step(int columns, int rows);
    void resizeBy(int steps);
    [[nodiscard]] VideoTile* freeTile(bool grow);
    [[nodiscard]] VideoTile* oldest() const;

    PaneContext m_context;
    FeedViews& m_views;
    QGridLayout* m_layout;
    QList<VideoTile*> m_tiles; ///< made as they are needed
    int m_count = 0;
    int m_current = 0;
    FeedId m_followed;
};

} // namespace tridesk
