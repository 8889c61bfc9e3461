// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/shift.h"

#include "app/domain/instant.h"
#include "app/programs/sim/camera_list.h"
#include "app/programs/sim/roster.h"

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int ticksPerSecond = 5;

/// Which of the ticks are this unit's turn, so that units do not all speak at once.
bool isTurn(qint64 tick, size_t index, qint64 every) {
    return (tick + qint64(index)) % std::max<qint64>(every, 1) == 0;
}

} // namespace

Shift::Shift(ShiftOptions options, Interface& desk, std::unique_ptr<Caller> caller, std::vector<Crew> crews,
             QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_desk(desk)
    , m_caller(std::move(caller))
    , m_crews(std::move(crews)) {
    for (size_t i = 0; i < m_crews.size(); ++i)
        m_byUnit.insert(m_crews[i].unit().id, i);
    m_timer.setInterval(1000 / ticksPerSecond);
    connect(&m_timer, &QTimer::timeout, this, &Shift::tick);
}

void Shift::start() {
    for (const Crew& crew : m_crews)
        m_desk.logOn(crew.unit().callsign, crewFor(crew.unit()), bodyCameraOf(crew.unit()));
    for (int i = 0; i < m_options.backlog; ++i)
        callOne();
    m_untilNext = m_caller->pause(m_options.perHour);
    m_clock.start();
    m_timer.start();
}

QGeoCoordinate Shift::whereIs(const UnitId& unit) const {
    const auto at = m_byUnit.constFind(unit);
    return at == m_byUnit.constEnd() ? QGeoCoordinate() : m_crews[*at].position().at;
}

void Shift::tick() {
    const double seconds = double(m_clock.restart()) / 1000 * m_options.speed;
    ++m_ticks;
    callIn(seconds);
    for (size_t i = 0; i < m_crews.size(); ++i)
        tend(i, seconds);
}

void Shift::callIn(double seconds) {
    m_untilNext -= seconds;
    for (; m_untilNext <= 0; m_untilNext += m_caller->pause(m_options.perHour))
        callOne();
}

void Shift::callOne() {
    QJsonObject incident = m_caller->next();
    incident.insert(u"happened_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    m_desk.report(incident);
    ++m_reported;
}

void Shift::tend(size_t index, double seconds) {
    Crew& crew = m_crews[index];
    for (const CrewSays& words : crew.live(seconds))
        m_desk.say(crew.unit().callsign, words);
    constexpr qint64 lookEvery = 2 * ticksPerSecond;
    if (isTurn(m_ticks, index, lookEvery))
        m_desk.orders(crew.unit().callsign,
                      [this, index](const QList<CrewOrder>& orders) { m_crews[index].look(orders); });
    if (isTurn(m_ticks, index, qint64(m_options.fixEvery * ticksPerSecond)))
        m_desk.fix(crew.unit().devices.first(), crew.position(), index % 2 == 0);
}

} // namespace tridesk::sim
