// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/brief.h"
#include "app/domain/enum_names.h"
#include "app/domain/order_rules.h"
#include "app/line/details.h"
#include "app/line/holding.h"
#include "app/line/places.h"
#include "app/line/walk.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

using Read = std::expected<Reading, Error>;

/// One of an enumeration's journal names, or nothing where the option is not there.
template <class E>
std::expected<std::optional<E>, Error> named(const Parts& parts, Option option) {
    const Word* word = given(parts, option);
    if (!word)
        return std::optional<E>();
    const auto value = enumFrom<E>(word->text.toLower());
    return value ? std::expected<std::optional<E>, Error>(value) : wrongOption(parts, option);
}

/// Makes the commands of what a line said.
class Builder {
public:
    Builder(const Parts& parts, const Context& context)
        : m_parts(parts)
        , m_context(context) {}

    Read dispatch(OrderStage reached) const;
    Read refer() const;
    Read exchange() const;
    Read stop() const;
    Read step(OrderStage to) const;
    Read orders(const std::function<Command(const OrderId&)>& command) const;
    Read replace() const;
    Read notice() const;
    Read status(StatusName status) const;
    Read logOn() const;
    Read units(const std::function<Command(const UnitId&)>& command) const;
    Read timerReset() const;
    Read emergency() const;
    Read newIncident() const;
    Read edit() const;
    Read flag(IncidentFlag flag) const;
    Read message(MessageKind kind) const;
    Read close() const {
        return m_parts.needsForm ? act(OpenForm{Verb::Close, incident()}) : one(readClosing(m_parts));
    }
    Read readMessage() const;
    Read handOver() const;
    Read takeOver() const;
    Read view() const;
    Read made(const std::expected<Command, Error>& command) const {
        return command ? one(*command) : std::unexpected(command.error());
    }
    Read premise() const { return made(readPremise(m_parts, m_context)); }
    Read withdrawal() const { return made(readWithdrawal(m_parts, m_context)); }
    Read sector() const { return made(readSector(m_parts, m_context)); }
    Read ticks() const {
        auto commands = readSteps(m_parts, m_context);
        return commands ? Read(Reading{m_parts.verb, std::move(*commands), {}})
                        : std::unexpected(commands.error());
    }
    Read picture() const;

    Read one(Command command) const { return Reading{m_parts.verb, {std::move(command)}, {}}; }
    Read act(WindowAct act) const { return Reading{m_parts.verb, {}, std::move(act)}; }
    [[nodiscard]] const IncidentId& incident() const { return m_parts.incidents.first(); }

private:
    [[nodiscard]] OrderRole roleOf(bool first) const;

    const Parts& m_parts;
    const Context& m_context;
};

OrderRole Builder::roleOf(bool first) const {
    const Incident* known = m_context.situation.incidents().find(incident());
    const bool led = known && order_rules::primary(m_context.situation, *known);
    return first && !led ? OrderRole::Primary : OrderRole::Backup;
}

Read Builder::dispatch(OrderStage reached) const {
    const auto role = named<OrderRole>(m_parts, Option::Role);
    if (!role)
        return std::unexpected(role.error());
    Reading reading{m_parts.verb, {}, {}};
    for (const UnitId& unit : m_parts.units)
        reading.commands.append(IssueOrder{.incident = incident(),
                                           .to = unit,
                                           .role = role->value_or(roleOf(reading.commands.isEmpty())),
                                           .text = m_parts.text,
                                           .overrideReason = givenText(m_parts, Option::Why),
                                           .reached = reached});
    return reading;
}

Read Builder::refer() const {
    return one(IssueOrder{.incident = incident(),
                          .to = m_parts.post.value_or(PostId()),
                          .role = OrderRole::Primary,
                          .text = m_parts.text,
                          .overrideReason = {}});
}

Read Builder::stop() const {
    auto details = readDetails(m_parts, m_context);
    if (!details)
        return std::unexpected(details.error());
    return one(InitiateIncident{m_parts.units.first(), *details});
}

Read Builder::exchange() const {
    if (m_parts.units.size() == 2)
        return one(ExchangeUnits{m_parts.units.first(), m_parts.units.last(), m_parts.text});
    return std::unexpected(Error{.fault = m_parts.units.size() < 2 ? Fault::Missing : Fault::Surplus,
                                 .expected = Slot::Unit,
                                 .word = {}});
}

