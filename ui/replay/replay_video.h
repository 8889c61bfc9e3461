// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/video_feed.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;

namespace tridesk {

class PromptBar;
class Replay;
class ReplayTile;

/// Pictures on the replay's clock: a tile for each feed that somebody watched at the instant shown, or of
/// which a clip was kept that reaches over it. Says who watched and for what; plays what was kept, in step.
/// Playing is a view like any other, on record with its end; where it takes a reason nothing is played before
/// one was given.
///
/// objectNames: replayVideo; replay.tile.FEED, replay.tile.FEED.words, replay.tile.FEED.open,
/// replay.video.more, replay.video.nothing.
class ReplayVideo : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostTiles = 9;
    /// Where the file of it is; empty: it has none.
    using PathOf = std::function<QString(const Footage&)>;

    /// All outlive it.
    ReplayVideo(Replay& replay, const PaneContext& context, PathOf pathOf, QWidget* parent = nullptr);
    ~ReplayVideo() override;

    /// Views of that seat alone; empty: of all.
    void setSeat(const QString& seat);

private:
    struct Scene {
        QList<FeedView> views; ///< open at that instant
        const Footage* clip = nullptr;
        QStringList marks;
    };

    void refresh();
    void lay();
    [[nodiscard]] QMap<FeedId, Scene> scenes() const;
    [[nodiscard]] QString words(const Scene& scene) const;

    Replay& m_replay;
    PaneContext m_context;
    PathOf m_pathOf;
    QString m_seat;
    QMap<FeedId, ReplayTile*> m_tiles;
    QGridLayout* m_grid;
    QLabel* m_nothing;
    QLabel* m_more;
    PromptBar* m_prompts;
};

} // namespace tridesk
