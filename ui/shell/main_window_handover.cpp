// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/panes/line/line_pane.h"
#include "ui/shell/handover_sheet.h"
#include "ui/shell/handover_strip.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_foot.h"

#include <QAction>
#include <QLayout>

using namespace Qt::StringLiterals;

// The handover of a main window's seat: the strip while one waits to be signed, and the sheet.

namespace tridesk {

void MainWindow::joinHandover() {
    auto* strip = new HandoverStrip(m_ground.desk, m_ground.look, menuWidget());
    menuWidget()->layout()->addWidget(strip);
    connect(strip, &HandoverStrip::sheetAsked, this, &MainWindow::showHandover);
    on(ActionId::HandOver, [this] { showHandover(); });
}

void MainWindow::showHandover() {
    auto* sheet = findChild<HandoverSheet*>();
    if (!sheet) {
        sheet = new HandoverSheet(m_ground.desk, this);
        connect(sheet, &HandoverSheet::echoed, this,
                [this](const QString& line) { m_foot->line().echo(line); });
    }
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
}

void MainWindow::resumeHandover(const MainWindow& before) {
    if (before.findChild<HandoverSheet*>())
        showHandover();
}

} // namespace tridesk
