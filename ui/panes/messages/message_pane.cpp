// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/message_pane.h"

#include "app/desk/desk.h"
#include "app/desk/inbox.h"
#include "app/domain/message_rules.h"
#include "app/domain/room_rules.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/narrow_chip.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/messages/compose_box.h"
#include "ui/panes/messages/message_delegate.h"
#include "ui/panes/messages/message_detail.h"
#include "ui/panes/messages/message_filter.h"
#include "ui/panes/messages/message_model.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

MessageId idOf(const QModelIndex& row) {
    return MessageId::parse(row.data(MessageModel::IdRole).toString()).value_or(MessageId());
}

QPushButton* button(QWidget* parent, QHBoxLayout& row, const QString& name, const QString& text) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    row.addWidget(made);
    return made;
}

} // namespace

MessagePane::MessagePane(const PaneContext& context, Inbox& inbox, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_inbox(inbox)
    , m_model(new MessageModel(context.desk, this))
    , m_filter(new MessageFilter(*m_model, this))
    , m_groups(new QTabBar(this))
    , m_chip(new NarrowChip(context, u"messages.narrowed"_s, this))
    , m_table(new RowTable(context.look, this))
    , m_detail(new MessageDetail(context, this))
    , m_prompts(new PromptBar(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this))
    , m_compose(new ComposeBox(context, this))
    , m_look(new QTimer(this)) {
    setObjectName(u"messagePane"_s);
    build();
    join();
    joinSelection();
    joinNarrowing();
    count();
    check();
    if (context.desk.isReplay()) // nothing is done to what was
        for (QWidget* hand : std::initializer_list<QWidget*>{m_acknowledge, m_reply, m_withdraw, m_compose})
            hand->hide();
}

void MessagePane::build() {
    m_groups->setObjectName(u"messageGroups"_s);
    m_groups->setAccessibleName(tr("Groups of messages"));
    m_groups->setDrawBase(false);
    m_groups->setExpanding(false);
    for (int i = 0; i < MessageFilter::groupCount; ++i)
        m_groups->addTab({});
    buildTable();
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    m_acknowledge = button(this, *buttons, u"messages.acknowledge"_s, tr("Acknowledge"));
    m_acknowledge->setProperty("main", true);
    m_reply = button(this, *buttons, u"messages.reply"_s, tr("Reply"));
    m_withdraw = button(this, *buttons, u"messages.withdraw"_s, tr("Withdraw"));
    buttons->addStretch(1);
    buttons->addWidget(m_chip);
    auto* line = new QFrame(this);
    line->setProperty("line", true);
    line->setFixedHeight(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_groups);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    column->addLayout(buttons);
    column->addWidget(m_prompts);
    column->addWidget(line);
    column->addWidget(m_compose);
}

void MessagePane::buildTable() {
    m_table->setObjectName(u"messageTable"_s);
    m_table->setAccessibleName(tr("Messages of this seat"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new MessageDelegate(m_context.look, m_table));
    m_table->setDragDropMode(QAbstractItemView::NoDragDrop);
    m_table->fitColumns({4, 5, 12, 5, 20, 10});
    m_table->horizontalHeader()->setMinimumSectionSize(30);
    m_table->horizontalHeader()->setSectionResizeMode(MessageModel::Text, QHeaderView::Stretch);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 4);
}

void MessagePane::join() {
    connect(m_groups, &QTabBar::currentChanged, this, [this](int tab) {
        m_filter->setGroup(MessageFilter::Group(tab));
        m_chip->setLeavingOut(m_filter->leavesOut());
    });
    connect(m_acknowledge, &QPushButton::clicked, this, &MessagePane::acknowledge);
    connect(m_reply, &QPushButton::clicked, this, &MessagePane::reply);
    connect(m_withdraw, &QPushButton::clicked, this, &MessagePane::withdraw);
    connect(m_dispatcher, &Dispatcher::echoed, this, &MessagePane::echoed);
    connect(m_compose, &ComposeBox::echoed, this, &MessagePane::echoed);
    connect(m_table, &RowTable::rowKey, this, &MessagePane::takeKey);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &RowTable::customContextMenuRequested, this, &MessagePane::openMenu);
    connect(&m_inbox, &Inbox::changed, this, &MessagePane::count);
    m_look->setSingleShot(true);
    m_look->setInterval(0);
    connect(m_look, &QTimer::timeout, this, &MessagePane::tellShown);
    const auto soon = [this] { lookSoon(); };
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, soon);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, soon);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        count();
        check();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MessagePane::count);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &MessagePane::tick);
    second->start(1s);
}

