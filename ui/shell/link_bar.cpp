// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/link_bar.h"

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/actions/prompts.h"
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

constexpr int mostTold = 200;  ///< characters of what was typed
constexpr int mostListed = 20; ///< of what waits

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

LinkBar::LinkBar(SeatDesk& desk, const Look& look, Prompts& prompts, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_look(look)
    , m_prompts(prompts)
    , m_line(new QFrame(this))
    , m_state(label(u"link.state"_s, m_line))
    , m_anew(new QPushButton(tr("Follow the server's journal…"), m_line))
    , m_sign(new QPushButton(tr("Sign in…"), m_line))
    , m_give(new QPushButton(tr("Do not wait…"), m_line))
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
    connect(m_anew, &QPushButton::clicked, this, &LinkBar::askAnew);
    connect(m_sign, &QPushButton::clicked, this, &LinkBar::signInAsked);
    connect(m_give, &QPushButton::clicked, this, &LinkBar::askGiveUp);
    connect(&look, &Look::changed, this, &LinkBar::dress);
    auto* second = new QTimer(this); // how long it has been lost
    connect(second, &QTimer::timeout, this, &LinkBar::showState);
    second->start(1s);
    dress();
    refresh();
}

void LinkBar::lay() {
    const Link* link = m_desk.link();
    m_state->setAccessibleName(link && link->state().isToServer ? tr("Link to the server")
                                                                : tr("Link to the gateway"));
    m_line->setObjectName(u"link.line"_s);
    m_anew->setObjectName(u"link.anew"_s);
    m_anew->setAccessibleName(m_anew->text());
    m_anew->setAutoDefault(false);
    m_sign->setObjectName(u"link.signIn"_s);
    m_sign->setAccessibleName(m_sign->text());
    m_sign->setAutoDefault(false);
    m_give->setObjectName(u"link.giveUp"_s);
    m_give->setAccessibleName(m_give->text());
    m_give->setAutoDefault(false);
    auto* state = new QHBoxLayout(m_line);
    state->setContentsMargins(12, 4, 10, 4);
    state->addWidget(m_state, 1);
    state->addWidget(m_anew);
    state->addWidget(m_sign);
    state->addWidget(m_give);
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
    column->addWidget(m_line);
    column->addWidget(m_late);
}

