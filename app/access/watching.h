// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/redaction.h"

namespace tridesk {

/// Whether a seat may open a feed at all: the bureau any; a station those of its own units, fixed cameras in
/// its area, and what belongs to an incident that it sees; a crew its own. Whether it must say why is
/// feed_rules::needsReason. Pure, like the two below.
[[nodiscard]] bool mayWatch(const Situation& situation, const Actor& actor, const VideoFeed& feed,
                            Instant now);

/// Whether these eyes may see the picture: nothing of a crew that works on a sensitive incident which they
/// may not read, unless that crew is in an emergency. On a wall, where nobody is asked for a reason, only
/// what needs none, and of the sensitive nothing ever.
[[nodiscard]] bool mayShow(const Situation& situation, const Eyes& eyes, const VideoFeed& feed, Instant now);

/// The same of what was kept: of a sensitive incident for those alone who may read it.
[[nodiscard]] bool mayShow(const Situation& situation, const Eyes& eyes, const Footage& footage, Instant now);

} // namespace tridesk
