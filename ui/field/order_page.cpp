// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/order_page.h"

#include "app/domain/deadlines.h"
#include "app/domain/premise_rules.h"
#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"
#include "ui/text/premises.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr std::array crewSteps = {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived,
                                  OrderStage::Reported};

/// What stands on a step's button.
QString stepText(OrderStage stage) {
    switch (stage) {
    case OrderStage::Signed:
        return OrderPage::tr("Sign");
    case OrderStage::UnderWay:
        return OrderPage::tr("Set out");
    case OrderStage::Arrived:
        return OrderPage::tr("Arrive");
    case OrderStage::Reported:
        return OrderPage::tr("Report");
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
    case OrderStage::Closed:
    case OrderStage::Recalled:
    case OrderStage::Refused:
    case OrderStage::Cancelled:
        return {};
    }
    return {};
}

QString stepName(OrderStage stage) {
    switch (stage) {
    case OrderStage::Signed:
        return u"order.sign"_s;
    case OrderStage::UnderWay:
        return u"order.setOut"_s;
    case OrderStage::Arrived:
        return u"order.arrive"_s;
    case OrderStage::Reported:
        return u"order.report"_s;
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
    case OrderStage::Closed:
    case OrderStage::Recalled:
    case OrderStage::Refused:
    case OrderStage::Cancelled:
        return {};
    }
    return {};
}

QString callers(const Incident& incident) {
    QStringList lines;
    for (const Caller& caller : incident.details.callers)
        lines << (caller.name + u"  "_s + caller.phone).trimmed();
    return lines.join(u'\n');
}

void say(QLabel& label, const QString& text) {
    label.setText(text);
    label.parentWidget()->setVisible(!text.isEmpty());
}

} // namespace

