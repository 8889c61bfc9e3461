// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/packet_source.h"
#include "app/video/replay_slot.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace tridesk {

/// Shows what is over: the last minute of a feed, which goes on being read meanwhile, or a clip on disk. To a
/// tile it is what a Player is: lives in the window's thread, never waits, reads and decodes in a thread of
/// its own, and gathers its signals.
class Replayer : public QObject {
    Q_OBJECT

public:
    explicit Replayer(QObject* parent = nullptr);
    ~Replayer() override;

    /// From the beginning, or from `from` on the source's clock.
    void play(const OpenSource& source, std::optional<VideoTime> from = {});
    void stop(); ///< the last picture stays
    [[nodiscard]] bool isPlaying() const { return m_slot != nullptr; }

    void setShownSize(QSize size);
    void setPaused(bool paused);
    void setRate(double rate); ///< 1: as it was
    void seek(VideoTime to);   ///< to the last picture that is no later
    void seekBy(Milliseconds time) { seek(position() + time); }
    void step(int pictures); ///< forward, or back where negative; and stands still there

    /// The picture that is to be seen; its number is 0 before the first.
    [[nodiscard]] const ReplayPicture& picture() const { return m_picture; }
    /// Where it stands, on the source's clock.
    [[nodiscard]] VideoTime position() const { return m_picture.number > 0 ? m_picture.at : status().begin; }
    [[nodiscard]] ReplayStatus status() const;

Q_SIGNALS:
    void pictureChanged();
    void stateChanged(); ///< opened, ended, failed

private:
    void takeNews();

    std::shared_ptr<ReplaySlot> m_slot;
    ReplayPicture m_picture;
    QSize m_shownSize;
    ReplayStatus m_told;
    std::shared_ptr<std::atomic<bool>> m_queued = std::make_shared<std::atomic<bool>>(false);
};

} // namespace tridesk
