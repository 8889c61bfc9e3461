// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/unsent.h"

#include "app/domain/codec.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

struct Noting {
    Unsent& unsent;

    template <class Any>
    void operator()(const Any&) const {}
    void operator()(const OrderAdvanced& f) const { unsent.steps.insert({f.order, f.stage}); }
    void operator()(const OrderIssued& f) const {
        unsent.orders.insert(f.order);
        if (const UnitId* unit = std::get_if<UnitId>(&f.to))
            unsent.units.insert(*unit);
    }
    void operator()(const NoticeAcknowledged& f) const { unsent.orders.insert(f.order); }
    void operator()(const OrderRoleSet& f) const { unsent.orders.insert(f.order); }
    void operator()(const OrderChased& f) const { unsent.orders.insert(f.order); }
    void operator()(const ReinforcementAsked& f) const { unsent.reinforcements.insert(f.order); }
    void operator()(const UnitLoggedOn& f) const { unsent.units.insert(f.unit); }
    void operator()(const UnitLoggedOff& f) const { unsent.units.insert(f.unit); }
    void operator()(const UnitStatusSet& f) const { unsent.units.insert(f.unit); }
    void operator()(const EmergencyRaised& f) const { unsent.emergencies.insert(f.unit); }
    void operator()(const IncidentReported& f) const { unsent.incidents.insert(f.incident); }
    void operator()(const MessageSent& f) const { unsent.messages.insert(f.message); }
    void operator()(const MessageAdvanced& f) const {
        if (f.stage == MessageStage::Acknowledged)
            unsent.messages.insert(f.message);
    }
};

/// Whom a fact is about, by where it is kept.
std::optional<IncidentId> incidentOf(const Fact& fact) {
    const QString stream = streamOf(fact);
    const auto family = u"incident/"_s;
    return stream.startsWith(family) ? IncidentId::parse(QStringView(stream).sliced(family.size()))
                                     : std::nullopt;
}

} // namespace

bool isMeant(const Command& command) {
    if (const auto* step = std::get_if<AdvanceOrder>(&command))
        return step->to != OrderStage::Delivered && step->to != OrderStage::Shown;
    if (const auto* message = std::get_if<AdvanceMessage>(&command))
        return message->to == MessageStage::Acknowledged;
    return !std::holds_alternative<OpenSeat>(command) && !std::holds_alternative<CloseSeat>(command);
}

void note(Unsent& unsent, const Command& command, const QList<Fact>& facts) {
    for (const Fact& fact : facts) {
        std::visit(Noting{unsent}, fact);
        if (const auto incident = incidentOf(fact))
            unsent.touched.insert(*incident);
    }
    // A timer starts by itself too, on arriving; only an answer is news for the crew.
    if (const auto* answer = std::get_if<ResetTimers>(&command))
        for (const UnitId& unit : answer->units)
            unsent.checks.insert(unit);
}

} // namespace tridesk
