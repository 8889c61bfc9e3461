// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tridesk {

class VideoTile;
struct PaneContext;

/// Gives a tile, once while it is made, the tools that are not its own (VideoTile::addTool()).
void fitTools(VideoTile& tile, const PaneContext& context);

} // namespace tridesk
