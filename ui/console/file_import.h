// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/incident_import.h"
#include "app/intake/roster_file.h"
#include "app/video/feed_list.h"
#include "ui/actions/action_table.h"
#include "ui/shell/import_sheet.h"

#include <QObject>

class QWidget;

namespace tridesk {

class FeedLoginWatch;

/// One file brought in by menu: asks which, reads it, and tells what became of it. Belongs to its window, and
/// goes when the sheet that it opened is closed.
class FileImport : public QObject {
    Q_OBJECT

public:
    /// `logins`: where those of video feeds are kept; null: nowhere, and no feeds are taken.
    FileImport(Desk& desk, FeedLoginWatch* logins, Actor actor, ActionId what, QWidget* window);

    void askForFile();
    void read(const QString& path);

private:
    void readIncidents(const QString& path);
    void readRoster(std::expected<Roster, QString> (*reader)(const QString&), const QString& path);
    void takeRoster(const Roster& roster);
    void readList(const QString& path);
    void takeFeeds(const FeedList& list);
    void showProgress(qint64 done, qint64 all);
    void finish();

    Desk& m_desk;
    FeedLoginWatch* m_logins;
    Actor m_actor;
    ActionId m_what;
    QWidget* m_window;
    ImportSheet* m_sheet = nullptr;
    ImportReport m_report;
};

} // namespace tridesk
