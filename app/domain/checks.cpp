// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"

namespace tridesk::checks {

using namespace Qt::StringLiterals;

Result<void> length(const QString& value, int most, const QString& field) {
    if (value.size() > most)
        return refuse(RefusalCode::TooLong, field, value, QString::number(most));
    return {};
}

Result<void> given(const QString& value, int most, const QString& field) {
    if (value.trimmed().isEmpty())
        return refuse(RefusalCode::Missing, field);
    return length(value, most, field);
}

Result<void> name(const Name& name) {
    if (name.zh.isEmpty() && name.en.isEmpty())
        return refuse(RefusalCode::Missing, u"name"_s);
    return length(name.zh.size() > name.en.size() ? name.zh : name.en, limits::line, u"name"_s);
}

const QStringList& requirable() {
    static const QStringList fields{u"text"_s, u"place.at"_s, u"place.address"_s, u"callers.name"_s,
                                    u"callers.phone"_s};
    return fields;
}

QStringList lacking(const Catalogue& catalogue, const IncidentDetails& details) {
    const Caller caller = details.callers.value(0);
    const std::pair<QString, bool> there[] = {
        {u"text"_s, !details.text.trimmed().isEmpty()},
        {u"place.at"_s, details.place.at.has_value()},
        {u"place.address"_s, !details.place.address.trimmed().isEmpty()},
        {u"callers.name"_s, !caller.name.trimmed().isEmpty()},
        {u"callers.phone"_s, !caller.phone.trimmed().isEmpty()}};
    QStringList missing;
    for (const auto& [field, is] : there)
        if (!is && catalogue.required.contains(field))
            missing.append(field);
    return missing;
}

Result<void> required(const Catalogue& catalogue, const IncidentDetails& details) {
    const QStringList missing = lacking(catalogue, details);
    return missing.isEmpty() ? Result<void>() : refuse(RefusalCode::Missing, missing.constFirst());
}

Result<void> closable(const Catalogue& catalogue, const IncidentDetails& details,
                      const TypeCode& disposition) {
    const Disposition* how = catalogue.disposition(disposition);
    const QStringList missing = lacking(catalogue, details);
    if (missing.isEmpty() || (how && how->incomplete))
        return {};
    return refuse(RefusalCode::Incomplete, missing.constFirst(), {}, missing.join(u", "_s));
}

Result<const Incident*> incident(const Situation& situation, const IncidentId& id) {
    const Incident* found = situation.incidents().find(id);
    return found ? Result<const Incident*>(found)
                 : refuse(RefusalCode::UnknownIncident, u"incident"_s, id.toString());
}

Result<const Incident*> openIncident(const Situation& situation, const IncidentId& id) {
    const auto found = incident(situation, id);
    if (found && !(*found)->isOpen())
        return refuse(RefusalCode::IncidentClosed, u"incident"_s, incidentNumberText((*found)->number));
    return found;
}

Result<const Unit*> unit(const Situation& situation, const UnitId& id) {
    const Unit* found = situation.units().find(id);
    return found ? Result<const Unit*>(found) : refuse(RefusalCode::UnknownUnit, u"unit"_s, id.toString());
}

Result<const Order*> order(const Situation& situation, const OrderId& id) {
    const Order* found = situation.orders().find(id);
    return found ? Result<const Order*>(found) : refuse(RefusalCode::UnknownOrder, u"order"_s, id.toString());
}

const Order* holding(const Situation& situation, const Unit& unit) {
    const Order* order = unit.order ? situation.orders().find(*unit.order) : nullptr;
    return order && order->stage < OrderStage::Reported ? order : nullptr;
}

} // namespace tridesk::checks
