// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/log_on_page.h"

#include "app/domain/incident.h"
#include "ui/field/touch.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

LogOnPage::LogOnPage(QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    auto* title = touch::label(u"logOn.title"_s, tr("Title"), this);
    title->setText(tr("Log on"));
    touch::enlarge(*title, 1.5, true);
    m_hint = touch::label(u"logOn.hint"_s, tr("Hint"), this);
    m_hint->setProperty("dim", true);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(m_hint);
    m_first = addField(*column, u"logOn.crew1"_s, tr("Name or number of the leader"));
    m_second = addField(*column, u"logOn.crew2"_s, tr("Second officer"));
    m_third = addField(*column, u"logOn.crew3"_s, tr("Third officer"));
    auto* taken = touch::label(u"logOn.kit"_s, tr("Kit"), this);
    taken->setText(tr("What do you take with you? Leave out what you have not got."));
    taken->setProperty("dim", true);
    column->addWidget(taken);
    auto* driven = new QHBoxLayout;
    m_vehicle = addField(*driven, u"logOn.vehicle"_s, tr("Vehicle"));
    m_radio = addField(*driven, u"logOn.radio"_s, tr("Radio"));
    auto* worn = new QHBoxLayout;
    m_camera = addField(*worn, u"logOn.camera"_s, tr("Body camera"));
    m_weapon = addField(*worn, u"logOn.weapon"_s, tr("Weapon kit"));
    column->addLayout(driven);
    column->addLayout(worn);
    m_logOn = touch::button(u"logOn.accept"_s, tr("Log on"), this);
    touch::setMain(*m_logOn, true);
    column->addWidget(m_logOn);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 8);
    row->addStretch(1);
    for (QLineEdit* edit : {m_vehicle, m_radio, m_camera, m_weapon})
        edit->setMaxLength(limits::phone);
    connect(m_logOn, &QPushButton::clicked, this, [this] { Q_EMIT asked(crew(), kit()); });
    connect(m_first, &QLineEdit::returnPressed, m_logOn, &QPushButton::click);
    check();
}

QLineEdit* LogOnPage::addField(QBoxLayout& row, const QString& name, const QString& text) {
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(text);
    edit->setPlaceholderText(text);
    edit->setMinimumHeight(touch::target);
    edit->setMaxLength(80);
    row.addWidget(edit);
    connect(edit, &QLineEdit::textChanged, this, &LogOnPage::check);
    return edit;
}

void LogOnPage::setKnown(bool known) {
    m_known = known;
    check();
}

QStringList LogOnPage::crew() const {
    QStringList names;
    for (const QLineEdit* edit : {m_first, m_second, m_third})
        if (const QString name = edit->text().trimmed(); !name.isEmpty())
            names << name;
    return names;
}

ShiftKit LogOnPage::kit() const {
    return {.vehicle = m_vehicle->text().trimmed(),
            .radio = m_radio->text().trimmed(),
            .camera = m_camera->text().trimmed(),
            .weapon = m_weapon->text().trimmed()};
}

void LogOnPage::check() {
    m_hint->setText(m_known ? tr("Who is on this unit?") : tr("The desk does not know this unit yet."));
    m_logOn->setEnabled(m_known && !crew().isEmpty());
}

} // namespace tridesk
