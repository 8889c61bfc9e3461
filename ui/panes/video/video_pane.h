// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;

namespace tridesk {

class FeedOpener;
class FeedViews;
class PickerEdit;
class PromptBar;
class VideoGrid;
class VideoWall;

/// The pictures of body-worn and fixed cameras beside the map. Feeds are opened by hand (a drop, a name
/// typed, what other panes ask for), by an emergency, and by following what is selected. PaneContext::video
/// is not null.
class VideoPane : public QWidget {
    Q_OBJECT

public:
    explicit VideoPane(const PaneContext& context, QWidget* parent = nullptr);
    ~VideoPane() override;

    /// What other panes ask to be shown here.
    [[nodiscard]] FeedOpener& opener() { return *m_opener; }
    /// All pictures, as large as a screen: another than this window's where there is one.
    void showWall();
    void showLarge(const FeedId& feed); ///< over the screen
    void focusTile();
    [[nodiscard]] VideoGrid& grid() { return *m_grid; }
    [[nodiscard]] FeedViews& views() { return *m_views; }
    [[nodiscard]] bool opensEmergencies() const;
    void setOpensEmergencies(bool on);

    /// Once it is seen for the first time, what this user had open is opened again: each look on record anew,
    /// with its reason where it takes one.
    void openAgain() { m_opensAgain = m_context.settings != nullptr; }
    /// What another pane of this seat shows, without a word of it on record.
    void resume(VideoPane& before);
    [[nodiscard]] bool isBeginning() const;

Q_SIGNALS:
    void shownAsked(); ///< somebody wants to see a picture, and the pane may be hidden

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void join();
    void retranslate();
    void offer(const QString& text);
    void followSelection();
    void count();
    void keepOpen() const;
    void openKept();
    void watchWindow();
    [[nodiscard]] QString key(const QString& name) const;

    PaneContext m_context;
    FeedViews* m_views;
    VideoGrid* m_grid;
    PromptBar* m_prompts;
    FeedOpener* m_opener;
    QButtonGroup* m_sizes;
    PickerEdit* m_search;
    QToolButton* m_follow;
    QToolButton* m_wallButton;
    QLabel* m_count;
    QPointer<QWidget> m_window; ///< whose hiding by a lock is followed
    bool m_opensAgain = false;
    QPointer<VideoWall> m_wall;
    QPointer<VideoWall> m_large;
};

} // namespace tridesk
