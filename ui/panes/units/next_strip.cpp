// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/next_strip.h"

#include "app/desk/desk.h"
#include "app/domain/alarms.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

NextStrip::NextStrip(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_text(new QLabel(this))
    , m_send(new QPushButton(this))
    , m_takeUp(new QPushButton(this))
    , m_soon(new QTimer(this)) {
    setObjectName(u"nextStrip"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(u"next.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the pane
    m_send->setObjectName(u"next.send"_s);
    m_send->setProperty("main", true);
    m_takeUp->setObjectName(u"next.takeUp"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 6, 3);
    row->addWidget(m_text, 1);
    row->addWidget(m_send);
    row->addWidget(m_takeUp);
    connect(m_send, &QPushButton::clicked, this, &NextStrip::send);
    connect(m_takeUp, &QPushButton::clicked, this, [this] {
        if (isOffering())
            Q_EMIT takeUpAsked(m_offered.constFirst().incident);
    });
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &NextStrip::refresh);
    connect(&context.look, &Look::changed, this, &NextStrip::dress);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.units.isEmpty() || !changes.incidents.isEmpty() || !changes.orders.isEmpty() ||
            !changes.sectors.isEmpty())
            m_soon->start();
    });
    dress();
    retranslate();
}

/// Both may be seen here, the unit may be sent, and no other desk answers for the place.
bool NextStrip::isOurs(const stack_rules::Proposal& proposal) const {
    const SeatDesk& desk = m_context.desk;
    const Incident* incident = desk.situation().incidents().find(proposal.incident);
    return incident && desk.sight(*incident) > Sight::Outline &&
           answersFor(desk.situation(), desk.actor().seat, incident->post) &&
           desk.may(IssueOrder{
               .incident = proposal.incident, .to = proposal.unit, .text = {}, .overrideReason = {}});
}

void NextStrip::refresh() {
    m_offered.clear();
    if (!m_context.desk.isReplay() && !m_context.desk.isWall())
        m_offered = stack_rules::proposals(m_context.desk.situation());
    m_offered.removeIf([this](const stack_rules::Proposal& each) { return !isOurs(each); });
    setVisible(isOffering());
    if (!isOffering())
        return;
    const Situation& situation = m_context.desk.situation();
    const stack_rules::Proposal& next = m_offered.constFirst();
    const Incident& incident = *situation.incidents().find(next.incident);
    const IncidentDetails& details = incident.details;
    const QString callsign = text::callsign(situation, next.unit);
    const QString number = text::shortNumber(incident.number);
    const QString what = details.type.isNull() ? details.text.simplified().left(40)
                                               : text::typeName(situation.catalogue(), details.type);
    QString said = tr("%1 is free. Next: %2 %3, %4", "callsign, number, type, place")
                       .arg(callsign, number, what, text::place(details.place));
    if (incident.hold)
        said += tr(" · waits since %1").arg(text::clock(incident.hold->since));
    if (m_offered.size() > 1)
        said += u" · "_s + tr("and %n more units are free", nullptr, int(m_offered.size()) - 1);
    m_text->setText(u"▸ "_s + said);
    m_text->setAccessibleName(said);
    m_send->setAccessibleName(tr("Send %1 to %2").arg(callsign, number));
    m_takeUp->setAccessibleName(tr("Put %1 back into the queue").arg(number));
    m_takeUp->setToolTip(m_takeUp->accessibleName());
}

void NextStrip::send() {
    if (isOffering())
        Q_EMIT sendAsked(m_offered.constFirst().incident, m_offered.constFirst().unit);
}

void NextStrip::dress() {
    const Theme& theme = m_context.look.theme();
    setStyleSheet(u"#nextStrip { background: %1; border-top: 1px solid %2; border-bottom: 1px solid %2; }"
                  "#next\\.text { font-weight: 600; }"_s.arg(mix(theme.raised, theme.good, 0.18).name(),
                                                             theme.line.name()));
}

void NextStrip::retranslate() {
    m_send->setText(tr("Send"));
    m_takeUp->setText(tr("Back to the queue"));
    refresh();
}

void NextStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tridesk
