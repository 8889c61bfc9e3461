// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/row_table.h"

#include "ui/theme/look.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

RowTable::RowTable(const Look& look, QWidget* parent)
    : QTableView(parent)
    , m_look(look)
    , m_hint(new QLabel(viewport())) {
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setDragDropMode(DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsMovable(true);
    m_hint->setObjectName(u"dropHint"_s);
    m_hint->setMargin(5);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    layRows();
    dressHint();
    connect(&look, &Look::changed, this, [this] {
        dressHint();
        viewport()->update();
    });
}

/// A style of its own: the window's makes labels see-through, and this one lies over rows.
void RowTable::dressHint() {
    const Theme& theme = m_look.theme();
    m_hint->setStyleSheet(
        u"QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: 3px; }"_s.arg(
            theme.raised.name(), theme.text.name(), theme.accent.name()));
}

void RowTable::layRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * m_lines + 6);
    const int unit = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_characters.size(); ++column)
        horizontalHeader()->resizeSection(column, unit * m_characters[column] + 12);
}

void RowTable::setLines(int lines) {
    m_lines = lines;
    layRows();
}

void RowTable::fitColumns(const QList<int>& characters) {
    m_characters = characters;
    layRows();
}

void RowTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layRows();
}

void RowTable::takeDrops(const QString& format, Hover hover, Drop drop) {
    m_format = format;
    m_hover = std::move(hover);
    m_drop = std::move(drop);
    setDragDropMode(DragDrop);
    setDropIndicatorShown(false);
    viewport()->setAcceptDrops(true);
}

void RowTable::pulse(int column, std::function<bool(const QModelIndex&)> alarming) {
    connect(&m_look, &Look::beat, this, [this, column, alarming = std::move(alarming)] {
        for (const int row : visibleRows())
            if (const QModelIndex index = model()->index(row, column); alarming(index))
                update(index);
    });
}

QList<int> RowTable::visibleRows() const {
    if (!model() || model()->rowCount() == 0 || !isVisible())
        return {};
    const int first = std::max(0, rowAt(0));
    const int below = rowAt(viewport()->height() - 1);
    const int last = below < 0 ? model()->rowCount() - 1 : below;
    QList<int> rows;
    for (int row = first; row <= last; ++row)
        rows << row;
    return rows;
}

QModelIndexList RowTable::selectedRows() const {
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

/// The menu key means the row in hand; Qt would ask about the middle of the list.
bool RowTable::event(QEvent* event) {
    if (event->type() == QEvent::ContextMenu && contextMenuPolicy() == Qt::CustomContextMenu &&
        static_cast<QContextMenuEvent*>(event)->reason() == QContextMenuEvent::Keyboard) {
        const QModelIndexList rows = selectedRows();
        const QModelIndex row = rows.contains(currentIndex().siblingAtColumn(0)) || rows.isEmpty()
                                    ? currentIndex()
                                    : rows.constFirst();
        if (row.isValid()) {
            scrollTo(row);
            Q_EMIT customContextMenuRequested(visualRect(row).center());
        }
        return true;
    }
    return QTableView::event(event);
}

void RowTable::keyPressEvent(QKeyEvent* event) {
    const bool letter = event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z && !event->modifiers();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((letter || (enter && !event->modifiers())) && !selectedRows().isEmpty()) {
        Q_EMIT rowKey(Qt::Key(event->key()));
        return;
    }
    if (letter) { // not a search by typing, and open to the window's own keys
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

QPixmap RowTable::dragPicture(const QString& text) const {
    const QFontMetrics metrics = fontMetrics();
    const QSize size(metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(m_look.theme().accent);
    QPainter painter(&picture);
    painter.setFont(font());
    painter.setPen(m_look.theme().onAccent);
    painter.drawText(QRect({}, size), Qt::AlignCenter, text);
    return picture;
}

void RowTable::startDrag(Qt::DropActions) {
    const QModelIndexList rows = selectedRows();
    QMimeData* mime = rows.isEmpty() ? nullptr : model()->mimeData(rows);
    if (!mime)
        return;
    auto* drag = new QDrag(this); // Qt deletes it, and the data with it
    drag->setMimeData(mime);
    if (m_dragText)
        drag->setPixmap(dragPicture(m_dragText(rows)));
    drag->setHotSpot({-10, -10});
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

void RowTable::dragEnterEvent(QDragEnterEvent* event) {
    if (m_hover && event->mimeData()->hasFormat(m_format))
        event->acceptProposedAction();
    else
        event->ignore();
}

void RowTable::dragMoveEvent(QDragMoveEvent* event) {
    const QModelIndex row = indexAt(event->position().toPoint());
    if (!m_hover || !event->mimeData()->hasFormat(m_format) || !row.flags().testFlag(Qt::ItemIsEnabled)) {
        leave();
        event->ignore();
        return;
    }
    if (m_target != row.siblingAtColumn(0) || m_hint->isHidden()) {
        m_target = row.siblingAtColumn(0);
        m_hovering = event->mimeData();
        refreshHint();
    }
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(property("dropAccepted").toBool());
}

void RowTable::refreshHint() {
    if (!m_hovering || !m_target.isValid() || !m_hover)
        return;
    const Answer answer = m_hover(*m_hovering, m_target);
    hoverOver(m_target.row(), answer);
    setProperty("dropAccepted", answer.accept);
}

void RowTable::hoverOver(int row, const Answer& answer) {
    m_hint->setText(answer.text);
    m_hint->setVisible(!answer.text.isEmpty());
    m_hint->adjustSize();
    // beside the row: below it, or above where there is no room
    const int top = rowViewportPosition(row);
    const int below = top + rowHeight(row) + 2;
    const bool fits = below + m_hint->height() <= viewport()->height();
    m_hint->move(std::max(0, viewport()->width() - m_hint->width() - 8),
                 fits ? below : std::max(0, top - m_hint->height() - 2));
    m_hint->raise();
    viewport()->update();
}

void RowTable::leave() {
    m_target = QPersistentModelIndex();
    m_hovering = nullptr;
    m_hint->hide();
    viewport()->update();
}

void RowTable::dragLeaveEvent(QDragLeaveEvent* event) {
    leave();
    event->accept();
}

void RowTable::dropEvent(QDropEvent* event) {
    const QModelIndex row = indexAt(event->position().toPoint());
    leave();
    if (!m_drop || !row.flags().testFlag(Qt::ItemIsEnabled) || !event->mimeData()->hasFormat(m_format)) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_drop(*event->mimeData(), row.siblingAtColumn(0));
}

void RowTable::paintHeadings(QPainter& painter) const {
    const Theme& theme = m_look.theme();
    for (const int row : visibleRows()) {
        const QString text = model()->index(row, 0).data(m_headings).toString();
        if (text.isEmpty())
            continue;
        const QRect band(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
        painter.fillRect(band, theme.window);
        painter.setPen(theme.line);
        painter.drawLine(band.bottomLeft(), band.bottomRight());
        QFont strong = font();
        strong.setBold(true);
        painter.setFont(strong);
        painter.setPen(theme.text);
        painter.drawText(band.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, band.width() - 12));
    }
}

void RowTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (m_headings)
        paintHeadings(painter);
    if (!m_target.isValid())
        return;
    painter.setPen(QPen(m_look.theme().accent, 2));
    painter.drawRect(1, rowViewportPosition(m_target.row()) + 1, viewport()->width() - 3,
                     rowHeight(m_target.row()) - 3);
}

} // namespace tridesk
