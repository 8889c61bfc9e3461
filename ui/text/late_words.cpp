// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/late_words.h"

#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk::late {

namespace {

struct Late {
    Q_DECLARE_TR_FUNCTIONS(Late)
};

QString numberOf(const OrderId& id, const Situation& situation) {
    const Order* order = situation.orders().find(id);
    const Incident* incident = order ? situation.incidents().find(order->incident) : nullptr;
    return incident ? text::shortNumber(incident->number) : QString();
}

QString ofIncident(const QString& what, const IncidentId& id, const Situation& situation) {
    const Incident* incident = situation.incidents().find(id);
    return incident ? Late::tr("%1, incident %2").arg(what, text::shortNumber(incident->number)) : what;
}

QString ofUnit(const QString& what, const UnitId& id, const Situation& situation) {
    return Late::tr("%1, %2", "what was done, unit").arg(what, text::callsign(situation, id));
}

QString ofOrder(const QString& what, const OrderId& id, const Situation& situation) {
    const QString number = numberOf(id, situation);
    return number.isEmpty() ? what : Late::tr("%1, incident %2").arg(what, number);
}

struct Title {
    const Situation& situation;

    template <class Any>
    QString operator()(const Any&) const {
        return Late::tr("What you asked for");
    }
    QString operator()(const AdvanceOrder& c) const { return ofOrder(text::name(c.to), c.order, situation); }
    QString operator()(const AskReinforcement& c) const {
        return ofOrder(Late::tr("Reinforcement"), c.order, situation);
    }
    QString operator()(const IssueOrder& c) const {
        return ofIncident(Late::tr("Order to %1").arg(text::addressee(situation, c.to)), c.incident,
                          situation);
    }
    QString operator()(const RecallOrder& c) const {
        return ofOrder(Late::tr("Recall of an order"), c.order, situation);
    }
    QString operator()(const ReplaceUnit& c) const {
        return ofOrder(Late::tr("%1 in place of another").arg(text::callsign(situation, c.unit)), c.order,
                       situation);
    }
    QString operator()(const ChaseOrder& c) const { return ofOrder(Late::tr("Chasing"), c.order, situation); }
    QString operator()(const ReportIncident&) const { return Late::tr("New incident"); }
    QString operator()(const AmendIncident& c) const {
        return ofIncident(Late::tr("Change"), c.incident, situation);
    }
    QString operator()(const AddNote& c) const { return ofIncident(Late::tr("Note"), c.incident, situation); }
    QString operator()(const CloseIncident& c) const {
        return ofIncident(Late::tr("Closing"), c.incident, situation);
    }
    QString operator()(const ReopenIncident& c) const {
        return ofIncident(Late::tr("Reopening"), c.incident, situation);
    }
    QString operator()(const HoldIncident& c) const {
        return ofIncident(Late::tr("Holding"), c.incident, situation);
    }
    QString operator()(const FlagIncident& c) const {
        return ofIncident(Late::tr("Mark “%1”").arg(text::name(c.flag)), c.incident, situation);
    }
    QString operator()(const MergeIncident& c) const {
        return ofIncident(Late::tr("Attaching to another"), c.incident, situation);
    }
    QString operator()(const AcknowledgeEmergency& c) const {
        return ofUnit(Late::tr("Noting the emergency"), c.unit, situation);
    }
    QString operator()(const EndEmergency& c) const {
        return ofUnit(Late::tr("Ending the emergency"), c.unit, situation);
    }
    QString operator()(const SetTimer& c) const {
        return ofUnit(Late::tr("Safety check"), c.unit, situation);
    }
    QString operator()(const SendMessage& c) const {
        QStringList names;
        for (const Addressee& to : c.to)
            names << text::addressee(situation, to);
        return Late::tr("Message to %1").arg(names.join(u", "_s));
    }
    QString operator()(const AdvanceMessage&) const { return Late::tr("“Got it” to a message"); }
    QString operator()(const InitiateIncident&) const { return Late::tr("Your own incident"); }
    QString operator()(const LogOn&) const { return Late::tr("Log on"); }
    QString operator()(const LogOff&) const { return Late::tr("Log off"); }
    QString operator()(const SetUnitStatus& c) const { return text::name(c.status); }
    QString operator()(const ResetTimers&) const { return Late::tr("Answer to the safety check"); }
    QString operator()(const RaiseEmergency&) const { return Late::tr("Emergency"); }
};

struct Words {
    template <class Any>
    QString operator()(const Any&) const {
        return {};
    }
    QString operator()(const AdvanceOrder& c) const { return c.text; }
    QString operator()(const AskReinforcement& c) const { return c.text; }
    QString operator()(const SendMessage& c) const { return c.text; }
    QString operator()(const IssueOrder& c) const { return c.text; }
    QString operator()(const AddNote& c) const { return c.text; }
    QString operator()(const AmendIncident& c) const { return c.text.value_or(QString()); }
    QString operator()(const CloseIncident& c) const { return c.text; }
    QString operator()(const ReplaceUnit& c) const { return c.reason; }
    QString operator()(const ReportIncident& c) const {
        return (c.details.text + u"  "_s + c.details.place.address).trimmed();
    }
    QString operator()(const SetUnitStatus& c) const { return c.reason; }
    QString operator()(const InitiateIncident& c) const {
        QStringList parts{c.details.text, c.details.place.address};
        parts.removeAll(QString());
        return parts.join(u"  "_s);
    }
};

QString standingOf(const OrderId& id, const Situation& situation) {
    const Order* order = situation.orders().find(id);
    if (!order)
        return Late::tr("no such order");
    const auto at = order->reached(order->stage);
    const QString stage = at ? text::name(order->stage) + u' ' + text::clock(*at) : text::name(order->stage);
    return order->report.isEmpty() ? stage : Late::tr("%1: %2").arg(stage, order->report);
}

struct Standing {
    const Situation& situation;

