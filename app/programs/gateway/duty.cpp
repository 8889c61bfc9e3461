// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/duty.h"

#include "app/journal/postgres_duty.h"

#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds
    lookEvery(200); // a fifth of what lies between a lease's end and the lock's

} // namespace

Duty::Duty(const std::optional<PostgresAddress>& server, QObject* parent)
    : QObject(parent) {
    if (!server)
        return;
    m_keeper = new PostgresDuty(*server);
    m_thread = std::make_unique<WorkerThread>(u"duty"_s, m_keeper);
    m_look.setTimerType(Qt::PreciseTimer);
    connect(&m_look, &QTimer::timeout, this, &Duty::look);
    connect(m_keeper, &PostgresDuty::beaten, this, [this](const QString& why) {
        look();
        if (!std::exchange(m_isDecided, true))
            Q_EMIT decided();
        if (std::exchange(m_lastTrouble, why) != why && !why.isEmpty())
            Q_EMIT trouble(why);
    });
}

Duty::~Duty() = default;

void Duty::start() {
    if (!m_keeper) {
        m_isHeld = true;
        Q_EMIT begun();
        return Q_EMIT decided();
    }
    m_thread->start();
    QMetaObject::invokeMethod(m_keeper, &PostgresDuty::begin, Qt::QueuedConnection);
    m_look.start(lookEvery);
}

void Duty::look() {
    const bool held = std::chrono::steady_clock::now() < m_keeper->leaseEnd();
    if (std::exchange(m_isHeld, held) == held)
        return;
    if (held)
        Q_EMIT begun();
    else
        Q_EMIT ended();
}

} // namespace tridesk
