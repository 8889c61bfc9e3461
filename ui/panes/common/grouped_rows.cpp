// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/grouped_rows.h"

#include <QHash>
#include <QSize>

#include <algorithm>
#include <utility>

namespace tridesk {

GroupedRows::GroupedRows(QAbstractItemModel& source, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_source(source) {
    setSourceModel(&source);
    joinSource();
    m_lines = arranged();
    number();
}

void GroupedRows::joinSource() {
    connect(&m_source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insert(first, last); });
    connect(&m_source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { removeSoon(first, last); });
    connect(&m_source, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                shift(last + 1, first - last - 1);
                number();
                tellHeadings();
            });
    connect(&m_source, &QAbstractItemModel::layoutAboutToBeChanged, this, &GroupedRows::beginArrange);
    connect(&m_source, &QAbstractItemModel::layoutChanged, this, &GroupedRows::endArrange);
    connect(&m_source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&m_source, &QAbstractItemModel::modelReset, this, [this] {
        m_lines = arranged();
        number();
        endResetModel();
    });
    connect(&m_source, &QAbstractItemModel::dataChanged, this, &GroupedRows::takeChange);
    connect(&m_source, &QAbstractItemModel::headerDataChanged, this, &GroupedRows::headerDataChanged);
}

void GroupedRows::groupBy(GroupOf groupOf, Heading heading) {
    m_groupOf = std::move(groupOf);
    m_heading = std::move(heading);
}

QString GroupedRows::groupOf(int sourceRow) const {
    return m_groupOf ? m_groupOf(m_source.index(sourceRow, 0)) : QString();
}

QList<GroupedRows::Line> GroupedRows::arranged() const {
    QList<Line> lines;
    lines.reserve(m_source.rowCount());
    int heading = 0;
    for (int row = 0; row < m_source.rowCount(); ++row) {
        const QString group = groupOf(row);
        if (m_groupOf && (lines.isEmpty() || lines.constLast().group != group)) {
            heading = int(lines.size());
            lines.append({-1, group});
        }
        lines.append({row, group});
        if (m_groupOf)
            ++lines[heading].rows;
    }
    return lines;
}

void GroupedRows::number() {
    m_lineOf.assign(m_source.rowCount(), -1);
    for (int line = 0; line < m_lines.size(); ++line)
        if (const int source = m_lines.at(line).source; source >= 0 && source < m_lineOf.size())
            m_lineOf[source] = line;
}

void GroupedRows::shift(int from, int by) {
    for (Line& line : m_lines)
        if (line.source >= from)
            line.source += by;
}

void GroupedRows::insert(int first, int last) {
    shift(first, last - first + 1);
    number();
    for (int from = first; from <= last;) {
        const QString group = groupOf(from);
        int to = from;
        while (to < last && groupOf(to + 1) == group)
            ++to;
        insertRun(from, to, group);
        from = to + 1;
    }
    tellHeadings();
}

/// To the group that it belongs to, above or below; else with a heading of its own.
void GroupedRows::insertRun(int first, int last, const QString& group) {
    int at = first > 0 ? m_lineOf.at(first - 1) + 1 : 0;
    const bool joinsAbove = at > 0 && m_lines.at(at - 1).group == group;
    const bool joinsBelow = !joinsAbove && at < m_lines.size() && m_lines.at(at).group == group;
    if (joinsBelow && m_lines.at(at).source < 0)
        ++at;
    QList<Line> run;
    run.reserve(last - first + 2);
    if (m_groupOf && !joinsAbove && !joinsBelow)
        run.append({-1, group, last - first + 1});
    for (int row = first; row <= last; ++row)
        run.append({row, group});
    beginInsertRows({}, at, at + int(run.size()) - 1);
    m_lines.insert(at, run.size(), Line());
    std::ranges::copy(run, m_lines.begin() + at);
    number();
    endInsertRows();
}

/// While the source still has the rows: those of one group at a time, the last one first, and its heading
/// with the last of its rows.
void GroupedRows::removeSoon(int first, int last) {
    for (int to = last; to >= first;) {
        int from = to;
        while (from > first && m_lines.at(m_lineOf.at(from - 1)).group == m_lines.at(m_lineOf.at(to)).group)
            --from;
        int top = m_lineOf.at(from);
        const int bottom = m_lineOf.at(to);
        const bool endsGroup = bottom + 1 == m_lines.size() || m_lines.at(bottom + 1).source < 0;
        if (top > 0 && m_lines.at(top - 1).source < 0 && endsGroup)
            --top;
        beginRemoveRows({}, top, bottom);
        m_lines.remove(top, bottom - top + 1);
        number();
        endRemoveRows();
        to = from - 1;
    }
}

void GroupedRows::beginArrange() {
    Q_EMIT layoutAboutToBeChanged();
    for (const QModelIndex& index : persistentIndexList())
        m_kept.append({index, QPersistentModelIndex(mapToSource(index)), m_lines.at(index.row()).group});
}

