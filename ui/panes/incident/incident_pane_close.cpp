// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

// How an incident's pane closes it, and what it asks for before that.

namespace tridesk {

void IncidentPane::fillDispositions() {
    const QString before = m_disposition->currentData().toString();
    m_disposition->clear();
    m_disposition->addItem(tr("Outcome…"), QString());
    for (const Disposition& disposition : m_context.desk.situation().catalogue().dispositions)
        m_disposition->addItem(text::name(disposition.name), disposition.code.toString());
    m_disposition->setCurrentIndex(std::max(0, m_disposition->findData(before)));
}

void IncidentPane::close() {
    const TypeCode disposition =
        TypeCode::parse(m_disposition->currentData().toString()).value_or(TypeCode());
    closeAs({.incident = m_incident, .disposition = disposition, .text = m_closing->text().trimmed()});
}

/// What is not known yet is asked for, with a reason as the way round it.
void IncidentPane::closeAs(const CloseIncident& command) {
    const auto may = m_context.desk.may(command);
    if (may || may.error().code != RefusalCode::Incomplete)
        return submit(command, m_closing);
    m_prompts->ask({.name = u"reason.incomplete"_s,
                    .text = refusalText(may.error(), m_context.desk.situation()),
                    .answer = {},
                    .accept = tr("Close with this reason"),
                    .other = tr("Edit"),
                    .otherwise = [this] { edit(); }},
                   this, [this, command](const QString& reason) {
                       CloseIncident reasoned = command;
                       reasoned.overrideReason = reason;
                       submit(reasoned, m_closing);
                   });
}

void IncidentPane::focusClosing() {
    m_disposition->setFocus(Qt::ShortcutFocusReason);
}

} // namespace tridesk
