// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/seat_eyes.h"

#include "app/desk/alarm_board.h"
#include "app/desk/desk.h"
#include "app/desk/inbox.h"
#include "ui/actions/selection.h"
#include "ui/panes/alarms/alarm_pane.h"
#include "ui/panes/messages/message_pane.h"
#include "ui/panes/orders/inbound_pane.h"
#include "ui/text/names.h"

#include <QDockWidget>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 500; ///< messages that a list takes in row by row

} // namespace

SeatEyes::SeatEyes(Desk& desk, const PaneContext& context, const Actor& looker, Docks docks, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_context(context)
    , m_looker(looker)
    , m_docks(docks)
    , m_titles{docks.messages->windowTitle(), docks.alarms->windowTitle(), docks.orders->windowTitle()} {
    m_messagesInSight = docks.messages->isVisible();
    connect(docks.messages, &QDockWidget::visibilityChanged, this, [this](bool inSight) {
        m_messagesInSight = inSight;
        showMessages();
    });
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (changes.messages.size() > mostAtOnce) // read anew at once, not row by row
            renewMessages();
    });
    sitAt(looker.seat);
}

/// Long records hold messages by the hundred thousand: nobody waits for a list that is not looked at.
void SeatEyes::showMessages() {
    if (m_messagesInSight && m_seat && !m_inbox)
        renewMessages();
}

void SeatEyes::renewMessages() {
    delete m_docks.messages->widget();
    m_inbox.reset();
    if (!m_messagesInSight)
        return;
    m_inbox = std::make_unique<Inbox>(*m_seat);
    m_docks.messages->setWidget(new MessagePane(context(), *m_inbox, m_docks.messages));
}

PaneContext SeatEyes::context() const {
    return {.desk = *m_seat,
            .selection = m_context.selection,
            .look = m_context.look,
            .fixes = m_context.fixes,
            .settings = m_context.settings};
}

SeatEyes::~SeatEyes() {
    clear();
}

/// The panes stand on what goes after them.
void SeatEyes::clear() {
    for (QDockWidget* dock : {m_docks.messages, m_docks.alarms, m_docks.orders})
        delete dock->widget();
    m_board.reset();
    m_inbox.reset();
    m_seat.reset();
}

void SeatEyes::sitAt(const Seat& seat) {
    if (m_seat && m_seat->actor().seat == seat)
        return;
    clear();
    Actor actor = m_looker;
    actor.seat = seat;
    m_seat = std::make_unique<SeatDesk>(m_desk, actor);
    m_seat->setWall(seat != m_looker.seat || m_context.desk.isWall());
    m_board = std::make_unique<AlarmBoard>(*m_seat);
    renewMessages();
    auto* alarms = new AlarmPane(context(), *m_board, m_docks.alarms);
    connect(alarms, &AlarmPane::incidentAsked, &m_context.selection, &Selection::setIncident);
    connect(alarms, &AlarmPane::unitAsked, &m_context.selection,
            [selection = &m_context.selection](const UnitId& unit) { selection->setUnits({unit}); });
    m_docks.alarms->setWidget(alarms);
    const auto post = seat.tier == Tier::Station ? seat.post() : std::nullopt;
    if (post)
        m_docks.orders->setWidget(new InboundPane(context(), *post, m_docks.orders));
    m_docks.orders->setVisible(post.has_value());
    // one's own are plainly the messages: tabs are narrow
    const QString name = text::seatName(m_desk.situation(), seat.toString());
    const bool isOwn = seat == m_looker.seat;
    m_docks.messages->setWindowTitle(isOwn ? m_titles[0] : tr("Messages of %1").arg(name));
    m_docks.alarms->setWindowTitle(isOwn ? m_titles[1] : tr("Alarms of %1").arg(name));
    m_docks.orders->setWindowTitle(isOwn ? m_titles[2] : tr("Orders to %1").arg(name));
    for (QDockWidget* dock : {m_docks.messages, m_docks.alarms, m_docks.orders})
        dock->setAccessibleName(dock->windowTitle());
}

} // namespace tridesk
