// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QString>

namespace tridesk {

/// Whose picture: "1A12" with what the feed is called behind it where that says more; of a fixed camera its
/// name.
[[nodiscard]] QString feedTitle(const Situation& situation, const FeedId& feed);

/// Feeds that a person means by what was typed: by code, name, callsign, camera or officer; the nearest to
/// what was typed first, at most `most`.
[[nodiscard]] QList<FeedId> feedsNamed(const Situation& situation, const QString& text, int most);

/// The feeds of a fixed camera, by its code.
[[nodiscard]] QList<FeedId> feedsOfCamera(const Situation& situation, const CameraId& camera);

} // namespace tridesk
