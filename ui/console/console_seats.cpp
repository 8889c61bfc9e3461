// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/console.h"
#include "ui/console/seat_guard.h"
#include "ui/field/field_window.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QInputDialog>

using namespace Qt::StringLiterals;

// Who sits at the console's seats: coming in, locking, handing over.

namespace tridesk {

void Console::guardSeats() {
    m_guard = std::make_unique<SeatGuard>(SeatGuard::Ground{.gate = m_ground.gate,
                                                            .desk = m_ground.desk,
                                                            .look = m_ground.look,
                                                            .settings = m_ground.settings,
                                                            .place = m_ground.name,
                                                            .systemUser = m_ground.user,
                                                            .windows = [this] {
                                                                QList<SeatGuard::Window> windows;
                                                                for (const SeatWindow& seat : m_windows)
                                                                    windows.append(
                                                                        {seat.window.get(), seat.desk.get()});
                                                                return windows;
                                                            }});
    connect(m_guard.get(), &SeatGuard::entered, this, &Console::takeSeats);
    connect(m_guard.get(), &SeatGuard::lockAsked, this, &Console::lock);
    connect(m_guard.get(), &SeatGuard::nightToggled, this, &Console::toggleNight);
    connect(m_guard.get(), &SeatGuard::languageToggled, this, &Console::toggleLanguage);
}

void Console::begin(const QList<Seat>& seats) {
    if (m_guard->needsSignIn())
        m_guard->askFor(seats);
    else
        takeSeats(seats);
}

void Console::lock(const QString& why) {
    closeReplays(); // whoever unlocks may be another
    if (!m_windows.empty())
        m_guard->cover(why);
    bandCovers();
}

/// Opens the seats for whoever has come in; seats that are open already change hands.
void Console::takeSeats(const QList<Seat>& seats) {
    if (m_windows.empty()) {
        for (const Seat& seat : seats)
            open(seat);
        m_guard->uncover();
        Q_EMIT opened();
        return;
    }
    bool handedOver = false;
    for (const SeatWindow& each : m_windows) {
        const Actor comer = m_guard->actorAt(each.desk->actor().seat);
        if (comer == each.desk->actor())
            continue;
        each.desk->submit(CloseSeat{});
        each.desk->setActor(comer);
        each.desk->submit(OpenSeat{});
        handedOver = true;
    }
    if (!handedOver)
        return m_guard->uncover();
    m_guard->showBeneath(); // a floating pane that is hidden would not be in the layout that is taken over
    renew([this] { m_guard->uncover(); });
}

void Console::joinAccess(MainWindow& window, SeatDesk& desk) {
    const auto on = [&](ActionId id, auto act) {
        connect(&window.actions().action(id), &QAction::triggered, this, act);
    };
    on(ActionId::LockDesk, [this] { lock({}); });
    on(ActionId::LockAfter, [this, shown = &window] { askLockAfter(*shown); });
    QAction& wall = window.actions().action(ActionId::Wall);
    wall.setChecked(desk.isWall());
    connect(&wall, &QAction::toggled, &desk, &SeatDesk::setWall);
}

void Console::askLockAfter(MainWindow& window) {
    auto* sheet = new QInputDialog(&window);
    sheet->setObjectName(u"lockAfter"_s);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowTitle(tr("Lock by itself"));
    sheet->setInputMode(QInputDialog::IntInput);
    sheet->setLabelText(tr("After how many minutes without a touch? 0: never"));
    sheet->setIntRange(0, 240);
    sheet->setIntValue(m_guard->lockAfter());
    connect(sheet, &QInputDialog::intValueSelected, m_guard.get(), &SeatGuard::setLockAfter);
    sheet->open();
}

} // namespace tridesk
