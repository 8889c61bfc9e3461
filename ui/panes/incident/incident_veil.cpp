// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_veil.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

IncidentVeil::IncidentVeil(SeatDesk& desk, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_prompts(prompts)
    , m_head(new QLabel(this))
    , m_place(new QLabel(this))
    , m_words(new QLabel(this))
    , m_open(new QPushButton(this)) {
    m_head->setObjectName(u"veil.head"_s);
    m_head->setProperty("title", true);
    m_place->setObjectName(u"veil.place"_s);
    m_words->setObjectName(u"veil.words"_s);
    m_words->setProperty("dim", true);
    m_open->setObjectName(u"veil.open"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addStretch(1);
    for (QLabel* label : {m_head, m_place, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_open, 0, Qt::AlignHCenter);
    column->addStretch(2);
    setFocusProxy(m_open);
    connect(m_open, &QPushButton::clicked, this, &IncidentVeil::askReason);
    retranslate();
}

void IncidentVeil::retranslate() {
    m_open->setText(tr("Open with a reason…"));
    m_open->setAccessibleName(m_open->text());
    showIncident(m_incident);
}

void IncidentVeil::showIncident(const IncidentId& id) {
    m_incident = id;
    const Situation& situation = m_desk.situation();
    const Incident* known = situation.incidents().find(id);
    if (!known)
        return;
    const Incident incident = m_desk.shown(*known);
    const bool mayRead = hasRight(m_desk.actor().role, Right::ReadSensitive);
    m_head->setText(u"▧ "_s + incidentNumberText(incident.number) + u"  "_s +
                    text::name(incident.details.level));
    m_place->setText(text::typePath(situation.catalogue(), incident.details.type) + u'\n' +
                     text::place(incident.details.place));
    m_words->setText(
        mayRead ? tr("This incident is marked as sensitive. Opening it is recorded with your reason.")
                : refusalText({RefusalCode::NotOfRole,
                               QString(enumName(Right::ReadSensitive)),
                               QString(enumName(m_desk.actor().role)),
                               {}},
                              situation));
    m_open->setVisible(mayRead);
}

void IncidentVeil::askReason() {
    m_prompts.ask({.name = u"look.sensitive"_s,
                   .text = tr("Why do you open this sensitive incident?"),
                   .answer = {},
                   .accept = tr("Open")},
                  this, [this, id = m_incident](const QString& reason) { record(id, reason); });
}

void IncidentVeil::noteLook(const IncidentId& incident) {
    record(incident, tr("It was open here when it was marked"));
}

/// Its words are shown once the trace is kept, not before.
void IncidentVeil::record(const IncidentId& id, const QString& reason) {
    const Incident* incident = m_desk.situation().incidents().find(id);
    if (!incident)
        return;
    m_desk
        .submit(RecordLook{.kind = LookKind::SensitiveIncident,
                           .subject = incidentNumberText(incident->number),
                           .reason = reason})
        .then(this, [this, id](const Outcome& outcome) {
            if (outcome)
                m_desk.noteOpened(id);
            else
                m_prompts.complain(refusalText(outcome.error(), m_desk.situation()));
        });
}

} // namespace tridesk
