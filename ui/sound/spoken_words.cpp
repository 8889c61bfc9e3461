// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/spoken_words.h"

#include "app/domain/situation.h"
#include "ui/text/names.h"

#include <QCoreApplication>

namespace tridesk::sound {

namespace {

struct Spoken {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Spoken)
};

QString lateWords(DeadlineKind kind) {
    switch (kind) {
    case DeadlineKind::Dispatch:
        return Spoken::tr("Not dispatched in time");
    case DeadlineKind::Sign:
        return Spoken::tr("Not signed in time");
    case DeadlineKind::Arrive:
        return Spoken::tr("Not arrived in time");
    case DeadlineKind::Report:
        return Spoken::tr("Not reported in time");
    }
    return {};
}

QString urgentWords(const Situation& situation, const Incident& incident) {
    const QString type = text::typeName(situation.catalogue(), incident.details.type);
    if (incident.has(IncidentFlag::Sensitive))
        return Spoken::tr("New %1 incident").arg(text::name(incident.details.level));
    return Spoken::tr("New %1 incident: %2, %3")
        .arg(text::name(incident.details.level), type, text::place(incident.details.place));
}

QString lateOf(const Situation& situation, const Alert& alert) {
    if (alert.check)
        return Spoken::tr("%1 has not answered the safety check").arg(text::callsign(situation, alert.unit));
    const Incident* incident = situation.incidents().find(alert.incident);
    const QString number = incident ? text::shortNumber(incident->number) : QString();
    if (alert.step)
        return Spoken::tr("A step of the plan is late: incident %1").arg(number);
    const QString late = lateWords(alert.deadline.value_or(DeadlineKind::Dispatch));
    return alert.unit.isNull()
               ? Spoken::tr("%1: incident %2").arg(late, number)
               : Spoken::tr("%1: %2, incident %3").arg(late, text::callsign(situation, alert.unit), number);
}

QString noticeOf(const Situation& situation, const Alert& alert, const Incident& incident, NoticeKind kind) {
    const QString unit = text::callsign(situation, alert.unit);
    const QString number = text::shortNumber(incident.number);
    switch (kind) {
    case NoticeKind::Bypassed:
        return Spoken::tr("Your unit %1 was ordered to incident %2").arg(unit, number);
    case NoticeKind::Overridden:
        return Spoken::tr("Your order to %1 was dropped for incident %2").arg(unit, number);
    }
    return {};
}

QString stepOf(const Situation& situation, const Alert& alert) {
    if (alert.sign)
        return Spoken::tr("%1: %2").arg(text::callsign(situation, alert.unit), text::name(*alert.sign));
    const Order* order = situation.orders().find(alert.order);
    const Incident* incident = situation.incidents().find(alert.incident);
    if (incident && alert.next)
        return Spoken::tr("%1 is free: next is incident %2")
            .arg(text::callsign(situation, alert.unit), text::shortNumber(incident->number));
    if (order && incident && alert.reinforcement)
        return Spoken::tr("%1 asks for reinforcement, incident %2")
            .arg(text::addressee(situation, order->to), text::shortNumber(incident->number));
    if (order && incident && order->stage == OrderStage::Refused) // a reason's words are not for a room
        return Spoken::tr("%1 refused the order, incident %2")
            .arg(text::addressee(situation, order->to), text::shortNumber(incident->number));
    return order ? Spoken::tr("%1: %2").arg(text::addressee(situation, order->to), text::name(order->stage))
                 : QString();
}

} // namespace

QString spokenWords(const Situation& situation, const Alert& alert) {
    const Incident* incident = situation.incidents().find(alert.incident);
    switch (alert.family) {
    case AlertFamily::Emergency:
        return Spoken::tr("Emergency: %1").arg(text::callsign(situation, alert.unit));
    case AlertFamily::UrgentIncident:
        return incident ? urgentWords(situation, *incident) : QString();
    case AlertFamily::Overdue:
        return lateOf(situation, alert);
    case AlertFamily::Assigned:
        if (incident && alert.notice)
            return noticeOf(situation, alert, *incident, *alert.notice);
        return incident ? Spoken::tr("New order: incident %1").arg(text::shortNumber(incident->number))
                        : QString();
    case AlertFamily::Message:
        if (const Message* message = situation.messages().find(alert.message))
            return Spoken::tr("Message from %1").arg(text::seatName(situation, message->from));
        return {};
    case AlertFamily::Status:
        return stepOf(situation, alert);
    }
    return {};
}

QString familyName(AlertFamily family) {
    switch (family) {
    case AlertFamily::Emergency:
        return Spoken::tr("Emergency of a crew");
    case AlertFamily::UrgentIncident:
        return Spoken::tr("Urgent incident");
    case AlertFamily::Overdue:
        return Spoken::tr("Overdue");
    case AlertFamily::Assigned:
        return Spoken::tr("Order to this seat");
    case AlertFamily::Message:
        return Spoken::tr("Message");
    case AlertFamily::Status:
        return Spoken::tr("Steps and requests of crews");
    }
    return {};
}

} // namespace tridesk::sound