    template <class Any>
    QString operator()(const Any&) const {
        return {};
    }
    QString operator()(const AdvanceOrder& c) const { return standingOf(c.order, situation); }
    QString operator()(const AskReinforcement& c) const { return standingOf(c.order, situation); }
    QString unit(const UnitId& id) const {
        const Unit* known = situation.units().find(id);
        return known ? text::statusName(situation.catalogue(), known->status, known->customStatus)
                     : QString();
    }
    /// What an incident has come to, and who is on it.
    QString incident(const IncidentId& id) const {
        const Incident* known = situation.incidents().find(id);
        if (!known)
            return Late::tr("no longer to be seen here");
        QStringList parts{text::name(known->stage) + u' ' + text::clock(known->stageSince)};
        for (const OrderId& order : known->orders)
            if (const Order* each = situation.orders().find(order); each && !isOver(each->stage))
                parts << text::addressee(situation, each->to);
        return parts.join(u" · "_s);
    }
    QString operator()(const IssueOrder& c) const {
        const UnitId* to = std::get_if<UnitId>(&c.to);
        const Unit* sent = to ? situation.units().find(*to) : nullptr;
        const Order* work = sent && sent->order ? situation.orders().find(*sent->order) : nullptr;
        if (!to || !work || work->incident == c.incident)
            return incident(c.incident);
        return Late::tr("%1: %2").arg(text::callsign(situation, *to),
                                      ofIncident(text::name(work->stage), work->incident, situation));
    }
    QString operator()(const ReplaceUnit& c) const { return standingOf(c.order, situation); }
    QString operator()(const RecallOrder& c) const { return standingOf(c.order, situation); }
    QString operator()(const ChaseOrder& c) const { return standingOf(c.order, situation); }
    QString operator()(const AmendIncident& c) const { return incident(c.incident); }
    QString operator()(const AddNote& c) const { return incident(c.incident); }
    QString operator()(const CloseIncident& c) const { return incident(c.incident); }
    QString operator()(const ReopenIncident& c) const { return incident(c.incident); }
    QString operator()(const HoldIncident& c) const { return incident(c.incident); }
    QString operator()(const FlagIncident& c) const { return incident(c.incident); }
    QString operator()(const MergeIncident& c) const { return incident(c.incident); }
    QString operator()(const AcknowledgeEmergency& c) const { return unit(c.unit); }
    QString operator()(const EndEmergency& c) const { return unit(c.unit); }
    QString operator()(const SetUnitStatus& c) const { return unit(c.unit); }
    QString operator()(const LogOn& c) const { return unit(c.unit); }
    QString operator()(const LogOff& c) const { return unit(c.unit); }
    QString operator()(const InitiateIncident& c) const { return unit(c.unit); }
};

} // namespace

QString title(const Command& command, const Situation& situation) {
    return std::visit(Title{situation}, command);
}

QString words(const Command& command) {
    return std::visit(Words(), command).trimmed();
}

QString standing(const Command& command, const Situation& situation) {
    return std::visit(Standing{situation}, command);
}

} // namespace tridesk::late
