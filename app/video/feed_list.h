// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/intake/incident_file.h"
#include "app/video/feed.h"

#include <QList>

#include <expected>

namespace tridesk {

/// One row of a list of feeds: what goes into the record, and what is kept beside it.
struct FeedRow {
    qint64 row = 0;
    VideoFeed feed;
    FeedLogins logins;
};

/// What could be read of such a list, and what could not. No fault shows anything that may be a login.
struct FeedList {
    QList<FeedRow> rows;
    QList<FileFault> faults;
};

constexpr int mostFeedRows = 20'000;

/// CSV with the columns code, name, name_en, kind, owner, lat, lon, main, sub, user, password, in English or
/// Chinese, or JSON, a list of objects with the same fields. kind is unit (also where it is left out),
/// body_camera, officer, camera or place; owner a callsign, the camera's code as the shift's kit says it, a
/// name, the code of a camera of the map, or "lat,lon". A login may stand in the address instead; it is taken
/// out of it. One line on failure of the whole.
[[nodiscard]] std::expected<FeedList, QString> readFeeds(const QString& path,
                                                         FeedFiles files = FeedFiles::Refused);

/// A unit is named by its callsign in a list, which is its code as a rule, but need not be.
[[nodiscard]] VideoFeed withUnitOf(const Situation& situation, VideoFeed feed);

} // namespace tridesk
