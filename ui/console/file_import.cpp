// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/file_import.h"

#include "ui/text/refusals.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tridesk {

FileImport::FileImport(Desk& desk, Actor actor, ActionId what, QWidget* window)
    : QObject(window)
    , m_desk(desk)
    , m_actor(std::move(actor))
    , m_what(what)
    , m_window(window) {}

void FileImport::askForFile() {
    auto* dialog = new QFileDialog(m_window, actionText(actionSpec(m_what)));
    dialog->setObjectName(u"import.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {m_what == ActionId::ImportPosts ? tr("Posts (*.geojson *.json *.csv)") : tr("Lists (*.csv *.json)"),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &FileImport::read);
    connect(dialog, &QFileDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void FileImport::read(const QString& path) {
    m_sheet = new ImportSheet(QFileInfo(path).fileName(), m_window);
    connect(m_sheet, &QObject::destroyed, this, &QObject::deleteLater);
    m_sheet->open();
    if (m_what == ActionId::ImportPosts)
        readRoster(readPosts(path));
    else if (m_what == ActionId::ImportUnits)
        readRoster(readUnits(path));
    else
        readIncidents(path);
}

void FileImport::readIncidents(const QString& path) {
    IncidentFileOptions options;
    options.source = u"file:"_s + QFileInfo(path).completeBaseName().left(80);
    options.otherType = TypeCode::parse(u"other").value_or(TypeCode());
    auto file = IncidentFile::open(path, options, m_desk.situation().catalogue(), m_desk.clock().now());
    if (!file) {
        m_report.stopped = file.error();
        finish();
        return;
    }
    auto* import = new IncidentImport(m_desk, std::move(*file), m_actor, this);
    connect(import, &IncidentImport::progressed, m_sheet, &ImportSheet::setProgress);
    connect(import, &IncidentImport::finished, this, [this](const ImportReport& report) {
        m_report = report;
        finish();
    });
    import->start();
}

void FileImport::readRoster(const std::expected<Roster, QString>& roster) {
    if (!roster) {
        m_report.stopped = roster.error();
        finish();
        return;
    }
    for (const FileFault& fault : roster->faults)
        m_report.count(fault);
    m_waiting = roster->rows.size();
    for (const RosterRow& row : roster->rows)
        m_desk.submit(m_actor, row.command).then(this, [this, number = row.row](const Outcome& outcome) {
            count(number, outcome);
        });
    if (m_waiting == 0)
        finish();
}

void FileImport::count(qint64 row, const Outcome& outcome) {
    m_report.count(row, outcome);
    if (--m_waiting == 0)
        finish();
}

ImportLine FileImport::line(qint64 row, const Refusal& refusal) const {
    return {.row = row,
            .field = refusal.field,
            .value = refusal.value,
            .why = refusalText(refusal, m_desk.situation())};
}

ImportSummary FileImport::summary(const ImportReport& report) const {
    ImportSummary summary{.taken = report.taken,
                          .known = report.known,
                          .changed = report.changed,
                          .refused = report.refused,
                          .lines = {},
                          .stopped = report.stopped};
    for (const FileFault& fault : report.faults)
        summary.lines << line(fault.row, fault.refusal);
    return summary;
}

void FileImport::finish() {
    m_sheet->finish(summary(m_report));
}

} // namespace tridesk
