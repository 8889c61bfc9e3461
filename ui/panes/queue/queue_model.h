// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/queue/queue_row.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace tridesk {

class SeatDesk;

/// Every open incident that the seat may see, and those closed in the last two hours. Rows stand in no order
/// (QueueFilter sorts); each changes by itself, and the model is reset only when it is filled at the start.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        LevelColumn,
        Number,
        Age,
        Stage,
        Type,
        PlaceColumn,
        Station,
        Assigned,
        Countdown,
        ColumnCount
    };
    /// LevelRole, StageRole: the enum as int. OverdueRole: bool. SortRole is named by QueueFilter so that a
    /// changed text sorts nothing.
    enum Role {
        IdRole = Qt::UserRole + 1,
        LevelRole,
        StageRole,
        OverdueRole,
        SortRole,
        OpenRole,
        MarksRole,
        HazardsRole, ///< their signs, as text
        AgeingRole,
        VeiledRole ///< a grey row without words
    };

    static constexpr Milliseconds closedFor = std::chrono::hours(2);

    /// `desk` outlives the model.
    explicit QueueModel(SeatDesk& desk, QObject* parent = nullptr);

    /// Reads the situation anew; for the start, and for a change of the seat.
    void fill();

    [[nodiscard]] const QueueRow& at(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const IncidentId& id) const { return m_index.value(id, -1); }
    [[nodiscard]] Instant now() const { return m_now; }

    /// Time has passed: the clocks of `rows` (those that are in sight) are shown anew, and incidents closed
    /// long ago leave.
    void tick(const QList<int>& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    /// What a search is made in: number, type, place, station, callsigns, the caller's words; lower case.
    [[nodiscard]] QString searchText(int row) const;

Q_SIGNALS:
    /// An incident arrived, for the sound and the badge.
    void arrived(const tridesk::IncidentId& id);

private:
    void take(const struct Changes& changes);
    void update(const IncidentId& id);
    void append(QueueRow row);
    void remove(int row);
    void dropLongClosed();
    void endHolds();
    [[nodiscard]] bool belongs(const Incident& incident) const;
    [[nodiscard]] QueueRow makeRow(const Incident& incident) const; ///< what the seat may read of it
    [[nodiscard]] QString numberText(const QueueRow& row) const;
    [[nodiscard]] QString stationText(const QueueRow& row) const;
    [[nodiscard]] QString typeText(const QueueRow& row) const;
    [[nodiscard]] QString text(const QueueRow& row, int column) const;
    [[nodiscard]] bool isUnsent(const QueueRow& row) const;
    [[nodiscard]] QString marks(const QueueRow& row) const;
    [[nodiscard]] QString reinforcementText(const IncidentId& id) const;
    [[nodiscard]] QString toolTip(const QueueRow& row, int column) const;

    SeatDesk& m_desk;
    QList<QueueRow> m_rows;
    QHash<IncidentId, int> m_index;
    QSet<IncidentId> m_awaited; ///< ordered to somebody here, not to be seen before the recall window ends
    Instant m_now;
};

} // namespace tridesk
