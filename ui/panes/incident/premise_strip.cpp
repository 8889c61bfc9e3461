// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/premise_strip.h"

#include "app/desk/desk.h"
#include "app/domain/premise_rules.h"
#include "ui/text/premises.h"
#include "ui/theme/look.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostRows = 4; ///< a place with more has them in the sheet

} // namespace

PremiseStrip::PremiseStrip(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this)) {
    setObjectName(u"premiseStrip"_s);
    m_column->setContentsMargins(2, 0, 2, 0);
    m_column->setSpacing(0);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.premises.isEmpty())
            refresh();
    });
    connect(&context.look, &Look::changed, this, &PremiseStrip::refresh);
    hide();
}

void PremiseStrip::showPlace(const Place& place) {
    m_place = place;
    refresh();
}

QPushButton* PremiseStrip::row(qsizetype number) {
    while (m_rows.size() <= number) {
        auto* button = new QPushButton(this);
        button->setObjectName(u"premise.note.%1"_s.arg(m_rows.size()));
        button->setFlat(true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QPushButton::clicked, this,
                [this, at = m_rows.size()] { Q_EMIT noteAsked(m_notes.value(at)); });
        m_column->addWidget(button);
        m_rows.append(button);
    }
    return m_rows.at(number);
}

void PremiseStrip::refresh() {
    const SeatDesk& desk = m_context.desk;
    m_notes.clear();
    if (!desk.isWall())
        for (const PremiseNote* note : premise_rules::notesAt(desk.situation(), m_place, desk.now()))
            m_notes.append(note->id);
    const Theme& theme = m_context.look.theme();
    const qsizetype count = std::min(m_notes.size(), mostRows);
    for (qsizetype number = 0; number < std::max(count, m_rows.size()); ++number) {
        QPushButton* button = row(number);
        button->setVisible(number < count);
        if (number >= count)
            continue;
        const PremiseNote& note = *desk.situation().premises().find(m_notes.at(number));
        const bool isDanger = note.details.kind == PremiseKind::Hazard;
        button->setStyleSheet(
            u"text-align: left; border: none; padding: 1px 6px; font-weight: %1; color: %2;"_s.arg(
                isDanger ? u"700"_s : u"400"_s, (isDanger ? theme.warning : theme.text).name()));
        QString words = text::premiseLine(note.details);
        if (number + 1 == count && m_notes.size() > count)
            words = tr("%1 (and %2 more)").arg(words).arg(m_notes.size() - count);
        button->setToolTip(words);
        button->setAccessibleName(tr("Note on the place: %1").arg(words));
    }
    setVisible(count > 0);
    fit();
}

/// As much of the words as there is room for; all of them are in the tip and the sheet.
void PremiseStrip::fit() {
    constexpr int besideTheText = 20;
    for (QPushButton* each : std::as_const(m_rows))
        each->setText(each->fontMetrics().elidedText(each->toolTip().simplified(), Qt::ElideRight,
                                                     width() - besideTheText));
}

void PremiseStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void PremiseStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tridesk
