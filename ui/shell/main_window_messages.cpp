// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/desk/inbox.h"
#include "ui/actions/selection.h"
#include "ui/panes/line/line_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/messages/addressees.h"
#include "ui/panes/messages/message_pane.h"
#include "ui/panes/messages/note_strip.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_foot.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

// Messages in a main window: their pane beside the incident's, the strip under the head, and the gestures of
// other panes that begin one.

namespace tridesk {

namespace {

QList<Addressee> addressees(const QList<UnitId>& units) {
    return {units.begin(), units.end()};
}

} // namespace

void MainWindow::buildMessages() {
    const PaneContext context = paneContext();
    m_inbox = new Inbox(m_ground.desk, this);
    m_messages = new MessagePane(context, *m_inbox, this);
    QDockWidget* dock = addPane(u"messages"_s, tr("Messages"), m_messages, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_docks[u"form"_s], dock);
    m_docks[u"incident"_s]->raise();
    connect(dock, &QDockWidget::visibilityChanged, m_messages, &MessagePane::lookSoon);
    auto* strip = new NoteStrip(context, *m_inbox, menuWidget());
    menuWidget()->layout()->addWidget(strip);
    connect(strip, &NoteStrip::messagesAsked, this, &MainWindow::showMessages);
    connect(strip, &NoteStrip::noteAsked, this, [this](const MessageId& note) {
        showMessages();
        m_messages->showMessage(note);
    });
    connect(m_inbox, &Inbox::changed, this, &MainWindow::tellUnread);
    connect(m_inbox, &Inbox::arrived, this, [this] { QApplication::alert(this); });
    tellUnread();
}

void MainWindow::joinMessages() {
    connect(m_messages, &MessagePane::echoed, this,
            [this](const QString& line) { m_foot->line().echo(line); });
    const auto toUnits = [this](const QList<UnitId>& units) { writeMessage(addressees(units)); };
    connect(m_units, &UnitPane::messageAsked, this, toUnits);
    connect(m_map, &MapPane::messageAsked, this, toUnits);
    connect(m_queue, &QueuePane::messageAsked, this, [this](const IncidentId& incident) {
        writeMessage(assignedTo(m_ground.desk.situation(), incident), incident);
    });
    const auto speak = [this](const IncidentId& incident) {
        m_docks[u"messages"_s]->show();
        m_docks[u"messages"_s]->raise();
        m_messages->speak(incident);
    };
    connect(m_queue, &QueuePane::roomAsked, this, speak);
    on(ActionId::SpeakInRoom, [this, speak] { speak(m_selection->incident()); });
    joinHandover();
    on(ActionId::FocusMessages, [this] { showMessages(); });
    on(ActionId::AcknowledgeMessages, [this] {
        !m_messages->visibleRegion().isEmpty() ? m_messages->acknowledge()
                                               : showMessages(); // read before it is said
    });
    on(ActionId::WriteMessage, [this] {
        QList<UnitId> units = m_selection->units().values();
        std::sort(units.begin(), units.end());
        writeMessage(addressees(units));
    });
}

/// The tab of the pane counts what waits, so that it is seen while another pane stands over it.
void MainWindow::tellUnread() {
    const qsizetype unread = m_inbox->unread().size();
    m_docks[u"messages"_s]->setWindowTitle(unread > 0 ? tr("Messages ● %1", "how many are unread").arg(unread)
                                                      : tr("Messages"));
}

void MainWindow::resumeMessages(const MainWindow& before) {
    m_messages->resume(*before.m_messages);
    resumeHandover(before);
}

void MainWindow::showMessages() {
    m_docks[u"messages"_s]->show();
    m_docks[u"messages"_s]->raise();
    m_messages->focusList();
}

void MainWindow::writeMessage(const QList<Addressee>& to, const IncidentId& incident) {
    m_docks[u"messages"_s]->show();
    m_docks[u"messages"_s]->raise();
    m_messages->compose(to, incident);
}

} // namespace tridesk
