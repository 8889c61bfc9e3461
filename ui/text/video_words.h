// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/attention.h"
#include "app/video/feed_health.h"
#include "app/video/stream_fault.h"

#include <QString>

// The words of pictures, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(FeedState state); ///< "Live", 实时
/// Why a picture stands still: "no new picture comes"; empty where it does not.
[[nodiscard]] QString name(FeedStill still);
/// Why a feed does not play, as a whole sentence: "The camera cannot be reached."
[[nodiscard]] QString faultText(StreamFault::Kind fault);
/// Why a feed plays though not all can, or why it shows its last still; empty where all play.
[[nodiscard]] QString attentionText(const AttentionChoice& choice);

} // namespace tridesk::text
