// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/feed_login_watch.h"
#include "app/intake/import_report.h"
#include "app/video/feed_list.h"

#include <QObject>

namespace tridesk {

/// Puts a list of feeds before a desk, and keeps the logins of those that the desk has afterwards as the list
/// says. A row without a login leaves the one that is kept as it is: it goes to its own host only. The thread
/// of the Desk, which stays free meanwhile.
class FeedImport : public QObject {
    Q_OBJECT

public:
    FeedImport(Desk& desk, FeedLoginWatch& logins, FeedList list, Actor actor, QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    void progressed(qint64 done, qint64 all); ///< rows
    void finished(const tridesk::ImportReport& report);

private:
    void keepLogins(const ImportReport& report);

    Desk& m_desk;
    FeedLoginWatch& m_logins;
    FeedList m_list;
    Actor m_actor;
};

} // namespace tridesk
