// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/feed_names.h"

#include "app/domain/feed_rules.h"
#include "ui/text/names.h"

#include <algorithm>
#include <functional>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tridesk {

QString feedTitle(const Situation& situation, const FeedId& id) {
    const VideoFeed* feed = situation.feeds().find(id);
    if (!feed)
        return id.toString();
    const QString own = text::name(feed->name);
    if (const auto unit = feed_rules::unitOf(situation, *feed)) {
        const QString callsign = text::callsign(situation, *unit);
        return own.isEmpty() || own.contains(callsign) ? (own.isEmpty() ? callsign : own)
                                                       : callsign + u' ' + own;
    }
    if (!own.isEmpty())
        return own;
    if (const Camera* camera = situation.cameras().find(feed->owner.camera))
        return text::name(camera->name);
    return id.toString();
}

QList<FeedId> feedsNamed(const Situation& situation, const QString& text, int most) {
    struct Found {
        int rank;
        QString title;
        FeedId feed;
    };
    const QString wanted = text.trimmed();
    QList<Found> found;
    for (const VideoFeed& feed : situation.feeds()) {
        const QString title = feedTitle(situation, feed.id);
        int rank = 4;
        for (const QString& name : {title, feed.id.toString(), feed.name.zh, feed.name.en, feed.owner.name,
                                    feed.owner.camera.toString()}) {
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                rank = 0;
            else if (name.startsWith(wanted, Qt::CaseInsensitive))
                rank = std::min(rank, 1);
            else if (name.contains(wanted, Qt::CaseInsensitive))
                rank = std::min(rank, 2);
        }
        if (rank < 4)
            found.append({rank, title, feed.id});
    }
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return std::tie(a.rank, a.title, a.feed) < std::tie(b.rank, b.title, b.feed);
    });
    QList<FeedId> feeds;
    for (const Found& each : found.first(std::min<qsizetype>(most, found.size())))
        feeds << each.feed;
    return feeds;
}

QList<FeedId> feedsOfCamera(const Situation& situation, const CameraId& camera) {
    QList<FeedId> feeds;
    for (const VideoFeed& feed : situation.feeds())
        if (feed.owner.kind == FeedOwnerKind::Camera && feed.owner.camera == camera)
            feeds << feed.id;
    std::ranges::sort(feeds, std::less<>());
    return feeds;
}

} // namespace tridesk