Read Builder::orders(const std::function<Command(const OrderId&)>& command) const {
    Reading reading{m_parts.verb, {}, {}};
    for (const OrderId& order : m_parts.orders)
        reading.commands.append(command(order));
    return reading;
}

Read Builder::step(OrderStage to) const {
    std::optional<OnBehalf> onBehalf;
    if (given(m_parts, Option::Via) || given(m_parts, Option::Said))
        onBehalf = OnBehalf{givenText(m_parts, Option::Via), givenText(m_parts, Option::Said)};
    return orders([&](const OrderId& order) {
        return AdvanceOrder{.order = order,
                            .to = to,
                            .text = m_parts.text,
                            .disposition = m_parts.disposition.value_or(TypeCode()),
                            .onBehalf = onBehalf};
    });
}

Read Builder::replace() const {
    return one(ReplaceUnit{m_parts.orders.first(), m_parts.units.first(), m_parts.text,
                           givenText(m_parts, Option::Why)});
}

Read Builder::notice() const {
    std::optional<PostId> post = m_context.seat.post();
    if (const Word* word = given(m_parts, Option::Post)) {
        post = postNamed(m_context, word->text).value;
        if (!post)
            return wrongOption(m_parts, Option::Post);
    }
    if (!post)
        return std::unexpected(Error{.fault = Fault::Missing, .expected = Slot::Post, .word = {}});
    return orders([&](const OrderId& order) { return AcknowledgeNotice{order, *post}; });
}

Read Builder::units(const std::function<Command(const UnitId&)>& command) const {
    Reading reading{m_parts.verb, {}, {}};
    for (const UnitId& unit : m_parts.units)
        reading.commands.append(command(unit));
    return reading;
}

Read Builder::status(StatusName status) const {
    return units(
        [&](const UnitId& unit) { return SetUnitStatus{unit, status.status, m_parts.text, status.custom}; });
}

Read Builder::logOn() const {
    return one(LogOn{m_parts.units.first(), m_parts.words,
                     ShiftKit{givenText(m_parts, Option::Vehicle), givenText(m_parts, Option::Radio),
                              givenText(m_parts, Option::Camera), givenText(m_parts, Option::Weapon)}});
}

Read Builder::timerReset() const {
    return one(ResetTimers{m_parts.all ? QList<UnitId>() : m_parts.units});
}

Read Builder::emergency() const {
    const auto source = named<EmergencySource>(m_parts, Option::From);
    const auto at = readPoint(m_parts);
    if (!source)
        return std::unexpected(source.error());
    if (!at)
        return std::unexpected(at.error());
    const auto usual = m_context.seat.unit() ? EmergencySource::Crew : EmergencySource::Desk;
    return units(
        [&](const UnitId& unit) { return RaiseEmergency{unit, source->value_or(usual), m_parts.text, *at}; });
}

Read Builder::newIncident() const {
    if (m_parts.needsForm)
        return act(OpenForm{Verb::NewIncident, {}});
    auto details = readDetails(m_parts, m_context);
    if (!details)
        return std::unexpected(details.error());
    if (details->text.trimmed().isEmpty() && details->type.isNull())
        return std::unexpected(Error{.fault = Fault::Missing, .expected = Slot::NeededText, .word = {}});
    const Word* from = given(m_parts, Option::From);
    return one(ReportIncident{{from ? from->text : sourceOf(m_context.seat), givenText(m_parts, Option::Key)},
                              *details});
}

Read Builder::edit() const {
    if (m_parts.needsForm)
        return act(OpenForm{Verb::Edit, incident()});
    auto change = readAmendment(m_parts, m_context);
    return change ? one(*change) : std::unexpected(change.error());
}

Read Builder::flag(IncidentFlag flag) const {
    return one(FlagIncident{incident(), flag, m_parts.on});
}

Read Builder::message(MessageKind kind) const {
    if (!m_parts.incidents.isEmpty())
        return one(
            SendMessage{.to = {}, .text = m_parts.text, .incident = incident(), .kind = MessageKind::Room});
    auto area = readArea(m_parts);
    if (!area)
        return std::unexpected(area.error());
    SendMessage message{.to = m_parts.all ? everybody(m_context) : m_parts.to,
                        .text = m_parts.text,
                        .incident = {},
                        .kind = kind,
                        .expiresAt = m_parts.until,
                        .area = *area};
    if (const Word* on = given(m_parts, Option::On)) {
        message.incident = incidentNumbered(m_context, on->text).value;
        if (!message.incident)
            return wrongOption(m_parts, Option::On);
    }
    return one(message);
}

