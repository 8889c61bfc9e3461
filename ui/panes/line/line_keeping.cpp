// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/line/line_keeping.h"

#include "app/desk/desk.h"
#include "app/line/line.h"
#include "ui/actions/echo.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// What of a command must not be kept; any command may name an incident, or an order of one.
struct Protects {
    const Situation& situation;

    [[nodiscard]] bool incident(const std::optional<IncidentId>& id) const {
        const Incident* known = id ? situation.incidents().find(*id) : nullptr;
        return known && (known->has(IncidentFlag::Sensitive) || known->has(IncidentFlag::ConfidentialCaller));
    }
    [[nodiscard]] bool order(const std::optional<OrderId>& id) const {
        const Order* known = id ? situation.orders().find(*id) : nullptr;
        return known && incident(known->incident);
    }

    bool operator()(const ReportIncident& c) const { return !c.details.callers.isEmpty(); }
    bool operator()(const AmendIncident& c) const { return c.callers || incident(c.incident); }
    bool operator()(const MergeIncident& c) const { return incident(c.incident) || incident(c.into); }
    template <class Any>
    bool operator()(const Any& c) const {
        if constexpr (requires { c.incident; })
            return incident(c.incident);
        else if constexpr (requires { c.order; })
            return order(c.order);
        else
            return false;
    }
};

bool isProtected(const QList<Command>& commands, const Situation& situation) {
    return std::ranges::any_of(commands,
                               [&](const Command& each) { return std::visit(Protects{situation}, each); });
}

} // namespace

bool mayKeep(const QString& text, const SeatDesk& desk) {
    const line::Context context = lineContext(desk);
    if (const auto whole = line::read(text, context))
        return !isProtected(whole->commands, desk.situation());
    const QStringList parts = text.split(u"   "_s); // an echo of several commands
    return std::ranges::none_of(parts, [&](const QString& part) {
        const auto reading = line::read(part, context);
        return reading && isProtected(reading->commands, desk.situation());
    });
}

} // namespace tridesk
