// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_players.h"
#include "tests/support/live_desk.h"
#include "tests/video/camera_server.h"

#include <QString>

namespace tridesk::test {

/// Gives a desk cameras from a real RTSP server: one on each of the units named, then fixed ones "C1", "C2" …
/// each farther north of a place than the one before.
void defineFeeds(LiveDesk& live, const CameraServer& server, const QStringList& units, int cameras,
                 GeoPoint place);

/// "began 1A12 (why) #0001", "ended 1A12 #0001": every look that the journal has, oldest first; what was
/// begun with a reason has it in brackets, what was opened for an incident its number.
[[nodiscard]] QStringList looks(const LiveDesk& live);

/// The players of a desk's feeds.
[[nodiscard]] FeedPlayers::Ground playersOf(LiveDesk& live);

} // namespace tridesk::test
