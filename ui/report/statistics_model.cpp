// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/statistics_model.h"

#include "ui/report/report_words.h"
#include "ui/text/times.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

qint64 lateOf(const Tally& tally) {
    qint64 late = 0;
    for (const qint64 missed : tally.missed)
        late += missed;
    return late;
}

QString length(double seconds) {
    return text::duration(std::chrono::milliseconds(qint64(seconds * 1000)));
}

} // namespace

void StatisticsModel::show(std::shared_ptr<const Statistics> statistics, Grouping grouping) {
    beginResetModel(); // another question: nothing of the answer before is in this one
    m_statistics = std::move(statistics);
    m_rows.clear();
    if (m_statistics)
        for (const auto& [code, tally] : m_statistics->by(grouping))
            m_rows.append({text::rowName(*m_statistics, grouping, code), &tally});
    sortRows();
    endResetModel();
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StatisticsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<Interval> StatisticsModel::intervalOf(int column) {
    switch (column) {
    case Dispatch:
        return Interval::Dispatch;
    case Response:
        return Interval::Response;
    case Sign:
        return Interval::Sign;
    case SetOut:
        return Interval::SetOut;
    case Travel:
        return Interval::Travel;
    case OnScene:
        return Interval::OnScene;
    default:
        return std::nullopt;
    }
}

qint64 StatisticsModel::numberOf(const Row& row, int column) {
    if (const auto interval = intervalOf(column))
        return row.tally->of(*interval).isEmpty() ? -1 : row.tally->of(*interval).median();
    return column == Incidents ? row.tally->incidents
           : column == Orders  ? row.tally->orders
           : column == Late    ? lateOf(*row.tally)
                               : 0;
}

QString StatisticsModel::tip(const Row& row, int column) {
    const auto interval = intervalOf(column);
    if (!interval)
        return {};
    const Spread& spread = row.tally->of(*interval);
    if (spread.isEmpty())
        return tr("none was counted");
    const QString said = tr("%1: %2 counted, median %3, mean %4, nine of ten at most %5")
                             .arg(text::name(*interval))
                             .arg(spread.count())
                             .arg(length(double(spread.median())), length(spread.mean()),
                                  length(double(spread.percentile(90))));
    const qint64 backwards = row.tally->backwards[size_t(*interval)];
    return backwards == 0 ? said
                          : tr("%1; left out since a clock ran backwards: %2").arg(said).arg(backwards);
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[index.row()];
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return int((column == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return column == What ? row.name : tip(row, column);
    if (role != Qt::DisplayRole)
        return {};
    if (column == What)
        return row.name;
    const qint64 number = numberOf(row, column);
    if (!intervalOf(column))
        return QString::number(number);
    return number < 0 ? u"–"_s : length(double(number));
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && intervalOf(section))
        return tr("The median; a row's tool tip has the rest");
    if (role != Qt::DisplayRole)
        return {};
    if (const auto interval = intervalOf(section))
        return text::name(*interval);
    switch (Column(section)) {
    case Incidents:
        return tr("Incidents");
    case Orders:
        return tr("Orders");
    case Late:
        return tr("Late");
    default:
        return QString();
    }
}

void StatisticsModel::sort(int column, Qt::SortOrder order) {
    Q_EMIT layoutAboutToBeChanged();
    m_column = column;
    m_order = order;
    sortRows();
    Q_EMIT layoutChanged();
}

void StatisticsModel::sortRows() {
    const bool isUp = m_order == Qt::AscendingOrder;
    std::ranges::stable_sort(m_rows, [&](const Row& a, const Row& b) {
        if (m_column == What)
            return isUp ? a.name < b.name : b.name < a.name;
        const qint64 left = numberOf(a, m_column);
        const qint64 right = numberOf(b, m_column);
        return isUp ? left < right : right < left;
    });
}

} // namespace tridesk
