// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QByteArray>
#include <QSize>
#include <QString>

// The words of video feeds, in the language that is set. GUI thread only.
namespace tridesk::text {

[[nodiscard]] QString name(FeedOwnerKind kind); ///< "Body camera", 执法记录仪
/// Whose a feed is, and who carries it now: "C-07 › 1A12".
[[nodiscard]] QString feedOwner(const Situation& situation, const VideoFeed& feed);
/// "Plays: 640 × 360, 15 pictures a second, h264".
[[nodiscard]] QString feedPlays(QSize size, double rate, const QByteArray& codec);

} // namespace tridesk::text
