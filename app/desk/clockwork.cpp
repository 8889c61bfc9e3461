// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/clockwork.h"

#include "app/domain/deadlines.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 200;

} // namespace

Clockwork::Clockwork(Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &Clockwork::tick);
}

void Clockwork::start() {
    m_timer.start();
}

void Clockwork::tick() {
    // A slow journal is not asked the same again and again: what it has is decided first.
    if (!m_desk.isReady() || m_waiting > 0)
        return;
    QList<Command> due = dueCommands(m_desk.situation(), m_desk.clock().now());
    due.resize(std::min(due.size(), mostAtOnce)); // the rest a second later: people's requests go between
    for (const Command& command : due) {
        ++m_waiting;
        m_desk.submit({clockworkSeat(), u"clockwork"_s}, command).then(this, [this](const Outcome&) {
            if (--m_waiting == 0)
                Q_EMIT settled();
        });
    }
}

} // namespace tridesk
