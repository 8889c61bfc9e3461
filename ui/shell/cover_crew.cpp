// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cover_crew.h"

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr auto soon = std::chrono::minutes(1); // before a check is due: from then on it stands there
constexpr QSize touchable(300, 64);            // by a gloved finger, in a car that moves

template <class Part>
Part* named(Part* part, const QString& name, const QString& words) {
    part->setObjectName(name);
    part->setText(words);
    part->setAccessibleName(words);
    part->hide();
    return part;
}

} // namespace

CoverCrew::CoverCrew(SeatDesk& desk, const Look& look, const UnitId& unit, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_look(look)
    , m_unit(unit)
    , m_order(named(new QLabel(this), u"cover.order"_s, tr("An order waits: sign in to read it")))
    , m_check(named(new QLabel(this), u"cover.check"_s, tr("Safety check")))
    , m_answer(named(new QPushButton(this), u"cover.checkAnswer"_s, tr("We are all right")))
    , m_help(named(new QPushButton(this), u"cover.emergency"_s, tr("Emergency")))
    , m_refusal(named(new QLabel(this), u"cover.refusal"_s, QString())) {
    m_help->setText(u"⚠  "_s + m_help->text());
    lay();
    connect(m_help, &QPushButton::clicked, this, [this] {
        ask(RaiseEmergency{.unit = m_unit, .source = EmergencySource::Crew, .text = {}, .at = {}});
    });
    connect(m_answer, &QPushButton::clicked, this, [this] { ask(ResetTimers{.units = {m_unit}}); });
    connect(&desk, &SeatDesk::changed, this, &CoverCrew::refresh);
    if (const Link* link = desk.link())
        connect(link, &Link::changed, this, &CoverCrew::showUnheard);
    refresh();
}

void CoverCrew::lay() {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    m_refusal->setProperty("refusal", true);
    for (QLabel* label : {m_order, m_check, m_refusal}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (QPushButton* button : {m_answer, m_help}) {
        button->setMinimumSize(touchable);
        button->setAutoDefault(false);
    }
    column->addWidget(m_order);
    column->addWidget(m_check);
    column->addWidget(m_answer, 0, Qt::AlignHCenter);
    column->addWidget(m_help, 0, Qt::AlignHCenter);
    column->addWidget(m_refusal);
    m_help->show();
}

/// Nobody who presses one of these has a second way to find out that it came to nothing.
void CoverCrew::ask(const Command& command) {
    m_desk.submit(command).then(this, [this](const Outcome& outcome) {
        m_refusal->setVisible(!outcome);
        if (outcome)
            return showUnheard();
        m_refusal->setText(
            tr("Not taken: use the radio. %1").arg(refusalText(outcome.error(), m_desk.situation())));
        m_refusal->setAccessibleName(m_refusal->text());
    });
}

void CoverCrew::refresh() {
    showOrder();
    showCheck();
    showUnheard();
}

/// A terminal without its link takes the key all the same; that nobody has heard of it must be said here.
void CoverCrew::showUnheard() {
    const Link* link = m_desk.link();
    const bool unheard = link && !link->state().isUp && link->state().unsent.emergencies.contains(m_unit);
    if (!unheard && !std::exchange(m_isUnheard, false))
        return;
    m_isUnheard = unheard;
    m_refusal->setVisible(unheard);
    m_refusal->setText(
        tr("NOT HEARD YET: no link. Call on the radio! It is sent as soon as the link is back."));
    m_refusal->setAccessibleName(m_refusal->text());
}

void CoverCrew::showOrder() {
    const Unit* unit = m_desk.situation().units().find(m_unit);
    const Order* order = unit && unit->order ? m_desk.situation().orders().find(*unit->order) : nullptr;
    m_order->setVisible(order && order->stage < OrderStage::Signed && order->releaseAt <= m_desk.now());
    m_order->setStyleSheet(u"color: %1; font-weight: 600;"_s.arg(m_look.theme().alarm.name()));
}

void CoverCrew::showCheck() {
    const Unit* unit = m_desk.situation().units().find(m_unit);
    const auto timer = unit ? unit->timer : std::nullopt;
    const Milliseconds left = timer ? timer->due - m_desk.now() : Milliseconds::max();
    const bool isDue = left <= soon;
    m_check->setVisible(isDue);
    m_answer->setVisible(isDue);
    if (!isDue)
        return;
    const Theme& theme = m_look.theme();
    const QColor colour = left <= Milliseconds(0) ? theme.alarm : theme.warning;
    m_check->setStyleSheet(u"color: %1; font-weight: 600;"_s.arg(colour.name()));
    m_check->setText(tr("Safety check %1").arg(text::countdown(left)));
}

} // namespace tridesk
