// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outage/card_model.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

bool CardModel::Row::isEmpty() const {
    return std::ranges::all_of(words, [](const QString& each) { return each.trimmed().isEmpty(); });
}

CardModel::CardModel(QObject* parent)
    : QAbstractTableModel(parent) {
    m_rows.append(Row());
}

int CardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString CardModel::title(CardField field) {
    switch (field) {
    case CardField::Number:
        return tr("Card");
    case CardField::Time:
        return tr("Time");
    case CardField::Place:
        return tr("Place");
    case CardField::Text:
        return tr("What happened");
    case CardField::Type:
        return tr("Type");
    case CardField::Unit:
        return tr("Unit");
    case CardField::Dispatched:
        return tr("Dispatched");
    case CardField::Arrived:
        return tr("Arrived");
    case CardField::Clear:
        return tr("Clear");
    case CardField::Disposition:
        return tr("Outcome");
    }
    return {};
}

QVariant CardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row& row = m_rows[index.row()];
    const bool isState = index.column() == StateColumn;
    const bool isFault = row.fault && !isState && int(row.fault->field) == index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return isState ? row.state : row.words[size_t(index.column())];
    case Qt::ToolTipRole:
        return isFault || isState ? row.state : row.words[size_t(index.column())];
    case Qt::AccessibleTextRole:
        return isFault ? row.state : QVariant();
    case FaultRole:
        return isFault;
    case WrongRole:
        return row.fault.has_value();
    case EnteredRole:
        return row.entered;
    default:
        return {};
    }
}

QVariant CardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == StateColumn ? tr("State") : title(CardField(section));
}

Qt::ItemFlags CardModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool mayEdit = index.isValid() && index.column() != StateColumn && !m_rows[index.row()].entered;
    return mayEdit ? flags | Qt::ItemIsEditable : flags;
}

bool CardModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid() || index.column() == StateColumn ||
        m_rows[index.row()].entered)
        return false;
    Row& row = m_rows[index.row()];
    QString& words = row.words[size_t(index.column())];
    if (words == value.toString())
        return true;
    words = value.toString();
    row.fault.reset();
    row.state.clear();
    tellRow(index.row());
    keepOneEmpty();
    return true;
}

int CardModel::paste(const QString& text, const QModelIndex& from) {
    QList<QStringList> cells = pastedCells(text);
    const int column = from.isValid() ? std::min(from.column(), StateColumn - 1) : 0;
    const auto repeatsHeadings = [&](const QStringList& row) {
        return row.size() > 1 && std::ranges::all_of(row, [&](const QString& cell) {
                   const auto at = column + int(&cell - &row.constFirst());
                   return at < cardFieldCount &&
                          cell.trimmed().compare(title(CardField(at)), Qt::CaseInsensitive) == 0;
               });
    };
    if (!cells.isEmpty() && repeatsHeadings(cells.constFirst()))
        cells.removeFirst();
    int written = 0;
    int row = from.isValid() ? from.row() : int(m_rows.size()) - 1;
    for (const QStringList& each : std::as_const(cells)) {
        while (row < m_rows.size() && m_rows[row].entered) // what is in the record stays
            ++row;
        if (row >= mostCards)
            break;
        while (row >= m_rows.size()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
            m_rows.append(Row());
            endInsertRows();
        }
        for (qsizetype i = 0; i < each.size() && column + i < cardFieldCount; ++i)
            setData(index(row, column + int(i)), each[i], Qt::EditRole);
        ++row;
        ++written;
    }
    keepOneEmpty();
    return written;
}

void CardModel::removeRow(int row) {
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    keepOneEmpty();
}

void CardModel::removeEntered() {
    for (int row = int(m_rows.size()) - 1; row >= 0; --row)
        if (m_rows[row].entered)
            removeRow(row);
}

QList<int> CardModel::openRows() const {
    QList<int> rows;
    for (int row = 0; row < m_rows.size(); ++row)
        if (!m_rows[row].entered && !m_rows[row].isEmpty())
            rows.append(row);
    return rows;
}

bool CardModel::hasOpenRows() const {
    return !openRows().isEmpty();
}

void CardModel::setFault(int row, const std::optional<CardFault>& fault, const QString& words) {
    m_rows[row].fault = fault;
    m_rows[row].state = words;
    tellRow(row);
}

void CardModel::setEntered(int row, const QString& words) {
    m_rows[row].fault.reset();
    m_rows[row].entered = true;
    m_rows[row].state = words;
    tellRow(row);
    keepOneEmpty();
}

void CardModel::setState(int row, const QString& words) {
    m_rows[row].state = words;
    tellRow(row);
}

void CardModel::keepOneEmpty() {
    const bool needed = m_rows.isEmpty() || m_rows.constLast().entered || !m_rows.constLast().isEmpty();
    if (!needed || m_rows.size() >= mostCards)
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size()));
    m_rows.append(Row());
    endInsertRows();
}

void CardModel::tellRow(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace tridesk
