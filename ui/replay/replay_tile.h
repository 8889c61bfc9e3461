// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/video_feed.h"
#include "app/video/replayer.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class PlayClock;
class Prompts;
class ReplayScreen;
class SeatDesk;

/// One feed of a replay: a clip that keeps step with the replay's clock, and what the record says of the feed
/// then.
class ReplayTile : public QFrame {
    Q_OBJECT

public:
    /// Above that speed, and backwards, stills are shown: nobody could follow, and no decoder keep up.
    static constexpr double fastest = 8;
    static constexpr Milliseconds stillEvery{250};
    /// Further out of step than that, it is put right.
    static constexpr Milliseconds mostDrift{400};

    /// `desk` is the replay's; all outlive it.
    ReplayTile(SeatDesk& desk, const PlayClock& clock, const Look& look, Prompts& prompts, const FeedId& feed,
               QWidget* parent = nullptr);
    ~ReplayTile() override;

    void setTitle(const QString& title);
    void setWords(const QString& words); ///< who watched, marks
    /// The clip that reaches over this instant, and its file; null: none was kept.
    void setClip(const Footage* clip, const QString& path);
    void follow(); ///< the clock has moved
    [[nodiscard]] Replayer& replayer() { return *m_replayer; }
    [[nodiscard]] bool isOpen() const { return !m_view.isNull(); } ///< it may be seen: the look is on record

private:
    void open(const QString& reason);
    void close();
    void askReason();
    void begin();

    SeatDesk& m_desk;
    const PlayClock& m_clock;
    Prompts& m_prompts;
    FeedId m_feed;
    Footage m_clip;
    QString m_path;
    ViewId m_view; ///< null: nothing is played
    bool m_asked = false;
    Replayer* m_replayer;
    ReplayScreen* m_screen;
    QLabel* m_words;
    QPushButton* m_open;
    QElapsedTimer m_sinceSeek;
    Instant m_soughtAt;
    bool m_plays = false; ///< as the replayer was told last
    double m_rate = 1;
};

} // namespace tridesk
