// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/plan_panel.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype nextShown = 2; ///< steps in sight while the list is closed
constexpr int rowsInSight = 6;

} // namespace

PlanPanel::PlanPanel(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_area(new QScrollArea(this)) {
    setObjectName(u"planPanel"_s);
    m_title->setObjectName(u"plan.title"_s);
    m_title->setProperty("strong", true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_open->setObjectName(u"plan.open"_s);
    m_open->setFlat(true);
    m_open->setAccessibleName(tr("All steps of the plan"));
    connect(m_open, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    auto* rows = new QWidget(m_area);
    m_column = new QVBoxLayout(rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    m_area->setObjectName(u"plan.steps"_s);
    m_area->setWidget(rows);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 1, 8, 1);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_area);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (changes.incidents.contains(m_incident))
            refresh();
    });
    connect(&context.look, &Look::changed, this, &PlanPanel::refresh);
    hide();
}

const Checklist* PlanPanel::list() const {
    const Checklist* list = m_context.desk.situation().checklist(m_incident);
    return list && !list->plan.code.isNull() ? list : nullptr;
}

void PlanPanel::showIncident(const IncidentId& incident) {
    m_incident = incident;
    refresh();
}

void PlanPanel::setOpen(bool open) {
    m_isOpen = open;
    refresh();
}

QString PlanPanel::words(const PlanStep& step) const {
    const Checklist& checklist = *list();
    const QString name = text::name(step.name);
    if (const auto done = checklist.ticks.constFind(step.code); done != checklist.ticks.constEnd())
        return tr("%1 – done %2 by %3")
            .arg(name, text::time(done->at, m_context.desk.now()),
                 text::seatName(m_context.desk.situation(), done->by));
    const auto due = checklist.due(step);
    return due ? tr("%1 – %2", "step of a plan, time left")
                     .arg(name, text::countdown(*due - m_context.desk.now()))
               : name;
}

QCheckBox* PlanPanel::row(qsizetype number) {
    while (m_rows.size() <= number) {
        auto* box = new QCheckBox(m_area->widget());
        box->setObjectName(u"plan.step.%1"_s.arg(m_rows.size()));
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(box, &QCheckBox::clicked, this, [this, at = m_rows.size()](bool done) {
            if (at < m_shown.size())
                Q_EMIT asked(TickStep{m_incident, m_shown.at(at).code, done});
            refresh(); // it stands as the desk says, not as it was clicked
        });
        m_column->addWidget(box);
        m_rows.append(box);
    }
    return m_rows.at(number);
}

void PlanPanel::dress(QCheckBox* box, const PlanStep& step) {
    const Checklist& checklist = *list();
    const Theme& theme = m_context.look.theme();
    const auto due = checklist.due(step);
    const bool late = due && *due < m_context.desk.now();
    const QString said = (late ? u"! "_s : QString()) + words(step);
    box->setText(QString(said).replace(u'&', u"&&"_s)); // no letter of it is a shortcut
    box->setToolTip(said);
    box->setAccessibleName(said);
    QPalette palette = box->palette();
    palette.setColor(QPalette::WindowText, late ? theme.alarm : theme.text);
    box->setPalette(palette);
    QFont font = this->font();
    font.setBold(late);
    box->setFont(font);
}

void PlanPanel::refresh() {
    const Checklist* checklist = list();
    setVisible(checklist != nullptr);
    if (!checklist)
        return;
    const QList<PlanStep> open = checklist->open();
    m_shown = m_isOpen ? checklist->plan.steps : open.first(std::min(open.size(), nextShown));
    const Incident* incident = m_context.desk.situation().incidents().find(m_incident);
    const bool may = incident && incident->isOpen();
    for (qsizetype number = 0; number < std::max(m_shown.size(), m_rows.size()); ++number) {
        QCheckBox* box = row(number);
        box->setVisible(number < m_shown.size());
        if (number >= m_shown.size())
            continue;
        const PlanStep& step = m_shown.at(number);
        box->setChecked(checklist->ticks.contains(step.code));
        box->setEnabled(may && m_context.desk.may(TickStep{m_incident, step.code, !box->isChecked()}));
        dress(box, step);
    }
    const auto done = checklist->plan.steps.size() - open.size();
    m_title->setText(tr("Plan: %1, %2 of %3 done")
                         .arg(text::name(checklist->plan.name))
                         .arg(done)
                         .arg(checklist->plan.steps.size()));
    m_title->setToolTip(m_title->text());
    m_open->setText(m_isOpen ? tr("Only the next") : tr("All steps"));
    m_open->setAccessibleName(m_isOpen ? tr("Only the next steps of the plan") : tr("All steps of the plan"));
    m_open->setToolTip(tr("Steps of the plan (Ctrl+Shift+J)"));
    m_area->setVisible(!m_shown.isEmpty());
    if (!m_shown.isEmpty())
        m_area->setFixedHeight(
            (row(0)->sizeHint().height() + 1) * std::min(int(m_shown.size()), rowsInSight) + 2);
}

void PlanPanel::tick() {
    if (list() && isVisible())
        for (qsizetype number = 0; number < m_shown.size(); ++number)
            dress(row(number), m_shown.at(number));
}

void PlanPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tridesk
