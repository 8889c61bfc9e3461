// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_import.h"

#include "app/intake/row_import.h"

#include <utility>

namespace tridesk {

FeedImport::FeedImport(Desk& desk, FeedLoginWatch& logins, FeedList list, Actor actor, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_logins(logins)
    , m_list(std::move(list))
    , m_actor(std::move(actor)) {}

void FeedImport::start() {
    ImportReport unread;
    for (const FileFault& fault : std::as_const(m_list.faults))
        unread.count(fault);
    QList<RosterRow> rows;
    rows.reserve(m_list.rows.size());
    for (FeedRow& row : m_list.rows) {
        row.feed = withUnitOf(m_desk.situation(), row.feed);
        rows.append({row.row, DefineFeed{row.feed}});
    }
    auto* import = new RowImport(m_desk, rows, m_actor, unread, this);
    connect(import, &RowImport::progressed, this, &FeedImport::progressed);
    connect(import, &RowImport::finished, this, &FeedImport::keepLogins);
    import->start();
}

/// Of those rows that were taken, or were known: what the desk refused has no login either.
void FeedImport::keepLogins(const ImportReport& report) {
    LoginsByFeed logins;
    for (const FeedRow& row : std::as_const(m_list.rows)) {
        const VideoFeed* known = m_desk.situation().feeds().find(row.feed.id);
        if (known && !row.logins.isEmpty() && known->mainAddress == row.feed.mainAddress &&
            known->subAddress == row.feed.subAddress)
            logins.insert(row.feed.id, row.logins);
    }
    if (logins.isEmpty()) {
        Q_EMIT finished(report);
        return;
    }
    m_logins.set(logins).then(this, [this, report](const FeedLoginWatch::Kept& kept) {
        ImportReport whole = report;
        if (!kept && whole.stopped.isEmpty())
            whole.stopped = kept.error();
        Q_EMIT finished(whole);
    });
}

} // namespace tridesk
