// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/feed_table.h"

#include "app/access/watching.h"
#include "app/desk/desk.h"
#include "app/desk/feed_login_watch.h"
#include "app/domain/feed_rules.h"
#include "ui/text/feed_words.h"
#include "ui/text/names.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

FeedTable::FeedTable(SeatDesk& desk, const FeedLoginWatch* logins, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_logins(logins) {
    for (const VideoFeed& feed : desk.situation().feeds())
        if (mayWatch(desk.situation(), desk.actor(), feed, desk.now()))
            m_feeds.append(feed.id);
    std::sort(m_feeds.begin(), m_feeds.end());
    connect(&desk, &SeatDesk::changed, this, &FeedTable::take);
    if (m_logins)
        connect(m_logins, &FeedLoginWatch::changed, this, [this](const QSet<FeedId>& feeds) {
            for (const FeedId& feed : feeds)
                tell(rowOf(feed));
        });
}

int FeedTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_feeds.size());
}

int FeedTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant FeedTable::data(const QModelIndex& index, int role) const {
    const VideoFeed* feed = index.isValid() ? m_desk.situation().feeds().find(feedAt(index.row())) : nullptr;
    if (feed && (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return cell(*feed, index.column());
    return {};
}

QVariant FeedTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Code:
        return tr("Code");
    case Title:
        return tr("Name");
    case Whose:
        return tr("Whose");
    case Address:
        return tr("Host");
    case Login:
        return tr("Login");
    case State:
        return tr("State");
    }
    return {};
}

QString FeedTable::cell(const VideoFeed& feed, int column) const {
    switch (Column(column)) {
    case Code:
        return feed.id.toString();
    case Title:
        return text::name(feed.name);
    case Whose:
        return text::feedOwner(m_desk.situation(), feed);
    case Address:
        return QUrl(feed.mainAddress).authority();
    case Login:
        return m_logins && !m_logins->of(feed.id).isEmpty() ? tr("kept") : QString();
    case State:
        return stateOf(feed.id);
    }
    return {};
}

QString FeedTable::stateOf(const FeedId& id) const {
    QStringList words;
    if (const auto tried = m_tried.constFind(id); tried != m_tried.cend())
        words.append(*tried);
    if (const int open = watching(id); open > 0)
        words.append(tr("%n watching", nullptr, open));
    return words.join(u" · "_s);
}

int FeedTable::watching(const FeedId& id) const {
    int open = 0;
    for (const FeedView& view : m_desk.situation().views())
        open += view.feed == id && !view.footage ? 1 : 0;
    return open;
}

void FeedTable::setTried(const FeedId& feed, const QString& words) {
    m_tried.insert(feed, words);
    tell(rowOf(feed));
}

void FeedTable::take(const Changes& changes) {
    for (const FeedId& id : changes.feeds)
        takeFeed(id);
    const bool moved = !changes.units.isEmpty() || !changes.views.isEmpty();
    if (moved && !m_feeds.isEmpty())
        Q_EMIT dataChanged(index(0, Whose), index(rowCount() - 1, State));
}

void FeedTable::takeFeed(const FeedId& id) {
    const VideoFeed* feed = m_desk.situation().feeds().find(id);
    const bool seen = feed && mayWatch(m_desk.situation(), m_desk.actor(), *feed, m_desk.now());
    const int row = rowOf(id);
    if (seen && row >= 0)
        return tell(row);
    if (seen) {
        const int at = int(std::lower_bound(m_feeds.begin(), m_feeds.end(), id) - m_feeds.begin());
        beginInsertRows({}, at, at);
        m_feeds.insert(at, id);
        endInsertRows();
    } else if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_feeds.removeAt(row);
        endRemoveRows();
        m_tried.remove(id);
    }
}

void FeedTable::tell(int row) {
    if (row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

} // namespace tridesk
