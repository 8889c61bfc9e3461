// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "ui/console/console.h"
#include "ui/outage/card_model.h"
#include "ui/outage/card_sheet.h"
#include "ui/outage/downtime_pack.h"
#include "ui/outage/downtime_sheet.h"
#include "ui/shell/main_window.h"

#include <QAction>

// Paper, before an outage and after it.

namespace tridesk {

void Console::joinOutage(MainWindow& window, SeatDesk& desk) {
    ActionTable& actions = window.actions();
    const QString seat = desk.actor().seat.toString();
    // A window is made anew with another language; what was typed, and when the pack is due, goes on.
    std::unique_ptr<CardModel>& cards = m_cards[seat];
    if (!cards)
        cards = std::make_unique<CardModel>();
    const auto judge = [&actions, &desk] {
        actions.action(ActionId::EnterCards).setEnabled(!desk.isWall() && mayEnterCards(desk.actor()));
        actions.action(ActionId::DowntimePack).setEnabled(!desk.isWall());
    };
    judge();
    connect(&actions.action(ActionId::Wall), &QAction::toggled, this, judge, Qt::QueuedConnection);
    connect(&actions.action(ActionId::EnterCards), &QAction::triggered, this,
            [this, &window, &desk, model = cards.get()] {
                auto* sheet = new CardSheet(
                    {.desk = m_ground.desk, .seat = desk, .cards = *model, .look = m_ground.look}, &window);
                sheet->show();
            });
    auto* pack = new DowntimePack(desk, m_ground.settings, &window);
    connect(&actions.action(ActionId::DowntimePack), &QAction::triggered, this, [this, &window, &desk, pack] {
        (new DowntimeSheet(*pack, m_ground.settings, hasRight(desk.actor().role, Right::KnowCallers),
                           &window))
            ->open();
    });
}

} // namespace tridesk
