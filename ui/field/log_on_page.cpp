// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/log_on_page.h"

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
    const auto field = [&](const QString& name, const QString& text) {
        auto* edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setAccessibleName(text);
        edit->setPlaceholderText(text);
        edit->setMinimumHeight(touch::target);
        edit->setMaxLength(80);
        column->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &LogOnPage::check);
        return edit;
    };
    m_first = field(u"logOn.crew1"_s, tr("Name or number of the leader"));
    m_second = field(u"logOn.crew2"_s, tr("Second officer"));
    m_third = field(u"logOn.crew3"_s, tr("Third officer"));
    m_logOn = touch::button(u"logOn.accept"_s, tr("Log on"), this);
    touch::setMain(*m_logOn, true);
    column->addWidget(m_logOn);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 8);
    row->addStretch(1);
    connect(m_logOn, &QPushButton::clicked, this, [this] { Q_EMIT asked(crew()); });
    connect(m_first, &QLineEdit::returnPressed, m_logOn, &QPushButton::click);
    check();
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

void LogOnPage::check() {
    m_hint->setText(m_known ? tr("Who is on this unit?") : tr("The desk does not know this unit yet."));
    m_logOn->setEnabled(m_known && !crew().isEmpty());
}

} // namespace tridesk
