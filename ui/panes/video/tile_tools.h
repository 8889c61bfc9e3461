// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tridesk {

class VideoTile;

/// Gives a tile, once while it is made, the tools that are not its own (VideoTile::addTool()).
void fitTools(VideoTile& tile);

} // namespace tridesk
