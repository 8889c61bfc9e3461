// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/complete.h"
#include "ui/actions/prompts.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/line/line_history.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace tridesk {

class Dispatcher;
class LineCandidates;
class LineEdit;

/// The command line of a window (desk.md, *Command line*). Tab completes, Enter carries out, Up and Down go
/// through what was typed and echoed before; an error stands beside the text, which is kept. The line that
/// each click and drag stands for appears in it. GUI thread.
class LinePane : public QWidget, private Prompts {
    Q_OBJECT

public:
    explicit LinePane(const PaneContext& context, QWidget* parent = nullptr);
    ~LinePane() override;

    /// Where the orders that it gave are told of, and refusals come back.
    [[nodiscard]] Dispatcher& dispatcher() { return *m_dispatcher; }
    /// Takes the focus; Esc gives it back. `line` takes the place of what stands there, unless it is empty;
    /// the cursor stands `cursor` characters into it.
    void begin(const QString& line = {}, qsizetype cursor = -1);
    void echo(const QString& line);
    void complain(const QString& why) override; ///< empty: nothing was refused

Q_SIGNALS:
    void incidentAsked(const tridesk::IncidentId& incident);
    void unitAsked(const tridesk::UnitId& unit);
    void placeAsked(const QString& text);
    void picturesAsked(const tridesk::line::WindowAct& act); ///< one of those that watch
    /// The verb wants more: its form shall open.
    void formAsked(tridesk::line::Verb verb, const tridesk::IncidentId& incident);

private:
    void ask(const Question& question, QObject* owner, std::function<void(const QString&)> answered) override;
    void run();
    void showEcho(const QString& line);
    void keep(const QString& line);
    void act(const line::Reading& reading);
    [[nodiscard]] QString busyUnit(const Command& command) const;
    void complete(bool back);
    void offer();
    void take(int row);
    void step(bool back);
    void leave();
    void showCandidates(int chosen);
    void review(const Changes& changes);
    void forgetCandidates();

    PaneContext m_context;
    LineHistory m_history;
    LineEdit* m_edit;
    QLabel* m_echo;
    QLabel* m_error;
    QPointer<LineCandidates> m_candidates; ///< of the window, made when it is first needed
    Dispatcher* m_dispatcher;
    QPointer<QWidget> m_focusBefore;
    line::Completion m_completion;
    QString m_completed; ///< the line that m_completion goes on from
    int m_chosen = -1;   ///< among its candidates; -1: none was taken
    QString m_sent;      ///< carried out last: comes back where it is refused
};

} // namespace tridesk
