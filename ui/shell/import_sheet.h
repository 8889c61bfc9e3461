// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QLabel;
class QProgressBar;
class QTreeWidget;

namespace tridesk {

/// One row of a file that was not taken, and why, in words.
struct ImportLine {
    qint64 row = 0;
    QString field;
    QString value;
    QString why;
};

/// What became of a file.
struct ImportSummary {
    qint64 taken = 0;
    qint64 known = 0;   ///< there already, the same
    qint64 changed = 0; ///< there already with other content; left as it was
    qint64 refused = 0;
    QList<ImportLine> lines;
    QString stopped; ///< why it ended early; empty as a rule
};

/// Follows an import and then tells, row by row, what was not taken. Stands beside the work and deletes
/// itself.
class ImportSheet : public QDialog {
    Q_OBJECT

public:
    ImportSheet(const QString& file, QWidget* parent);

    void setProgress(qint64 rows, double part);
    void finish(const ImportSummary& summary);

private:
    QLabel* m_title;
    QLabel* m_figures;
    QProgressBar* m_progress;
    QTreeWidget* m_lines;
};

} // namespace tridesk
