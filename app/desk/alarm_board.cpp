// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alarm_board.h"

#include "app/access/permission.h"
#include "app/desk/desk.h"

#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace tridesk {

namespace {

QList<Alarm> lookAt(const Situation& situation, const Eyes& eyes, Instant now) {
    return alarmsOf(situation, eyes.actor.seat, now,
                    {.incident =
                         [&](const Incident& incident) {
                             return sightOf(situation, eyes, incident, now) > Sight::Outline;
                         },
                     .unit = [&](const Unit& unit) { return maySee(situation, eyes.actor, unit); }});
}

} // namespace

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
    m_alarms = lookAt(desk.situation(), desk.eyes(), desk.now());
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
    if (std::exchange(m_looking, true)) {
        m_again = true;
        return;
    }
    const Actor who = m_desk.actor();
    const bool wall = m_desk.isWall();
    QtConcurrent::run([situation = m_desk.situation(), eyes = m_desk.eyes(), now = m_desk.now()] {
        return lookAt(situation, eyes, now);
    }).then(this, [this, who, wall](const QList<Alarm>& now) {
        m_looking = false;
        if (who == m_desk.actor() && wall == m_desk.isWall()) // else it was another's to see
            show(now);
        else
            m_again = true;
        if (std::exchange(m_again, false))
            look();
    });
}

void AlarmBoard::show(const QList<Alarm>& now) {
    if (now == m_alarms)
        return;
    m_alarms = now;
    Q_EMIT changed();
}

} // namespace tridesk
