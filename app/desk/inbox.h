// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace tridesk {

class SeatDesk;
struct Changes;
struct Message;

/// What was written to one seat and waits there. It tells the desk by itself that a message came
/// (delivered), and, when a screen says so, that it was shown; both once. Same thread rules as the desk's.
class Inbox : public QObject {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit Inbox(SeatDesk& desk, QObject* parent = nullptr);

    /// To be acknowledged, the newest first: messages until they are, bulletins while they stand.
    [[nodiscard]] const QList<MessageId>& unread() const { return m_unread; }
    /// The status notes that stand for this seat, its own too; the one that ends first first.
    [[nodiscard]] const QList<MessageId>& notes() const { return m_notes; }

    /// All that the seat sent and was sent, the newest first.
    [[nodiscard]] const QList<MessageId>& all() const { return m_all; }

    /// These stand on the screen now.
    void noteShown(const QList<MessageId>& messages);

Q_SIGNALS:
    /// Something to be acknowledged came; not told of what waited when the inbox was opened.
    void arrived(const tridesk::MessageId& message);
    void changed(); ///< unread(), notes(), or something in all()

private:
    void open();
    void take(const Changes& changes);
    /// Whether it concerns the seat.
    bool look(const MessageId& id);
    /// The same of one that is not there.
    bool forget(const MessageId& id);
    /// Whether one of the lists of what waits changed.
    bool sortIn(const Message& message);
    bool setIn(QList<MessageId>& list, const Message& message, bool in);
    void tick();
    void note(const Message& message);

    SeatDesk& m_desk;
    QList<MessageId> m_all;
    QList<MessageId> m_unread;
    QList<MessageId> m_notes;
    QSet<MessageId> m_delivered; ///< told already, the answer may be under way
    QSet<MessageId> m_shown;
};

/// What was said in the rooms of incidents in which a change may have made the seat a member, or no member
/// any more. Nothing for the bureau, which is one of each.
[[nodiscard]] QList<MessageId> roomsOpened(const SeatDesk& desk, const Changes& changes);

} // namespace tridesk
