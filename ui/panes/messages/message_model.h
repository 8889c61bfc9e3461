// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// What a seat sent and was sent, the newest first: messages, bulletins and status notes.
class MessageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mark, Time, Who, Number, Text, State, ColumnCount };
    /// IdRole: the message's id as text. UnreadRole, StandsRole, SentRole (by this seat): bool. KindRole, and
    /// StageRole, how far it has come at the slowest reader (where this seat reads it: here): the enum as
    /// int.
    enum Role { IdRole = Qt::UserRole + 1, UnreadRole, StandsRole, SentRole, KindRole, StageRole };

    /// `desk` outlives the model.
    explicit MessageModel(SeatDesk& desk, QObject* parent = nullptr);

    [[nodiscard]] const Message* message(int row) const;
    [[nodiscard]] int rowOf(const MessageId& id) const; ///< -1: none
    [[nodiscard]] bool isUnread(const Message& message) const;
    /// A second has passed: what stood may stand no more.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const Changes& changes);
    void look(const MessageId& id);
    [[nodiscard]] bool isSent(const Message& message) const;
    [[nodiscard]] MessageStage slowest(const Message& message) const;
    [[nodiscard]] QString text(const Message& message, int column) const;
    [[nodiscard]] QString who(const Message& message) const;
    [[nodiscard]] QString words(const Message& message) const;
    [[nodiscard]] QString state(const Message& message) const;
    [[nodiscard]] QString spoken(const Message& message) const;

    SeatDesk& m_desk;
    QList<MessageId> m_rows;
    QSet<MessageId> m_standing; ///< those of them that end
};

} // namespace tridesk
