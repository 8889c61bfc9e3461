// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>
#include <QHash>
#include <QSet>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tridesk {

class NoticeRow;
struct Changes;

/// What a station must take note of: its units that others ordered, its orders that were dropped for others'.
/// A row each until it is acknowledged, the newest first; hidden while there is none.
class NoticesStrip : public QFrame {
    Q_OBJECT

public:
    NoticesStrip(const PaneContext& context, const PostId& post, QWidget* parent = nullptr);

    void tick(); ///< a second has passed
    /// How high it may be, at most three rows; at least one is shown, the rest is scrolled to.
    void setMost(int height);

Q_SIGNALS:
    void acknowledged(const QList<tridesk::Command>& commands);

private:
    void build();
    void take(const Changes& changes);
    void look(const OrderId& id);
    void addRow(const OrderId& id);
    void acknowledgeAll();
    void fit();
    void dress();

    PaneContext m_context;
    PostId m_post;
    QLabel* m_count;
    QPushButton* m_all;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    int m_most = 0;
    QHash<OrderId, NoticeRow*> m_shown;
    QSet<OrderId> m_coming; ///< may not be known yet
};

} // namespace tridesk
