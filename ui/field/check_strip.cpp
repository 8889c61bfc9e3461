// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/check_strip.h"

#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr auto soon = std::chrono::minutes(1); // before it is due: the crew is asked in the warning's colour

} // namespace

CheckStrip::CheckStrip(CrewWork& work, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_work(work)
    , m_look(look)
    , m_left(touch::label(u"field.check"_s, tr("Safety check"), this))
    , m_answer(touch::button(u"field.checkAnswer"_s, tr("We are all right"), this)) {
    setObjectName(u"field.checkStrip"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 12, 4);
    row->addWidget(m_left, 1);
    row->addWidget(m_answer, 1);
    connect(m_answer, &QPushButton::clicked, &work, &CrewWork::answerCheck);
    hide();
}

void CheckStrip::refresh() {
    const Unit* unit = m_work.unit();
    const auto timer = unit ? unit->timer : std::nullopt;
    setVisible(timer.has_value());
    if (!timer)
        return;
    const Milliseconds left = timer->due - m_work.desk().now();
    const Theme& theme = m_look.theme();
    const QColor colour = left <= Milliseconds(0) ? theme.alarm : left <= soon ? theme.warning : theme.text;
    m_left->setStyleSheet(u"color: %1; font-weight: 600;"_s.arg(colour.name()));
    const QString words = tr("Safety check %1").arg(text::countdown(left));
    m_left->setText(m_work.unsent().checks.contains(unit->definition.id)
                        ? words + u'\n' + tr("Answer not sent: tell the desk by radio")
                        : words);
}

} // namespace tridesk
