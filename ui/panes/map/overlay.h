// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

class QWidget;

namespace tridesk {

/// Places what floats over the map: stacked from the top left corner, stacked up from the foot, in a strip at
/// the right under the zoom buttons, and beside that strip. Follows the map's size and each part's own.
class MapOverlay : public QObject {
    Q_OBJECT

public:
    enum class Spot { TopLeft, Foot, RightStrip, BesideStrip };

    /// `map` outlives it.
    explicit MapOverlay(QWidget& map);

    void add(QWidget& part, Spot spot); ///< becomes a child of the map; in the order of adding
    void place();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void placeTop();
    void placeFoot();
    void placeRight();

    QWidget& m_map;
    QList<std::pair<QWidget*, Spot>> m_parts;
    bool m_placing = false;
    int m_topRight = 0; ///< how far to the right and down what stands at the top left reaches
    int m_topEnd = 0;
};

} // namespace tridesk
