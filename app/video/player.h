// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_reader.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace tridesk {

/// A feed as a tile sees it: lives in the window's thread, never waits, and says what is new by signals.
/// Signals are gathered: however fast pictures come, one that has not been looked at is replaced, not queued.
class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(QObject* parent = nullptr);
    ~Player() override;

    /// Where its last minute lies instead of in memory; from the next play() on.
    void setSpill(std::shared_ptr<RewindSpill> spill) { m_spill = std::move(spill); }

    void play(const FeedSource& source, const StreamLimits& limits = {});
    /// The other stream of the same camera, larger or smaller.
    void playOther(const FeedSource& source, const StreamLimits& limits = {});
    void stop(); ///< the last picture stays as a still
    [[nodiscard]] bool isPlaying() const { return m_reader != nullptr; }

    void setShownSize(QSize size);
    void setDecoding(bool decoding);
    [[nodiscard]] bool isDecoding() const { return m_decoding; }

    /// Where its sound goes, decoded; null, as to begin with: nowhere.
    void setListener(std::shared_ptr<SoundQueue> listener);

    /// Whether the last minute is kept for a replay: while the feed is on a screen.
    void setKeeping(bool keeping);
    /// What is kept of it. play() lets go of what another feed sent and begins anew; playOther() goes on.
    [[nodiscard]] const std::shared_ptr<Rewind>& rewind() const { return m_rewind; }

    /// The newest picture; its number is 0 before the first.
    [[nodiscard]] const FeedPicture& picture() const { return m_picture; }
    [[nodiscard]] FeedStatus status() const;

Q_SIGNALS:
    void pictureChanged();
    void stateChanged(); ///< the state, why it is so, the fault, or that it has sound

private:
    void takeNews();
    void judge();

    std::unique_ptr<FeedReader> m_reader;
    std::shared_ptr<RewindSpill> m_spill;
    std::shared_ptr<Rewind> m_rewind = Rewind::make();
    std::optional<RewindHold> m_hold;
    FeedPicture m_picture;
    quint64 m_seen = 0; ///< number of this reader's last picture that was taken
    QSize m_shownSize;
    std::shared_ptr<SoundQueue> m_listener;
    bool m_decoding = true;
    FeedStatus m_told; ///< as of the last stateChanged()
    QTimer m_due;      ///< runs out when time alone changes the state
    std::shared_ptr<std::atomic<bool>> m_queued = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tridesk
