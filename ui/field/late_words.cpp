// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/late_words.h"

#include "app/domain/situation.h"
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
