// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/emergency_row.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

void allow(QPushButton& button, const Result<void>& may, const Situation& situation) {
    button.setEnabled(may.has_value());
    button.setToolTip(may ? QString() : refusalText(may.error(), situation));
}

} // namespace

EmergencyRow::EmergencyRow(const UnitId& unit, bool canAct, QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_who(new QLabel(this))
    , m_what(new QLabel(this))
    , m_canAct(canAct) {
    setObjectName(u"emergency."_s + unit.toString());
    setProperty("emergency", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 10, 4);
    row->setSpacing(10);
    m_sign->setObjectName(u"emergency.sign"_s);
    m_who->setObjectName(u"emergency.who"_s);
    m_what->setObjectName(u"emergency.what"_s);
    m_who->setAccessibleName(tr("Unit in an emergency"));
    m_what->setAccessibleName(tr("What is known of the emergency"));
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    QFont strong = m_who->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setBold(true);
    m_sign->setFont(strong);
    m_who->setFont(strong);
    m_sign->setText(u"⚠ "_s + tr("EMERGENCY"));
    row->addWidget(m_sign);
    row->addWidget(m_who);
    row->addWidget(m_what, 1);
    connect(addButton(u"emergency.show"_s, tr("Show on the map")), &QPushButton::clicked, this,
            &EmergencyRow::showAsked);
    m_acknowledge = addButton(u"emergency.acknowledge"_s, tr("Acknowledge"));
    m_resolve = addButton(u"emergency.resolve"_s, tr("Resolved…"));
    m_false = addButton(u"emergency.false"_s, tr("False alarm…"));
    connect(m_acknowledge, &QPushButton::clicked, this, &EmergencyRow::acknowledged);
    connect(m_resolve, &QPushButton::clicked, this, [this] { Q_EMIT endAsked(EmergencyOutcome::Resolved); });
    connect(m_false, &QPushButton::clicked, this, [this] { Q_EMIT endAsked(EmergencyOutcome::False); });
}

QPushButton* EmergencyRow::addButton(const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    layout()->addWidget(button);
    button->setVisible(m_canAct);
    return button;
}

void EmergencyRow::tell(const Unit& unit, const SeatDesk& desk) {
    const auto& emergency = unit.emergency;
    if (!emergency)
        return;
    m_acknowledged = !emergency->acknowledgedBy.isEmpty();
    const Situation& situation = desk.situation();
    m_who->setText(unit.definition.callsign.toString());
    // A narrow window cuts the end: what counts most stands first.
    QStringList known = {text::clock(emergency->since), text::duration(desk.now() - emergency->since)};
    if (m_acknowledged)
        known << tr("acknowledged by %1").arg(text::seatName(situation, emergency->acknowledgedBy));
    if (!emergency->text.isEmpty())
        known << emergency->text;
    known << text::name(emergency->source);
    if (!unit.crew.isEmpty())
        known << unit.crew.join(u' ');
    m_what->setText(known.join(u"  ·  "_s));
    m_what->setToolTip(m_what->text());
    const UnitId& id = unit.definition.id;
    m_acknowledge->setVisible(m_canAct && !m_acknowledged);
    allow(*m_acknowledge, desk.may(AcknowledgeEmergency{id}), situation);
    // The reason is asked for when the button is pressed.
    const auto mayEnd =
        desk.may(EndEmergency{.unit = id, .outcome = EmergencyOutcome::Resolved, .reason = u"…"_s});
    allow(*m_resolve, mayEnd, situation);
    allow(*m_false, mayEnd, situation);
}

void EmergencyRow::dress(const Theme& theme, bool lit) {
    const QColor ground = lit ? theme.alarm : mix(theme.alarm, theme.panel, 0.25); // its words are read too
    const QString words = theme.onAlarm.name();
    setStyleSheet(
        u"QFrame[emergency=\"true\"] { background: %1; border: none; }"
        "QLabel { color: %2; background: transparent; }"
        "QPushButton { color: %2; background: transparent; border: 1px solid %2; border-radius: 3px;"
        " padding: 3px 10px; font-weight: 600; }"
        "QPushButton:hover, QPushButton:focus { background: %2; color: %1; }"
        "QPushButton:disabled { color: %3; border-color: %3; }"_s.arg(
            ground.name(), words, mix(theme.onAlarm, theme.alarm, 0.5).name()));
}

} // namespace tridesk
