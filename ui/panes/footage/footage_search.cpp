// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_search.h"

#include "app/desk/desk.h"
#include "app/line/lookup.h"
#include "ui/text/names.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr auto usualWindow = std::chrono::hours(24);

line::Context contextOf(const SeatDesk& desk) {
    return {.situation = desk.situation(),
            .seat = desk.actor().seat,
            .now = desk.now(),
            .zone = QTimeZone::systemTimeZone(),
            .seesIncident = [&desk](const Incident& incident) { return desk.maySee(incident); },
            .seesUnit = [&desk](const Unit& unit) { return desk.maySee(unit); }};
}

Instant instantOf(const QDateTimeEdit& edit) {
    return instantFromMs(edit.dateTime().toMSecsSinceEpoch());
}

} // namespace

FootageSearch::FootageSearch(SeatDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_unit(line(u"footage.unit"_s, tr("Unit")))
    , m_incident(line(u"footage.incident"_s, tr("Incident No.")))
    , m_within(new QCheckBox(tr("Within"), this))
    , m_from(time(u"footage.from"_s, tr("From"), desk.now() - usualWindow))
    , m_to(time(u"footage.to"_s, tr("To"), desk.now() + usualWindow)) {
    setObjectName(u"footageSearch"_s);
    m_within->setObjectName(u"footage.within"_s);
    m_within->setAccessibleName(tr("Within a stretch of time"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(m_unit, 1);
    row->addWidget(m_incident, 1);
    row->addWidget(m_within);
    row->addWidget(m_from);
    row->addWidget(m_to);
    connect(m_within, &QCheckBox::toggled, this, [this](bool on) {
        m_from->setEnabled(on);
        m_to->setEnabled(on);
        Q_EMIT changed();
    });
    m_from->setEnabled(false);
    m_to->setEnabled(false);
}

QLineEdit* FootageSearch::line(const QString& name, const QString& words) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(words);
    edit->setPlaceholderText(words);
    edit->setClearButtonEnabled(true);
    edit->setMaxLength(40);
    connect(edit, &QLineEdit::textChanged, this, &FootageSearch::changed);
    return edit;
}

QDateTimeEdit* FootageSearch::time(const QString& name, const QString& words, Instant at) {
    auto* edit = new QDateTimeEdit(toDateTime(at).toLocalTime(), this);
    edit->setObjectName(name);
    edit->setAccessibleName(words);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &FootageSearch::changed);
    return edit;
}

FootageFilter FootageSearch::filter() const {
    const line::Context context = contextOf(m_desk);
    FootageFilter filter;
    const QString unit = m_unit->text().trimmed();
    const QString number = m_incident->text().trimmed();
    if (!unit.isEmpty()) // what names nothing finds nothing
        filter.unit = line::unitNamed(context, unit).value.value_or(UnitId());
    if (!number.isEmpty())
        filter.incident = line::incidentNumbered(context, number).value.value_or(IncidentId());
    if (m_within->isChecked()) {
        filter.from = instantOf(*m_from);
        filter.to = instantOf(*m_to);
    }
    return filter;
}

QString FootageSearch::trouble() const {
    const FootageFilter now = filter();
    if (now.unit && now.unit->isNull())
        return tr("No unit is called “%1”.").arg(m_unit->text().trimmed());
    if (now.incident && now.incident->isNull())
        return tr("No incident has the number “%1”.").arg(m_incident->text().trimmed());
    if (now.from && now.to && *now.to < *now.from)
        return tr("The end lies before the beginning.");
    return {};
}

void FootageSearch::setUnit(const QString& callsign) {
    m_unit->setText(callsign);
}

void FootageSearch::setIncident(const QString& number) {
    m_incident->setText(number);
}

void FootageSearch::focus() {
    m_unit->setFocus(Qt::ShortcutFocusReason);
    m_unit->selectAll();
}

} // namespace tridesk