void MessagePane::joinSelection() {
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessagePane::follow);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& at) {
        if (at.column() == MessageModel::Number && !at.data().toString().isEmpty())
            takeKey(Qt::Key_V);
    });
}

void MessagePane::follow() {
    const Message* message = current();
    m_detail->showMessage(message ? message->id : MessageId());
    check();
    m_look->start(); // the detail takes room from the rows
}

void MessagePane::tick() {
    m_model->tick();
    tellShown();
}

void MessagePane::count() {
    const auto counts = m_filter->counts();
    const std::array<QString, MessageFilter::groupCount> names{tr("All"),   tr("Unread"), tr("Bulletins"),
                                                               tr("Notes"), tr("Sent"),   tr("Rooms")};
    for (int tab = 0; tab < MessageFilter::groupCount; ++tab) {
        const QString text = tr("%1 %2", "a group of messages and how many are in it")
                                 .arg(names[size_t(tab)])
                                 .arg(counts[size_t(tab)]);
        if (m_groups->tabText(tab) != text)
            m_groups->setTabText(tab, text);
    }
    m_groups->setTabTextColor(int(MessageFilter::Group::Unread),
                              counts[size_t(MessageFilter::Group::Unread)] > 0 ? m_context.look.theme().accent
                                                                               : m_context.look.theme().dim);
}

QList<MessageId> MessagePane::selected() const {
    QList<MessageId> ids;
    for (const QModelIndex& row : m_table->selectedRows())
        ids << idOf(row);
    return ids;
}

QList<MessageId> MessagePane::visible() const {
    QList<MessageId> ids;
    for (const int row : m_table->visibleRows())
        ids << idOf(m_filter->index(row, 0));
    return ids;
}

const Message* MessagePane::current() const {
    const QModelIndexList rows = m_table->selectedRows();
    return rows.size() == 1 ? m_model->message(m_filter->sourceRow(rows.constFirst().row())) : nullptr;
}

QList<MessageId> MessagePane::toAcknowledge() const {
    const auto isRead = [this](const MessageId& id) {
        const Message* message = m_context.desk.situation().messages().find(id);
        return !m_inbox.unread().contains(id) || !message || !m_context.desk.mayRead(*message);
    };
    QList<MessageId> ids = selected();
    ids.removeIf(isRead);
    if (!ids.isEmpty())
        return ids;
    ids = visible();
    ids.removeIf(isRead);
    return ids;
}

void MessagePane::check() {
    const Situation& situation = m_context.desk.situation();
    const Message* message = current();
    const int waiting = int(toAcknowledge().size());
    m_acknowledge->setEnabled(waiting > 0);
    m_acknowledge->setText(waiting > 1 ? tr("Acknowledge %n", nullptr, waiting) : tr("Acknowledge"));
    const bool room = message && message->kind == MessageKind::Room;
    m_reply->setEnabled(room || (message && message->from != m_context.desk.actor().seat.toString() &&
                                 message_rules::addresseeOf(situation, message->from)));
    const bool stands = message && isStanding(message->kind) && message->stands(m_context.desk.now());
    const auto may = message ? m_context.desk.may(WithdrawMessage{message->id}) : Result<void>();
    m_withdraw->setVisible(stands && !m_context.desk.isReplay());
    m_withdraw->setEnabled(may.has_value());
    m_withdraw->setToolTip(may ? QString() : refusalText(may.error(), situation));
}

/// What the screen tells by itself: these rows were on it.
void MessagePane::tellShown() {
    // a pane that lies behind another one's tab counts as visible, with nothing of it on the screen
    if (visibleRegion().isEmpty() || window()->isMinimized())
        return;
    m_inbox.noteShown(visible());
    check();
}

