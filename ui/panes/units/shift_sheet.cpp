// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/shift_sheet.h"

#include "app/desk/desk.h"
#include "ui/actions/echo.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

ShiftSheet::ShiftSheet(SeatDesk& desk, const UnitId& unit, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_unit(unit)
    , m_refusal(new QLabel(this)) {
    setObjectName(u"shiftSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const Unit* known = desk.situation().units().find(unit);
    const bool isOff = !known || known->status == UnitStatus::Off;
    const QString callsign = text::callsign(desk.situation(), unit);
    setWindowTitle(isOff ? tr("Log on %1").arg(callsign) : tr("Crew and kit of %1").arg(callsign));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_crew = addField(*form, u"crew"_s, tr("Crew"), tr("Names with commas between them"));
    m_vehicle = addField(*form, u"vehicle"_s, tr("Vehicle"), tr("Plate or number"));
    m_radio = addField(*form, u"radio"_s, tr("Radio"), tr("Number of the set"));
    m_camera = addField(*form, u"camera"_s, tr("Body camera"), tr("Number of the device"));
    m_weapon = addField(*form, u"weapon"_s, tr("Weapon kit"), tr("Number, or none"));
    if (known) {
        m_crew->setText(known->crew.join(tr(", ")));
        m_vehicle->setText(known->kit.vehicle);
        m_radio->setText(known->kit.radio);
        m_camera->setText(known->kit.camera);
        m_weapon->setText(known->kit.weapon);
    }
    m_refusal->setObjectName(u"shift.refusal"_s);
    m_refusal->setProperty("refusal", true);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(isOff ? tr("Log on") : tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"shift.save"_s);
    QPushButton* close = buttons->addButton(tr("Leave it"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"shift.close"_s);
    connect(m_save, &QPushButton::clicked, this, &ShiftSheet::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_refusal);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_crew->setFocus(Qt::OtherFocusReason);
}

QLineEdit* ShiftSheet::addField(QFormLayout& form, const QString& name, const QString& label,
                                const QString& hint) {
    auto* field = new QLineEdit(this);
    field->setObjectName(u"shift."_s + name);
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    auto* refusal = new QLabel(this);
    refusal->setObjectName(u"shift.refusal."_s + name);
    refusal->setProperty("refusal", true);
    refusal->setWordWrap(true);
    refusal->hide();
    m_refusals.insert(name, refusal);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(field);
    cell->addWidget(refusal);
    form.addRow(label, cell);
    return field;
}

QStringList ShiftSheet::crew() const {
    static const QRegularExpression comma(u"[,，、;；]\\s*"_s);
    QStringList crew;
    for (const QString& name : m_crew->text().split(comma, Qt::SkipEmptyParts))
        if (const QString trimmed = name.trimmed(); !trimmed.isEmpty())
            crew.append(trimmed);
    return crew;
}

void ShiftSheet::save() {
    for (QLabel* refusal : std::as_const(m_refusals))
        refusal->hide();
    m_refusal->hide();
    m_save->setEnabled(false);
    const LogOn command{.unit = m_unit,
                        .crew = crew(),
                        .kit = {.vehicle = m_vehicle->text().trimmed(),
                                .radio = m_radio->text().trimmed(),
                                .camera = m_camera->text().trimmed(),
                                .weapon = m_weapon->text().trimmed()}};
    m_desk.submit(command).then(this, [this, command](const Outcome& outcome) {
        m_save->setEnabled(true);
        if (!outcome)
            return tell(outcome.error());
        Q_EMIT echoed(echoLine(command, m_desk));
        close();
    });
}

void ShiftSheet::tell(const Refusal& refusal) {
    QLabel* beside = m_refusals.value(refusal.field, m_refusal);
    beside->setText(refusalText(refusal, m_desk.situation()));
    beside->show();
}

} // namespace tridesk