Read Builder::readMessage() const {
    const auto stage = named<MessageStage>(m_parts, Option::Stage);
    if (!stage)
        return std::unexpected(stage.error());
    return one(
        AdvanceMessage{m_parts.message.value_or(MessageId()), stage->value_or(MessageStage::Acknowledged)});
}

Read Builder::handOver() const {
    const Word* brief = given(m_parts, Option::Brief);
    return one(OfferHandover{brief ? brief->text : briefOf(m_context), m_parts.text});
}

Read Builder::takeOver() const {
    const auto offered = offeredHandover(m_context);
    if (!offered)
        return std::unexpected(
            Error{.fault = Fault::NoOrder, .expected = Slot::Text, .word = m_context.seat.toString()});
    return one(TakeHandover{*offered, m_parts.text});
}

Read Builder::view() const {
    if (!m_parts.units.isEmpty())
        return act(ViewUnit{m_parts.units.first()});
    return act(ViewIncident{incident()});
}

Read Builder::picture() const {
    if (m_parts.feed)
        return act(WatchFeed{*m_parts.feed});
    if (!m_parts.units.isEmpty())
        return act(WatchUnit{m_parts.units.first()});
    return act(WatchIncident{incident()});
}

Read buildOfOrder(const Builder& build, const Parts& parts) {
    switch (parts.verb) {
    case Verb::Sign:
        return build.step(OrderStage::Signed);
    case Verb::EnRoute:
        return build.step(OrderStage::UnderWay);
    case Verb::Arrive:
        return build.step(OrderStage::Arrived);
    case Verb::Clear:
        return build.step(OrderStage::Reported);
    case Verb::CloseOrder:
        return build.step(OrderStage::Closed);
    case Verb::Delivered:
        return build.step(OrderStage::Delivered);
    case Verb::Shown:
        return build.step(OrderStage::Shown);
    case Verb::RefuseOrder:
        return build.step(OrderStage::Refused);
    case Verb::CancelOrder:
        return build.step(OrderStage::Cancelled);
    case Verb::Recall:
        return build.orders([](const OrderId& order) { return RecallOrder{order}; });
    case Verb::Replace:
        return build.replace();
    case Verb::Primary:
        return build.orders([](const OrderId& order) { return SetPrimary{order}; });
    case Verb::Chase:
        return build.orders([&](const OrderId& order) { return ChaseOrder{order, parts.text}; });
    case Verb::Reinforce:
        return build.orders([&](const OrderId& order) { return AskReinforcement{order, parts.text}; });
    default:
        return build.notice();
    }
}

Read buildOfUnit(const Builder& build, const Parts& parts) {
    switch (parts.verb) {
    case Verb::Dispatch:
        return build.dispatch(OrderStage::Issued);
    case Verb::DispatchEnRoute:
        return build.dispatch(OrderStage::UnderWay);
    case Verb::DispatchOnScene:
        return build.dispatch(OrderStage::Arrived);
    case Verb::Refer:
        return build.refer();
    case Verb::Stop:
        return build.stop();
    case Verb::Exchange:
        return build.exchange();
    case Verb::Available:
        return build.status({UnitStatus::Available, {}});
    case Verb::AtStation:
        return build.status({UnitStatus::AvailableAtStation, {}});
    case Verb::Reserve:
        return build.status({UnitStatus::Reserved, {}});
    case Verb::OutOfService:
        return build.status({UnitStatus::OutOfService, {}});
    case Verb::Status:
        return build.status(parts.status.value_or(StatusName()));
    case Verb::LogOn:
        return build.logOn();
    case Verb::LogOff:
        return build.units([](const UnitId& unit) { return LogOff{unit}; });
    case Verb::Timer:
        return build.units([&](const UnitId& unit) { return SetTimer{unit, *parts.duration}; });
    case Verb::TimerReset:
        return build.timerReset();
    case Verb::Emergency:
        return build.emergency();
    case Verb::EmergencyAcknowledge:
        return build.units([](const UnitId& unit) { return AcknowledgeEmergency{unit}; });
    default:
        return build.units([&](const UnitId& unit) {
            const bool isFalse = parts.verb == Verb::EmergencyFalse;
            return EndEmergency{unit, isFalse ? EmergencyOutcome::False : EmergencyOutcome::Resolved,
                                parts.text};
        });
    }
}

