// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed.h"
#include "app/video/feed_slot.h"
#include "app/video/stream_input.h"

#include <memory>

namespace tridesk {

/// Plays one stream in a thread of its own, for as long as it lives, and begins anew with growing pauses when
/// it is lost. Nothing here waits for the stream: the destructor tells the thread to end and does not wait
/// for it either, so that a window may close sixteen feeds between two pictures. The thread is gone within a
/// tenth of a second; only one that the system holds in the look-up of a host's name ends when that does.
class FeedReader {
public:
    /// `rewind`: where what comes is kept while anybody holds it.
    FeedReader(FeedSource source, FeedSlot::Notify notify, const StreamLimits& limits = {},
               std::shared_ptr<Rewind> rewind = Rewind::make());
    ~FeedReader();
    Q_DISABLE_COPY_MOVE(FeedReader)

    /// The most room that the picture is given on the screen, in its points; it is made no larger. Empty: as
    /// it comes.
    void setShownSize(QSize size) { m_slot->setShownSize(size); }

    /// Whether anybody looks. While nobody does nothing is decoded; what comes is read, so that it never
    /// piles up at the sender, and kept from the last picture that stands by itself.
    void setDecoding(bool decoding) { m_slot->setDecoding(decoding); }

    /// Where its sound goes, decoded; null: nowhere.
    void setListener(std::shared_ptr<SoundQueue> listener) { m_slot->setListener(std::move(listener)); }

    [[nodiscard]] std::optional<FeedPicture> pictureAfter(quint64 number) const {
        return m_slot->pictureAfter(number);
    }
    [[nodiscard]] FeedStatus status(VideoTime now) const { return m_slot->status(now); }

    /// Threads of readers that have not ended yet; and waits until none is left (VideoThreads).
    [[nodiscard]] static int running();
    [[nodiscard]] static bool waitForEnd(Milliseconds most);

private:
    std::shared_ptr<FeedSlot> m_slot;
};

} // namespace tridesk
