// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/receipt_model.h"

#include "app/desk/desk.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"

#include <algorithm>

namespace tridesk {

ReceiptModel::ReceiptModel(const SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
    connect(&desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (changes.messages.contains(m_message))
            refresh();
    });
}

void ReceiptModel::show(const MessageId& message) {
    if (m_message == message)
        return;
    m_message = message;
    refresh();
}

/// The readers of a message stay; their order follows what they did. Rows come and go at the end.
void ReceiptModel::refresh() {
    const Message* message = m_desk.situation().messages().find(m_message);
    QList<message_rules::Reader> now =
        message ? message_rules::readers(m_desk.situation(), *message) : QList<message_rules::Reader>();
    std::ranges::stable_sort(now, {}, [](const message_rules::Reader& each) { return each.stage; });
    const int before = int(m_rows.size());
    const int after = int(now.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows = now;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows = now;
        endInsertRows();
    } else {
        m_rows = now;
    }
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
}

QString ReceiptModel::summary() const {
    const Message* message = m_desk.situation().messages().find(m_message);
    if (!message || m_rows.isEmpty())
        return {};
    const bool note = message->kind == MessageKind::StatusNote;
    const MessageStage wanted = note ? MessageStage::Shown : MessageStage::Acknowledged;
    const auto reached = std::ranges::count_if(
        m_rows, [wanted](const message_rules::Reader& each) { return each.stage >= wanted; });
    return note ? tr("Shown to %1 of %2").arg(reached).arg(m_rows.size())
                : tr("%1 of %2 have acknowledged").arg(reached).arg(m_rows.size());
}

int ReceiptModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReceiptModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReceiptModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const message_rules::Reader& reader = m_rows[index.row()];
    if (role == StageRole)
        return int(reader.stage);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Reader:
        return text::addressee(m_desk.situation(), reader.to);
    case Stage:
        return text::name(reader.stage);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReceiptModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Reader:
        return tr("Reader");
    case Stage:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tridesk
