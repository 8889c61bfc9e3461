// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/line/line_pane.h"

#include "app/desk/desk.h"
#include "app/line/words.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/line/line_candidates.h"
#include "ui/panes/line/line_edit.h"
#include "ui/panes/line/line_keeping.h"
#include "ui/text/line_words.h"
#include "ui/text/message_words.h"
#include "ui/text/refusals.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto monospaced = "font-family: 'Noto Sans Mono', 'Noto Sans CJK SC'; font-weight: 600;";

} // namespace

LinePane::LinePane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_history(context.settings, context.desk.actor().seat.toString(), context.desk.actor().user)
    , m_edit(new LineEdit(this))
    , m_echo(new QLabel(this))
    , m_error(new QLabel(this))
    , m_dispatcher(new Dispatcher(context.desk, *this, this)) {
    setObjectName(u"linePane"_s);
    m_edit->setObjectName(u"commandLine"_s);
    m_edit->setAccessibleName(tr("Command line: type a verb, or press / from anywhere"));
    m_edit->setPlaceholderText(tr("Type a command   /"));
    m_edit->setMaxLength(int(line::longestLine));
    m_edit->setStyleSheet(QLatin1StringView(monospaced));
    m_edit->setMinimumWidth(260);
    m_echo->setObjectName(u"line.echo"_s);
    m_echo->setAccessibleName(tr("The line that the last gesture stands for"));
    m_echo->setTextFormat(Qt::PlainText);
    m_echo->setStyleSheet(QLatin1StringView(monospaced));
    m_echo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_error->setObjectName(u"line.error"_s);
    m_error->setAccessibleName(tr("Why the line was not carried out"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setProperty("refusal", true);
    m_error->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 2);
    row->setSpacing(10);
    row->addWidget(m_edit, 5);
    row->addWidget(m_error, 0);
    row->addWidget(m_echo, 3);
    connect(&context.desk, &SeatDesk::changed, this, &LinePane::review);
    connect(m_edit, &QLineEdit::returnPressed, this, &LinePane::run);
    connect(m_edit, &QLineEdit::textEdited, this, &LinePane::offer);
    connect(m_edit, &LineEdit::tabbed, this, &LinePane::complete);
    connect(m_edit, &LineEdit::stepped, this, &LinePane::step);
    connect(m_edit, &LineEdit::left, this, &LinePane::leave);
    connect(m_edit, &LineEdit::blurred, this, &LinePane::forgetCandidates);
    connect(m_dispatcher, &Dispatcher::echoed, this, &LinePane::echo);
}

LinePane::~LinePane() = default;

void LinePane::begin(const QString& line, qsizetype cursor) {
    if (!m_edit->hasFocus())
        m_focusBefore = QApplication::focusWidget();
    if (!line.isEmpty())
        m_edit->setText(line);
    m_edit->setFocus(Qt::ShortcutFocusReason);
    if (line.isEmpty())
        m_edit->selectAll();
    else
        m_edit->setCursorPosition(int(cursor < 0 ? line.size() : cursor));
    complain({});
    if (!line.isEmpty())
        offer();
}

void LinePane::echo(const QString& line) {
    if (line.isEmpty())
        return;
    if (!m_context.desk.isWall())
        showEcho(line);
    keep(line);
}

void LinePane::showEcho(const QString& line) {
    m_echo->setText(line);
    m_echo->setToolTip(line);
}

void LinePane::keep(const QString& line) {
    if (mayKeep(line, m_context.desk))
        m_history.add(line);
}

void LinePane::complain(const QString& why) {
    m_error->setText(why.isEmpty() ? QString() : u"✕ "_s + why);
    m_error->setVisible(!why.isEmpty());
    if (!why.isEmpty() && !m_sent.isEmpty() && m_edit->text().isEmpty())
        m_edit->setText(m_sent); // nothing that was typed is lost
    if (!why.isEmpty())
        m_sent.clear();
}

/// The line has no second question: what it wants stands in it.
void LinePane::ask(const Question& question, QObject*, std::function<void(const QString&)>) {
    complain(question.text);
}

void LinePane::run() {
    forgetCandidates();
    m_sent.clear();
    const QString typed = m_edit->text();
    if (typed.trimmed().isEmpty())
        return complain({});
    const auto reading = line::read(typed, lineContext(m_context.desk, &m_context.selection));
    if (!reading) {
        const line::Error& error = reading.error();
        complain(text::lineError(error));
        m_edit->setSelection(int(error.at), int(error.length));
        return;
    }
    for (const Command& command : reading->commands)
        if (const auto may = m_context.desk.may(command); !may) {
            const bool busy = may.error().code == RefusalCode::UnitBusy;
            return complain(busy ? tr("%1 is busy with %2; say why=… to take it all the same")
                                       .arg(busyUnit(command), may.error().value.right(4))
                                 : refusalText(may.error(), m_context.desk.situation()));
        }
    complain({});
    keep(typed.trimmed());
    m_edit->clear();
    m_sent = typed;
    act(*reading);
}

QString LinePane::busyUnit(const Command& command) const {
    const auto context = lineContext(m_context.desk);
    if (const auto* order = std::get_if<IssueOrder>(&command))
        return line::nameOf(context, order->to);
    const auto* replaced = std::get_if<ReplaceUnit>(&command);
    return replaced ? line::callsignOf(context, replaced->unit) : QString();
}

void LinePane::act(const line::Reading& reading) {
    if (!reading.commands.isEmpty())
        m_dispatcher->submitAll(reading.commands);
    if (const auto* incident = std::get_if<line::ViewIncident>(&reading.act))
        Q_EMIT incidentAsked(incident->incident);
    else if (const auto* unit = std::get_if<line::ViewUnit>(&reading.act))
        Q_EMIT unitAsked(unit->unit);
    else if (const auto* place = std::get_if<line::FindText>(&reading.act))
        Q_EMIT placeAsked(place->text);
    else if (const auto* form = std::get_if<line::OpenForm>(&reading.act))
        Q_EMIT formAsked(form->verb, form->incident);
    else if (!std::holds_alternative<std::monostate>(reading.act))
        Q_EMIT picturesAsked(reading.act);
}

void LinePane::offer() {
    m_completed = m_edit->text();
    m_completion = line::complete(m_completed, m_edit->cursorPosition(),
                                  lineContext(m_context.desk, &m_context.selection));
    m_chosen = -1;
    if (m_completed.trimmed().isEmpty())
        forgetCandidates();
    else
        showCandidates(0);
}

/// The first Tab takes the likeliest candidate, the next ones the others in turn; once there is but one, the
/// next word is completed.
void LinePane::complete(bool back) {
    const int count = int(m_completion.candidates.size());
    const bool goesOn = m_chosen >= 0 && count > 1;
    if (!goesOn)
        offer();
    const int now = int(m_completion.candidates.size());
    if (now > 0)
        take(goesOn ? (m_chosen + (back ? now - 1 : 1)) % now : 0);
}

void LinePane::take(int row) {
    if (row < 0 || row >= m_completion.candidates.size())
        return;
    const line::Candidate& candidate = m_completion.candidates[row];
    const qsizetype behind = m_completed.size() - m_completion.at - m_completion.length;
    const QString line = m_completion.with(m_completed, candidate);
    m_chosen = row;
    m_edit->setText(line);
    m_edit->setCursorPosition(int(line.size() - behind));
    showCandidates(row);
}

void LinePane::showCandidates(int chosen) {
    if (!m_candidates) {
        m_candidates = new LineCandidates(window());
        connect(m_candidates, &LineCandidates::chosen, this, &LinePane::take);
    }
    const SeatDesk& desk = m_context.desk;
    const auto shown = [&desk](const Incident& incident) { return desk.shown(incident); };
    const auto isHidden = [&desk](const line::Candidate& each) {
        const auto* id = std::get_if<MessageId>(&each.what);
        const Message* message = id ? desk.situation().messages().find(*id) : nullptr;
        return message && !desk.mayRead(*message);
    };
    QList<LineCandidates::Row> rows;
    for (const line::Candidate& each : m_completion.candidates)
        rows.append({each.word, isHidden(each) ? text::hiddenWords()
                                               : text::candidateWords(each, m_completion.verb,
                                                                      desk.situation(), shown)});
    m_candidates->show(rows, chosen, m_edit->mapTo(window(), QPoint(0, -2)));
}

/// What may not be read any more does not stand in the list either.
void LinePane::review(const Changes& changes) {
    const SeatDesk& desk = m_context.desk;
    if (desk.isWall())
        showEcho({});
    const auto incidentOf = [&desk](const line::Candidate& each) -> const Incident* {
        const auto* message = std::get_if<MessageId>(&each.what);
        const Message* known = message ? desk.situation().messages().find(*message) : nullptr;
        const auto* incident = std::get_if<IncidentId>(&each.what);
        const auto about = known ? known->incident : std::optional<IncidentId>();
        return incident ? desk.situation().incidents().find(*incident)
               : about  ? desk.situation().incidents().find(*about)
                        : nullptr;
    };
    const bool lost = std::ranges::any_of(m_completion.candidates, [&](const line::Candidate& each) {
        const Incident* incident = incidentOf(each);
        return incident && changes.incidents.contains(incident->id) && desk.sight(*incident) < Sight::Whole;
    });
    if (lost)
        forgetCandidates();
}

void LinePane::forgetCandidates() {
    m_completion = {};
    m_chosen = -1;
    if (m_candidates)
        m_candidates->show({}, -1, {}); // hides, and keeps nothing
}

void LinePane::step(bool back) {
    const auto next = [&] { return back ? m_history.back(m_edit->text()) : m_history.forth(); };
    auto line = next();
    while (line && !m_history.isTyped() && !mayKeep(*line, m_context.desk)) // marked since
        line = next();
    if (!line)
        return;
    forgetCandidates();
    complain({});
    m_edit->setText(*line);
}

void LinePane::leave() {
    if (m_candidates && m_candidates->isVisible())
        return forgetCandidates();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else
        m_edit->clearFocus();
}

} // namespace tridesk