void LinkBar::dress() {
    const Theme& theme = m_look.theme();
    setStyleSheet(u"#link\\.line { background: %1; }"
                  "#link\\.state { color: %2; font-weight: 600; }"
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
    if (state.isUp && !state.unheard.isEmpty())
        return waiting.isEmpty() ? unheardWords() : unheardWords() + u"  ·  "_s + waiting;
    if (state.isUp)
        return m_desk.link()->marks() == Unsent() || state.waiting == 0 ? QString()
                                                                        : tr("Sending: %1").arg(waiting);
    return waiting.isEmpty() ? lossWords() : lossWords() + u"  ·  "_s + waiting;
}

bool LinkBar::isUnheard() const {
    const LinkState& state = m_desk.link()->state();
    return state.isUp && state.unheard.contains(m_desk.actor().user);
}

/// Of who sits here before the others: that is who can do something about it.
QString LinkBar::unheardWords() const {
    return isUnheard()
               ? tr("The gateway must hear who sits here: sign in again. Until then what you do is kept, "
                    "and not sent.")
               : tr("What %1 did at this desk is sent once they sign in here again.").arg(namesOfUnheard());
}

QString LinkBar::namesOfUnheard() const {
    return m_desk.link()->state().unheard.join(tr(", ", "between names"));
}

QString LinkBar::lossWords() const {
    const LinkState& state = m_desk.link()->state();
    if (!state.strayed.isEmpty())
        return tr(
            "The server holds another journal than this console, or an older one: nothing is sent to it. "
            "Call its administrator.");
    if (!state.turnedAway.isEmpty())
        return state.isToServer ? tr("The server does not let this account in: what is done here is kept, "
                                     "and not sent. Call "
                                     "its administrator.")
                                : tr("The gateway does not let this desk in: tell its administrator, and go "
                                     "on by telephone.");
    if (!state.heardAt)
        return tr("No link yet: the gateway was never reached.");
    const QString lost = text::age(std::max(Milliseconds(0), m_desk.now() - *state.heardAt));
    const QString since = text::time(*state.heardAt, m_desk.now()); // an age of hours says little
    return state.isToServer
               ? tr("No link to the server for %1, since %2. The work goes on: what is done here "
                    "is kept and sent later.")
                     .arg(lost, since)
               : tr("No link for %1, since %2. What is done here is kept and sent later; for "
                    "what cannot wait, telephone.")
                     .arg(lost, since);
}

/// What waits, the oldest first, as far as it is told.
QString LinkBar::waitingWords() const {
    QStringList lines;
    for (const Request& request : m_desk.link()->state().outbox.first(
             std::min<qsizetype>(m_desk.link()->state().outbox.size(), mostListed)))
        lines << text::clock(request.happenedAt.value_or(m_desk.now())) + u"  "_s +
                     late::title(request.command, m_desk.situation()) + u"  "_s +
                     shortened(late::words(request.command));
    return lines.join(u'\n');
}

/// Nothing of either journal is lost by it, but what this console shows becomes another evening.
void LinkBar::askAnew() {
    m_prompts.ask(
        {.name = u"link.anew"_s,
         .text = tr("Follow the journal that the server holds now? This console's copy of the other "
                    "one is put aside in its data folder; what was not sent is decided anew."),
         .answer = {},
         .accept = tr("Follow it"),
         .required = false},
        this, [this](const QString&) { m_desk.link()->beginAnew(); });
}

/// Whoever sits here does again, in their own name, what of it is still to be done.
void LinkBar::askGiveUp() {
    const QStringList logins = m_desk.link()->state().unheard;
    m_prompts.ask(
        {.name = u"link.giveUp"_s,
         .text =
             tr("Do not wait until %1 signs in here again? What they did is then put before this desk, one "
                "after the other, and never sent in their name.")
                 .arg(namesOfUnheard()),
         .answer = {},
         .accept = tr("Do not wait"),
         .required = false},
        this, [this, logins](const QString&) {
            for (const QString& login : logins)
                m_desk.link()->giveUp(login);
        });
}

void LinkBar::showState() {
    const QString words = stateWords();
    const QString shown = words.isEmpty() ? QString() : u"⚡ "_s + words;
    const QString waiting = waitingWords();
    if (m_state->toolTip() != waiting)
        m_state->setToolTip(waiting);
    m_anew->setVisible(!m_desk.link()->state().strayed.isEmpty());
    m_sign->setVisible(isUnheard());
    m_give->setVisible(m_desk.link()->state().isUp && !isUnheard() &&
                       !m_desk.link()->state().unheard.isEmpty());
    m_line->setVisible(!shown.isEmpty());
    if (m_state->text() == shown)
        return;
    m_state->setText(shown);
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
    const QString head =
        all.size() == 1
            ? tr("Done here without the link, and not taken:")
            : tr("Done here without the link, and not taken (%n in all):", nullptr, int(all.size()));
    const QString at = text::clock(late.request.happenedAt.value_or(late.refusedAt));
    const QString done =
        late::title(command, situation) + (typed.isEmpty() ? QString() : u" “"_s + typed + u'”');
    const QString& who = late.request.actor.user; // another one may sit here by now
    const QString here = who == m_desk.actor().user ? tr("Here, %1: %2").arg(at, done)
                                                    : tr("Here, %1, by %2: %3").arg(at, who, done);
    const QString why = tr("Why: %1").arg(refusalText(late.refusal, situation));
    const QString record = theirs.isEmpty() ? QString() : tr("On record: %1").arg(theirs) + u"  ·  "_s;
    m_told->setText(head + u' ' + here + u'\n' + record + why); // two lines: the queue needs the room
    m_told->setAccessibleName(m_told->text());
}

void LinkBar::readOn() {
    Link* link = m_desk.link();
    if (link && !link->state().refused.isEmpty())
        link->dismiss(link->state().refused.constFirst().request.id);
}

} // namespace tridesk
