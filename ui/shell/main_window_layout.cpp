// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/shell/layouts.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_foot.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QMenu>

using namespace Qt::StringLiterals;

// Where the panes stand: as they came, as the user left them, and under names.

namespace tridesk {

/// Beside the map a list would be too narrow for its rows to be read without scrolling: the queue stands
/// above it.
bool MainWindow::isNarrow() const {
    constexpr int leastBesideTheMap = 1500;
    return width() < leastBesideTheMap;
}

void MainWindow::layOut() {
    const int lists = isNarrow() ? qMax(400, width() * 30 / 100) : qBound(400, width() * 36 / 100, 900);
    // One width whatever it shows, so that nothing moves under the hand when an incident is chosen; the least
    // that the row of steps needs, so that the map keeps the larger part of a small screen.
    constexpr int leastDetail = 490;
    m_incident->setMinimumWidth(leastDetail);
    const int detail = qMax(leastDetail, width() * 27 / 100);
    resizeDocks({m_docks[u"queue"_s], m_docks[u"incident"_s]}, {lists, detail}, Qt::Horizontal);
    const int tall = height() - 80;
    if (isNarrow()) {
        resizeDocks({m_docks[u"units"_s]}, {lists}, Qt::Horizontal);
        resizeDocks({m_docks[u"queue"_s]}, {tall * 36 / 100}, Qt::Vertical);
        if (m_inbound)
            resizeDocks({m_docks[u"inbound"_s], m_docks[u"units"_s]}, {tall * 30 / 100, tall * 34 / 100},
                        Qt::Vertical);
    } else if (m_inbound)
        resizeDocks({m_docks[u"inbound"_s], m_docks[u"queue"_s], m_docks[u"units"_s]},
                    {tall * 24 / 100, tall * 40 / 100, tall * 36 / 100}, Qt::Vertical);
    else
        resizeDocks({m_docks[u"queue"_s], m_docks[u"units"_s]}, {tall * 55 / 100, tall * 45 / 100},
                    Qt::Vertical);
    if (QDockWidget* video = m_docks.value(u"video"_s); video && !isNarrow())
        resizeDocks({video}, {tall * videoShare / 100}, Qt::Vertical);
    m_docks[u"incident"_s]->raise(); // a tab that was hidden meanwhile brought another to the front
    m_defaultState = saveState();
    if (!m_ground.restore)
        return;
    const Layouts layouts(m_ground.settings, m_ground.desk.actor());
    restoreGeometry(layouts.geometry(Layouts::last));
    restoreState(layouts.state(Layouts::last));
}

void MainWindow::fillLayoutMenu() {
    m_layoutMenu->clear();
    const Layouts layouts(m_ground.settings, m_ground.desk.actor());
    for (const QString& name : layouts.names())
        m_layoutMenu->addAction(name, this, [this, name] {
            restoreState(Layouts(m_ground.settings, m_ground.desk.actor()).state(name));
        });
    m_layoutMenu->setDisabled(false);
    if (m_layoutMenu->isEmpty())
        m_layoutMenu->addAction(tr("None saved yet"))->setEnabled(false);
}

void MainWindow::askLayoutName() {
    const Question question{.name = u"layout.name"_s,
                            .text = tr("Under which name shall this layout be kept?"),
                            .answer = {},
                            .accept = tr("Save")};
    m_foot->prompts().ask(question, this, [this](const QString& name) {
        Layouts(m_ground.settings, m_ground.desk.actor()).save(name, saveGeometry(), saveState());
    });
}

ScriptStrip& MainWindow::scriptStrip() {
    return m_foot->script();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    Layouts(m_ground.settings, m_ground.desk.actor()).save(Layouts::last, saveGeometry(), saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::setSilent(bool silent) {
    m_foot->setSilent(silent);
}

} // namespace tridesk
