// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QPushButton;
class QTabBar;
class QTimer;

namespace tridesk {

class ComposeBox;
class Dispatcher;
class Inbox;
class MessageDetail;
class MessageFilter;
class MessageModel;
class NarrowChip;
class PromptBar;
class RowTable;

/// A seat's messages: what it was sent and has sent, with how far each has come, and where new ones are
/// written. That a row was on the screen is told by itself. Narrowed to the incident in hand it shows what is
/// about that, what is to be acknowledged, and what has come since.
///
/// objectNames: messagePane; messageGroups, messageTable, messages.acknowledge, messages.reply,
/// messages.withdraw, messages.narrowed; messageMenu; those of MessageDetail and ComposeBox.
class MessagePane : public QWidget {
    Q_OBJECT

public:
    /// `inbox` is the seat's, and outlives the pane.
    MessagePane(const PaneContext& context, Inbox& inbox, QWidget* parent = nullptr);

    /// Begins a message to these, about an incident (null: none).
    void compose(const QList<Addressee>& to, const IncidentId& incident = {});
    /// Begins what is said to all who work on an incident.
    void speak(const IncidentId& incident);
    void focusList();
    void showMessage(const MessageId& message); ///< selects its row, wherever it is
    /// What is selected and to be acknowledged, else all that is in sight and is.
    void acknowledge();
    /// It may have come to the front: what is on the screen now counts as shown.
    void lookSoon();
    void resume(const MessagePane& before);

Q_SIGNALS:
    void echoed(const QString& line);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildTable();
    void join();
    void joinSelection();
    void joinNarrowing();
    void narrow();
    void tick();
    void count();
    void check();
    void tellShown();
    void openMenu(const QPoint& at);
    void takeKey(Qt::Key key);
    void reply();
    void withdraw();
    void follow();
    [[nodiscard]] QList<MessageId> selected() const;
    [[nodiscard]] QList<MessageId> visible() const;
    [[nodiscard]] QList<MessageId> toAcknowledge() const;
    [[nodiscard]] const Message* current() const; ///< the one row selected, or null

    PaneContext m_context;
    Inbox& m_inbox;
    MessageModel* m_model;
    MessageFilter* m_filter;
    QTabBar* m_groups;
    NarrowChip* m_chip;
    RowTable* m_table;
    MessageDetail* m_detail;
    QPushButton* m_acknowledge;
    QPushButton* m_reply;
    QPushButton* m_withdraw;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    ComposeBox* m_compose;
    QTimer* m_look; ///< gathers what makes other rows visible
};

} // namespace tridesk
