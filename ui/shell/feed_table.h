// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/video_feed.h"

#include <QAbstractTableModel>
#include <QHash>

namespace tridesk {

class FeedLoginWatch;
class SeatDesk;
struct Changes;

/// The video feeds that a seat may open, a row each, by code.
class FeedTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Title, Whose, Address, Login, State };
    static constexpr int columns = State + 1;

    /// Both outlive it; without `logins` none is kept here.
    FeedTable(SeatDesk& desk, const FeedLoginWatch* logins, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] FeedId feedAt(int row) const { return m_feeds.value(row); }
    [[nodiscard]] int rowOf(const FeedId& feed) const { return int(m_feeds.indexOf(feed)); }
    [[nodiscard]] int watching(const FeedId& feed) const; ///< how often it is open now
    /// What was found when it was tried.
    void setTried(const FeedId& feed, const QString& words);

private:
    void take(const Changes& changes);
    void takeFeed(const FeedId& id);
    void tell(int row);
    [[nodiscard]] QString cell(const VideoFeed& feed, int column) const;
    [[nodiscard]] QString stateOf(const FeedId& feed) const;

    SeatDesk& m_desk;
    const FeedLoginWatch* m_logins;
    QList<FeedId> m_feeds; ///< sorted
    QHash<FeedId, QString> m_tried;
};

} // namespace tridesk
