// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"

#include <QObject>

class QAction;
class QLabel;

namespace tridesk {

class FeedHearing;
class VideoTile;

/// A tile's sound: off until it is asked for, then in the place of whichever was heard before. While nothing
/// can be heard of it, the tile says why.
class TileSound : public QObject {
    Q_OBJECT

public:
    /// A child of the tile, which it gives its tool. PaneContext::video is not null.
    TileSound(VideoTile& tile, const PaneContext& context);

private:
    void toggle();
    void follow();
    bool eventFilter(QObject* watched, QEvent* event) override;

    VideoTile& m_tile;
    FeedHearing& m_hearing;
    QLabel* m_note;
    QAction* m_action;
};

} // namespace tridesk
