// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/video/sound_queue.h"

#include <QObject>

#include <memory>

namespace tridesk {

/// Which feed of this program is heard: none to begin with, never more than one, since two that speak at once
/// are understood by nobody. The pictures' players put its sound into queue(); who has the sound device takes
/// it from there and says whether it can be heard. GUI thread.
class FeedHearing : public QObject {
    Q_OBJECT

public:
    enum class State {
        Silent,   ///< no feed was chosen
        Heard,    ///< as far as anything comes
        NoTrack,  ///< what comes has no sound
        NoDevice, ///< this computer has nothing to play it on
        Hushed    ///< something else must be heard now
    };

    using QObject::QObject;

    /// Null: none.
    void choose(const FeedId& feed);
    [[nodiscard]] const FeedId& feed() const { return m_feed; }
    /// Of this feed.
    [[nodiscard]] State state(const FeedId& feed) const;
    [[nodiscard]] const std::shared_ptr<SoundQueue>& queue() const { return m_queue; }

    // The players' side
    void setTrack(bool hasTrack);

    // The device's side
    void setDevice(bool isThere);
    void setHushed(bool hushed);
    [[nodiscard]] bool isHushed() const { return m_hushed; }

Q_SIGNALS:
    void chosen();  ///< another feed, or none
    void changed(); ///< that, or the state

private:
    std::shared_ptr<SoundQueue> m_queue = std::make_shared<SoundQueue>();
    FeedId m_feed;
    bool m_hasTrack = true; ///< until it is known
    bool m_hasDevice = false;
    bool m_hushed = false;
};

} // namespace tridesk
