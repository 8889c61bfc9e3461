// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/file_import.h"

#include "app/intake/row_import.h"
#include "app/video/feed_import.h"
#include "ui/console/import_words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tridesk {

FileImport::FileImport(Desk& desk, FeedLoginWatch* logins, Actor actor, ActionId what, QWidget* window)
    : QObject(window)
    , m_desk(desk)
    , m_logins(logins)
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
        readRoster(&readPosts, path);
    else if (m_what == ActionId::ImportUnits)
        readRoster(&readUnits, path);
    else if (m_what == ActionId::ImportFeeds)
        readList(path);
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

void FileImport::readRoster(std::expected<Roster, QString> (*reader)(const QString&), const QString& path) {
    QtConcurrent::run(reader, path).then(this, [this](const std::expected<Roster, QString>& roster) {
        if (roster)
            return takeRoster(*roster);
        m_report.stopped = roster.error();
        finish();
    });
}

void FileImport::takeRoster(const Roster& roster) {
    ImportReport unread;
    for (const FileFault& fault : roster.faults)
        unread.count(fault);
    auto* import = new RowImport(m_desk, roster.rows, m_actor, unread, this);
    connect(import, &RowImport::progressed, m_sheet,
            [this](qint64 done, qint64 all) { showProgress(done, all); });
    connect(import, &RowImport::finished, this, [this](const ImportReport& report) {
        m_report = report;
        finish();
    });
    import->start();
}

void FileImport::readList(const QString& path) {
    QtConcurrent::run([path] {
        return readFeeds(path);
    }).then(this, [this](const std::expected<FeedList, QString>& list) {
        if (list && m_logins)
            return takeFeeds(*list);
        m_report.stopped = list ? tr("Logins cannot be kept here.") : list.error();
        finish();
    });
}

void FileImport::takeFeeds(const FeedList& list) {
    auto* import = new FeedImport(m_desk, *m_logins, list, m_actor, this);
    connect(import, &FeedImport::progressed, m_sheet,
            [this](qint64 done, qint64 all) { showProgress(done, all); });
    connect(import, &FeedImport::finished, this, [this](const ImportReport& report) {
        m_report = report;
        finish();
    });
    import->start();
}

void FileImport::showProgress(qint64 done, qint64 all) {
    m_sheet->setProgress(done, all > 0 ? double(done) / double(all) : 1);
}

void FileImport::finish() {
    m_sheet->finish(importSummary(m_report, m_desk.situation()));
}

} // namespace tridesk
