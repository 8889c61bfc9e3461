// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/line/line_candidates.h"

#include <QHeaderView>
#include <QScrollBar>

namespace tridesk {

using namespace Qt::StringLiterals;

LineCandidates::LineCandidates(QWidget* window)
    : QTreeWidget(window) {
    setObjectName(u"lineCandidates"_s);
    setAccessibleName(tr("What the line may go on with"));
    setFocusPolicy(Qt::NoFocus);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::StyledPanel);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { Q_EMIT chosen(indexOfTopLevelItem(item)); });
    hide();
}

void LineCandidates::show(const QList<Row>& rows, int chosen, const QPoint& at) {
    clear();
    setVisible(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    QFont mono = font();
    mono.setFamilies({u"Noto Sans Mono"_s, u"Noto Sans CJK SC"_s});
    mono.setWeight(QFont::DemiBold);
    int wide = 0;
    for (const Row& row : rows) {
        auto* item = new QTreeWidgetItem(this, {row.word, row.words});
        item->setFont(0, mono);
        wide = std::max(wide, fontMetrics().horizontalAdvance(row.words));
    }
    choose(chosen);
    resizeColumnToContents(0);
    const int tall = sizeHintForRow(0) * int(rows.size()) + 2 * frameWidth() + 2;
    const int width =
        std::min(parentWidget()->width() - at.x() - 8,
                 columnWidth(0) + wide + 4 * fontMetrics().averageCharWidth() + 2 * frameWidth());
    setGeometry(at.x(), std::max(0, at.y() - tall), std::max(width, 200), std::min(tall, at.y()));
    raise();
}

void LineCandidates::choose(int row) {
    if (QTreeWidgetItem* item = topLevelItem(row))
        setCurrentItem(item);
    else
        clearSelection();
}

} // namespace tridesk
