// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/domain/situation.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// The orders that were sent to a station and are not over, the newest first; each from the moment it may be
/// seen.
class InboundModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Stage, Number, Level, Type, Place, From, Countdown, ColumnCount };
    /// StageRole, LevelRole: the enum as int. OverdueRole: bool.
    enum Role { StageRole = Qt::UserRole + 1, LevelRole, OverdueRole };

    /// `desk` outlives the model.
    InboundModel(SeatDesk& desk, const PostId& post, QObject* parent = nullptr);

    [[nodiscard]] const QList<OrderId>& orders() const { return m_orders; }
    [[nodiscard]] const Order* order(int row) const;
    [[nodiscard]] int rowOf(const IncidentId& incident) const; ///< -1: none
    void tick();                                               ///< a second has passed

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void arrived(const tridesk::OrderId& order);

private:
    void take(const Changes& changes);
    void look(const OrderId& id);
    [[nodiscard]] bool belongs(const Order& order) const;
    [[nodiscard]] QString text(const Order& order, const Incident& incident, int column) const;

    SeatDesk& m_desk;
    PostId m_post;
    QList<OrderId> m_orders;
    QSet<OrderId> m_coming; ///< may not be seen yet
};

} // namespace tridesk
