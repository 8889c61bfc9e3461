// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "ui/console/console.h"
#include "ui/replay/replay_window.h"
#include "ui/shell/main_window.h"

#include <QAction>

// The record, played beside the live seats.

namespace tridesk {

void Console::joinReplay(MainWindow& window, SeatDesk& desk) {
    QAction& action = window.actions().action(ActionId::Replay);
    action.setVisible(m_ground.record.has_value());
    action.setEnabled(hasRight(desk.actor().role, Right::Review));
    connect(&action, &QAction::triggered, this, [this, &desk] { openReplay(desk); });
}

void Console::openReplay(const SeatDesk& desk) {
    if (!m_ground.record)
        return;
    auto* window = new ReplayWindow(ReplayWindowGround{.record = *m_ground.record,
                                                       .actor = desk.actor(),
                                                       .wall = desk.isWall(),
                                                       .look = m_ground.look,
                                                       .settings = m_ground.settings,
                                                       .map = m_ground.map,
                                                       .basemap = m_ground.basemap,
                                                       .places = m_ground.places,
                                                       .surface = m_ground.surface,
                                                       .size = m_ground.size});
    m_replays.append(window);
    window->show();
}

void Console::closeReplays() {
    for (const QPointer<ReplayWindow>& window : std::exchange(m_replays, {}))
        delete window.data();
    for (const QPointer<QWidget>& sheet : std::exchange(m_reports, {}))
        delete sheet.data();
}

} // namespace tridesk
