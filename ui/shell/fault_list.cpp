// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fault_list.h"

#include <QHeaderView>

namespace tridesk {

FaultList::FaultList(const QString& name, QWidget* parent)
    : QTreeWidget(parent) {
    setObjectName(name);
    setAccessibleName(tr("Rows that were not taken"));
    setHeaderLabels({tr("Row"), tr("Field"), tr("Value"), tr("Why not")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void FaultList::show(const QList<ImportLine>& lines, qint64 count) {
    clear();
    for (const ImportLine& line : lines) {
        auto* item = new QTreeWidgetItem(this, {QString::number(line.row), line.field, line.value, line.why});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
    }
    if (count > lines.size())
        new QTreeWidgetItem(this,
                            {QString(), QString(), QString(), tr("… and %1 more").arg(count - lines.size())});
    setVisible(count > 0);
}

} // namespace tridesk
