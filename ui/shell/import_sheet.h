// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/fault_list.h"

#include <QDialog>

class QLabel;
class QProgressBar;

namespace tridesk {

/// What became of a file.
struct ImportSummary {
    qint64 taken = 0;
    qint64 known = 0;   ///< there already, the same
    qint64 changed = 0; ///< there already with other content; left as it was
    qint64 refused = 0;
    QList<ImportLine> lines;
    QString stopped;          ///< why it ended early; empty as a rule
    bool isCancelled = false; ///< the user ended it
};

/// How many were taken, known, left and refused, and why it ended early if it did.
[[nodiscard]] QString summaryText(const ImportSummary& summary);

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
    FaultList* m_lines;
};

} // namespace tridesk