OrderPage::OrderPage(CrewWork& work, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_look(look) {
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(0);
    m_halves->addWidget(buildBrief(), 3);
    m_halves->addWidget(buildSteps());
    connect(&look, &Look::beat, this, &OrderPage::dressCountdown);
}

QLabel* OrderPage::addPart(QVBoxLayout& column, const QString& name, const QString& caption) {
    auto* part = new QWidget(this);
    auto* lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    if (!caption.isEmpty()) {
        auto* head = new QLabel(caption, part);
        head->setProperty("caption", true);
        lines->addWidget(head);
    }
    QLabel* label = touch::label(name, caption, part);
    lines->addWidget(label);
    column.addWidget(part);
    return label;
}

QWidget* OrderPage::buildBrief() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(u"order.brief"_s);
    scroll->setAccessibleName(tr("Brief of the incident"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* brief = new QWidget;
    brief->setObjectName(u"orderBriefPaper"_s);
    auto* column = new QVBoxLayout(brief);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(11);
    m_head = addPart(*column, u"order.head"_s, {});
    m_head->setTextFormat(Qt::RichText);
    m_head->setAccessibleName(tr("Number and level"));
    m_type = addPart(*column, u"order.type"_s, {});
    m_type->setAccessibleName(tr("Type"));
    touch::enlarge(*m_type, 1.35, true);
    m_hazards = addPart(*column, u"order.hazards"_s, {});
    m_hazards->setAccessibleName(tr("Hazards"));
    m_known = addPart(*column, u"order.known"_s, tr("Known of this place"));
    m_place = addPart(*column, u"order.place"_s, tr("Where"));
    touch::enlarge(*m_place, 1.15, true);
    m_order = addPart(*column, u"order.text"_s, tr("Order"));
    m_text = addPart(*column, u"order.narrative"_s, tr("What was reported"));
    m_callers = addPart(*column, u"order.callers"_s, tr("Caller"));
    m_others = addPart(*column, u"order.others"_s, tr("Also sent"));
    column->addStretch(1);
    scroll->setWidget(brief);
    return scroll;
}

QWidget* OrderPage::buildSteps() {
    auto* steps = new QWidget(this);
    steps->setObjectName(u"order.steps"_s);
    auto* grid = new QGridLayout(steps);
    grid->setContentsMargins(12, 10, 12, 12);
    grid->setSpacing(10);
    m_countdown = touch::label(u"order.countdown"_s, tr("Time left"), steps);
    m_countdown->setAlignment(Qt::AlignCenter);
    grid->setRowStretch(0, 1); // in a wide window the steps lie where a thumb is
    grid->addWidget(m_countdown, 1, 0, 1, 2);
    int cell = 0;
    for (const OrderStage stage : crewSteps) {
        QPushButton* button = touch::button(stepName(stage), stepText(stage), steps);
        button->setMinimumHeight(84);
        button->setMaximumHeight(150);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        grid->addWidget(button, 2 + cell / 2, cell % 2);
        grid->setRowStretch(2 + cell / 2, 3);
        m_steps.emplace(stage, button);
        connect(button, &QPushButton::clicked, this, [this, stage] {
            if (stage == OrderStage::Reported)
                Q_EMIT reportAsked();
            else
                m_work.advance(stage);
        });
        ++cell;
    }
    addAsides(*grid, 2 + (cell + 1) / 2);
    return steps;
}

/// Beside the steps: what a crew seldom needs, smaller than they are.
void OrderPage::addAsides(QGridLayout& grid, int row) {
    m_refuse = touch::button(u"order.refuse"_s, tr("Refuse…"), this);
    m_reinforce = touch::button(u"order.reinforce"_s, tr("Reinforcement…"), this);
    for (QPushButton* button : {m_refuse, m_reinforce})
        touch::enlarge(*button, 1 / 1.15);
    grid.addWidget(m_refuse, row, 0);
    grid.addWidget(m_reinforce, row, 1);
    connect(m_refuse, &QPushButton::clicked, this, &OrderPage::refuseAsked);
    connect(m_reinforce, &QPushButton::clicked, this, &OrderPage::reinforcementAsked);
}

void OrderPage::setWide(bool wide) {
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setStretch(1, wide ? 2 : 0);
}

void OrderPage::refresh() {
    const Order* order = m_work.order();
    const Incident* incident = m_work.incident();
    if (!order || !incident)
        return;
    showBrief(*incident, *order);
    bool nextFound = false;
    for (const OrderStage stage : crewSteps) {
        const bool next = !nextFound && order->stage < stage;
        nextFound = nextFound || next;
        showStep(stage, *order, next);
    }
    showAsides(*incident);
    tick();
}

void OrderPage::showAsides(const Incident& incident) {
    const Order* order = m_work.order();
    const bool asked = order && incident.reinforcement && incident.reinforcement->order == order->id;
    m_refuse->setEnabled(m_work.mayRefuse());
    m_reinforce->setEnabled(m_work.mayAskReinforcement());
    const bool unsent = asked && m_work.unsent().reinforcements.contains(order->id);
    const QString at = asked ? text::clock(incident.reinforcement->at) : QString();
    m_reinforce->setText(unsent  ? tr("Reinforcement ⇡ %1: not sent yet").arg(at)
                         : asked ? tr("Reinforcement asked %1").arg(at)
                                 : tr("Reinforcement…"));
}

void OrderPage::showBrief(const Incident& whole, const Order& order) {
    const Incident incident = m_work.desk().shown(whole);
    const Situation& situation = m_work.desk().situation();
    const Theme& theme = m_look.theme();
    const Swatch level = theme.level(incident.details.level);
    m_head->setText(
        u"<span style='color:%1'><b>%2 %3</b></span>&nbsp;&nbsp;%4&nbsp;&nbsp;<span style='color:%5'>%6</span>"_s
            .arg(level.colour.name(), level.glyph, text::name(incident.details.level),
                 m_work.unsent().incidents.contains(incident.id) ? tr("number follows")
                                                                 : incidentNumberText(incident.number),
                 theme.dim.name(), text::time(incident.reportedAt, m_work.desk().now())));
    m_type->setText(text::typePath(situation.catalogue(), incident.details.type));
    const QString hazards = text::hazards(incident.details.hazards);
    say(*m_hazards, hazards.isEmpty() ? QString() : u"⚠ "_s + hazards);
    m_hazards->setStyleSheet(
        u"background: %1; color: %2; font-weight: 600; padding: 8px; border-radius: 3px;"_s.arg(
            theme.warning.name(), theme.panel.name()));
    QStringList known;
    for (const PremiseNote* note :
         premise_rules::notesAt(situation, incident.details.place, m_work.desk().now()))
        known << text::premiseLine(note->details);
    say(*m_known, known.join(u'\n'));
    m_known->setStyleSheet(u"border: 2px solid %1; padding: 6px; border-radius: 3px; font-weight: 600;"_s.arg(
        theme.warning.name()));
    say(*m_place, text::place(incident.details.place));
    say(*m_order, order.text);
    say(*m_text, incident.details.text);
    const bool hidden = !whole.details.callers.isEmpty() && incident.details.callers.isEmpty();
    say(*m_callers, hidden ? tr("confidential: ask the bureau") : callers(incident));
    QStringList others;
    for (const OrderId& id : incident.orders)
        if (const Order* other = situation.orders().find(id);
            other && other->id != order.id && !isOver(other->stage) && other->unit())
            others << text::addressee(situation, other->to) + u" ("_s + text::name(other->stage) + u')';
    say(*m_others, others.join(u"  "_s));
}

void OrderPage::showStep(OrderStage stage, const Order& order, bool next) {
    QPushButton& button = *m_steps.at(stage);
    const auto reached = order.reached(stage);
    const bool unsent = m_work.unsent().steps.contains({order.id, stage});
    const QString when = !reached ? QString() : (unsent ? u"⇡ "_s : u"✓ "_s) + text::clock(*reached);
    button.setText(when.isEmpty() ? stepText(stage) : stepText(stage) + u'\n' + when);
    button.setAccessibleDescription(unsent ? tr("not sent yet") : QString());
    if (unsent)
        button.setText(button.text() + u'\n' + tr("not sent yet"));
    button.setEnabled(m_work.mayAdvance(stage));
    touch::setMain(button, next);
}

void OrderPage::tick() {
    const Order* order = m_work.order();
    const auto due = order ? deadline(m_work.desk().situation(), *order) : std::nullopt;
    m_countdown->setVisible(due.has_value());
    if (!due)
        return;
    const Milliseconds left = due->due - m_work.desk().now();
    m_countdown->setText(u"%1  %2"_s.arg(text::name(due->kind), text::countdown(left)));
    m_late = left.count() < 0;
    dressCountdown();
}

/// What is late pulses with the alarms of all windows.
void OrderPage::dressCountdown() {
    const QString style =
        m_late ? u"background: %1; color: %2; font-weight: 600; padding: 4px; border-radius: 3px;"_s.arg(
                     m_look.alarmNow().name(), m_look.theme().onAlarm.name())
               : u"color: %1; padding: 4px;"_s.arg(m_look.theme().dim.name());
    if (m_countdown->styleSheet() != style)
        m_countdown->setStyleSheet(style);
}

} // namespace tridesk
