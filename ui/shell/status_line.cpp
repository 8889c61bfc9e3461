// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tridesk {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 2, 10, 2);
    row->setSpacing(14);
    m_echo = add(u"status.echo"_s, tr("The line that the last gesture stands for"));
    m_echo->setStyleSheet(u"font-family: 'Noto Sans Mono', 'Noto Sans CJK SC'; font-weight: 600;"_s);
    m_refusal = add(u"status.refusal"_s, tr("Why the last gesture was refused"));
    m_refusal->setProperty("refusal", true);
    row->addStretch(1);
    m_ground = add(u"status.ground"_s, tr("Data folder and map"));
    m_ground->setProperty("dim", true);
}

QLabel* StatusLine::add(const QString& name, const QString& accessible) {
    auto* label = new QLabel(this);
    label->setObjectName(name);
    label->setAccessibleName(accessible);
    label->setTextFormat(Qt::PlainText);
    layout()->addWidget(label);
    return label;
}

void StatusLine::echo(const QString& line) {
    m_echo->setText(line);
    m_refusal->clear();
}

void StatusLine::complain(const QString& why) {
    m_refusal->setText(why);
}

void StatusLine::setGround(const QString& text, const QString& tip) {
    m_ground->setText(text);
    m_ground->setToolTip(tip);
}

} // namespace tridesk
