// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/deadlines.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"
#include "app/domain/order_rules.h"

#include <array>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

bool isInChain(OrderStage stage) {
    return stage <= OrderStage::Closed;
}

Result<void> checkWords(const std::optional<OnBehalf>& onBehalf) {
    if (!onBehalf)
        return {};
    return checks::all([&] { return checks::length(onBehalf->channel, limits::phone, u"channel"_s); },
                       [&] { return checks::length(onBehalf->words, limits::text, u"words"_s); });
}

Result<void> checkAdvance(const Asking& asking, const Order& order, const AdvanceOrder& command) {
    if (isOver(order.stage))
        return refuse(RefusalCode::OrderOver, u"stage"_s, QString(enumName(order.stage)));
    if (asking.context.now < order.releaseAt && command.to != OrderStage::Cancelled)
        return refuse(RefusalCode::OrderNotReleased, u"order"_s, order.id.toString(), toIso(order.releaseAt));
    const bool early = command.to == OrderStage::Refused     ? order.stage < OrderStage::Arrived
                       : command.to == OrderStage::Cancelled ? order.stage < OrderStage::Reported
                       : command.to == OrderStage::Closed    ? order.stage == OrderStage::Reported
                                                          : isInChain(command.to) && command.to > order.stage;
    if (!early)
        return refuse(RefusalCode::OutOfTurn, u"stage"_s, QString(enumName(order.stage)),
                      QString(enumName(command.to)));
    const bool reasoned = command.to == OrderStage::Refused || command.to == OrderStage::Cancelled;
    if (reasoned && command.text.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"text"_s);
    if (command.onBehalf && command.onBehalf->channel.trimmed().isEmpty())
        return refuse(RefusalCode::Missing, u"channel"_s);
    return checks::all([&] { return checks::length(command.text, limits::text, u"text"_s); },
                       [&] { return checkWords(command.onBehalf); });
}

/// The stages that a step to `to` passes: a crew that says "arrived" has signed and set out. What a screen
/// would have told (delivered, shown) is never made up; a duty room that reports back need not have set out.
QList<OrderStage> passed(const Order& order, OrderStage to) {
    QList<OrderStage> stages;
    const bool crew = order.unit().has_value();
    for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived})
        if (stage > order.stage && stage < to && isInChain(to) && (crew || stage == OrderStage::Signed))
            stages.append(stage);
    stages.append(to);
    return stages;
}

Result<const Order*> runningOrder(const Situation& situation, const OrderId& id) {
    const auto order = checks::order(situation, id);
    if (order && isOver((*order)->stage))
        return refuse(RefusalCode::OrderOver, u"order"_s, QString(enumName((*order)->stage)));
    return order;
}

} // namespace

Decision decide(const Asking& asking, const AdvanceOrder& command) {
    const auto found = checks::order(asking.situation, command.order);
    if (!found)
        return std::unexpected(found.error());
    const Order& order = **found;
    const auto checked =
        checks::all([&] { return checkAdvance(asking, order, command); },
                    [&] { return order_rules::checkDisposition(asking.situation, command.disposition); });
    if (!checked)
        return std::unexpected(checked.error());
    if (command.to == OrderStage::Refused || command.to == OrderStage::Cancelled)
        return order_rules::ended(asking.situation, order, command.to, command.text, command.onBehalf);
    QList<Fact> facts;
    for (const OrderStage stage : passed(order, command.to)) {
        const bool last = stage == command.to;
        const OrderAdvanced fact{order.id,
                                 order.incident,
                                 stage,
                                 last ? command.text : QString(),
                                 last ? command.disposition : TypeCode(),
                                 command.onBehalf};
        facts.append(fact);
        facts.append(order_rules::carried(asking.situation, order, fact, asking.context.now));
    }
    return facts;
}

Decision decide(const Asking& asking, const AcknowledgeNotice& command) {
    const auto order = checks::order(asking.situation, command.order);
    if (!order)
        return std::unexpected(order.error());
    for (const OrderNotice& notice : (*order)->notices)
        if (notice.post == command.post)
            return notice.acknowledgedAt
                       ? QList<Fact>()
                       : QList<Fact>{NoticeAcknowledged{command.order, (*order)->incident, command.post}};
    return refuse(RefusalCode::UnknownPost, u"post"_s, command.post.toString());
}

Decision decide(const Asking& asking, const AskReinforcement& command) {
    const auto order = runningOrder(asking.situation, command.order);
    if (!order)
        return std::unexpected(order.error());
    if ((*order)->stage < OrderStage::Signed)
        return refuse(RefusalCode::OutOfTurn, u"stage"_s, QString::number(int((*order)->stage)));
    if (const auto checked = checks::length(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{ReinforcementAsked{command.order, (*order)->incident, command.text}};
}

Decision decide(const Asking& asking, const SetPrimary& command) {
    const auto order = runningOrder(asking.situation, command.order);
    if (!order)
        return std::unexpected(order.error());
    if (!(*order)->unit())
        return refuse(RefusalCode::Invalid, u"order"_s, command.order.toString(), u"goes to a post"_s);
    if ((*order)->role == OrderRole::Primary)
        return QList<Fact>();
    QList<Fact> facts;
    if (const Order* leading =
            order_rules::primary(asking.situation, *asking.situation.incidents().find((*order)->incident)))
        facts.append(OrderRoleSet{leading->id, leading->incident, OrderRole::Backup});
    facts.append(OrderRoleSet{command.order, (*order)->incident, OrderRole::Primary});
    return facts;
}

Decision decide(const Asking& asking, const ChaseOrder& command) {
    const auto found = checks::order(asking.situation, command.order);
    if (!found)
        return std::unexpected(found.error());
    const Order& order = **found;
    const auto running = deadline(asking.situation, order);
    if (command.automatic) { // asked by every program that is up; whoever comes second is too early
        const Milliseconds pause = asking.situation.catalogue().deadlines.chase;
        const bool due =
            running && order.missed(running->kind) && order.chases < mostChases &&
            std::max(order.chasedAt.value_or(running->due), running->due) + pause <= asking.context.now;
        return due ? QList<Fact>{OrderChased{order.id, order.incident, {}, true}} : QList<Fact>();
    }
    if (!running)
        return refuse(RefusalCode::OrderOver, u"order"_s, QString(enumName(order.stage)));
    if (const auto checked = checks::length(command.text, limits::text, u"text"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{OrderChased{order.id, order.incident, command.text, false}};
}

} // namespace tridesk::decisions
