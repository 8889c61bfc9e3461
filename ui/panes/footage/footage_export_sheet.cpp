// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_export_sheet.h"

#include "app/domain/incident.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

FootageExportSheet::FootageExportSheet(const QString& what, QWidget* parent)
    : QDialog(parent)
    , m_folder(line(u"footageExport.folder"_s, tr("Folder")))
    , m_whom(line(u"footageExport.whom"_s, tr("Given to")))
    , m_why(line(u"footageExport.why"_s, tr("Why")))
    , m_words(new QLabel(this))
    , m_export(new QPushButton(tr("Give out"), this)) {
    setObjectName(u"footageExportSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Give footage out"));
    resize(560, 240);
    auto* browser = new QToolButton(this);
    browser->setText(tr("Choose…"));
    browser->setObjectName(u"footageExport.browse"_s);
    browser->setAccessibleName(tr("Choose the folder"));
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(browser);
    auto* form = new QFormLayout(this);
    auto* head = new QLabel(what, this);
    head->setObjectName(u"footageExport.what"_s);
    head->setAccessibleName(tr("What is given out"));
    head->setProperty("strong", true);
    form->addRow(head);
    form->addRow(tr("Folder"), folder);
    form->addRow(tr("Given to"), m_whom);
    form->addRow(tr("Why"), m_why);
    m_words->setObjectName(u"footageExport.words"_s);
    m_words->setAccessibleName(tr("How it went"));
    m_words->setWordWrap(true);
    m_words->setText(
        tr("Who gave what to whom, and why, goes on record. A text with the file's hash is put beside it."));
    form->addRow(m_words);
    auto* box = new QDialogButtonBox(this);
    m_export->setObjectName(u"footageExport.export"_s);
    m_export->setAccessibleName(m_export->text());
    m_export->setProperty("main", true);
    m_export->setEnabled(false);
    box->addButton(m_export, QDialogButtonBox::ActionRole);
    QPushButton* close = box->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"footageExport.close"_s);
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    form->addRow(box);
    connect(browser, &QToolButton::clicked, this, &FootageExportSheet::browse);
    connect(m_export, &QPushButton::clicked, this, &FootageExportSheet::ask);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
}

QLineEdit* FootageExportSheet::line(const QString& name, const QString& words) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(words);
    edit->setMaxLength(limits::line);
    connect(edit, &QLineEdit::textChanged, this, &FootageExportSheet::check);
    return edit;
}

void FootageExportSheet::browse() {
    auto* dialog = new QFileDialog(this, tr("Choose the folder"), m_folder->text());
    dialog->setObjectName(u"footageExport.folders"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void FootageExportSheet::check() {
    m_export->setEnabled(!m_folder->text().trimmed().isEmpty() && !m_whom->text().trimmed().isEmpty() &&
                         !m_why->text().trimmed().isEmpty());
}

// What does not even exist is not put on record.
void FootageExportSheet::ask() {
    const QString folder = m_folder->text().trimmed();
    if (!QFileInfo(folder).isDir() || !QFileInfo(folder).isWritable())
        return m_words->setText(tr("Folder: nothing can be written into “%1”.").arg(folder));
    m_export->setEnabled(false);
    m_words->setText(tr("It is being copied…"));
    Q_EMIT exportAsked(folder, m_whom->text(), m_why->text());
}

void FootageExportSheet::finish(const QString& words, bool done) {
    m_words->setText(words);
    m_export->setEnabled(!done);
}

} // namespace tridesk
