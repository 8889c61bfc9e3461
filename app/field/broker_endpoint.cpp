// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_endpoint.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logBroker, "tridesk.field.broker")

constexpr qsizetype positionsAtOnce = 1000; // an order waits for as long as these take
constexpr std::chrono::milliseconds boardPause(100), dropsEvery(5'000);
constexpr qint64 toldOf = 20; // of each kind of refusal

/// Who sent it, and for which unit that is.
struct Sender {
    const Unit* unit = nullptr;
    QString source;
};

/// The device by which a unit is known, or else the callsign that signed in. Not the callsign in a device's
/// place, as over HTTP: that part of the topic is the phone's own choice.
Sender senderOf(const Situation& situation, const BrokerFixes& fixes) {
    if (const Unit* unit = situation.unitByDevice(fixes.device))
        return {unit, u"mqtt/"_s + fixes.device};
    const std::optional<Callsign> callsign = Callsign::parse(fixes.user);
    return {callsign ? situation.unitByCallsign(*callsign) : nullptr, u"mqtt/"_s + fixes.user};
}

QList<MqttSubscription> subscriptions() {
    return {{QByteArray(broker_topics::ownTracks) + "+/+",
             0}, // told again in a second: cheaper than each with a receipt
            {QByteArray(broker_topics::fix) + "+", 0},
            {QByteArray(broker_topics::step) + "+", 1},
            {QByteArray(broker_topics::order) + "+", 1}};
}

} // namespace

BrokerEndpoint::BrokerEndpoint(const BrokerOptions& options, Desk& desk, FixBoard& board, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_board(board)
    , m_rate(perSecond, burst)
    , m_sender(desk, [this](const QByteArray& topic,
                            const QByteArray& payload) { return m_line.publish(topic, payload, true); })
    , m_inbox([this] { QMetaObject::invokeMethod(this, &BrokerEndpoint::takeBatch, Qt::QueuedConnection); })
    , m_line(options, subscriptions(),
             [this](const MqttMessage& message) { m_inbox.take(message, m_desk.clock().now()); }) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &BrokerEndpoint::takeBatch);
    connect(&m_dropsLook, &QTimer::timeout, this, &BrokerEndpoint::tellDrops);
    connect(&m_line, &MqttLine::up, this, [this] {
        m_isUp = true;
        m_sender.tellAll();
        Q_EMIT up();
    });
    connect(&m_line, &MqttLine::down, this, [this](const QString& why) {
        m_isUp = false;
        m_sender.fall();
        Q_EMIT trouble(m_line.options().shown() + u": "_s + why);
    });
}

BrokerEndpoint::~BrokerEndpoint() = default;

void BrokerEndpoint::start() {
    const auto begin = [this] {
        m_line.start();
        m_dropsLook.start(dropsEvery);
    };
    if (m_desk.isReady())
        return begin();
    connect(&m_desk, &Desk::ready, this, begin, Qt::SingleShotConnection);
}

BrokerCounts BrokerEndpoint::counts() const {
    BrokerCounts all = m_counts;
    all += m_inbox.counts();
    all.published = m_sender.published();
    return all;
}

/// A part at a time, so that what the desk has to do besides comes in between.
void BrokerEndpoint::takeBatch() {
    if (!handOn())
        return m_again.start(boardPause); // the inbox gives up the oldest meanwhile
    const BrokerInbox::Batch batch = m_inbox.drain(positionsAtOnce);
    if (batch.isEmpty())
        return; // woken when there is more
    for (const BrokerStep& said : batch.steps)
        take(said);
    for (const BrokerKept& kept : batch.kept)
        m_sender.correct(kept);
    QList<Fix> taken;
    for (const BrokerFixes& fixes : batch.fixes)
        take(fixes, taken);
    m_held = std::move(taken);
    QMetaObject::invokeMethod(this, &BrokerEndpoint::takeBatch, Qt::QueuedConnection);
}

bool BrokerEndpoint::handOn() {
    if (m_held.isEmpty())
        return true;
    if (!m_board.take(m_held))
        return false;
    m_counts.taken += m_held.size();
    m_held.clear();
    return true;
}

void BrokerEndpoint::take(const BrokerFixes& fixes, QList<Fix>& taken) {
    const Instant now = m_desk.clock().now();
    const Sender sender = senderOf(m_desk.situation(), fixes);
    if (!sender.unit) {
        if (++m_counts.unknown <= toldOf)
            qCWarning(logBroker) << "no unit has the device" << fixes.device;
        return;
    }
    const UnitId id = sender.unit->definition.id;
    auto newest = m_newest.find(sender.source);
    if (newest == m_newest.end()) {
        // What was said before this program began is in the store.
        const Fix* known = m_board.latest(id);
        const bool isTheirs = known && known->source == sender.source;
        newest = m_newest.insert(sender.source,
                                 isTheirs ? std::min(known->measuredAt, known->receivedAt) : Instant::min());
    }
    for (const TrackerReport& report : fixes.reports) {
        if (report.measuredAt <= *newest) {
            ++m_counts.replayed;
            continue;
        }
        if (!m_rate.take(sender.source, now)) {
            ++m_counts.limited;
            continue;
        }
        *newest = std::min(report.measuredAt, now); // a clock that is ahead must not hide what comes after
        taken.append({.unit = id,
                      .at = report.at,
                      .measuredAt = report.measuredAt,
                      .receivedAt = now,
                      .speed = report.speed,
                      .heading = report.heading,
                      .accuracy = report.accuracy,
                      .source = sender.source});
    }
}

void BrokerEndpoint::take(const BrokerStep& said) {
    const Situation& situation = m_desk.situation();
    const std::optional<Callsign> callsign = Callsign::parse(said.unit);
    const Unit* unit = callsign ? situation.unitByCallsign(*callsign) : nullptr;
    const Order* order = situation.orders().find(said.step.order);
    if (!unit || !order || order->unit() != unit->definition.id) {
        if (++m_counts.forged <= toldOf)
            qCWarning(logBroker) << said.unit << "has no order" << said.step.order.toString();
        return;
    }
    const Actor crew{.seat = {.tier = Tier::Field, .place = unit->definition.id.toString()},
                     .user = u"mqtt/"_s + said.unit};
    m_desk.submit(crew, said.step, said.happenedAt)
        .then(this, [this, unit = said.unit](const Outcome& outcome) {
            if (outcome) {
                ++m_counts.steps;
            } else if (++m_counts.refused <= toldOf) {
                qCWarning(logBroker) << "a step of" << unit << "was refused:" << outcome.error().field
                                     << outcome.error().value << outcome.error().detail;
            }
        });
}

void BrokerEndpoint::tellDrops() {
    const qint64 dropped = m_inbox.counts().dropped;
    if (const qint64 more = dropped - std::exchange(m_toldDrops, dropped); more > 0)
        Q_EMIT trouble(u"%1 positions were given up: more came than can be stored"_s.arg(more));
}

} // namespace tridesk
