// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/message_model.h"

#include "app/desk/desk.h"
#include "app/desk/inbox.h"
#include "app/desk/link.h"
#include "app/domain/message_rules.h"
#include "ui/panes/messages/addressees.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// Of two the newer first.
auto newness(const Message& message) {
    return std::tuple(message.sentAt, message.id);
}

bool isHeldBack(const Message& message, Instant now) {
    return isStanding(message.kind) && !message.stands(now);
}

} // namespace

MessageModel::MessageModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
    QList<const Message*> own;
    for (const Message& message : desk.situation().messages())
        if (message_rules::concerns(desk.situation(), message, desk.actor().seat))
            own.append(&message);
    std::ranges::sort(own, std::ranges::greater(), [](const Message* each) { return newness(*each); });
    m_rows.reserve(own.size());
    for (const Message* message : std::as_const(own)) {
        m_rows.append(message->id);
        if (message->expiresAt && message->stands(desk.now()))
            m_standing.insert(message->id);
    }
    connect(&desk, &SeatDesk::changed, this, &MessageModel::take);
}

const Message* MessageModel::message(int row) const {
    return row >= 0 && row < m_rows.size() ? m_desk.situation().messages().find(m_rows[row]) : nullptr;
}

int MessageModel::rowOf(const MessageId& id) const {
    return int(m_rows.indexOf(id));
}

bool MessageModel::isUnread(const Message& message) const {
    return message_rules::isUnread(m_desk.situation(), message, m_desk.actor().seat, m_desk.now());
}

bool MessageModel::isSent(const Message& message) const {
    return message.from == m_desk.actor().seat.toString();
}

void MessageModel::take(const Changes& changes) {
    for (const MessageId& id : changes.messages)
        look(id);
    for (const MessageId& id : roomsOpened(m_desk, changes))
        look(id);
    if (changes.units.isEmpty() && changes.posts.isEmpty() && changes.incidents.isEmpty())
        return;
    for (int row = 0; row < m_rows.size(); ++row)
        if (const Message* each = message(row);
            each && each->incident && changes.incidents.contains(*each->incident))
            Q_EMIT dataChanged(index(row, Number), index(row, Text));
}

void MessageModel::look(const MessageId& id) {
    const Message* message = m_desk.situation().messages().find(id);
    const int row = rowOf(id);
    if (!message || !message_rules::concerns(m_desk.situation(), *message, m_desk.actor().seat)) {
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
        return;
    }
    if (message->expiresAt && message->stands(m_desk.now()))
        m_standing.insert(id);
    if (row >= 0) {
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const QList<MessageId>& rows = m_rows;
    const auto at = std::ranges::lower_bound(
        rows, newness(*message), std::ranges::greater(), [this](const MessageId& each) {
            const Message* known = m_desk.situation().messages().find(each);
            return known ? newness(*known) : std::tuple(Instant(), each);
        });
    const int place = int(at - rows.cbegin());
    beginInsertRows({}, place, place);
    m_rows.insert(place, id);
    endInsertRows();
}

void MessageModel::tick() {
    const QSet<MessageId> standing = m_standing;
    for (const MessageId& id : standing)
        if (const Message* message = m_desk.situation().messages().find(id);
            !message || !message->stands(m_desk.now())) {
            m_standing.remove(id);
            look(id);
        }
}

int MessageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MessageModel::data(const QModelIndex& index, int role) const {
    const Message* message = this->message(index.row());
    if (!message)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*message, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return role == Qt::ToolTipRole && index.column() == Text && m_desk.mayRead(*message)
                   ? message->text
                   : spoken(*message);
    case IdRole:
        return message->id.toString();
    case UnreadRole:
        return isUnread(*message);
    case StandsRole:
        return !isHeldBack(*message, m_desk.now());
    case SentRole:
        return isSent(*message);
    case KindRole:
        return int(message->kind);
    case StageRole:
        return int(slowest(*message));
    default:
        return {};
    }
}

MessageStage MessageModel::slowest(const Message& message) const {
    if (!isSent(message))
        return message_rules::stageAt(message, m_desk.actor().seat.toString());
    const QList<message_rules::Reader> readers = message_rules::readers(m_desk.situation(), message);
    MessageStage slowest = MessageStage::Acknowledged;
    for (const message_rules::Reader& reader : readers)
        slowest = std::min(slowest, reader.stage);
    return readers.isEmpty() ? MessageStage::Sent : slowest;
}

QString MessageModel::text(const Message& message, int column) const {
    const Situation& situation = m_desk.situation();
    switch (Column(column)) {
    case Mark:
        return {}; // a sign, the delegate's
    case Time:
        return text::time(message.sentAt, m_desk.now());
    case Who:
        return who(message);
    case Number: {
        const Incident* incident = message.incident ? situation.incidents().find(*message.incident) : nullptr;
        return incident && m_desk.sight(*incident) > Sight::Outline ? text::shortNumber(incident->number)
                                                                    : QString();
    }
    case Text:
        return words(message);
    case State:
        return state(message);
    case ColumnCount:
        break;
    }
    return {};
}

QString MessageModel::who(const Message& message) const {
    const Situation& situation = m_desk.situation();
    if (message.kind == MessageKind::Room)
        return isSent(message)
                   ? tr("to the room", "of an incident")
                   : tr("%1 in the room", "who spoke").arg(text::seatName(situation, message.from));
    if (isSent(message))
        return tr("to %1", "whom a message went to").arg(addresseesText(message.to, situation));
    return text::seatName(situation, message.from);
}

QString MessageModel::words(const Message& message) const {
    const QString line = m_desk.mayRead(message) ? message.text.simplified() : text::hiddenWords();
    if (message.withdrawnAt)
        return tr("withdrawn · %1").arg(line);
    if (!message.expiresAt)
        return line;
    const QString until = text::time(*message.expiresAt, m_desk.now());
    return message.stands(m_desk.now()) ? tr("until %1 · %2", "a time, then words").arg(until, line)
                                        : tr("ended %1 · %2", "a time, then words").arg(until, line);
}

/// Here where the seat reads it; where it sent it, at its one reader, or at how many of several.
QString MessageModel::state(const Message& message) const {
    if (const Link* link = m_desk.link(); link && link->marks().messages.contains(message.id))
        return u"⇡ "_s + tr("not sent yet");
    if (!isSent(message))
        return isUnread(message)
                   ? tr("New")
                   : text::name(message_rules::stageAt(message, m_desk.actor().seat.toString()));
    const QList<message_rules::Reader> readers = message_rules::readers(m_desk.situation(), message);
    if (readers.size() == 1)
        return text::name(readers.constFirst().stage);
    const bool note = message.kind == MessageKind::StatusNote;
    const MessageStage wanted = note ? MessageStage::Shown : MessageStage::Acknowledged;
    const auto reached = std::ranges::count_if(
        readers, [wanted](const message_rules::Reader& reader) { return reader.stage >= wanted; });
    return u"%1/%2 %3"_s.arg(reached).arg(readers.size()).arg(QChar(note ? u'◑' : u'✓'));
}

/// A whole sentence of a row, for those who hear it.
QString MessageModel::spoken(const Message& message) const {
    QStringList parts{text::name(message.kind),
                      text::dateTime(message.sentAt),
                      who(message),
                      text(message, Number),
                      words(message),
                      state(message)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Mark:
        return QString();
    case Time:
        return tr("Time");
    case Who:
        return tr("From, or to");
    case Number:
        return tr("No.");
    case Text:
        return tr("Words");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tridesk
