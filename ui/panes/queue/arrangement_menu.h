// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/queue/queue_row.h"

#include <QMenu>
#include <QRegularExpression>

namespace tridesk {

/// By what the queue is sorted and grouped, as a menu with a letter for each.
class ArrangementMenu : public QMenu {
    Q_OBJECT

public:
    ArrangementMenu(const QueueArrangement& now, QWidget* parent);

    /// "&Deadline", as the menu has it.
    [[nodiscard]] static QString name(QueueOrder order);
    [[nodiscard]] static QString name(QueueGrouping grouping);
    /// Without the letter that is its key.
    template <class Choice>
    [[nodiscard]] static QString plainName(Choice choice) {
        static const QRegularExpression letter(QStringLiteral("\\(&.\\)|&"));
        return name(choice).remove(letter);
    }

Q_SIGNALS:
    void chosen(const tridesk::QueueArrangement& arrangement);
};

} // namespace tridesk
