// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QLabel;
class QTimer;
class QToolButton;

namespace tridesk {

class Inbox;

/// The line under a window's head in which status notes stand until they end, one at a time where there are
/// several, and that counts what is to be acknowledged. Hidden while there is neither.
///
/// objectNames: noteStrip; notes.unread, notes.text, notes.next.
class NoteStrip : public QFrame {
    Q_OBJECT

public:
    /// `inbox` is the seat's, and outlives it.
    NoteStrip(const PaneContext& context, Inbox& inbox, QWidget* parent = nullptr);

Q_SIGNALS:
    void messagesAsked(); ///< what waits is to be seen
    void noteAsked(const tridesk::MessageId& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void follow();
    void turn();
    void tell();
    void dress();
    [[nodiscard]] QString words() const;

    PaneContext m_context;
    Inbox& m_inbox;
    QToolButton* m_unread;
    QLabel* m_text;
    QToolButton* m_next;
    QTimer* m_turning;
    MessageId m_shown;
};

} // namespace tridesk
