// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QList>

#include <functional>

namespace tridesk {

/// Puts a heading above each run of rows that belong together, over a table that is sorted so that they stand
/// together. Headings are rows that cannot be selected, dragged or dropped on; they come and go with the rows
/// below them, and the model is reset only when its source is.
class GroupedRows : public QAbstractProxyModel {
    Q_OBJECT

public:
    using GroupOf = std::function<QString(const QModelIndex& sourceRow)>;
    using Heading = std::function<QString(const QString& group, int rows)>;

    static constexpr int HeadingRole = Qt::UserRole + 500; ///< QString; of other rows nothing

    /// `source` outlives it.
    explicit GroupedRows(QAbstractItemModel& source, QObject* parent = nullptr);

    /// By which groups the rows are told apart from the next sorting of the source on; null: no headings.
    void groupBy(GroupOf groupOf, Heading heading);

    [[nodiscard]] int rowOf(int sourceRow) const { return m_lineOf.value(sourceRow, -1); }
    [[nodiscard]] int sourceRow(int row) const; ///< -1: a heading
    [[nodiscard]] bool isHeading(int row) const { return sourceRow(row) < 0; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& source) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex buddy(const QModelIndex& index) const override { return index; }
    [[nodiscard]] QSize span(const QModelIndex& index) const override;

private:
    struct Line {
        int source = -1; ///< -1: the heading of its group
        QString group;
        int rows = 0; ///< below a heading, as it was last told

        friend bool operator==(const Line& a, const Line& b) {
            return a.source == b.source && a.group == b.group;
        }
    };
    /// Where a persistent index was, and what it stood on: a row of the source, or a group's heading.
    struct Kept {
        QModelIndex before;
        QPersistentModelIndex source;
        QString group;
    };

    [[nodiscard]] QString groupOf(int sourceRow) const;
    [[nodiscard]] QList<Line> arranged() const;
    [[nodiscard]] QString heading(int row) const;
    [[nodiscard]] int rowsBelow(int heading) const;
    void joinSource();
    void insert(int first, int last);
    void insertRun(int first, int last, const QString& group);
    void removeSoon(int first, int last);
    void shift(int from, int by);
    void beginArrange();
    void endArrange();
    void moveKept();
    void takeChange(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles);
    void number();
    void tellHeadings();

    QAbstractItemModel& m_source;
    GroupOf m_groupOf;
    Heading m_heading;
    QList<Line> m_lines;
    QList<int> m_lineOf; ///< by row of the source; -1: on its way out
    QList<Kept> m_kept;  ///< while the source is arranged anew
};

} // namespace tridesk
