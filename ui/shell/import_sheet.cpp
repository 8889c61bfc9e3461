// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_sheet.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

ImportSheet::ImportSheet(const QString& file, QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(file, this))
    , m_figures(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_lines(new QTreeWidget(this)) {
    setObjectName(u"importSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import"));
    resize(760, 460);
    m_title->setObjectName(u"import.file"_s);
    m_title->setAccessibleName(tr("File"));
    m_title->setProperty("title", true);
    m_figures->setObjectName(u"import.figures"_s);
    m_figures->setAccessibleName(tr("What was taken"));
    m_figures->setWordWrap(true);
    m_progress->setObjectName(u"import.progress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_lines->setObjectName(u"import.lines"_s);
    m_lines->setAccessibleName(tr("Rows that were not taken"));
    m_lines->setHeaderLabels({tr("Row"), tr("Field"), tr("Value"), tr("Why not")});
    m_lines->setRootIsDecorated(false);
    m_lines->setAlternatingRowColors(true);
    m_lines->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_lines->hide();
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"import.close"_s);
    close->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_progress, m_figures})
        column->addWidget(part);
    column->addWidget(m_lines, 1);
    column->addStretch();
    column->addWidget(buttons);
}

void ImportSheet::setProgress(qint64 rows, double part) {
    m_progress->setValue(int(part * 1000));
    m_figures->setText(tr("%1 rows read").arg(rows));
}

void ImportSheet::finish(const ImportSummary& summary) {
    m_progress->hide();
    QStringList lines{
        tr("Taken: %1   known already: %2   known with other content, left as it was: %3   refused: %4")
            .arg(summary.taken)
            .arg(summary.known)
            .arg(summary.changed)
            .arg(summary.refused)};
    if (!summary.stopped.isEmpty())
        lines << tr("Ended early: %1").arg(summary.stopped);
    m_figures->setText(lines.join(u'\n'));
    for (const ImportLine& line : summary.lines)
        m_lines->addTopLevelItem(
            new QTreeWidgetItem({QString::number(line.row), line.field, line.value, line.why}));
    m_lines->setVisible(!summary.lines.isEmpty());
}

} // namespace tridesk
