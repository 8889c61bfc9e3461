// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/player.h"

namespace tridesk {

/// What became of a trial.
struct TrialResult {
    std::optional<StreamFault> fault; ///< why it does not play; nothing where it does
    QSize size;
    QByteArray codec;
    double rate = 0; ///< pictures a second
    QImage still;    ///< its last picture

    [[nodiscard]] bool plays() const { return !fault && !size.isEmpty(); }
};

/// "Does it play, at what size and rate": plays a stream for a few seconds, off this thread, and tells.
class FeedTrial : public QObject {
    Q_OBJECT

public:
    struct Times {
        Milliseconds most = std::chrono::seconds(12);   ///< until something must have come
        Milliseconds measure = std::chrono::seconds(3); ///< since the first picture, for the rate
    };

    explicit FeedTrial(QObject* parent = nullptr);

    void start(const FeedSource& source, const Times& times);
    void start(const FeedSource& source) { start(source, Times()); }
    void stop(); ///< nothing is told any more
    [[nodiscard]] bool isRunning() const { return m_player.isPlaying(); }

Q_SIGNALS:
    void pictureChanged(const QImage& picture);
    void finished(const tridesk::TrialResult& result);

private:
    void look();
    void finish();

    Player m_player;
    QTimer m_end;
    Times m_times;
    bool m_isMeasuring = false;
};

} // namespace tridesk
