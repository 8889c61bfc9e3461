// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTableView>

#include <functional>

class QLabel;
class QMimeData;

namespace tridesk {

class Look;

/// A dense list: one line a row, whole rows selected, rows of one height, dragged out and dropped on. What a
/// drop would do is said beside the row while it hovers; letters are row keys and not a search.
class RowTable : public QTableView {
    Q_OBJECT

public:
    /// What would come of a drop on a row.
    struct Answer {
        bool accept = false;
        QString text; ///< several lines, shown beside the row
    };
    using Hover = std::function<Answer(const QMimeData& data, const QModelIndex& row)>;
    using Drop = std::function<void(const QMimeData& data, const QModelIndex& row)>;

    /// `look` outlives it.
    explicit RowTable(const Look& look, QWidget* parent = nullptr);

    /// Without them nothing can be dropped. `format`: the mime type that is taken.
    void takeDrops(const QString& format, Hover hover, Drop drop);
    /// What hangs at the pointer while rows are dragged out.
    void setDragText(std::function<QString(const QModelIndexList& rows)> text) {
        m_dragText = std::move(text);
    }

    /// Cells of `column` whose row is `alarming` are painted anew at each beat of the look; those in sight.
    void pulse(int column, std::function<bool(const QModelIndex& row)> alarming);

    /// What the hint says is asked for again while something hovers: more has come to be known.
    void refreshHint();
    /// Rows for which `role` says something are headings: that stands across all columns.
    void setHeadings(int role) { m_headings = role; }
    /// Lines of text in a row; one, unless it is set.
    void setLines(int lines);

    [[nodiscard]] QList<int> visibleRows() const;
    /// The rows selected, topmost first, by their first column.
    [[nodiscard]] QModelIndexList selectedRows() const;
    void fitColumns(const QList<int>& characters);

Q_SIGNALS:
    /// A letter without modifiers, or Return, while rows are selected.
    void rowKey(Qt::Key key);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void layRows();
    void dressHint();
    void hoverOver(int row, const Answer& answer);
    void leave();
    void paintHeadings(QPainter& painter) const;
    [[nodiscard]] QPixmap dragPicture(const QString& text) const;

    const Look& m_look;
    QString m_format;
    Hover m_hover;
    Drop m_drop;
    std::function<QString(const QModelIndexList&)> m_dragText;
    QLabel* m_hint;
    QPersistentModelIndex m_target;
    QPointer<const QMimeData> m_hovering; ///< over m_target
    QList<int> m_characters;
    int m_lines = 1;
    int m_headings = 0; ///< 0: there are none
};

} // namespace tridesk
