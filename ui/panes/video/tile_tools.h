// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;

namespace tridesk {

class VideoTile;
struct PaneContext;

/// A line of words over a tile's picture, hidden to begin with.
[[nodiscard]] QLabel* tilePlate(VideoTile& tile, const QString& name, const QString& accessibleName);

/// Gives a tile, once while it is made, the tools that are not its own (VideoTile::addTool()).
void fitTools(VideoTile& tile, const PaneContext& context);

} // namespace tridesk
