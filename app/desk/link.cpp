// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/link.h"

namespace tridesk {

namespace {

/// In one and not in the other.
template <class Id>
QSet<Id> differing(const QSet<Id>& a, const QSet<Id>& b) {
    return (a - b) | (b - a);
}

} // namespace

Link::Link(QObject* parent)
    : QObject(parent)
    , m_overdue(this) {
    m_overdue.setSingleShot(true);
    m_overdue.setInterval(onItsWay);
    connect(&m_overdue, &QTimer::timeout, this, &Link::mark);
}

void Link::setState(const LinkState& state) {
    const bool waited = m_state.waiting > 0;
    m_state = state;
    if (!state.isUp || state.waiting == 0)
        m_overdue.stop();
    else if (!waited)
        m_overdue.start();
    if (!m_overdue.isActive())
        mark();
    Q_EMIT changed();
}

void Link::mark() {
    const Unsent before = std::exchange(m_marks, m_state.unsent);
    Changes changes;
    changes.incidents =
        differing(before.touched, m_marks.touched) | differing(before.incidents, m_marks.incidents);
    changes.orders = differing(before.orders, m_marks.orders);
    for (const auto& [order, stage] : differing(before.steps, m_marks.steps))
        changes.orders.insert(order);
    changes.units = differing(before.units, m_marks.units) |
                    differing(before.emergencies, m_marks.emergencies) |
                    differing(before.checks, m_marks.checks);
    changes.messages = differing(before.messages, m_marks.messages);
    if (!changes.isEmpty())
        Q_EMIT marked(changes);
}

} // namespace tridesk
