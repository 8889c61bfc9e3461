// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/tile_tools.h"

#include "ui/panes/video/tile_keeping.h"
#include "ui/panes/video/tile_sound.h"
#include "ui/panes/video/video_tile.h"

#include <QAction>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tridesk {

QLabel* tilePlate(VideoTile& tile, const QString& name, const QString& accessibleName) {
    auto* label = new QLabel(&tile);
    label->setObjectName(name);
    label->setAccessibleName(accessibleName);
    label->setProperty("tileTools", true);
    label->setMargin(3);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->hide();
    return label;
}

void fitTools(VideoTile& tile, const PaneContext& context) {
    new TileKeeping(tile, context); // the tile's child
    if (context.video)
        new TileSound(tile, context);
    QAction* pin =
        tile.addTool(u"tile.pin"_s, u"tack"_s, VideoTile::tr("Pin: it plays before others, and stays"),
                     Qt::Key_P, [&tile] { tile.setPinned(!tile.isPinned()); });
    pin->setCheckable(true);
    QObject::connect(&tile, &VideoTile::pinChanged, pin, &QAction::setChecked);
    tile.addTool(u"tile.fullScreen"_s, u"expand"_s, VideoTile::tr("Full screen"), Qt::Key_Return,
                 [&tile] { Q_EMIT tile.fullScreenAsked(); });
    tile.addTool(u"tile.close"_s, u"close"_s, VideoTile::tr("Close the picture"), Qt::Key_Delete,
                 [&tile] { Q_EMIT tile.closeAsked(); });
}

} // namespace tridesk
