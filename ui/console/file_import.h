// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/incident_import.h"
#include "app/intake/roster_file.h"
#include "ui/actions/action_table.h"
#include "ui/shell/import_sheet.h"

#include <QObject>

class QWidget;

namespace tridesk {

/// One file brought in by menu: asks which, reads it, and tells what became of it. Belongs to its window, and
/// goes when the sheet that it opened is closed.
class FileImport : public QObject {
    Q_OBJECT

public:
    FileImport(Desk& desk, Actor actor, ActionId what, QWidget* window);

    void askForFile();
    void read(const QString& path);

private:
    void readIncidents(const QString& path);
    void readRoster(std::expected<Roster, QString> (*reader)(const QString&), const QString& path);
    void takeRoster(const Roster& roster);
    void finish();

    Desk& m_desk;
    Actor m_actor;
    ActionId m_what;
    QWidget* m_window;
    ImportSheet* m_sheet = nullptr;
    ImportReport m_report;
};

} // namespace tridesk
