// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/incident_menu.h"

#include "app/desk/desk.h"
#include "app/line/line.h"
#include "ui/actions/echo.h"
#include "ui/actions/prompts.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/text/line_words.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr auto usualMinutes = std::chrono::duration_cast<std::chrono::minutes>(usualHold);
constexpr int longestHoldMinutes = 7 * 24 * 60; // as the domain has it
/// Stands for a reason that is only asked for once the action is chosen.
const QString laterReason = u"…"_s;

void allow(QAction& action, const Result<void>& may, const Situation& situation) {
    action.setEnabled(may.has_value());
    if (!may)
        action.setToolTip(refusalText(may.error(), situation));
}

/// The open incident that a person means by "123" or "0123": the newest of that serial which the seat sees.
std::optional<IncidentId> numbered(const SeatDesk& desk, const QString& text) {
    bool isNumber = false;
    const qint64 serial = text.trimmed().toLongLong(&isNumber);
    const Incident* found = nullptr;
    if (!isNumber)
        return {};
    for (const Incident& incident : desk.situation().incidents())
        if (incident.isOpen() && desk.sight(incident) > Sight::Outline &&
            (incident.number == serial || incident.number % 1'000'000 == serial) &&
            (!found || found->number < incident.number))
            found = &incident;
    return found ? std::optional(found->id) : std::nullopt;
}

} // namespace

IncidentMenu::IncidentMenu(SeatDesk& desk, Prompts& prompts, Dispatcher& dispatcher, QObject& owner)
    : m_desk(desk)
    , m_prompts(prompts)
    , m_dispatcher(dispatcher)
    , m_owner(owner) {}

void IncidentMenu::fill(QMenu& menu, const Incident& incident) const {
    menu.setToolTipsVisible(true);
    if (incident.isOpen()) {
        addHold(menu, incident);
        addWaiting(menu, incident);
        addLevels(menu, incident);
        menu.addSeparator();
    }
    addFlags(menu, incident);
    addTags(menu, incident);
    menu.addSeparator();
    addJoining(menu, incident);
    if (incident.isOpen())
        addTransfer(menu, incident);
}

void IncidentMenu::ask(const QString& name, const QString& text, const QString& accept,
                       const QString& proposed, const Answered& answered) const {
    m_prompts.ask({.name = name, .text = text, .answer = proposed, .accept = accept}, &m_owner, answered);
}

void IncidentMenu::complain(const QString& text) const {
    m_prompts.complain(text);
}

void IncidentMenu::askHold(const IncidentId& incident) const {
    ask(u"hold.minutes"_s, tr("Hold for how many minutes? Words after the number are the reason."),
        tr("Hold"), QString::number(usualMinutes.count()),
        [desk = &m_desk, dispatcher = &m_dispatcher, prompts = &m_prompts, incident](const QString& answer) {
            const QString number = answer.trimmed().section(u' ', 0, 0);
            const int minutes = number.toInt();
            if (minutes < 1 || minutes > longestHoldMinutes)
                return prompts->complain(
                    tr("Minutes: \"%1\" is not a number from 1 to %2.").arg(number).arg(longestHoldMinutes));
            dispatcher->submit(HoldIncident{.incident = incident,
                                            .until = desk->now() + std::chrono::minutes(minutes),
                                            .reason = answer.trimmed().section(u' ', 1)});
        });
}

void IncidentMenu::addHold(QMenu& menu, const Incident& incident) const {
    const IncidentId id = incident.id;
    if (incident.hold) {
        const HoldIncident takeUp{.incident = id, .until = {}, .reason = {}};
        QAction* action = menu.addAction(tr("Take up again"));
        allow(*action, m_desk.may(takeUp), m_desk.situation());
        QObject::connect(action, &QAction::triggered, &m_owner,
                         [dispatcher = &m_dispatcher, takeUp] { dispatcher->submit(takeUp); });
    }
    QAction* action = menu.addAction(tr("Hold…"));
    allow(*action, m_desk.may(HoldIncident{.incident = id, .until = m_desk.now() + usualHold, .reason = {}}),
          m_desk.situation());
    QObject::connect(action, &QAction::triggered, &m_owner, [self = *this, id] { self.askHold(id); });
}

