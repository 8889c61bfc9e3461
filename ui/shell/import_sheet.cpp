// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_sheet.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

QString summaryText(const ImportSummary& summary) {
    QStringList words{ImportSheet::tr("Taken: %1").arg(summary.taken),
                      ImportSheet::tr("known already: %1").arg(summary.known)};
    if (summary.changed > 0)
        words << ImportSheet::tr("known with other content, left as it was: %1").arg(summary.changed);
    words << ImportSheet::tr("left out: %1").arg(summary.refused);
    QStringList lines{words.join(u"   "_s)};
    if (summary.isCancelled)
        lines << ImportSheet::tr("Stopped before the end of the file. What was taken stays.");
    if (!summary.stopped.isEmpty())
        lines << ImportSheet::tr("Ended early: %1").arg(summary.stopped);
    return lines.join(u'\n');
}

ImportSheet::ImportSheet(const QString& file, QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(file, this))
    , m_figures(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_lines(new FaultList(u"import.lines"_s, this)) {
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
    m_figures->setText(summaryText(summary));
    m_lines->show(summary.lines, summary.refused + summary.changed);
}

} // namespace tridesk
