// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_pane.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QDockWidget>

using namespace Qt::StringLiterals;

// What was kept of pictures: a pane that is hidden until somebody looks for something.

namespace tridesk {

void MainWindow::buildFootage() {
    if (!m_ground.footage)
        return;
    m_footage = new FootagePane(paneContext(), this);
    QDockWidget* dock = addPane(u"footage"_s, tr("Footage"), m_footage, Qt::BottomDockWidgetArea);
    if (QDockWidget* pictures = m_docks.value(u"video"_s))
        tabifyDockWidget(pictures, dock);
    dock->hide();
}

void MainWindow::joinFootage() {
    m_actions->action(ActionId::FindFootage).setVisible(m_footage != nullptr);
    if (!m_footage)
        return;
    on(ActionId::FindFootage, [this] {
        QDockWidget* dock = m_docks[u"footage"_s];
        const bool wasHidden = dock->isHidden();
        dock->show();
        dock->raise();
        if (wasHidden && !dock->isFloating() && dock->height() < height() * 35 / 100)
            resizeDocks({dock}, {height() * 35 / 100}, Qt::Vertical);
        m_footage->focusSearch();
    });
}

} // namespace tridesk
