// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/inbox.h"

#include "app/desk/desk.h"
#include "app/domain/message_rules.h"

#include <QTimer>

#include <algorithm>
#include <tuple>

namespace tridesk {

QList<MessageId> roomsOpened(const SeatDesk& desk, const Changes& changes) {
    const Situation& situation = desk.situation();
    QList<MessageId> said;
    if (desk.actor().seat.tier == Tier::Bureau || (changes.orders.isEmpty() && changes.incidents.isEmpty()))
        return said;
    QSet<IncidentId> rooms = changes.incidents;
    for (const OrderId& id : changes.orders)
        if (const Order* order = situation.orders().find(id))
            rooms.insert(order->incident);
    for (const Message& message : situation.messages())
        if (message.kind == MessageKind::Room && message.incident && rooms.contains(*message.incident))
            said.append(message.id);
    return said;
}

Inbox::Inbox(SeatDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    open();
    connect(&desk, &SeatDesk::changed, this, &Inbox::take);
    auto* second = new QTimer(this); // what stands ends by the desk's clock, which tells nobody
    connect(second, &QTimer::timeout, this, &Inbox::tick);
    second->start(std::chrono::seconds(1));
}

void Inbox::open() {
    QList<const Message*> own;
    for (const Message& message : m_desk.situation().messages())
        if (message_rules::concerns(m_desk.situation(), message, m_desk.actor().seat))
            own.append(&message);
    std::ranges::sort(own, std::ranges::greater(),
                      [](const Message* message) { return std::tuple(message->sentAt, message->id); });
    m_all.reserve(own.size());
    for (const Message* message : std::as_const(own)) {
        m_all.append(message->id);
        sortIn(*message);
    }
}

void Inbox::take(const Changes& changes) {
    bool any = false;
    for (const MessageId& id : changes.messages) // a replay goes back to before some were sent
        if (!m_desk.situation().messages().find(id))
            any = forget(id) || any;
    for (const MessageId& id : changes.messages)
        any = look(id) || any;
    for (const MessageId& id : roomsOpened(m_desk, changes))
        any = look(id) || any;
    if (any)
        Q_EMIT changed();
}

void Inbox::tick() {
    bool any = false;
    for (const MessageId& id : m_unread + m_notes)
        if (const Message* message = m_desk.situation().messages().find(id))
            any = sortIn(*message) || any;
    if (any)
        Q_EMIT changed();
}

bool Inbox::look(const MessageId& id) {
    const Message* message = m_desk.situation().messages().find(id);
    if (!message)
        return false;
    if (!message_rules::concerns(m_desk.situation(), *message, m_desk.actor().seat)) {
        setIn(m_unread, *message, false); // said in a room that is closed to the seat now
        setIn(m_notes, *message, false);
        return setIn(m_all, *message, false);
    }
    const bool waited = m_unread.contains(id);
    setIn(m_all, *message, true);
    sortIn(*message);
    if (!waited && m_unread.contains(id))
        Q_EMIT arrived(id);
    return true;
}

bool Inbox::forget(const MessageId& id) {
    m_unread.removeOne(id);
    m_notes.removeOne(id);
    return m_all.removeOne(id);
}

bool Inbox::sortIn(const Message& message) {
    const bool stands = message.stands(m_desk.now());
    if (stands)
        note(message);
    const bool unread =
        message_rules::isUnread(m_desk.situation(), message, m_desk.actor().seat, m_desk.now());
    const bool turned = setIn(m_unread, message, unread);
    return setIn(m_notes, message, stands && message.kind == MessageKind::StatusNote) || turned;
}

bool Inbox::setIn(QList<MessageId>& list, const Message& message, bool in) {
    if (list.contains(message.id) == in)
        return false;
    if (!in)
        return list.removeOne(message.id);
    const bool byEnd = &list == &m_notes;
    const auto key = [&](const MessageId& id) {
        const Message* known = m_desk.situation().messages().find(id);
        const Instant at = !known  ? Instant()
                           : byEnd ? known->expiresAt.value_or(Instant::max())
                                   : known->sentAt;
        return std::tuple(byEnd ? toMs(at) : -toMs(at), id);
    };
    list.insert(std::ranges::lower_bound(list, key(message.id), {}, key), message.id);
    return true;
}

/// Too late is no harm (another window of the seat was first), so nobody hears of a refusal.
void Inbox::note(const Message& message) {
    const QString seat = m_desk.actor().seat.toString();
    if (message.from == seat || m_delivered.contains(message.id) ||
        message_rules::stageAt(message, seat) >= MessageStage::Delivered)
        return;
    m_delivered.insert(message.id);
    m_desk.submit(AdvanceMessage{message.id, MessageStage::Delivered});
}

void Inbox::noteShown(const QList<MessageId>& messages) {
    const Seat& seat = m_desk.actor().seat;
    for (const MessageId& id : messages) {
        const Message* message = m_desk.situation().messages().find(id);
        if (!message || m_shown.contains(id) || message->from == seat.toString() ||
            !message_rules::isAddressed(m_desk.situation(), *message, seat) || !m_desk.mayRead(*message))
            continue;
        m_shown.insert(id);
        if (message_rules::stageAt(*message, seat.toString()) < MessageStage::Shown)
            m_desk.submit(AdvanceMessage{id, MessageStage::Shown});
    }
}

} // namespace tridesk