void IncidentMenu::askStack(const IncidentId& incident) const {
    ask(u"hold.unit"_s,
        tr("Wait for which unit, and for how many minutes at most? Words after that are the reason."),
        tr("Let it wait"), {},
        [desk = &m_desk, dispatcher = &m_dispatcher, prompts = &m_prompts, incident](const QString& answer) {
            // One grammar: what is typed here is what the line reads after its verb.
            const QString typed = answer.simplified();
            const QString unit = typed.section(u' ', 0, 0);
            const Incident* known = desk->situation().incidents().find(incident);
            if (!known)
                return;
            const auto reading = line::read(
                u"SK %1 %2 %3"_s.arg(unit, incidentNumberText(known->number), typed.section(u' ', 1)),
                lineContext(*desk));
            if (reading && reading->commands.size() == 1)
                dispatcher->submit(reading->commands.constFirst());
            else
                prompts->complain(reading ? QString() : text::lineError(reading.error()));
        });
}

/// For a unit, or for whoever of its beat comes free.
void IncidentMenu::addWaiting(QMenu& menu, const Incident& incident) const {
    const IncidentId id = incident.id;
    QAction* unit = menu.addAction(tr("Let it wait for a unit…"));
    unit->setObjectName(u"incidentMenu.stack"_s);
    allow(*unit, m_desk.may(HoldIncident{.incident = id, .until = m_desk.now() + usualHold, .reason = {}}),
          m_desk.situation());
    QObject::connect(unit, &QAction::triggered, &m_owner, [self = *this, id] { self.askStack(id); });
    if (!m_desk.situation().beats().find(incident.beat))
        return;
    const HoldIncident command{
        .incident = id, .until = m_desk.now() + usualHold, .reason = {}, .unit = {}, .beat = incident.beat};
    QAction* beat = menu.addAction(tr("Let it wait for whoever of %1 comes free")
                                       .arg(text::beatName(m_desk.situation(), incident.beat)));
    beat->setObjectName(u"incidentMenu.beat"_s);
    allow(*beat, m_desk.may(command), m_desk.situation());
    QObject::connect(beat, &QAction::triggered, &m_owner,
                     [dispatcher = &m_dispatcher, command] { dispatcher->submit(command); });
}

void IncidentMenu::addFlags(QMenu& menu, const Incident& incident) const {
    for (const IncidentFlag flag : {IncidentFlag::Pinned, IncidentFlag::Watch, IncidentFlag::Major,
                                    IncidentFlag::Sensitive, IncidentFlag::ConfidentialCaller}) {
        const FlagIncident command{.incident = incident.id, .flag = flag, .on = !incident.has(flag)};
        QAction* action = menu.addAction(text::name(flag));
        action->setCheckable(true);
        action->setChecked(incident.has(flag));
        allow(*action, m_desk.may(command), m_desk.situation());
        QObject::connect(action, &QAction::triggered, &m_owner,
                         [dispatcher = &m_dispatcher, command] { dispatcher->submit(command); });
    }
}

void IncidentMenu::addTags(QMenu& menu, const Incident& incident) const {
    const IncidentId id = incident.id;
    QAction* action = menu.addAction(tr("Tags…"));
    allow(*action, m_desk.may(TagIncident{id, incident.tags + QStringList{laterReason}}), m_desk.situation());
    QObject::connect(action, &QAction::triggered, &m_owner, [self = *this, id, tags = incident.tags] {
        self.ask(u"tags"_s, tr("Its tags, parted by blanks; - for none:"), tr("Set"), tags.join(u' '),
                 [dispatcher = &self.m_dispatcher, id](const QString& answer) {
                     QStringList words = answer.simplified().split(u' ', Qt::SkipEmptyParts);
                     words.removeAll(u"-"_s);
                     words.removeDuplicates();
                     dispatcher->submit(TagIncident{id, words});
                 });
    });
}

