// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_bar.h"

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/text/late_words.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr int mostTold = 200; ///< characters of what was typed

QString shortened(const QString& words) {
    const QString line = words.simplified();
    return line.size() <= mostTold ? line : line.left(mostTold) + u'…';
}

QLabel* label(const QString& name, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // words never widen the window
    return made;
}

} // namespace

LinkBar::LinkBar(SeatDesk& desk, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_look(look)
    , m_state(label(u"link.state"_s, this))
    , m_late(new QFrame(this))
    , m_told(label(u"link.late"_s, m_late))
    , m_read(new QPushButton(tr("Read"), m_late)) {
    setObjectName(u"linkBar"_s);
    lay();
    hide();
    const Link* link = desk.link();
    if (!link)
        return;
    connect(link, &Link::changed, this, &LinkBar::refresh);
    connect(m_read, &QPushButton::clicked, this, &LinkBar::readOn);
    connect(&look, &Look::changed, this, &LinkBar::dress);
    auto* second = new QTimer(this); // how long it has been lost
    connect(second, &QTimer::timeout, this, &LinkBar::showState);
    second->start(1s);
    dress();
    refresh();
}

void LinkBar::lay() {
    m_state->setAccessibleName(tr("Link to the gateway"));
    m_state->setMargin(3);
    m_late->setObjectName(u"link.lateRow"_s);
    m_read->setObjectName(u"link.read"_s);
    m_read->setAccessibleName(tr("What was not taken has been read"));
    m_read->setAutoDefault(false);
    auto* row = new QHBoxLayout(m_late);
    row->setContentsMargins(12, 4, 10, 4);
    row->addWidget(m_told, 1);
    row->addWidget(m_read);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_state);
    column->addWidget(m_late);
}

void LinkBar::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(u"#link\\.state { background: %1; color: %2; font-weight: 600; padding-left: 9px; }"
                  "#link\\.lateRow { background: %3; border-bottom: 2px solid %1; }"_s.arg(
                      theme.warning.name(), theme.panel.name(), theme.raised.name()));
}

void LinkBar::refresh() {
    showState();
    showRefused();
    setVisible(!m_state->text().isEmpty() || !m_desk.link()->state().refused.isEmpty());
}

QString LinkBar::stateWords() const {
    const LinkState& state = m_desk.link()->state();
    const QString waiting =
        state.waiting > 0 ? tr("%n waiting to be sent", nullptr, state.waiting) : QString();
    if (state.isUp)
        return m_desk.link()->marks() == Unsent() || state.waiting == 0 ? QString()
                                                                        : tr("Sending: %1").arg(waiting);
    QString words;
    if (!state.turnedAway.isEmpty())
        words = tr("The gateway does not let this desk in: tell its administrator, and go on by telephone.");
    else if (!state.heardAt)
        words = tr("No link yet: the gateway was never reached.");
    else
        words =
            tr("No link for %1. What is done here is kept and sent later; for what cannot wait, telephone.")
                .arg(text::age(std::max(Milliseconds(0), m_desk.now() - *state.heardAt)));
    return waiting.isEmpty() ? words : words + u"  ·  "_s + waiting;
}

void LinkBar::showState() {
    const QString words = stateWords();
    const QString shown = words.isEmpty() ? QString() : u"⚡ "_s + words;
    if (m_state->text() == shown)
        return;
    m_state->setText(shown);
    m_state->setVisible(!shown.isEmpty());
    setVisible(!shown.isEmpty() || !m_desk.link()->state().refused.isEmpty());
}

void LinkBar::showRefused() {
    const QList<LateRefusal>& all = m_desk.link()->state().refused;
    m_late->setVisible(!all.isEmpty());
    if (all.isEmpty())
        return;
    const LateRefusal& late = all.constFirst();
    const Situation& situation = m_desk.situation();
    const Command& command = late.request.command;
    const QString typed = shortened(late::words(command));
    const QString theirs = shortened(late::standing(command, situation));
    QStringList lines{all.size() == 1 ? tr("Done here without the link, and not taken:")
                                      : tr("Done here without the link, and not taken (%n in all):", nullptr,
                                           int(all.size()))};
    lines << tr("Here, %1: %2")
                 .arg(text::clock(late.request.happenedAt.value_or(late.refusedAt)),
                      late::title(command, situation) +
                          (typed.isEmpty() ? QString() : u" “"_s + typed + u'”'));
    if (!theirs.isEmpty())
        lines << tr("On record: %1").arg(theirs);
    lines << tr("Why: %1").arg(refusalText(late.refusal, situation));
    m_told->setText(lines.join(u'\n'));
    m_told->setAccessibleName(m_told->text());
}

void LinkBar::readOn() {
    Link* link = m_desk.link();
    if (const auto& late = link->state().refused; !late.isEmpty())
        link->dismiss(late.constFirst().request.id);
}

} // namespace tridesk
