// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/video/video_wall.h"

#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/video/feed_opener.h"
#include "ui/panes/video/video_grid.h"
#include "ui/panes/video/video_tile.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace tridesk {

VideoWall::VideoWall(const PaneContext& context, FeedViews& views, const QString& name, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_grid(new VideoGrid(context, views, this))
    , m_prompts(new PromptBar(this)) {
    setObjectName(name);
    setAccessibleName(tr("Video wall"));
    setWindowTitle(tr("Video wall – Tridesk"));
    new FeedOpener(context, views, *m_grid, *m_prompts, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_grid, 1);
    column->addWidget(m_prompts);
}

void VideoWall::showBeside(const QWidget& window) {
    const QList<QScreen*> screens = QGuiApplication::screens();
    const auto other =
        std::ranges::find_if(screens, [&](QScreen* screen) { return screen != window.screen(); });
    fill(other == screens.end() ? window.screen() : *other);
}

void VideoWall::showOver(const QWidget& window) {
    fill(window.screen());
}

void VideoWall::fill(QScreen* screen) {
    setGeometry(screen->geometry());
    showFullScreen();
    raise();
    activateWindow();
    m_grid->focusTile();
}

/// Whoever leaves looks no longer.
void VideoWall::closeEvent(QCloseEvent* event) {
    for (VideoTile* tile : m_grid->tiles())
        tile->clear();
    QWidget::closeEvent(event);
}

void VideoWall::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace tridesk
