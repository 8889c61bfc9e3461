// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/wait_page.h"

#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

WaitPage::WaitPage(CrewWork& work, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_look(look) {
    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    m_glyph = touch::label(u"wait.glyph"_s, tr("Sign of the status"), this);
    touch::enlarge(*m_glyph, 4);
    m_title = touch::label(u"wait.title"_s, tr("Status"), this);
    touch::enlarge(*m_title, 1.7, true);
    m_crew = touch::label(u"wait.crew"_s, tr("Crew"), this);
    m_crew->setProperty("dim", true);
    column->addStretch(2);
    m_reported = touch::label(u"wait.reported"_s, tr("What was reported"), this);
    for (QLabel* label : {m_glyph, m_title, m_crew, m_reported}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    m_nextReported = touch::button(u"wait.nextReported"_s, tr("Next report"), this);
    touch::enlarge(*m_nextReported, 1 / 1.15);
    column->addWidget(m_nextReported, 0, Qt::AlignHCenter);
    connect(m_nextReported, &QPushButton::clicked, this, &WaitPage::turnReported);
    column->addStretch(2);
    m_initiate = touch::button(u"wait.initiate"_s, tr("Own incident or stop…"), this);
    column->addWidget(m_initiate);
    column->addSpacing(12);
    connect(m_initiate, &QPushButton::clicked, this, &WaitPage::initiateAsked);
    const auto choice = [&](const QString& name, const QString& text, UnitStatus status) {
        QPushButton* button = touch::button(name, text, this);
        column->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, status] { m_work.setStatus(status); });
        return button;
    };
    m_available = choice(u"wait.available"_s, tr("Available"), UnitStatus::Available);
    m_station = choice(u"wait.atStation"_s, tr("At the station"), UnitStatus::AvailableAtStation);
    m_out = choice(u"wait.outOfService"_s, tr("Out of service"), UnitStatus::OutOfService);
    m_logOff = touch::button(u"wait.logOff"_s, tr("Log off"), this);
    column->addSpacing(12);
    column->addWidget(m_logOff);
    connect(m_logOff, &QPushButton::clicked, &work, &CrewWork::logOff);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 14, 14, 14);
    row->addStretch(1);
    row->addLayout(column, 30);
    row->addStretch(1);
}

void WaitPage::refresh() {
    const Unit* unit = m_work.unit();
    if (!unit)
        return;
    const Swatch swatch = m_look.theme().status(unit->status);
    m_glyph->setText(swatch.glyph);
    m_glyph->setStyleSheet(u"color: %1"_s.arg(swatch.colour.name()));
    m_title->setText(isAvailable(unit->status) ? tr("No order. Available.") : text::name(unit->status));
    m_crew->setText(unit->crew.join(u"  "_s));
    showReported();
    m_initiate->setEnabled(m_work.mayInitiate());
    m_available->setEnabled(unit->status != UnitStatus::Available);
    m_station->setEnabled(unit->status != UnitStatus::AvailableAtStation);
    m_out->setEnabled(unit->status != UnitStatus::OutOfService);
}

void WaitPage::turnReported() {
    const QList<const Order*> all = m_work.reported();
    const auto told = std::ranges::find(all, m_shownReport, [](const Order* each) { return each->id; });
    if (all.isEmpty())
        return;
    const qsizetype now = told == all.end() ? 0 : told - all.begin();
    m_shownReport = all[(now + 1) % all.size()]->id;
    showReported();
}

/// The crew is free again once it has reported, whenever a desk closes what it said.
void WaitPage::showReported() {
    const QList<const Order*> all = m_work.reported();
    m_reported->setVisible(!all.isEmpty());
    m_nextReported->setVisible(all.size() > 1);
    if (all.isEmpty())
        return;
    const auto told = std::ranges::find(all, m_shownReport, [](const Order* each) { return each->id; });
    const Order* order = told == all.end() ? all.constFirst() : *told;
    m_nextReported->setText(tr("Report %1 of %2: next").arg(all.indexOf(order) + 1).arg(all.size()));
    m_nextReported->setAccessibleName(m_nextReported->text());
    const Situation& situation = m_work.desk().situation();
    const Incident* incident = situation.incidents().find(order->incident);
    QStringList words;
    if (!order->disposition.isNull())
        words << text::dispositionName(situation.catalogue(), order->disposition);
    if (!order->report.isEmpty())
        words << order->report;
    if (m_work.unsent().steps.contains({order->id, OrderStage::Reported}))
        words.prepend(tr("NOT SENT YET"));
    const QString at = text::clock(order->reached(OrderStage::Reported).value_or(m_work.desk().now()));
    const QString number = incident ? text::shortNumber(incident->number) : QString();
    m_reported->setText(
        words.isEmpty()
            ? tr("Incident %1 reported at %2, awaits closing by a desk").arg(number, at)
            : tr("Incident %1 reported at %2, awaits closing by a desk: %3")
                  .arg(number, at, words.join(tr(", ", "between the outcome and the words of a report"))));
}

} // namespace tridesk
