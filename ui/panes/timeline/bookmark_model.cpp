// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/bookmark_model.h"

#include "app/replay/replay.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

BookmarkModel::BookmarkModel(const Replay& replay, const SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_replay(replay)
    , m_desk(desk) {
    refresh();
}

/// Rows that stay keep their place in the list, and the selection with them.
void BookmarkModel::refresh() {
    const auto& known = m_replay.end().bookmarks();
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const Bookmark* now = known.find(m_rows[row].id);
        if (now && now->details.at == m_rows[row].details.at) {
            if (!(*now == m_rows[row])) {
                m_rows[row] = *now;
                Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (const Bookmark& bookmark : known)
        if (rowOf(bookmark.id) < 0)
            insert(bookmark);
}

void BookmarkModel::insert(const Bookmark& bookmark) {
    const auto before = std::ranges::upper_bound(m_rows, bookmark.details.at, {},
                                                 [](const Bookmark& each) { return each.details.at; });
    const int row = int(before - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(row, bookmark);
    endInsertRows();
}

int BookmarkModel::rowOf(const BookmarkId& id) const {
    const auto found = std::ranges::find(m_rows, id, &Bookmark::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString BookmarkModel::wordsOf(const Bookmark& bookmark) const {
    const auto& about = bookmark.details.incident;
    const Incident* incident = about ? m_replay.end().incidents().find(*about) : nullptr;
    return !incident || m_desk.sight(*incident) == Sight::Whole ? bookmark.details.words
                                                                : tr("about an incident that is veiled here");
}

int BookmarkModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BookmarkModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BookmarkModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Bookmark& bookmark = m_rows[index.row()];
    switch (index.column()) {
    case When:
        return text::dateTime(bookmark.details.at);
    case Words:
        return wordsOf(bookmark);
    case Of: {
        const auto& about = bookmark.details.incident;
        const Incident* incident = about ? m_replay.end().incidents().find(*about) : nullptr;
        return incident ? text::shortNumber(incident->number) : QString();
    }
    case By:
        return bookmark.user.isEmpty() ? text::seatName(m_replay.end(), bookmark.by) : bookmark.user;
    default:
        return {};
    }
}

QVariant BookmarkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("Instant");
    case Words:
        return tr("Words");
    case Of:
        return tr("Incident");
    case By:
        return tr("By");
    default:
        return {};
    }
}

} // namespace tridesk
