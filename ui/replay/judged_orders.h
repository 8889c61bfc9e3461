// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/order_story.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace tridesk {

class Advisor;
class Replay;

/// The orders of the incident in hand as they were decided: whom the recommendation named that stood on the
/// screen then, and where the unit stood in it that was sent; below, whom it names on what is known at the
/// instant that is shown. One order can be gone to, as its seat knew the board just before.
///
/// objectNames: judgedOrders; judged.tree, judged.now, judged.go.
class JudgedOrders : public QWidget {
    Q_OBJECT

public:
    /// The context's advisor asks over the replayed board; all outlive it.
    JudgedOrders(Replay& replay, const PaneContext& context, QWidget* parent = nullptr);

Q_SIGNALS:
    void seatAsked(const QString& seat); ///< its knowledge is to be shown

private:
    void build();
    void join();
    void ask();
    void take(const IncidentId& incident, const QList<OrderStory>& stories);
    void tellNow();
    void judge();
    void go();
    [[nodiscard]] const OrderStory* chosen() const; ///< null: none

    Replay& m_replay;
    PaneContext m_context;
    QList<OrderStory> m_stories;
    QTreeWidget* m_tree;
    QLabel* m_now;
    QPushButton* m_go;
};

} // namespace tridesk
