// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/feed_login_watch.h"
#include "app/video/feed_players.h"
#include "app/video/footage_keeper.h"
#include "app/video/rewind_spill.h"
#include "ui/console/console.h"
#include "ui/sound/feed_sound.h"

using namespace Qt::StringLiterals;

// The players of all windows: where a feed is, says the record; what opens it, the store of logins.

namespace tridesk {

void Console::prepareVideo() {
    if (!m_ground.video)
        return;
    if (!m_ground.footageFolder.isEmpty()) {
        m_keeper = std::make_unique<FootageKeeper>(m_ground.desk, m_ground.footageFolder);
        m_keeper->start();
    }
    const auto source = [this](const FeedId& id) -> Result<Feed> {
        const VideoFeed* feed = m_ground.desk.situation().feeds().find(id);
        if (!feed)
            return refuse(RefusalCode::UnknownFeed, u"feed"_s, id.toString());
        return Feed::read(*feed, m_ground.logins ? m_ground.logins->of(id) : FeedLogins());
    };
    // where pictures are kept there is room for a minute of them; temporary folders often lie in memory
    m_video = std::make_unique<FeedPlayers>(FeedPlayers::Ground{
        .source = source, .spill = std::make_shared<RewindSpill>(m_ground.footageFolder)});
    m_feedSound = std::make_unique<sound::FeedSound>(m_video->hearing(), m_sounder);
    if (m_ground.logins)
        connect(m_ground.logins, &FeedLoginWatch::changed, m_video.get(), [this](const QSet<FeedId>& feeds) {
            for (const FeedId& feed : feeds)
                m_video->renew(feed);
        });
}

} // namespace tridesk
