// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookmark.h"

#include <QAbstractTableModel>

namespace tridesk {

class Replay;
class SeatDesk;

/// The bookmarks of a record, in the order of the instants that they are at. Words about an incident that may
/// not be read here are left out.
class BookmarkModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Words, Of, By, ColumnCount };

    /// Both outlive it; `desk` is the replay's, whose eyes read it.
    BookmarkModel(const Replay& replay, const SeatDesk& desk, QObject* parent = nullptr);

    void refresh();
    [[nodiscard]] const Bookmark& at(int row) const { return m_rows[row]; }
    [[nodiscard]] int rowOf(const BookmarkId& id) const; ///< -1: none
    [[nodiscard]] QString wordsOf(const Bookmark& bookmark) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void insert(const Bookmark& bookmark);

    const Replay& m_replay;
    const SeatDesk& m_desk;
    QList<Bookmark> m_rows;
};

} // namespace tridesk
