// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/enum_names.h"
#include "app/line/lookup.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

QString jobOf(const Context& context, const Incident& incident) {
    QStringList words{numberOf(context, incident.id), enumName(incident.details.level),
                      incident.details.type.toString(), incident.details.place.address};
    for (const OrderId& id : incident.orders)
        if (const Order* order = context.situation.orders().find(id); order && !isOver(order->stage))
            words.append(nameOf(context, order->to) + u'=' + enumName(order->stage));
    words.removeAll(QString());
    return words.join(u' ');
}

} // namespace

QString briefOf(const Context& context) {
    if (context.brief)
        return context.brief();
    constexpr qsizetype mostJobs = 1'000;
    QList<const Incident*> open;
    for (const IncidentId& id : context.situation.openIncidents())
        if (const Incident* incident = context.situation.incidents().find(id);
            incident && (!context.seesIncident || context.seesIncident(*incident)))
            open.append(incident);
    std::ranges::sort(open, {}, &Incident::number);
    QStringList lines{QString::number(open.size())};
    for (const Incident* incident : open.mid(0, mostJobs))
        lines.append(jobOf(context, *incident));
    return lines.join(u'\n').left(limits::text * 20);
}

} // namespace tridesk::line
