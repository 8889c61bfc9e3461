// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/dispatcher.h"

#include "app/domain/codec.h"
#include "ui/actions/echo.h"
#include "ui/actions/prompts.h"
#include "ui/panes/common/advisor.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

UnitVerdict verdict(const SeatDesk& desk, const IncidentId& incident, const UnitId& unit) {
    UnitVerdict result{unit, text::callsign(desk.situation(), unit), {}};
    if (const auto may =
            desk.may(IssueOrder{.incident = incident, .to = unit, .text = {}, .overrideReason = {}});
        !may)
        result.refusal = may.error();
    return result;
}

bool mayStack(const SeatDesk& desk, const IncidentId& incident, const UnitId& unit) {
    return desk
        .may(HoldIncident{.incident = incident, .until = desk.now() + usualHold, .reason = {}, .unit = unit})
        .has_value();
}

namespace {

/// The number's last digits of what a busy unit is at.
QString heldBy(const UnitVerdict& verdict) {
    return verdict.refusal ? verdict.refusal->value.right(4) : QString();
}

} // namespace

QString verdictText(const UnitVerdict& verdict, const Situation& situation) {
    if (!verdict.refusal)
        return Dispatcher::tr("✓ %1 free").arg(verdict.callsign);
    if (verdict.isBusy())
        return Dispatcher::tr("! %1 busy with %2").arg(verdict.callsign, heldBy(verdict));
    return u"✕ %1: %2"_s.arg(verdict.callsign, refusalText(*verdict.refusal, situation));
}

QString verdictText(const QList<UnitVerdict>& verdicts, const Situation& situation, int limit) {
    QStringList lines;
    for (const UnitVerdict& verdict : verdicts.first(std::min<qsizetype>(limit, verdicts.size())))
        lines << verdictText(verdict, situation);
    if (verdicts.size() > limit)
        lines << Dispatcher::tr("and %n more", nullptr, int(verdicts.size()) - limit);
    return lines.join(u'\n');
}

QList<UnitId> parseUnits(const QStringList& codes) {
    QList<UnitId> units;
    for (const QString& code : codes)
        if (const auto unit = UnitId::parse(code); unit && !units.contains(*unit) && units.size() < maxUnits)
            units << *unit;
    return units;
}

Dispatcher::Dispatcher(SeatDesk& desk, Prompts& prompts, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_prompts(prompts) {}

void Dispatcher::send(const IncidentId& incident, const QList<UnitId>& units) {
    m_prompts.complain({});
    QList<UnitId> free;
    QList<UnitVerdict> busy;
    QList<UnitVerdict> impossible;
    for (const UnitId& unit : units) {
        const UnitVerdict found = verdict(m_desk, incident, unit);
        if (found.isFree())
            free << unit;
        else
            (found.isBusy() ? busy : impossible) << found;
    }
    if (!impossible.isEmpty())
        m_prompts.complain(verdictText(impossible, m_desk.situation(), 3));
    if (!free.isEmpty())
        order(incident, free, {});
    if (!busy.isEmpty())
        askFor(incident, busy);
}

void Dispatcher::stack(const IncidentId& incident, const UnitId& unit) {
    submit(HoldIncident{.incident = incident, .until = m_desk.now() + usualHold, .reason = {}, .unit = unit});
}

void Dispatcher::refer(const IncidentId& incident, const PostId& post) {
    submit(IssueOrder{.incident = incident, .to = post, .text = {}, .overrideReason = {}});
}

void Dispatcher::submitAll(const QList<Command>& commands) {
    m_prompts.complain({});
    QList<Command> asked = commands;
    for (Command& command : asked)
        if (auto* order = std::get_if<IssueOrder>(&command); order && m_advisor)
            order->shown = m_advisor->shown(order->incident);
    echoAndSubmit(asked);
}

/// Written before it is asked for: afterwards the order that is meant may be over.
void Dispatcher::echoAndSubmit(const QList<Command>& commands) {
    if (const QString line = echoLine(commands, m_desk); !line.isEmpty())
        Q_EMIT echoed(line);
    for (const Command& command : commands)
        follow(m_desk.submit(command));
}

bool Dispatcher::hasPrimary(const IncidentId& incident) const {
    const Incident* known = m_desk.situation().incidents().find(incident);
    return known && std::ranges::any_of(known->orders, [&](const OrderId& id) {
               const Order* order = m_desk.situation().orders().find(id);
               return order && !isOver(order->stage) && order->unit() && order->role == OrderRole::Primary;
           });
}

void Dispatcher::order(const IncidentId& incident, const QList<UnitId>& units,
                       const QString& overrideReason) {
    bool primary = hasPrimary(incident);
    const QList<ShownPick> shown = m_advisor ? m_advisor->shown(incident) : QList<ShownPick>();
    QList<Command> orders;
    for (const UnitId& unit : units) {
        const OrderRole role = primary ? OrderRole::Backup : OrderRole::Primary;
        primary = true;
        orders.append(IssueOrder{.incident = incident,
                                 .to = unit,
                                 .role = role,
                                 .text = {},
                                 .overrideReason = overrideReason,
                                 .shown = shown});
    }
    echoAndSubmit(orders);
}

void Dispatcher::askFor(const IncidentId& incident, const QList<UnitVerdict>& busy) {
    QStringList drops;
    QList<UnitId> units;
    for (const UnitVerdict& verdict : busy) {
        drops << tr("%1 would drop %2").arg(verdict.callsign, heldBy(verdict));
        units << verdict.unit;
    }
    const bool waits = units.size() == 1 && mayStack(m_desk, incident, units.constFirst());
    const Question question{
        .name = u"reason.busy"_s,
        .text = tr("Busy: %1. Why send it all the same?").arg(drops.join(tr("; "))),
        .answer = {},
        .accept = tr("Send with this reason"),
        .other = waits ? tr("Let it wait for %1").arg(busy.constFirst().callsign) : QString(),
        .otherwise =
            waits ? std::function<void()>([this, incident, unit = units.first()] { stack(incident, unit); })
                  : nullptr};
    m_prompts.ask(question, this, [=, this](const QString& reason) { order(incident, units, reason); });
}

void Dispatcher::follow(const QFuture<Outcome>& outcome) {
    QFuture<Outcome>(outcome).then(this, [this](const Outcome& done) {
        if (!done) {
            m_prompts.complain(refusalText(done.error(), m_desk.situation()));
            return;
        }
        for (const Entry& entry : *done)
            if (const auto fact = decode(entry.fact))
                if (const auto* order = std::get_if<OrderIssued>(&*fact))
                    Q_EMIT issued(order->order);
    });
}

} // namespace tridesk
