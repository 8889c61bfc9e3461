// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/narrow_chip.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/text/names.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tridesk {

NarrowChip::NarrowChip(const PaneContext& context, const QString& objectName, QWidget* parent, Words words)
    : QToolButton(parent)
    , m_context(context)
    , m_words(words) {
    setObjectName(objectName);
    setProperty("chip", true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, &context.selection, &Selection::widen);
    connect(&context.selection, &Selection::narrowed, this, &NarrowChip::refresh);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (changes.incidents.contains(m_context.selection.narrowedTo()))
            refresh();
    });
    refresh();
}

void NarrowChip::setLeavingOut(bool leavingOut) {
    m_leavingOut = leavingOut;
    refresh();
}

void NarrowChip::refresh() {
    const Incident* incident = m_context.desk.situation().incidents().find(m_context.selection.narrowedTo());
    setVisible(incident && m_leavingOut);
    if (!incident) {
        setAccessibleName(tr("Show everything again"));
        return;
    }
    const bool isNamed = m_context.desk.sight(*incident) > Sight::Outline;
    const QString number = isNamed ? text::shortNumber(incident->number) : u"●"_s;
    setText(m_words == Words::Number ? number + u" ✕"_s
                                     : tr("Narrowed to %1 ✕", "the number of an incident").arg(number));
    setAccessibleName(tr("Narrowed to incident %1: show everything again").arg(number));
    setToolTip(tr("Shows what belongs to incident %1 only. Click, or Esc: everything again").arg(number));
}

void NarrowChip::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tridesk