void IncidentMenu::addLevels(QMenu& menu, const Incident& incident) const {
    QMenu* levels = menu.addMenu(tr("Regrade"));
    levels->setToolTipsVisible(true);
    for (const Level level : {Level::Critical, Level::Urgent, Level::Routine, Level::NonPolice}) {
        if (level == incident.details.level)
            continue;
        AmendIncident command{.incident = incident.id,
                              .text = {},
                              .type = {},
                              .level = level,
                              .place = {},
                              .callers = {},
                              .hazards = {},
                              .reason = laterReason};
        QAction* action = levels->addAction(text::name(level));
        allow(*action, m_desk.may(command), m_desk.situation());
        QObject::connect(action, &QAction::triggered, &m_owner, [self = *this, command] {
            self.ask(u"reason.regrade"_s, tr("Why is it %1 now?").arg(text::name(*command.level)),
                     tr("Regrade"), {},
                     [dispatcher = &self.m_dispatcher, command](const QString& reason) mutable {
                         command.reason = reason;
                         dispatcher->submit(command);
                     });
        });
    }
}

void IncidentMenu::askMaster(const IncidentId& incident) const {
    ask(u"merge.into"_s, tr("Which open incident is this another report of? Its number:"), tr("Attach"), {},
        [desk = &m_desk, dispatcher = &m_dispatcher, prompts = &m_prompts, incident](const QString& number) {
            const auto into = numbered(*desk, number);
            if (!into)
                return prompts->complain(tr("Number: no open incident \"%1\".").arg(number.trimmed()));
            dispatcher->submit(MergeIncident{.incident = incident, .into = *into});
        });
}

void IncidentMenu::addJoining(QMenu& menu, const Incident& incident) const {
    const IncidentId id = incident.id;
    const Situation& situation = m_desk.situation();
    if (incident.isOpen()) {
        QAction* attach = menu.addAction(tr("Attach to another incident…"));
        QObject::connect(attach, &QAction::triggered, &m_owner, [self = *this, id] { self.askMaster(id); });
        return;
    }
    const bool merged = !incident.mergedInto.isNull();
    const Command command = merged ? Command(SplitIncident{.incident = id, .reason = laterReason})
                                   : Command(ReopenIncident{.incident = id, .reason = laterReason});
    QAction* action = menu.addAction(merged ? tr("Split off again…") : tr("Reopen…"));
    allow(*action, m_desk.may(command), situation);
    QObject::connect(action, &QAction::triggered, &m_owner, [self = *this, id, merged] {
        self.ask(merged ? u"reason.split"_s : u"reason.reopen"_s,
                 merged ? tr("Why is it an incident of its own?") : tr("Why is it opened again?"),
                 merged ? tr("Split off") : tr("Reopen"), {},
                 [dispatcher = &self.m_dispatcher, id, merged](const QString& reason) {
                     dispatcher->submit(merged ? Command(SplitIncident{.incident = id, .reason = reason})
                                               : Command(ReopenIncident{.incident = id, .reason = reason}));
                 });
    });
}

void IncidentMenu::addTransfer(QMenu& menu, const Incident& incident) const {
    const IncidentId id = incident.id;
    const bool away = incident.isAway();
    const Command probe =
        away ? Command(ReturnTransfer{.incident = id, .answer = laterReason})
             : Command(TransferIncident{.incident = id, .agency = laterReason, .reason = {}});
    QAction* action =
        menu.addAction(away ? tr("It came back from the agency…") : tr("Hand over to an agency…"));
    allow(*action, m_desk.may(probe), m_desk.situation());
    QObject::connect(action, &QAction::triggered, &m_owner, [self = *this, id, away] {
        self.ask(away ? u"transfer.answer"_s : u"transfer.agency"_s,
                 away ? tr("What did the agency answer?") : tr("Which agency takes it?"),
                 away ? tr("Note it") : tr("Hand over"), away ? QString() : u"12345"_s,
                 [dispatcher = &self.m_dispatcher, id, away](const QString& answer) {
                     dispatcher->submit(
                         away ? Command(ReturnTransfer{.incident = id, .answer = answer})
                              : Command(TransferIncident{.incident = id, .agency = answer, .reason = {}}));
                 });
    });
}

} // namespace tridesk
