// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>
#include <QPointF>

#include <functional>
#include <optional>

class QLabel;

namespace tridesk {

class FeedViews;
class VideoTile;

/// A unit's picture beside its marker on the map: goes where the marker goes, never covers it, and waits at
/// the edge of the map, with an arrow, while the marker is out of sight.
class MarkerCard : public QFrame {
    Q_OBJECT

public:
    using MarkerOf = std::function<std::optional<QPointF>(const UnitId&)>;

    /// All outlive it. `markerOf`: where the marker stands on the map widget.
    MarkerCard(const PaneContext& context, FeedViews& views, QWidget& map, MarkerOf markerOf);

    /// False where no camera of it is known.
    bool open(const UnitId& unit);
    void leave();
    [[nodiscard]] const UnitId& unit() const { return m_unit; } ///< null: closed
    [[nodiscard]] VideoTile& tile() { return *m_tile; }
    /// The map looks elsewhere, or the unit has moved.
    void place();

Q_SIGNALS:
    void changed(); ///< another unit's, or none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    PaneContext m_context;
    QWidget& m_map;
    MarkerOf m_markerOf;
    UnitId m_unit;
    QLabel* m_title;
    VideoTile* m_tile;
};

/// Where a card of that size goes beside a marker: within `map`, off the marker where that is in sight, else
/// at the edge that is nearest to it.
[[nodiscard]] QPoint cardPlace(const QRect& map, QSize card, QPointF marker);

} // namespace tridesk
