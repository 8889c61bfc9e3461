// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alarm_board.h"

#include "app/desk/desk.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace tridesk {

AlarmBoard::AlarmBoard(SeatDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_pause(new QTimer(this)) {
    m_pause->setSingleShot(true);
    m_pause->setInterval(100ms); // a busy desk changes many times a second
    connect(m_pause, &QTimer::timeout, this, &AlarmBoard::look);
    connect(&desk, &SeatDesk::changed, this, &AlarmBoard::take);
    auto* clock = new QTimer(this); // a shelf or a hold ends by the clock, which tells nobody
    connect(clock, &QTimer::timeout, this, &AlarmBoard::look);
    clock->start(5s);
    look();
}

int AlarmBoard::waiting() const {
    return int(std::ranges::count_if(m_alarms,
                                     [this](const Alarm& alarm) { return !isShelved(alarm, m_desk.now()); }));
}

void AlarmBoard::take(const Changes& changes) {
    const bool matters = !changes.incidents.isEmpty() || !changes.orders.isEmpty() ||
                         !changes.units.isEmpty() || !changes.alarms.isEmpty() ||
                         !changes.sectors.isEmpty() || !changes.seats.isEmpty();
    if (matters && !m_pause->isActive())
        m_pause->start();
}

void AlarmBoard::look() {
    const SeatDesk& desk = m_desk;
    QList<Alarm> now = alarmsOf(
        desk.situation(), desk.actor().seat, desk.now(),
        {.incident = [&desk](const Incident& incident) { return desk.sight(incident) > Sight::Outline; },
         .unit = [&desk](const Unit& unit) { return desk.maySee(unit); }});
    if (now == m_alarms)
        return;
    m_alarms = std::move(now);
    Q_EMIT changed();
}

} // namespace tridesk
