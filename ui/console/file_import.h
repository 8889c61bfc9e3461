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
    void readRoster(const std::expected<Roster, QString>& roster);
    void count(qint64 row, const Outcome& outcome);
    void finish();
    [[nodiscard]] ImportLine line(qint64 row, const Refusal& refusal) const;
    [[nodiscard]] ImportSummary summary(const ImportReport& report) const;

    Desk& m_desk;
    Actor m_actor;
    ActionId m_what;
    QWidget* m_window;
    ImportSheet* m_sheet = nullptr;
    ImportReport m_report;
    qsizetype m_waiting = 0;
};

} // namespace tridesk
