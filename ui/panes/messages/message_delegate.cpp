// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/message_delegate.h"

#include "app/domain/message.h"
#include "ui/panes/messages/message_model.h"

using namespace Qt::StringLiterals;

namespace tridesk {

QString MessageDelegate::sign(const QModelIndex& index) const {
    switch (MessageKind(index.data(MessageModel::KindRole).toInt())) {
    case MessageKind::Message:
        return index.data(MessageModel::SentRole).toBool() ? u"↗"_s : u"↙"_s;
    case MessageKind::Bulletin:
        return u"⚑"_s;
    case MessageKind::StatusNote:
        return u"ⓘ"_s;
    case MessageKind::Room:
        return u"⌂"_s;
    }
    return {};
}

QColor MessageDelegate::stageInk(const QModelIndex& index) const {
    switch (MessageStage(index.data(MessageModel::StageRole).toInt())) {
    case MessageStage::Sent:
        return theme().warning; // it did not come there yet
    case MessageStage::Delivered:
    case MessageStage::Shown:
        return theme().text;
    case MessageStage::Acknowledged:
        return theme().good;
    }
    return {};
}

Cell MessageDelegate::cell(const QModelIndex& index) const {
    Cell cell = CellDelegate::cell(index);
    const bool unread = index.data(MessageModel::UnreadRole).toBool();
    const bool stands = index.data(MessageModel::StandsRole).toBool();
    cell.strong = unread;
    if (!stands)
        cell.ink = theme().dim;
    else if (index.column() == MessageModel::State && !unread)
        cell.ink = stageInk(index);
    if (index.column() == MessageModel::Mark)
        cell.glyph = unread ? u"●"_s + sign(index) : sign(index);
    if (unread && (index.column() == MessageModel::Mark || index.column() == MessageModel::State)) {
        cell.ink = theme().onAccent;
        cell.fill = theme().accent;
    } else if (index.column() == MessageModel::Number && stands) {
        cell.ink = theme().accent; // it can be clicked
    }
    return cell;
}

} // namespace tridesk
