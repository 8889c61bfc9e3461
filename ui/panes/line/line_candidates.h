// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeWidget>

namespace tridesk {

/// What a line may go on with, above the line: the word, and what it would do. Never takes the focus, so
/// that neither typing nor an input method is disturbed.
class LineCandidates : public QTreeWidget {
    Q_OBJECT

public:
    struct Row {
        QString word;
        QString words; ///< what it is, and would do
    };

    /// A child of the window that it stands in.
    explicit LineCandidates(QWidget* window);

    /// Nothing to show: hides. `at` is the window's point that its lower left corner touches.
    void show(const QList<Row>& rows, int chosen, const QPoint& at);
    void choose(int row);

Q_SIGNALS:
    void chosen(int row); ///< with the mouse
};

} // namespace tridesk
