// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/id.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// The journal of one incident, newest first: when, who, what. Asks the desk for it and takes new entries in
/// as they come; another incident replaces all rows.
class JournalModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, What, Who, ColumnCount };
    enum Role { SeqRole = Qt::UserRole + 1, LateRole }; ///< LateRole: told well after it happened

    /// `desk` outlives the model.
    explicit JournalModel(SeatDesk& desk, QObject* parent = nullptr);

    void show(const IncidentId& incident); ///< null: none
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    /// These entries, by their numbers in rising order, have become rows.
    void added(const QList<qint64>& seqs);

private:
    void take(const QList<Entry>& history);
    [[nodiscard]] const Entry& at(int row) const { return m_entries[m_entries.size() - 1 - row]; }
    [[nodiscard]] QString text(const Entry& entry, int column) const;

    SeatDesk& m_desk;
    IncidentId m_incident;
    QList<Entry> m_entries; ///< oldest first
};

} // namespace tridesk
