// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// Who is proposed, best first; rows are dragged out as units. Rows move and change singly, so that what is
/// selected stays so while units drive.
class AdviceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Unit, Time, Why, ColumnCount };
    /// RoleRole: what it is proposed as, in words, or empty. LossRole: the rings that would lose their last
    /// car, in words. DoubtRole: its place is doubted, or its time reckoned.
    enum Role { IdRole = Qt::UserRole + 1, RoleRole, LossRole, DoubtRole };

    /// `desk` outlives the model.
    explicit AdviceModel(SeatDesk& desk, QObject* parent = nullptr);

    void show(const QList<Pick>& picks);
    [[nodiscard]] UnitId unitAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    void bring(int row, const Pick& pick);
    [[nodiscard]] QString text(const Pick& pick, int row, int column) const;

    SeatDesk& m_desk;
    QList<Pick> m_picks;
};

} // namespace tridesk
