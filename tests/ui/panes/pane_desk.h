// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/journal/memory_journal.h"
#include "tests/support/scene.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/pane_context.h"
#include "ui/theme/look.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QMimeData;

namespace tridesk::test {

/// A real desk on a journal in memory that begins with what a scene has played, and what panes are given.
/// Needs a QApplication.
class PaneDesk {
public:
    explicit PaneDesk(const Scene& scene, QStringView seat = u"bureau");
    ~PaneDesk();

    [[nodiscard]] PaneContext context() { return {*m_seat, selection, look, m_fixes.get()}; }
    [[nodiscard]] SeatDesk& seat() { return *m_seat; }
    [[nodiscard]] Desk& desk() { return *m_desk; }
    [[nodiscard]] const Situation& situation() const { return m_desk->situation(); }
    /// Waits for the answer.
    Outcome ask(const Command& command, QStringView seat = u"bureau");
    void place(QStringView unit, double latitude, double longitude, Milliseconds age = {});

    /// The orders of an incident, oldest first.
    [[nodiscard]] QList<Order> orders(const IncidentId& incident) const;

    /// The journal as it stands.
    [[nodiscard]] QList<Entry> entries() const;
    /// What seats received and were shown, in the order of recording.
    [[nodiscard]] QList<Receipt> receipts() const;

    std::shared_ptr<ManualClock> clock;
    Selection selection;
    Look look;

private:
    std::shared_ptr<MemoryJournal::Store> m_store;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<FixBoard> m_fixes;
};

/// The child named so; fails the test by a null that is used where there is none.
template <class T>
[[nodiscard]] T* child(const QWidget& parent, const QString& objectName) {
    return parent.findChild<T*>(objectName);
}

/// Hovers and drops `mime` at a point of a list's viewport, as a drag from another window does. Whether it
/// was taken.
bool drop(QWidget& viewport, const QPoint& at, QMimeData& mime);
/// Hovers only; whether a drop would be taken.
bool hover(QWidget& viewport, const QPoint& at, QMimeData& mime);

} // namespace tridesk::test
