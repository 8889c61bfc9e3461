// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/link_strip.h"

#include "app/desk/link.h"
#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/late_words.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostTold = 160; ///< characters of what was typed; a small screen has the order to show too

QString shortened(const QString& words) {
    const QString line = words.simplified();
    return line.size() <= mostTold ? line : line.left(mostTold) + u'…';
}

} // namespace

LinkStrip::LinkStrip(CrewWork& work, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_work(work)
    , m_look(look)
    , m_state(touch::label(u"link.state"_s, tr("Link to the gateway"), this))
    , m_late(new QFrame(this))
    , m_title(touch::label(u"link.lateTitle"_s, tr("What was not taken"), m_late))
    , m_yours(touch::label(u"link.lateYours"_s, tr("What you did"), m_late))
    , m_theirs(touch::label(u"link.lateTheirs"_s, tr("What the desk has"), m_late))
    , m_why(touch::label(u"link.lateWhy"_s, tr("Why it was not taken"), m_late))
    , m_read(touch::button(u"link.lateRead"_s, tr("We have read it"), m_late)) {
    setObjectName(u"link.strip"_s);
    m_late->setObjectName(u"link.late"_s);
    touch::enlarge(*m_state, 1, true);
    touch::enlarge(*m_title, 1.1, true);
    m_state->setMargin(8);
    m_state->setAlignment(Qt::AlignCenter);
    auto* card = new QVBoxLayout(m_late);
    card->setContentsMargins(14, 8, 14, 10);
    card->setSpacing(3);
    for (QLabel* part : {m_title, m_yours, m_theirs, m_why})
        card->addWidget(part);
    card->addSpacing(6);
    card->addWidget(m_read);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_state);
    column->addWidget(m_late);
    hide();
    const Link* link = work.desk().link();
    if (!link)
        return;
    connect(link, &Link::changed, this, &LinkStrip::refresh);
    connect(m_read, &QPushButton::clicked, this, [this] {
        Link* line = m_work.desk().link();
        if (const auto& late = line->state().refused; !late.isEmpty())
            line->dismiss(late.constFirst().request.id);
    });
    refresh();
}

void LinkStrip::refresh() {
    const Link* link = m_work.desk().link();
    if (!link)
        return;
    showState();
    showRefused();
    setVisible(!m_state->text().isEmpty() || !link->state().refused.isEmpty());
    const Theme& theme = m_look.theme();
    const QString style = u"#link\\.state { background: %1; color: %2; }"
                          "#link\\.late { background: %3; border-bottom: 2px solid %1; }"
                          "#link\\.lateTitle { color: %1; }"_s.arg(theme.warning.name(), theme.panel.name(),
                                                                   theme.raised.name());
    if (styleSheet() != style)
        setStyleSheet(style);
}

QString LinkStrip::stateWords() const {
    const LinkState& state = m_work.desk().link()->state();
    const QString waiting = state.waiting > 0 ? tr("%n waiting", nullptr, state.waiting) : QString();
    if (state.isUp) // what is on its way needs no word
        return state.waiting > 0 && m_work.isOverdueOnTheLine() ? tr("Sending: %1").arg(waiting) : QString();
    QString words;
    if (!state.turnedAway.isEmpty())
        words = tr("The gateway does not let this terminal in. Tell the desk by radio.");
    else if (!state.heardAt)
        words = tr("No link yet: the gateway was never reached.");
    else
        words = tr("No link for %1")
                    .arg(text::age(std::max(Milliseconds(0), m_work.desk().now() - *state.heardAt)));
    return waiting.isEmpty() ? words : words + u"  ·  "_s + waiting;
}

void LinkStrip::showState() {
    const QString words = stateWords();
    m_state->setText(words.isEmpty() ? QString() : u"⚡ "_s + words);
    m_state->setVisible(!words.isEmpty());
}

void LinkStrip::showRefused() {
    const QList<LateRefusal>& all = m_work.desk().link()->state().refused;
    m_late->setVisible(!all.isEmpty());
    if (all.isEmpty())
        return;
    const LateRefusal& late = all.constFirst();
    const Situation& situation = m_work.desk().situation();
    const Command& command = late.request.command;
    m_title->setText(all.size() == 1 ? tr("Not taken by the desk")
                                     : tr("Not taken by the desk (%n in all)", nullptr, int(all.size())));
    const QString words = shortened(late::words(command));
    const QString yours = tr("You, %1: %2")
                              .arg(text::clock(late.request.happenedAt.value_or(late.refusedAt)),
                                   late::title(command, situation));
    m_yours->setText(words.isEmpty() ? yours : yours + u"\n“"_s + words + u'”');
    const QString theirs = shortened(late::standing(command, situation));
    m_theirs->setText(tr("The desk: %1").arg(theirs));
    m_theirs->setVisible(!theirs.isEmpty());
    m_why->setText(refusalText(late.refusal, situation));
    touch::setMain(*m_read, true);
}

} // namespace tridesk
