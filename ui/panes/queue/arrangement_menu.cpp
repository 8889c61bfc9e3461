// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/arrangement_menu.h"

using namespace Qt::StringLiterals;

namespace tridesk {

QString ArrangementMenu::name(QueueOrder order) {
    switch (order) {
    case QueueOrder::Queue:
        return tr("&What waits first");
    case QueueOrder::Level:
        return tr("&Level");
    case QueueOrder::Age:
        return tr("&Age");
    case QueueOrder::Deadline:
        return tr("&Deadline");
    case QueueOrder::Station:
        return tr("&Station");
    }
    return {};
}

QString ArrangementMenu::name(QueueGrouping grouping) {
    switch (grouping) {
    case QueueGrouping::None:
        return tr("&No headings");
    case QueueGrouping::Station:
        return tr("Stat&ions");
    case QueueGrouping::Level:
        return tr("Le&vels");
    case QueueGrouping::Stage:
        return tr("Sta&ges");
    case QueueGrouping::Beat:
        return tr("&Beats");
    }
    return {};
}

ArrangementMenu::ArrangementMenu(const QueueArrangement& now, QWidget* parent)
    : QMenu(parent) {
    setObjectName(u"arrangementMenu"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this](const QString& objectName, const QString& text, bool checked,
                            const QueueArrangement& arrangement) {
        QAction* action = addAction(text);
        action->setObjectName(objectName);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, [this, arrangement] { Q_EMIT chosen(arrangement); });
    };
    addSection(tr("Sort by"));
    for (const QueueOrder order :
         {QueueOrder::Queue, QueueOrder::Level, QueueOrder::Age, QueueOrder::Deadline, QueueOrder::Station})
        add(u"queue.sort.%1"_s.arg(int(order)), name(order), order == now.order,
            {.order = order, .grouping = now.grouping});
    addSection(tr("Headings for"));
    for (const QueueGrouping grouping : {QueueGrouping::None, QueueGrouping::Station, QueueGrouping::Beat,
                                         QueueGrouping::Level, QueueGrouping::Stage})
        add(u"queue.group.%1"_s.arg(int(grouping)), name(grouping), grouping == now.grouping,
            {.order = now.order, .grouping = grouping});
}

} // namespace tridesk
