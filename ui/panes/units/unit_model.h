// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/units/unit_row.h"

#include <QAbstractTableModel>
#include <QHash>

namespace tridesk {

class FixBoard;
class SeatDesk;
struct Changes;

/// Every unit that the seat may see, in no order (UnitFilter sorts); rows change singly, and the model is
/// reset only when it is filled at the start. Fixes move no row: ages and distances are told by tick().
class UnitModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        CallsignColumn,
        Status,
        Since,
        Check,
        IncidentColumn,
        Distance,
        FixAge,
        Kind,
        PostColumn,
        Crew,
        Kit, ///< what it is qualified for, and what the shift took along
        ColumnCount
    };
    /// StatusRole, KindRole: the enum as int. StaleRole: the fix is older than staleAfter, or there is none.
    /// OwnRole: works on the incident in hand. CheckRole: of the safety check, the CheckState as int; none
    /// where none runs. AgeingRole: the step of a crew on the scene (ageing.h).
    enum Role {
        IdRole = Qt::UserRole + 1,
        StatusRole,
        KindRole,
        StaleRole,
        OwnRole,
        CheckRole,
        AgeingRole,
        SortRole
    };

    /// From then on a position is no longer taken as where the unit is (desk: "a near car whose fix is 40 min
    /// old").
    static constexpr Milliseconds staleAfter = std::chrono::minutes(2);

    /// Both outlive the model; `fixes` may be null.
    UnitModel(SeatDesk& desk, const FixBoard* fixes, QObject* parent = nullptr);

    [[nodiscard]] UnitRow makeRow(const Unit& unit) const;
    void fill();

    [[nodiscard]] const UnitRow& at(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const UnitId& id) const { return m_index.value(id, -1); }

    /// Distances are measured to it, and its units stand first; null: none.
    void setInHand(const IncidentId& incident);
    [[nodiscard]] const IncidentId& inHand() const { return m_inHand; }
    /// Time has passed: clocks, ages and distances of `rows` are shown anew.
    void tick(const QList<int>& rows);
    /// Units have moved: measures all anew, and the board is sorted again.
    void measure();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

    [[nodiscard]] QString searchText(int row) const;
    [[nodiscard]] bool areAnyChecked() const; ///< a safety check runs

private:
    void take(const Changes& changes);
    void update(const UnitId& id);
    void remove(int row);
    void measure(UnitRow& row) const;
    [[nodiscard]] std::optional<Milliseconds> fixAge(const UnitRow& row) const;
    [[nodiscard]] bool isStale(const UnitRow& row) const;
    [[nodiscard]] QString statusText(const UnitRow& row) const;
    [[nodiscard]] QString text(const UnitRow& row, int column) const;
    [[nodiscard]] QString checkText(const UnitRow& row) const;
    [[nodiscard]] static QString kitText(const UnitRow& row);
    [[nodiscard]] static QString incidentText(const UnitRow& row);
    [[nodiscard]] QString stackText(const UnitRow& row) const;
    [[nodiscard]] QString distanceText(const UnitRow& row) const;
    [[nodiscard]] QString toolTip(const UnitRow& row, int column) const;

    SeatDesk& m_desk;
    const FixBoard* m_fixes;
    QList<UnitRow> m_rows;
    QHash<UnitId, int> m_index;
    IncidentId m_inHand;
    std::optional<GeoPoint> m_target;
    Instant m_now;
};

} // namespace tridesk
