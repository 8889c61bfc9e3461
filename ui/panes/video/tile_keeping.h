// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_clerk.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>
#include <QTimer>

class QAction;
class QLabel;
class QLineEdit;

namespace tridesk {

class Player;
class ReplayCover;
class VideoTile;

/// What of a tile's picture can be seen again and kept: its last minute, a still, a clip, a mark with words.
/// Each has a button and a key; what came of it is said on the tile.
class TileKeeping : public QObject {
    Q_OBJECT

public:
    static constexpr Milliseconds back{30'000};
    static constexpr Milliseconds minute{60'000};
    /// A clip begins so long before it was asked for: what made one ask is in it.
    static constexpr Milliseconds clipBefore{10'000};

    /// A child of the tile, which it gives its tools. PaneContext::footage may be null: then nothing is kept,
    /// and the last minute can be seen all the same.
    TileKeeping(VideoTile& tile, const PaneContext& context);

    void replay(Milliseconds back);
    void takeStill();
    void toggleClip();
    void askMark();
    [[nodiscard]] ReplayCover& cover() { return *m_cover; }

private:
    void addTools();
    void joinClerk();
    void follow();
    void followClip();
    void tell(const QString& words, bool bad);
    void placeNotes();
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] Player* player() const;
    [[nodiscard]] FootageOf of() const;
    [[nodiscard]] bool isOurs(const FeedId& feed) const;
    [[nodiscard]] Instant instant() const; ///< of what is seen

    VideoTile& m_tile;
    PaneContext m_context;
    ReplayCover* m_cover;
    QLabel* m_note;    ///< what came of it, for some seconds
    QLabel* m_writing; ///< while a clip is written: how long it is
    QLineEdit* m_words;
    Instant m_markedAt;
    QAction* m_clip = nullptr;
    QTimer m_quiet;  ///< runs until the note goes
    QTimer m_second; ///< while a clip is written
};

} // namespace tridesk
