// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_health.h"
#include "app/video/rewind.h"
#include "app/video/sound_queue.h"
#include "app/video/stream_fault.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace tridesk {

/// The newest picture of a feed. There is never a second one waiting.
struct FeedPicture {
    QImage image;       ///< as large as it is shown
    QSize native;       ///< as it came
    VideoTime at;       ///< when its last packet had come
    quint64 number = 0; ///< counts the feed's pictures from 1
};

/// What a tile says about a feed beside its picture.
struct FeedStatus {
    FeedState state = FeedState::Off;
    FeedStill still = FeedStill::Not;
    std::optional<Milliseconds> age;         ///< of what came last
    std::optional<Milliseconds> sameFor;     ///< it has been the same picture
    std::optional<Milliseconds> untilChange; ///< of the state, by time alone
    std::optional<StreamFault> fault;        ///< why the feed is not there now; nothing while it plays
    std::optional<Milliseconds> untilTry;    ///< until the next connect, while the feed is left alone
    QSize native;
    QByteArray codec;
    double rate = 0;       ///< pictures a second, over the last two
    quint64 pictures = 0;  ///< decoded since the feed was opened
    quint64 unseen = 0;    ///< packets that nobody looked at
    quint64 tries = 0;     ///< connects
    bool hasSound = false; ///< some has come
};

/// What a reader's thread and its owner share; locked for moments, never while something is waited for or
/// decoded.
class FeedSlot {
public:
    /// Called in the reader's thread when a picture or the state is new; must not wait.
    using Notify = std::function<void()>;

    FeedSlot(Notify notify, std::shared_ptr<Rewind> rewind);

    // The owner's side
    void stop(); ///< when it returns, notify is called no more
    void setShownSize(QSize size);
    void setDecoding(bool decoding);
    void setListener(std::shared_ptr<SoundQueue> listener); ///< null: nobody listens
    /// The newest picture, if it is newer than that number.
    [[nodiscard]] std::optional<FeedPicture> pictureAfter(quint64 number) const;
    [[nodiscard]] FeedStatus status(VideoTime now) const;

    // The reader's side
    [[nodiscard]] const std::atomic<bool>& stopped() const { return m_stop; }
    [[nodiscard]] bool isDecoding() const { return m_decoding.load(std::memory_order_relaxed); }
    [[nodiscard]] QSize shownSize() const;
    void connecting();
    /// It is left alone for so long before the next try.
    void lost(const StreamFault& fault, Milliseconds pause);
    void publish(QImage image, QSize native, const QByteArray& codec, const LumaDigest& digest, VideoTime at);
    void unseen(VideoTime at);
    void tellSound(); ///< some has come
    [[nodiscard]] std::shared_ptr<SoundQueue> listener() const;
    /// Whether what comes is kept for somebody, and keeps it; not after stop().
    [[nodiscard]] bool isKeeping() const { return m_rewind->isHeld(); }
    void keep(const AVPacket& packet, const CodingPtr& coding, VideoTime at);
    /// False when it was stopped meanwhile.
    [[nodiscard]] bool pause(Milliseconds time);

private:
    void tell();
    void countArrival(VideoTime at);

    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_decoding{true};
    std::shared_ptr<Rewind> m_rewind; ///< outlives this reader where another goes on with the same feed
    mutable std::mutex m_lock;
    std::condition_variable m_woken;
    QSize m_shownSize;
    FeedHealth m_health;
    FeedPicture m_picture;
    FeedStatus m_counts; ///< what status() does not work out
    std::optional<VideoTime> m_nextTry;
    std::deque<VideoTime> m_arrivals;
    std::shared_ptr<SoundQueue> m_listener;

    std::mutex m_notifyLock;
    Notify m_notify;
};

} // namespace tridesk
