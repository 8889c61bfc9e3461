// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QDockWidget;
class QWidget;

namespace tridesk {

class AlarmBoard;
class Desk;
class Inbox;
class Look;
class SeatDesk;
class Selection;

/// What one seat had before it, beside the board that all share: its messages, its alarms, a duty room's
/// orders. The panes of the live desk, over the replayed one; nothing in them can be done.
class SeatEyes : public QObject {
    Q_OBJECT

public:
    struct Docks {
        QDockWidget* messages;
        QDockWidget* alarms;
        QDockWidget* orders; ///< hidden where the seat is no station's
    };

    /// `context` is the replay's own; all outlive it.
    SeatEyes(Desk& desk, const PaneContext& context, const Actor& looker, Docks docks,
             QObject* parent = nullptr);
    ~SeatEyes() override;

    /// Shows what was before that seat; another than the looker's own without what is veiled: lifting a veil
    /// is for one's own eyes.
    void sitAt(const Seat& seat);

private:
    void clear();
    void showMessages();
    void renewMessages();
    [[nodiscard]] PaneContext context() const; ///< of that seat

    Desk& m_desk;
    PaneContext m_context;
    Actor m_looker;
    Docks m_docks;
    QStringList m_titles; ///< of these, as they are of the looker's own seat
    bool m_messagesInSight = false;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<Inbox> m_inbox;
    std::unique_ptr<AlarmBoard> m_board;
};

} // namespace tridesk