void MessagePane::takeKey(Qt::Key key) {
    const Message* message = current();
    if (key == Qt::Key_A)
        acknowledge();
    else if (key == Qt::Key_R && m_reply->isEnabled())
        reply();
    else if (key == Qt::Key_W && m_withdraw->isVisible() && m_withdraw->isEnabled())
        withdraw();
    else if ((key == Qt::Key_V || key == Qt::Key_Return) && message && message->incident)
        m_context.selection.setIncident(*message->incident);
}

/// What the buttons and row keys do, and where the message leads to.
void MessagePane::openMenu(const QPoint& at) {
    const Message* message = current();
    if (selected().isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"messageMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& name, const QString& text, bool enabled, auto act) {
        QAction* action = menu->addAction(text, this, act);
        action->setObjectName(u"messageMenu."_s + name);
        action->setEnabled(enabled);
    };
    add(u"acknowledge"_s, m_acknowledge->text(), m_acknowledge->isEnabled(), [this] { acknowledge(); });
    add(u"reply"_s, tr("Reply"), m_reply->isEnabled(), [this] { reply(); });
    if (m_withdraw->isVisibleTo(this))
        add(u"withdraw"_s, tr("Withdraw"), m_withdraw->isEnabled(), [this] { withdraw(); });
    const Incident* incident = message && message->incident
                                   ? m_context.desk.situation().incidents().find(*message->incident)
                                   : nullptr;
    if (incident && m_context.desk.sight(*incident) > Sight::Outline) {
        menu->addSeparator();
        const QString number = text::shortNumber(incident->number);
        add(u"incident"_s, tr("Show %1").arg(number), true,
            [this, id = incident->id] { m_context.selection.setIncident(id); });
        add(u"room"_s, tr("Speak to all who work on %1").arg(number),
            incident->isOpen() && room_rules::hasRoom(m_context.desk.situation(), *incident),
            [this, id = incident->id] { speak(id); });
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void MessagePane::acknowledge() {
    QList<Command> commands;
    for (const MessageId& id : toAcknowledge())
        commands.append(AdvanceMessage{id, MessageStage::Acknowledged});
    if (!commands.isEmpty())
        m_dispatcher->submitAll(commands);
}

void MessagePane::reply() {
    const Message* message = current();
    if (message && message->kind == MessageKind::Room && message->incident)
        return speak(*message->incident);
    const auto to = message ? message_rules::addresseeOf(m_context.desk.situation(), message->from)
                            : std::optional<Addressee>();
    if (!to)
        return;
    m_compose->setKind(MessageKind::Message);
    m_compose->begin({*to}, message->incident.value_or(IncidentId()));
}

void MessagePane::withdraw() {
    if (const Message* message = current())
        m_dispatcher->submit(WithdrawMessage{message->id});
}

void MessagePane::joinNarrowing() {
    const auto tell = [this] { m_chip->setLeavingOut(m_filter->leavesOut()); };
    connect(&m_context.selection, &Selection::narrowed, this, &MessagePane::narrow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, tell);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, tell);
    narrow();
}

void MessagePane::narrow() {
    const IncidentId& incident = m_context.selection.narrowedTo();
    m_filter->setIncident(incident.isNull() ? std::nullopt : std::optional(incident), m_context.desk.now());
    m_chip->setLeavingOut(m_filter->leavesOut());
}

void MessagePane::compose(const QList<Addressee>& to, const IncidentId& incident) {
    m_compose->begin(to, incident);
}

void MessagePane::speak(const IncidentId& incident) {
    m_compose->setKind(MessageKind::Room);
    m_compose->begin({}, incident);
}

void MessagePane::focusList() {
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->selectRow(0);
}

void MessagePane::showMessage(const MessageId& message) {
    m_groups->setCurrentIndex(int(MessageFilter::Group::All));
    const QModelIndex at = m_model->index(m_model->rowOf(message), 0);
    if (!m_filter->mapFromSource(at).isValid())
        m_context.selection.widen();
    const QModelIndex row = m_filter->mapFromSource(at);
    if (!row.isValid())
        return;
    m_table->selectRow(row.row());
    m_table->scrollTo(row);
}

void MessagePane::resume(const MessagePane& before) {
    m_compose->resume(*before.m_compose);
}

void MessagePane::lookSoon() {
    m_look->start();
}

void MessagePane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    lookSoon();
}

} // namespace tridesk