/// First the same number of rows in their new order, headings that are no more at the end; those then leave,
/// and new ones come in.
void GroupedRows::endArrange() {
    const QList<Line> wanted = arranged();
    QHash<QString, int> had;
    for (const Line& line : std::as_const(m_lines))
        if (line.source < 0)
            ++had[line.group];
    QList<Line> lines;
    lines.reserve(m_lines.size());
    for (const Line& line : wanted)
        if (line.source >= 0 || had[line.group]-- > 0)
            lines.append(line);
    const auto staying = int(lines.size());
    for (const auto& [group, left] : had.asKeyValueRange())
        for (int i = 0; i < left; ++i)
            lines.append({-1, group});
    m_lines = lines;
    number();
    moveKept();
    Q_EMIT layoutChanged();
    if (staying < m_lines.size()) {
        beginRemoveRows({}, staying, int(m_lines.size()) - 1);
        m_lines.resize(staying);
        endRemoveRows();
    }
    for (int line = 0; line < wanted.size(); ++line) {
        if (line < m_lines.size() && m_lines.at(line) == wanted.at(line))
            continue;
        beginInsertRows({}, line, line);
        m_lines.insert(line, wanted.at(line));
        number();
        endInsertRows();
    }
    tellHeadings();
}

void GroupedRows::moveKept() {
    QModelIndexList before;
    QModelIndexList after;
    before.reserve(m_kept.size());
    after.reserve(m_kept.size());
    for (const Kept& kept : std::as_const(m_kept)) {
        const int line = kept.source.isValid() ? m_lineOf.at(kept.source.row())
                                               : int(m_lines.indexOf(Line{-1, kept.group}));
        before.append(kept.before);
        after.append(index(line, kept.before.column()));
    }
    m_kept.clear();
    changePersistentIndexList(before, after);
}

void GroupedRows::takeChange(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                             const QList<int>& roles) {
    if (m_groupOf)
        for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
            if (m_lines.at(m_lineOf.at(row)).group != groupOf(row)) {
                beginArrange();
                endArrange();
                break;
            }
    const int first = m_lineOf.at(topLeft.row());
    const int last = m_lineOf.at(bottomRight.row());
    Q_EMIT dataChanged(index(std::min(first, last), topLeft.column()),
                       index(std::max(first, last), bottomRight.column()), roles);
}

void GroupedRows::tellHeadings() {
    for (int line = 0; m_groupOf && line < m_lines.size(); ++line) {
        if (m_lines.at(line).source >= 0)
            continue;
        const int rows = rowsBelow(line);
        if (std::exchange(m_lines[line].rows, rows) != rows)
            Q_EMIT dataChanged(index(line, 0), index(line, 0), {HeadingRole, Qt::DisplayRole});
    }
}

int GroupedRows::sourceRow(int row) const {
    return row >= 0 && row < m_lines.size() ? m_lines.at(row).source : -1;
}

QModelIndex GroupedRows::index(int row, int column, const QModelIndex& parent) const {
    return !parent.isValid() && row >= 0 && row < m_lines.size() && column >= 0 && column < columnCount()
               ? createIndex(row, column)
               : QModelIndex();
}

QModelIndex GroupedRows::parent(const QModelIndex&) const {
    return {};
}

int GroupedRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int GroupedRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_source.columnCount();
}

bool GroupedRows::hasChildren(const QModelIndex& parent) const {
    return rowCount(parent) > 0;
}

QModelIndex GroupedRows::mapToSource(const QModelIndex& proxy) const {
    const int source = proxy.isValid() ? sourceRow(proxy.row()) : -1;
    return source < 0 ? QModelIndex() : m_source.index(source, proxy.column());
}

QModelIndex GroupedRows::mapFromSource(const QModelIndex& source) const {
    return source.isValid() ? index(rowOf(source.row()), source.column()) : QModelIndex();
}

int GroupedRows::rowsBelow(int heading) const {
    int rows = 0;
    for (int line = heading + 1; line < m_lines.size() && m_lines.at(line).source >= 0; ++line)
        ++rows;
    return rows;
}

/// With as many rows as it was last told: a row beside those that come or go must not change by itself.
QString GroupedRows::heading(int row) const {
    const Line& line = m_lines.at(row);
    return m_heading ? m_heading(line.group, line.rows) : line.group;
}

QVariant GroupedRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !isHeading(index.row()))
        return role == HeadingRole ? QVariant() : QAbstractProxyModel::data(index, role);
    const bool says = role == HeadingRole ||
                      (index.column() == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole));
    return says ? QVariant(heading(index.row())) : QVariant();
}

QVariant GroupedRows::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal ? m_source.headerData(section, orientation, role) : QVariant();
}

Qt::ItemFlags GroupedRows::flags(const QModelIndex& index) const {
    if (!index.isValid() || isHeading(index.row()))
        return Qt::NoItemFlags;
    return m_source.flags(mapToSource(index));
}

QSize GroupedRows::span(const QModelIndex&) const {
    return {1, 1};
}

} // namespace tridesk
