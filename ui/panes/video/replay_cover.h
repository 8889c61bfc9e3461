// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/replayer.h"

#include <QWidget>

namespace tridesk {

class Look;
class ReplayBar;
class ReplayScreen;
class VideoTile;

/// A tile's last minute over the tile itself, with what is live meanwhile small in its corner. Once it has
/// played to its end the live picture is back.
class ReplayCover : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it; it lies within `tile`, below its tools.
    ReplayCover(VideoTile& tile, const Look& look);

    /// From so long ago. False: nothing was kept.
    bool begin(const PacketSpan& span, Milliseconds back, Instant now);
    void leave();
    [[nodiscard]] bool isOn() const { return isVisibleTo(parentWidget()); }

    [[nodiscard]] Replayer& replay() { return *m_replay; }
    [[nodiscard]] const PacketSpan& span() const { return m_span; } ///< what is replayed
    /// When what is shown was, on the desk's clock.
    [[nodiscard]] Instant instant() const { return instantOf(m_replay->position()); }

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] Instant instantOf(VideoTime at) const { return m_now + (at - m_begunAt); }
    void showLive();
    void follow();
    void place();

    VideoTile& m_tile;
    Replayer* m_replay;
    ReplayScreen* m_screen;
    ReplayBar* m_bar;
    PacketSpan m_span;
    Instant m_now;
    VideoTime m_begunAt;
};

} // namespace tridesk
