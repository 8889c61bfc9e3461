// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/mouse.h"

#include "ui/map/canvas.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDropEvent>
#include <QTest>
#include <QTimer>
#include <QWindow>

namespace tridesk::test {

namespace {

QPoint inWindow(const QWidget& widget, QPoint at) {
    return widget.mapTo(widget.window(), at);
}

void move(const QWidget& widget, QPoint at) {
    QTest::mouseMove(widget.window()->windowHandle(), inWindow(widget, at));
}

/// Whether what is dragged has come to the goal: a busy machine is late with it, and what is let go of before
/// that falls nowhere.
class DragWatch final : public QObject {
public:
    explicit DragWatch(QPoint goal)
        : m_goal(goal) {
        QCoreApplication::instance()->installEventFilter(this);
    }
    [[nodiscard]] bool hasCome() const { return m_come; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if ((event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) &&
            watched->isWidgetType()) {
            const QPoint at = static_cast<QDropEvent*>(event)->position().toPoint();
            m_come =
                m_come || (static_cast<QWidget*>(watched)->mapToGlobal(at) - m_goal).manhattanLength() <= 2;
        }
        return false;
    }

private:
    const QPoint m_goal; ///< on the screen
    bool m_come = false;
};

} // namespace

void dragAndDrop(QWidget& from, QPoint start, QWidget& to, QPoint end, const std::function<bool()>& said) {
    constexpr int mostSteps = 120;
    bool released = false;
    bool heard = false;
    const DragWatch watch(to.mapToGlobal(end));
    QTest::mousePress(from.window()->windowHandle(), Qt::LeftButton, {}, inWindow(from, start));
    const QPoint first = start + QPoint(QApplication::startDragDistance() + 4, 0);
    int step = 0;
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [&] {
        // two moves over the goal: the first enters it, the second is answered
        heard = heard || (step > 3 && watch.hasCome() && (!said || said())) || step > mostSteps;
        if (++step <= 3 || !heard)
            move(to, end + QPoint(step % 2, 0));
        else if (step >= 5 && !released) {
            QTest::mouseRelease(to.window()->windowHandle(), Qt::LeftButton, {}, inWindow(to, end));
            released = true;
        }
    });
    hand.start(60);
    move(from, first);
    move(from, first + QPoint(4, 0));
    QVERIFY(QTest::qWaitFor([&] { return released; }, 20'000));
}

QPoint rowWith(const QAbstractItemView& list, const QString& text) {
    const QAbstractItemModel& model = *list.model();
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (const QModelIndex index = model.index(row, column);
                index.data().toString().contains(text) && !list.visualRect(index).isEmpty())
                return list.visualRect(index).center();
    return {};
}

QPoint symbol(const ui::MapCanvas& map, ui::SymbolKind kind, const QGeoCoordinate& at) {
    const QPoint near = map.view().toPixel(at).toPoint();
    QList<QPoint> hits;
    for (int dy = -30; dy <= 12; ++dy)
        if (map.hitAt(near + QPoint(0, dy)).kind == kind)
            hits << near + QPoint(0, dy);
    return hits.isEmpty() ? QPoint() : hits[hits.size() / 2];
}

} // namespace tridesk::test
