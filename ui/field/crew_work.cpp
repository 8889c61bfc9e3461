// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/crew_work.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {
constexpr Milliseconds lookAgain(250);  ///< the desk's clock need not run as the machine's does
constexpr Milliseconds onItsWay(2'000); ///< a command over a line that is up; longer is worth a mark
} // namespace

CrewWork::CrewWork(SeatDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_release(new QTimer(this)) {
    m_release->setSingleShot(true);
    connect(m_release, &QTimer::timeout, this, &CrewWork::look);
    connect(&desk, &SeatDesk::changed, this, &CrewWork::look);
    if (const Link* link = desk.link())
        connect(link, &Link::changed, this, &CrewWork::changed);
    recallReported();
    look();
}

bool CrewWork::isOverdueOnTheLine() const {
    const Link* link = m_desk.link();
    const auto since = link ? link->state().waitingSince : std::nullopt;
    return since && m_desk.now() - *since > onItsWay;
}

const Unsent& CrewWork::unsent() const {
    const Link* link = m_desk.link();
    return link && (!link->state().isUp || isOverdueOnTheLine()) ? link->state().unsent : m_nothing;
}

const Unit* CrewWork::unit() const {
    const auto id = m_desk.actor().seat.unit();
    return id ? m_desk.situation().units().find(*id) : nullptr;
}

const Order* CrewWork::order() const {
    const Unit* unit = this->unit();
    const Order* order = unit && unit->order ? m_desk.situation().orders().find(*unit->order) : nullptr;
    return order && m_desk.now() >= order->releaseAt && order->stage < OrderStage::Reported ? order : nullptr;
}

QList<const Order*> CrewWork::reported() const {
    QList<const Order*> waiting;
    for (const OrderId& id : m_reported)
        if (const Order* order = m_desk.situation().orders().find(id);
            order && order->stage == OrderStage::Reported)
            waiting.append(order);
    return waiting;
}

/// Once, for a window that opens after the report: later reports are seen as they are made.
void CrewWork::recallReported() {
    const auto unit = m_desk.actor().seat.unit();
    QList<const Order*> found;
    for (const Order& order : m_desk.situation().orders())
        if (order.stage == OrderStage::Reported && unit && order.unit() == unit)
            found.append(&order);
    std::ranges::sort(found, std::ranges::greater(),
                      [](const Order* order) { return order->reached(OrderStage::Reported); });
    for (const Order* order : std::as_const(found))
        m_reported.append(order->id);
}

const Incident* CrewWork::incident() const {
    const Order* order = this->order();
    return order ? m_desk.situation().incidents().find(order->incident) : nullptr;
}

void CrewWork::look() {
    const Unit* unit = this->unit();
    const Order* coming = unit && unit->order ? m_desk.situation().orders().find(*unit->order) : nullptr;
    if (coming && m_desk.now() < coming->releaseAt)
        m_release->start(std::min(coming->releaseAt - m_desk.now() + Milliseconds(1), lookAgain));
    if (coming && coming->stage == OrderStage::Reported && !m_reported.contains(coming->id))
        m_reported.prepend(coming->id);
    const Order* order = this->order();
    if (order && order->id != m_delivered) {
        m_delivered = order->id;
        if (order->stage < OrderStage::Delivered)
            report(OrderStage::Delivered);
        Q_EMIT ordered();
    }
    Q_EMIT changed();
}

void CrewWork::noteShown() {
    const Order* order = this->order();
    if (!order || order->id == m_shown)
        return;
    m_shown = order->id;
    if (order->stage < OrderStage::Shown)
        report(OrderStage::Shown);
}

/// What a screen tells by itself may come too late (the crew has signed by radio); nobody needs to hear of
/// that.
void CrewWork::report(OrderStage stage) {
    m_desk.submit(AdvanceOrder{.order = order()->id, .to = stage, .text = {}, .disposition = {}});
}

void CrewWork::ask(const Command& command) {
    m_desk.submit(command).then(this, [this](const Outcome& outcome) {
        if (outcome)
            Q_EMIT accepted();
        else
            Q_EMIT refused(outcome.error());
    });
}

void CrewWork::logOn(const QStringList& crew, const ShiftKit& kit) {
    ask(LogOn{.unit = m_desk.actor().seat.unit().value_or(UnitId()), .crew = crew, .kit = kit});
}

void CrewWork::logOff() {
    ask(LogOff{.unit = m_desk.actor().seat.unit().value_or(UnitId())});
}

void CrewWork::setStatus(UnitStatus status) {
    ask(SetUnitStatus{.unit = m_desk.actor().seat.unit().value_or(UnitId()), .status = status, .reason = {}});
}

void CrewWork::raiseEmergency() {
    ask(RaiseEmergency{.unit = m_desk.actor().seat.unit().value_or(UnitId()),
                       .source = EmergencySource::Crew,
                       .text = {},
                       .at = {}});
}

void CrewWork::answerCheck() {
    ask(ResetTimers{.units = {m_desk.actor().seat.unit().value_or(UnitId())}});
}

void CrewWork::write(const QList<Addressee>& to, const QString& words) {
    const Order* order = this->order();
    ask(SendMessage{
        .to = to, .text = words, .incident = order ? std::optional(order->incident) : std::nullopt});
}

void CrewWork::speak(const QString& words) {
    if (const Order* order = this->order())
        ask(SendMessage{.to = {}, .text = words, .incident = order->incident, .kind = MessageKind::Room});
}

void CrewWork::acknowledge(const MessageId& message) {
    ask(AdvanceMessage{message, MessageStage::Acknowledged});
}

void CrewWork::advance(OrderStage to, const QString& text, const TypeCode& disposition) {
    if (const Order* order = this->order())
        ask(AdvanceOrder{.order = order->id, .to = to, .text = text, .disposition = disposition});
}

void CrewWork::refuse(const QString& reason) {
    advance(OrderStage::Refused, reason);
}

void CrewWork::askReinforcement(const QString& words) {
    if (const Order* order = this->order())
        ask(AskReinforcement{.order = order->id, .text = words});
}

void CrewWork::initiate(const IncidentDetails& details) {
    ask(InitiateIncident{.unit = m_desk.actor().seat.unit().value_or(UnitId()), .details = details});
}

bool CrewWork::mayAdvance(OrderStage to) const {
    const Order* order = this->order();
    return order && m_desk.may(AdvanceOrder{.order = order->id, .to = to, .text = {}, .disposition = {}});
}

bool CrewWork::mayRefuse() const {
    const Order* order = this->order(); // with words of some kind: it is asked before there are any
    return order && m_desk.may(AdvanceOrder{
                        .order = order->id, .to = OrderStage::Refused, .text = u"-"_s, .disposition = {}});
}

bool CrewWork::mayAskReinforcement() const {
    const Order* order = this->order();
    return order && m_desk.may(AskReinforcement{.order = order->id, .text = {}});
}

bool CrewWork::mayInitiate() const {
    return bool(m_desk.may(InitiateIncident{.unit = m_desk.actor().seat.unit().value_or(UnitId()),
                                            .details = {.text = u"-"_s,
                                                        .type = {},
                                                        .level = Level::Routine,
                                                        .place = {.at = {}, .address = u"-"_s},
                                                        .callers = {},
                                                        .hazards = {}}}));
}

} // namespace tridesk
