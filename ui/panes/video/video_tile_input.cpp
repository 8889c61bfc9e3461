// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/drag_payload.h"
#include "ui/panes/video/feed_views.h"
#include "ui/panes/video/tile_tools.h"
#include "ui/panes/video/video_tile.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

// A tile on the screen: its tools, what hand and keys do to it, whether it can be seen.

namespace tridesk {

namespace {

bool takes(const QMimeData* data) {
    return ui::drag::isOurs(data) || data->hasFormat(ui::drag::camerasMime);
}

} // namespace

void VideoTile::buildTools() {
    m_strip->setObjectName(m_name + u".tools"_s);
    m_strip->setProperty("tileTools", true);
    m_strip->setAttribute(Qt::WA_StyledBackground);
    m_strip->setCursor(Qt::ArrowCursor);
    m_strip->hide();
    m_tools->setContentsMargins(2, 1, 2, 1);
    m_tools->setSpacing(1);
    fitTools(*this, m_context);
}

QAction* VideoTile::addTool(const QString& name, const QString& icon, const QString& text,
                            const QKeySequence& key, const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setEnabled(!isEmpty());
    connect(action, &QAction::triggered, this, act);
    connect(this, &VideoTile::opened, action, [this, action] { action->setEnabled(!isEmpty()); });
    addAction(action);
    auto* button = new QToolButton(m_strip);
    button->setDefaultAction(action);
    button->setObjectName(name + u".button"_s);
    button->setAccessibleName(text);
    button->setProperty("tool", true);
    button->setToolTip(tr("%1 (%2)", "a tool and its key").arg(text, key.toString(QKeySequence::NativeText)));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // its key works on the tile
    m_tools->addWidget(button);
    m_icons.append({button, icon});
    dressTools();
    return action;
}

void VideoTile::dressTools() {
    for (const auto& [button, icon] : std::as_const(m_icons)) {
        button->defaultAction()->setIcon(m_context.look.icon(icon));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize({14, 14});
    }
    placeTools();
    update();
}

void VideoTile::placeTools() {
    m_strip->adjustSize();
    m_strip->move(width() - m_strip->width() - 4, 4);
}

void VideoTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintTile(painter, rect(), face(), m_context.look.theme(), font());
}

void VideoTile::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeTools();
    tellRoom();
}

void VideoTile::tellRoom() {
    if (m_look)
        m_look->setRoom((QSizeF(pictureRoom(rect(), fontMetrics()).size()) * devicePixelRatioF()).toSize());
}

/// Hidden in another dock's shade, minimised, or under a lock's cover: nobody sees it.
void VideoTile::tellSeen() {
    if (m_watchedWindow != window()) {
        if (m_watchedWindow)
            m_watchedWindow->removeEventFilter(this);
        m_watchedWindow = window();
        m_watchedWindow->installEventFilter(this);
    }
    if (m_look)
        m_look->setSeen(isVisible() && !window()->isMinimized());
}

bool VideoTile::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_watchedWindow && event->type() == QEvent::WindowStateChange)
        tellSeen();
    return QWidget::eventFilter(watched, event);
}

void VideoTile::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    tellRoom();
    tellSeen();
}

void VideoTile::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    tellSeen();
}

void VideoTile::enterEvent(QEnterEvent* event) {
    QWidget::enterEvent(event);
    refresh();
}

void VideoTile::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    refresh();
}

void VideoTile::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    refresh();
}

void VideoTile::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    refresh();
}

void VideoTile::keyPressEvent(QKeyEvent* event) {
    const bool asking = !isEmpty() && m_views.stage(m_feed) == FeedViews::Stage::Asking;
    if (asking && event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier)
        Q_EMIT reasonAsked();
    else if (!isEmpty() && event->key() == Qt::Key_Enter)
        Q_EMIT fullScreenAsked();
    else
        QWidget::keyPressEvent(event); // the grid's
}

void VideoTile::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    event->accept();
    if (event->button() == Qt::LeftButton && !isEmpty() && m_views.stage(m_feed) == FeedViews::Stage::Asking)
        Q_EMIT reasonAsked();
}

void VideoTile::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !isEmpty())
        Q_EMIT fullScreenAsked();
}

void VideoTile::contextMenuEvent(QContextMenuEvent* event) {
    if (isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"videoTile.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                               : event->globalPos());
}

void VideoTile::dragEnterEvent(QDragEnterEvent* event) {
    if (takes(event->mimeData()))
        event->acceptProposedAction();
}

void VideoTile::dropEvent(QDropEvent* event) {
    if (!takes(event->mimeData()))
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(*event->mimeData());
}

} // namespace tridesk
