// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_health.h"
#include "app/video/stream_fault.h"

#include <QImage>
#include <QSize>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace tridesk {

/// The picture of a replay that is to be seen now.
struct ReplayPicture {
    QImage image;       ///< as large as it is shown
    QSize native;       ///< as it came
    VideoTime at;       ///< on the replayed source's clock
    quint64 number = 0; ///< counts the replay's pictures from 1
};

struct ReplayStatus {
    VideoTime begin; ///< of what can be replayed, on its source's clock
    VideoTime end;
    double rate = 1;
    bool paused = false;
    bool isOpen = false;              ///< begin and end are known
    bool ended = false;               ///< the last picture is shown
    std::optional<StreamFault> fault; ///< why there is nothing more to be seen
};

/// What a replay is asked to do next.
struct ReplayWish {
    std::optional<VideoTime> seek;
    int steps = 0; ///< pictures forward, or back where negative
    double rate = 1;
    bool paused = false;
};

/// What a replay's thread and its owner share, as FeedSlot is for a feed: locked for moments only.
class ReplaySlot {
public:
    using Notify = std::function<void()>;

    explicit ReplaySlot(Notify notify)
        : m_notify(std::move(notify)) {}

    // The owner's side
    void stop(); ///< when it returns, notify is called no more
    void setShownSize(QSize size);
    void setPaused(bool paused);
    void setRate(double rate);
    void seek(VideoTime to);
    void step(int pictures);
    [[nodiscard]] std::optional<ReplayPicture> pictureAfter(quint64 number) const;
    [[nodiscard]] ReplayStatus status() const;

    // The replay's side
    [[nodiscard]] bool stopped() const { return m_stop; }
    [[nodiscard]] QSize shownSize() const;
    /// What is wished now; where to go and steps are told once.
    [[nodiscard]] ReplayWish takeWish();
    /// Until something new is wished, or that time has come, where one is given; false: something is.
    [[nodiscard]] bool waitUntil(std::optional<VideoTime> due);
    void opened(VideoTime begin, VideoTime end);
    void publish(QImage image, QSize native, VideoTime at);
    void ended(std::optional<StreamFault> fault = {});

private:
    template <class Change>
    void wish(Change change);
    void tell();

    std::atomic<bool> m_stop{false};
    mutable std::mutex m_lock;
    std::condition_variable m_woken;
    ReplayWish m_wish;
    bool m_isNew = false; ///< something is wished that nobody took yet
    QSize m_shownSize;
    ReplayPicture m_picture;
    ReplayStatus m_status;
    quint64 m_pictures = 0;

    std::mutex m_notifyLock;
    Notify m_notify;
};

} // namespace tridesk
