// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/script_strip.h"

#include "app/desk/drill.h"
#include "ui/text/line_words.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QLabel* labelIn(QWidget* parent, const QString& name, const QString& words) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAccessibleName(words);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ScriptStrip::ScriptStrip(const SeatDesk& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_progress(labelIn(this, u"script.progress"_s, tr("How far the script is")))
    , m_last(labelIn(this, u"script.last"_s, tr("The line of the script that came last")))
    , m_fault(labelIn(this, u"script.fault"_s, tr("What did not go as the script says")))
    , m_button(new QPushButton(this)) {
    setObjectName(u"scriptStrip"_s);
    setAccessibleName(tr("A script is played"));
    m_last->setStyleSheet(u"font-family: 'Noto Sans Mono', 'Noto Sans CJK SC';"_s);
    m_last->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_fault->setProperty("refusal", true);
    m_fault->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_button->setObjectName(u"script.stop"_s);
    m_button->setAccessibleName(tr("Stop the script, or put it away"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 6, 3);
    row->setSpacing(12);
    row->addWidget(m_progress);
    row->addWidget(m_last, 2);
    row->addWidget(m_fault, 3);
    row->addWidget(m_button);
    m_timer.setInterval(std::chrono::milliseconds(500));
    connect(m_button, &QPushButton::clicked, this, &ScriptStrip::act);
    connect(&m_timer, &QTimer::timeout, this, &ScriptStrip::tell);
    hide();
}

void ScriptStrip::follow(Drill& drill) {
    m_drill = &drill;
    connect(&drill, &Drill::changed, this, &ScriptStrip::tell);
    m_timer.start();
    show();
    tell();
}

void ScriptStrip::act() {
    if (m_drill->isRunning())
        return m_drill->stop();
    hide();
}

void ScriptStrip::tell() {
    const bool runs = m_drill->isRunning();
    if (!runs)
        m_timer.stop();
    m_progress->setText(progress());
    m_last->setText(lastLine());
    m_last->setToolTip(m_last->text());
    m_fault->setText(whyNot());
    m_fault->setToolTip(m_fault->text());
    m_fault->setVisible(!m_fault->text().isEmpty());
    m_button->setText(runs ? tr("Stop the script") : tr("Put away"));
    m_button->setAccessibleName(runs ? tr("Stop the script for good") : tr("Put the script's line away"));
}

QString ScriptStrip::progress() const {
    const qsizetype played = m_drill->played();
    if (m_drill->isRunning())
        return tr("▶ Script %1: line %2 of %3 in %4", "name, number, number, minutes and seconds")
            .arg(m_drill->name())
            .arg(qMin(played + 1, m_drill->count()))
            .arg(m_drill->count())
            .arg(text::countdown(m_drill->nextIn()));
    return played < m_drill->count() ? tr("■ Script %1 was stopped after %2 of %3 lines")
                                           .arg(m_drill->name())
                                           .arg(played)
                                           .arg(m_drill->count())
                                     : tr("■ Script %1 is over: %2 lines, %3 not as written")
                                           .arg(m_drill->name())
                                           .arg(played)
                                           .arg(m_drill->strayed());
}

bool ScriptStrip::mayRead(const Seat& typedAt) const {
    const Seat& own = m_desk.actor().seat;
    return !m_desk.isWall() && (own.tier == Tier::Bureau || own == typedAt);
}

QString ScriptStrip::lastLine() const {
    const auto& last = m_drill->last();
    if (!last)
        return {};
    const QString seat = text::seatName(m_desk.situation(), last->line.seat.toString());
    return mayRead(last->line.seat) ? seat + u"  "_s + last->line.text : seat;
}

QString ScriptStrip::whyNot() const {
    const auto& last = m_drill->lastStray();
    if (!last || !mayRead(last->line.seat))
        return {};
    QString why = tr("this should have been refused, and was done");
    if (const auto& fault = last->fault) {
        const auto* error = std::get_if<line::Error>(&*fault);
        why = error ? text::lineError(*error) : refusalText(std::get<Refusal>(*fault), m_desk.situation());
    }
    return tr("✕ line %1, “%2”: %3", "number in the file, what it says, why it was not done")
        .arg(last->line.row)
        .arg(last->line.text.left(60), why);
}

} // namespace tridesk
