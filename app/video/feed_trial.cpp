// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_trial.h"

namespace tridesk {

using namespace Qt::StringLiterals;

FeedTrial::FeedTrial(QObject* parent)
    : QObject(parent)
    , m_player(this)
    , m_end(this) {
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &FeedTrial::finish);
    connect(&m_player, &Player::stateChanged, this, &FeedTrial::look);
    connect(&m_player, &Player::pictureChanged, this, [this] {
        look();
        Q_EMIT pictureChanged(m_player.picture().image);
    });
}

void FeedTrial::start(const FeedSource& source, const Times& times) {
    m_times = times;
    m_isMeasuring = false;
    m_end.start(m_times.most);
    m_player.play(source);
}

void FeedTrial::stop() {
    m_end.stop();
    m_player.stop();
}

void FeedTrial::look() {
    if (!m_player.isPlaying())
        return;
    const FeedStatus status = m_player.status();
    if (status.pictures > 0 && !m_isMeasuring) {
        m_isMeasuring = true;
        m_end.start(m_times.measure);
    }
    // A reader goes on trying; whoever tries it out wants to know at once.
    if (status.fault && !m_isMeasuring)
        finish();
}

void FeedTrial::finish() {
    const FeedStatus status = m_player.status();
    TrialResult result{
        .fault = {}, .size = status.native, .codec = status.codec, .rate = status.rate, .still = {}};
    if (m_isMeasuring)
        result.still = m_player.picture().image;
    else
        result.fault = status.fault.value_or(StreamFault{StreamFault::Kind::Silent, {}});
    stop();
    Q_EMIT finished(result);
}

} // namespace tridesk
