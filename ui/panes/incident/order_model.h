// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/deadlines.h"
#include "app/domain/situation.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;
struct Changes;

/// The orders of one incident in the order of issue: for each hop of the receipt chain when it was reached
/// and how long it took, and where the next one is due. Rows change singly.
class OrderModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// FirstHop + n is the hop OrderStage(n), Issued to Closed.
    enum Column { To, FirstHop, ColumnCount = FirstHop + int(OrderStage::Closed) + 1 };
    /// LengthRole: how long the hop took, as text. DueRole: whether this hop is the one awaited.
    /// OverdueRole: that it is late. OverRole: the order is over.
    enum Role { IdRole = Qt::UserRole + 1, LengthRole, DueRole, OverdueRole, OverRole };

    /// `desk` outlives the model.
    explicit OrderModel(SeatDesk& desk, QObject* parent = nullptr);

    void show(const IncidentId& incident); ///< null: none
    void tick();                           ///< time has passed
    /// Those whose clock has run out.
    [[nodiscard]] QList<OrderId> late() const;
    /// Those that are not over; where all are over, too.
    [[nodiscard]] bool areAllSigned() const;

    [[nodiscard]] OrderId orderAt(int row) const { return m_orders.value(row); }
    [[nodiscard]] int rowOf(const OrderId& id) const { return int(m_orders.indexOf(id)); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const Changes& changes);
    void addNew();
    [[nodiscard]] bool isUnsent(const Order& order, OrderStage stage) const;
    [[nodiscard]] QVariant hop(const Order& order, OrderStage stage, int role) const;
    [[nodiscard]] QString chain(const Order& order) const;
    [[nodiscard]] QString chases(const Order& order) const;
    [[nodiscard]] QString notices(const Order& order) const;
    [[nodiscard]] QString part(const Order& order) const;
    [[nodiscard]] QVariant addressee(const Order& order, int role) const;
    [[nodiscard]] std::optional<Deadline> awaited(const Order& order, OrderStage stage) const;

    SeatDesk& m_desk;
    IncidentId m_incident;
    QList<OrderId> m_orders;
};

} // namespace tridesk
