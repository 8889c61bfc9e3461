// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/field_window.h"

#include "app/desk/inbox.h"
#include "ui/field/check_strip.h"
#include "ui/field/crew_work.h"
#include "ui/field/emergency_strip.h"
#include "ui/field/link_strip.h"
#include "ui/field/log_on_page.h"
#include "ui/field/message_page.h"
#include "ui/field/message_strip.h"
#include "ui/field/order_page.h"
#include "ui/field/own_page.h"
#include "ui/field/report_page.h"
#include "ui/field/touch.h"
#include "ui/field/wait_page.h"
#include "ui/field/words_page.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

FieldWindow::FieldWindow(SeatDesk& desk, Look& look, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_work(new CrewWork(desk, this))
    , m_inbox(new Inbox(desk, this)) {
    setObjectName(u"fieldWindow"_s);
    setMinimumSize(360, 560);
    touch::enlarge(*this, 1.3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    buildPages();
    m_refusal = touch::label(u"field.refusal"_s, tr("Why it was refused"), this);
    m_refusal->setProperty("refusal", true);
    m_refusal->setMargin(10);
    m_refusal->hide();
    m_link = new LinkStrip(*m_work, look, this);
    m_emergency = new EmergencyStrip(*m_work, look, this);
    m_check = new CheckStrip(*m_work, look, this);
    m_strip = new MessageStrip(*m_work, *m_inbox, look, this);
    column->addWidget(m_link);
    column->addWidget(m_emergency);
    column->addWidget(m_check);
    column->addWidget(m_strip);
    column->addWidget(m_refusal);
    column->addWidget(m_pages, 1);
    join();
    joinTasks();
    joinMessages();
    refresh();
    tick();
}

void FieldWindow::buildPages() {
    m_pages = new QStackedWidget(this);
    m_logOn = new LogOnPage(m_pages);
    m_wait = new WaitPage(*m_work, m_look, m_pages);
    m_order = new OrderPage(*m_work, m_look, m_pages);
    m_report = new ReportPage(*m_work, m_pages);
    m_messages = new MessagePage(*m_work, *m_inbox, m_look, m_pages);
    m_own = new OwnPage(*m_work, m_pages);
    m_refuse = new WordsPage(*m_work,
                             {.name = u"refuse"_s,
                              .title = tr("Refuse the order: why?"),
                              .hint = tr("The reason, in your own words"),
                              .send = tr("Refuse the order"),
                              .ready = {tr("Busy with something worse here"), tr("Vehicle cannot drive"),
                                        tr("An officer is hurt or ill"), tr("The way is blocked"),
                                        tr("Too far: another unit is nearer"), tr("Not equipped for it")},
                              .needed = true},
                             m_pages);
    m_reinforce = new WordsPage(
        *m_work,
        {.name = u"reinforce"_s,
         .title = tr("Reinforcement: what do you need?"),
         .hint = tr("In your own words"),
         .send = tr("Ask for it"),
         .ready = {tr("One more unit"), tr("Two or more units"), tr("Ambulance"), tr("Fire service"),
                   tr("Female officer"), tr("A supervisor"), tr("Traffic control")},
         .needed = false},
        m_pages);
    for (QWidget* page : std::initializer_list<QWidget*>{m_logOn, m_wait, m_order, m_report, m_messages,
                                                         m_own, m_refuse, m_reinforce})
        m_pages->addWidget(page);
}

QWidget* FieldWindow::buildHead() {
    auto* head = new QWidget(this);
    head->setObjectName(u"field.head"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 4, 6, 4);
    row->setSpacing(6);
    m_callsign = touch::label(u"field.callsign"_s, tr("Callsign"), head);
    touch::enlarge(*m_callsign, 1.35, true);
    m_status = touch::label(u"field.status"_s, tr("Status of the unit"), head);
    m_clock = touch::label(u"field.clock"_s, tr("Clock"), head);
    touch::enlarge(*m_clock, 1.3, true);
    for (QLabel* label : {m_callsign, m_status, m_clock})
        label->setWordWrap(false);
    auto* who = new QVBoxLayout; // one above the other: four buttons leave no room beside each other
    who->setSpacing(0);
    who->addWidget(m_callsign);
    who->addWidget(m_status);
    row->addLayout(who, 1);
    row->addWidget(m_clock);
    row->addSpacing(4);
    m_mail = new QToolButton(head);
    m_night = new QToolButton(head);
    auto* language = new QToolButton(head);
    m_mail->setObjectName(u"field.messages"_s);
    m_mail->setCheckable(true);
    m_mail->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_night->setObjectName(u"field.night"_s);
    m_night->setAccessibleName(tr("Night colours"));
    language->setObjectName(u"field.language"_s);
    language->setAccessibleName(tr("Language"));
    language->setToolTip(tr("中文", "the other language's own name"));
    auto* lock = new QToolButton(head);
    lock->setObjectName(u"field.lock"_s);
    lock->setAccessibleName(tr("Lock"));
    lock->setToolTip(tr("Lock"));
    lock->setShortcut(Qt::Key_F12);
    for (QToolButton* button : {m_mail, m_night, language, lock}) {
        button->setMinimumSize(touch::target, touch::target);
        button->setIconSize({24, 24});
        row->addWidget(button);
    }
    connect(m_night, &QToolButton::clicked, this, &FieldWindow::nightToggled);
    connect(language, &QToolButton::clicked, this, &FieldWindow::languageToggled);
    connect(lock, &QToolButton::clicked, this, &FieldWindow::lockAsked);
    return head;
}

void FieldWindow::join() {
    connect(m_work, &CrewWork::changed, this, &FieldWindow::refresh);
    connect(m_work, &CrewWork::refused, this,
            [this](const Refusal& refusal) { complain(refusalText(refusal, m_desk.situation())); });
    connect(m_work, &CrewWork::accepted, this, [this] { complain({}); });
    connect(m_work, &CrewWork::ordered, this, [this] {
        m_task = Task::None;
        m_reading = false;
        QApplication::beep();
        QApplication::alert(this);
    });
    connect(m_logOn, &LogOnPage::asked, m_work, &CrewWork::logOn);
    connect(&m_look, &Look::changed, this, &FieldWindow::refresh);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &FieldWindow::tick);
    second->start(1000);
}

void FieldWindow::joinTasks() {
    connect(m_order, &OrderPage::reportAsked, this, [this] { setTask(Task::Report); });
    connect(m_order, &OrderPage::refuseAsked, this, [this] { setTask(Task::Refuse); });
    connect(m_order, &OrderPage::reinforcementAsked, this, [this] { setTask(Task::Reinforce); });
    connect(m_wait, &WaitPage::initiateAsked, this, [this] { setTask(Task::Own); });
    connect(m_refuse, &WordsPage::asked, m_work, &CrewWork::refuse);
    connect(m_reinforce, &WordsPage::asked, m_work, &CrewWork::askReinforcement);
    const auto over = [this] { setTask(Task::None); };
    connect(m_report, &ReportPage::done, this, over);
    connect(m_refuse, &WordsPage::done, this, over);
    connect(m_reinforce, &WordsPage::done, this, over);
    connect(m_own, &OwnPage::done, this, over);
}

void FieldWindow::setTask(Task task) {
    m_task = task;
    complain({}); // what was refused before was about something else
    refresh();
}

void FieldWindow::useFixes(const FixBoard& fixes) {
    m_own->useFixes(fixes);
}

void FieldWindow::joinMessages() {
    const auto read = [this](bool on) {
        m_reading = on;
        refresh();
    };
    connect(m_mail, &QToolButton::clicked, this, read);
    connect(m_strip, &MessageStrip::openAsked, this, [read] { read(true); });
    connect(m_messages, &MessagePage::done, this, [read] { read(false); });
    connect(m_inbox, &Inbox::changed, this, &FieldWindow::refresh);
    connect(m_inbox, &Inbox::arrived, this, [this] {
        QApplication::beep();
        QApplication::alert(this);
    });
}

void FieldWindow::resume(const FieldWindow& before) {
    m_task = before.m_task;
    m_own->resume(*before.m_own);
    m_reading = before.m_reading;
    refresh();
}

void FieldWindow::refresh() {
    const Theme& theme = m_look.theme();
    findChild<QWidget*>(u"field.head"_s)
        ->setStyleSheet(u"#field\\.head { background: %1; border-bottom: 1px solid %2; }"_s.arg(
            theme.raised.name(), theme.line.name()));
    m_night->setIcon(m_look.icon(theme.night ? u"sun"_s : u"moon"_s));
    findChild<QToolButton*>(u"field.language"_s)->setIcon(m_look.icon(u"language"_s));
    findChild<QToolButton*>(u"field.lock"_s)->setIcon(m_look.icon(u"lock"_s));
    const Unit* unit = m_work->unit();
    const QString seat = m_desk.actor().seat.place;
    m_callsign->setText(unit ? unit->definition.callsign.toString() : seat);
    const Swatch swatch = theme.status(unit ? unit->status : UnitStatus::Off);
    m_status->setText(unit ? swatch.glyph + u' ' +
                                 text::statusName(m_work->desk().situation().catalogue(), unit->status,
                                                  unit->customStatus) +
                                 (m_work->unsent().units.contains(unit->definition.id) ? u" ⇡"_s : QString())
                           : tr("not known to this desk"));
    m_status->setStyleSheet(u"color: %1; font-weight: 600;"_s.arg(swatch.colour.name()));
    m_logOn->setKnown(unit != nullptr);
    m_link->refresh();
    m_emergency->refresh();
    m_check->refresh();
    m_wait->refresh();
    m_order->refresh();
    const bool crewed = unit && unit->status != UnitStatus::Off;
    if (!m_work->order() && m_task != Task::Own)
        m_task = Task::None; // what it was about is over
    QWidget* page = crewed ? pageInHand() : m_logOn;
    m_pages->setCurrentWidget(page);
    if (page == m_messages)
        m_messages->refresh();
    m_strip->setQuiet(page == m_messages);
    showMail(page == m_messages, crewed);
    tellShown();
}

QWidget* FieldWindow::pageInHand() const {
    if (m_reading)
        return m_messages;
    switch (m_task) {
    case Task::Report:
        return m_report;
    case Task::Refuse:
        return m_refuse;
    case Task::Reinforce:
        return m_reinforce;
    case Task::Own:
        return m_own;
    case Task::None:
        break;
    }
    return m_work->order() ? static_cast<QWidget*>(m_order) : m_wait;
}

void FieldWindow::showMail(bool open, bool crewed) {
    const qsizetype unread = m_inbox->unread().size();
    m_mail->setIcon(m_look.icon(u"mail"_s));
    m_mail->setText(unread > 0 ? QString::number(unread) : QString());
    m_mail->setAccessibleName(unread > 0 ? tr("Messages, %n to acknowledge", nullptr, int(unread))
                                         : tr("Messages"));
    m_mail->setVisible(crewed);
    m_mail->setChecked(open);
    touch::setMain(*m_mail, unread > 0);
}

void FieldWindow::tellShown() {
    if (isVisible() && m_pages->currentWidget() == m_order)
        m_work->noteShown();
}

void FieldWindow::tick() {
    m_clock->setText(text::clock(m_desk.now()));
    m_order->tick();
    m_own->tick();
    m_check->refresh();
    m_link->refresh();
}

void FieldWindow::complain(const QString& why) {
    m_refusal->setText(why);
    m_refusal->setVisible(!why.isEmpty());
}

void FieldWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() > 800 && width() > height();
    m_order->setWide(wide);
    m_report->setWide(wide);
    m_refuse->setWide(wide);
    m_reinforce->setWide(wide);
    m_own->setWide(wide);
    m_messages->setWide(wide);
}

void FieldWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    tellShown();
}

} // namespace tridesk