Read buildOfIncident(const Builder& build, const Parts& parts, const Context& context) {
    switch (parts.verb) {
    case Verb::NewIncident:
        return build.newIncident();
    case Verb::Edit:
        return build.edit();
    case Verb::Regrade: {
        AmendIncident change{.incident = build.incident(),
                             .text = {},
                             .type = {},
                             .level = parts.level,
                             .place = {},
                             .callers = {},
                             .hazards = {},
                             .reason = parts.text};
        return build.one(change);
    }
    case Verb::Note:
        return build.one(AddNote{build.incident(), parts.text});
    case Verb::Hold:
        return build.made(readHold(parts, context));
    case Verb::Stack:
        return build.made(readStack(parts, context));
    case Verb::TakeUp:
        return build.one(HoldIncident{build.incident(), {}, parts.text});
    case Verb::Close:
        return build.close();
    case Verb::Reopen:
        return build.one(ReopenIncident{build.incident(), parts.text});
    case Verb::Merge:
        return build.one(MergeIncident{build.incident(), parts.incidents.last()});
    case Verb::Split:
        return build.one(SplitIncident{build.incident(), parts.text});
    case Verb::Transfer:
        return build.one(TransferIncident{build.incident(), parts.agency, parts.text});
    case Verb::Returned:
        return build.one(ReturnTransfer{build.incident(), parts.text});
    case Verb::Major:
        return build.flag(IncidentFlag::Major);
    case Verb::Watch:
        return build.flag(IncidentFlag::Watch);
    case Verb::Pin:
        return build.flag(IncidentFlag::Pinned);
    case Verb::Sensitive:
        return build.flag(IncidentFlag::Sensitive);
    case Verb::ConfidentialCaller:
        return build.flag(IncidentFlag::ConfidentialCaller);
    case Verb::Tag:
        return build.one(TagIncident{build.incident(), parts.words});
    case Verb::Tick:
        return build.ticks();
    case Verb::Picture:
        return build.picture();
    default:
        return build.view();
    }
}

Read buildOfDesk(const Builder& build, const Parts& parts) {
    switch (parts.verb) {
    case Verb::Message:
        return build.message(MessageKind::Message);
    case Verb::Bulletin:
        return build.message(MessageKind::Bulletin);
    case Verb::StatusNote:
        return build.message(MessageKind::StatusNote);
    case Verb::ReadMessage:
        return build.readMessage();
    case Verb::Withdraw:
        return build.one(WithdrawMessage{parts.message.value_or(MessageId())});
    case Verb::HandOver:
        return build.handOver();
    case Verb::TakeOver:
        return build.takeOver();
    case Verb::Warn:
        return build.premise();
    case Verb::Unwarn:
        return build.withdrawal();
    case Verb::Report:
        return build.act(OpenForm{Verb::Report, build.incident()});
    case Verb::MoveSector:
        return build.sector();
    default:
        return build.act(FindText{parts.text});
    }
}

bool isOneOf(Verb verb, Verb first, Verb last) {
    return verb >= first && verb <= last;
}

} // namespace

QString sourceOf(const Seat& seat) {
    return seat.tier == Tier::Bureau ? u"phone"_s : seat.toString();
}

QList<Addressee> everybody(const Context& context) {
    QList<PostId> posts;
    for (const Post& post : context.situation.posts())
        posts.append(post.id);
    QList<UnitId> units;
    for (const Unit& unit : context.situation.units())
        if (unit.status != UnitStatus::Off)
            units.append(unit.definition.id);
    std::sort(posts.begin(), posts.end());
    std::sort(units.begin(), units.end());
    QList<Addressee> all;
    for (const PostId& post : std::as_const(posts))
        all.append(post);
    for (const UnitId& unit : std::as_const(units))
        all.append(unit);
    return all;
}

std::optional<HandoverId> offeredHandover(const Context& context) {
    const Handover* standing = standingHandover(context.situation, context.seat.toString());
    return standing ? std::optional(standing->id) : std::nullopt;
}

Read read(const QString& line, const Context& context) {
    const auto parts = Walk(line, context).parts();
    if (!parts)
        return std::unexpected(parts.error());
    const Builder build(*parts, context);
    if (isOneOf(parts->verb, Verb::Sign, Verb::Notice))
        return buildOfOrder(build, *parts);
    if (isOneOf(parts->verb, Verb::NewIncident, Verb::Picture))
        return buildOfIncident(build, *parts, context);
    if (isOneOf(parts->verb, Verb::Message, Verb::FindPlace))
        return buildOfDesk(build, *parts);
    return buildOfUnit(build, *parts);
}

} // namespace tridesk::line
