// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"

#include <QWidget>

namespace tridesk {

class FeedOpener;
class FeedViews;
class PromptBar;
class VideoGrid;

/// Pictures over a whole screen, in a window of their own: the wall, or one picture made large. Esc closes
/// it. Its looks are on record like any other. It counts as a part of the window that it belongs to: a lock
/// covers both.
class VideoWall : public QWidget {
    Q_OBJECT

public:
    VideoWall(const PaneContext& context, FeedViews& views, const QString& name, QWidget* parent);

    [[nodiscard]] VideoGrid& grid() { return *m_grid; }
    void showBeside(const QWidget& window); ///< on another screen, where there is one
    void showOver(const QWidget& window);   ///< on the same screen

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(QScreen* screen);

    VideoGrid* m_grid;
    PromptBar* m_prompts;
};

} // namespace tridesk
