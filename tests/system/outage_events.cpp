// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/outage_events.h"

#include "app/domain/enum_names.h"
#include "tests/support/scene.h"

#include <QTest>
#include <QUuid>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double inArea[] = {118.5, 119.5}; ///< longitudes in the areas of ST01 and ST02

PostId postOf(OutageScene::Seat room) {
    return code<PostId>(room == OutageScene::Room1 ? u"ST01" : u"ST02");
}

IssueOrder orderTo(const IncidentId& incident, const Addressee& to, const QString& text) {
    return {.incident = incident, .to = to, .role = OrderRole::Primary, .text = text, .overrideReason = {}};
}

AdvanceOrder advanced(const OrderId& order, OrderStage to, const QString& text) {
    return {.order = order, .to = to, .text = text, .disposition = {}};
}

/// Somewhere else after all, which may be another station's.
AmendIncident placed(const IncidentId& incident, double longitude, const QString& text) {
    return {.incident = incident,
            .text = text,
            .type = {},
            .level = {},
            .place = Place{.at = GeoPoint::from(31.5, longitude), .address = {}},
            .callers = {},
            .hazards = {},
            .reason = {}};
}

bool isOpen(const Order& order) {
    return !isOver(order.stage);
}

} // namespace

void OutageEvents::workAndBreak() {
    for (uint left = 2 + chance(3); left > 0 && !QTest::currentTestFailed(); --left)
        work();
    if (!QTest::currentTestFailed())
        breakSomething();
    if (!QTest::currentTestFailed())
        m_scene.lookAt(chance(2) ? OutageScene::Wang : OutageScene::Li);
}

void OutageEvents::work() {
    ++m_marks;
    switch (chance(12)) {
    case 0:
        return post();
    case 1:
    case 2:
        return workInCar();
    case 3:
    case 4:
        return workOverBroker();
    case 5:
    case 6:
    case 7:
        return workAtStation(chance(2) ? OutageScene::Room1 : OutageScene::Room2);
    default:
        return workAtConsole(chance(2) ? OutageScene::Wang : OutageScene::Li);
    }
}

void OutageEvents::workAtConsole(Seat console) {
    static const QStringView units[] = {u"1A12", u"1A14", u"1A16", u"2A01", u"2A03"};
    const auto incident = someIncident();
    switch (chance(8)) {
    case 0:
        if (incident)
            return ask(console, AddNote{.incident = *incident, .text = mark()});
        break;
    case 1:
    case 2:
        if (incident) {
            IssueOrder order = orderTo(*incident, code<UnitId>(units[chance(5)]), mark());
            if (chance(3) == 0) // off whatever it does
                order.overrideReason = u"worse"_s;
            return ask(console, order);
        }
        break;
    case 3:
        if (incident) // to the duty room
            return ask(console, orderTo(*incident,
                                        postOf(chance(2) ? OutageScene::Room1 : OutageScene::Room2), mark()));
        break;
    case 4:
        if (const auto order = someOrder(isOpen))
            return ask(console, advanced(*order, OrderStage::Cancelled, mark()));
        break;
    case 5:
        if (incident)
            return ask(console, placed(*incident, inArea[chance(2)], mark()));
        break;
    default:
        break;
    }
    report(console, inArea[chance(2)]);
}

/// Signs what it was told, refers on what is not its own, notes, sends its units and takes them back.
void OutageEvents::workAtStation(Seat room) {
    const PostId own = postOf(room);
    const auto incident = someIncident(own);
    switch (chance(8)) {
    case 0:
        return ask(room, SendMessage{.to = {postOf(room == OutageScene::Room1 ? OutageScene::Room2
                                                                              : OutageScene::Room1)},
                                     .text = mark(),
                                     .incident = {}});
    case 1:
        if (incident)
            return ask(room, AddNote{.incident = *incident, .text = mark()});
        break;
    case 2:
    case 3:
        if (incident) {
            static const QStringView units[][2] = {{u"1A14", u"1A16"}, {u"2A01", u"2A03"}};
            return ask(room,
                       orderTo(*incident, code<UnitId>(units[room == OutageScene::Room1 ? 0 : 1][chance(2)]),
                               mark()));
        }
        break;
    case 4:
    case 5:
        if (const auto order =
                someOrder([&](const Order& each) { return isOpen(each) && each.post() == own; }))
            return ask(room, advanced(*order, chance(3) ? OrderStage::Signed : OrderStage::Refused, mark()));
        break;
    case 6:
        if (const auto order = someOrder(
                [&](const Order& each) { return isOpen(each) && each.issuedBy == m_scene.seatOf(room); }))
            return ask(room, advanced(*order, OrderStage::Cancelled, mark()));
        break;
    default:
        if (incident)
            return ask(room,
                       TransferIncident{.incident = *incident, .agency = u"traffic"_s, .reason = mark()});
        break;
    }
    report(room, inArea[room == OutageScene::Room1 ? 0 : 1]);
}

void OutageEvents::workInCar() {
    const UnitId car = code<UnitId>(OutageScene::overLink);
    const auto id =
        someOrder([&](const Order& each) { return each.stage < OrderStage::Reported && each.unit() == car; });
    if (!id)
        return sendCrew(OutageScene::overLink);
    const Order& order = *m_scene.situation().orders().find(*id);
    if (order.releaseAt > m_scene.now() || chance(4) == 0)
        return ask(OutageScene::Crew,
                   SendMessage{.to = {code<PostId>(u"ST01")}, .text = mark(), .incident = {}});
    ask(OutageScene::Crew, advanced(*id, nextStep(order.stage), mark()));
}

/// The next step of an order that it was told of, and whose last step it has heard of.
void OutageEvents::workOverBroker() {
    CrewProcess& crew = m_scene.crew();
    crew.fix(m_scene.now(), 31.5, 118 + chance(1'000'000) / 1e6);
    const QList<QJsonObject> orders = crew.orders();
    for (const QJsonObject& order : orders) {
        const QString id = order[u"order"].toString();
        const auto stage = enumFrom<OrderStage>(order[u"stage"].toString());
        const bool isHeard = !m_stepOf.contains(id) || !crew.wordOn(m_stepOf.value(id)).isEmpty();
        if (!stage || *stage >= OrderStage::Reported || !isHeard)
            continue;
        m_asked.append({mark()});
        m_steps.insert(m_asked.size() - 1, m_marks);
        m_stepOf.insert(id, m_marks);
        return crew.step(m_marks, id, enumName(nextStep(*stage)), mark());
    }
    sendCrew(OutageScene::overBroker);
}

/// Of a crew; now and then it cannot go.
OrderStage OutageEvents::nextStep(OrderStage after) {
    if (after < OrderStage::Signed && chance(6) == 0)
        return OrderStage::Refused;
    return std::max(OrderStage::Signed, OrderStage(int(after) + 1));
}

/// A crew without a job gets one. Every other time it has set out by voice already, so that it sees the order
/// at once and not after the recall's six seconds.
void OutageEvents::sendCrew(QStringView unit) {
    const Seat console = chance(2) ? OutageScene::Wang : OutageScene::Li;
    const auto incident = someIncident();
    if (!incident)
        return report(console, inArea[chance(2)]);
    IssueOrder order = orderTo(*incident, code<UnitId>(unit), mark());
    if (chance(2))
        order.reached = OrderStage::UnderWay;
    ask(console, order);
}

void OutageEvents::post() {
    if (!m_scene.isGatewayAtServer())
        return;
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"id"_s, mark()}, {u"text"_s, u"two cars"_s}}).toJson();
    const int status = m_scene.intake().post(u"/v1/incidents"_s, body).status;
    m_asked.append({mark(), status / 100 == 2 ? "done" : ""}); // what was no answer is no word
}

void OutageEvents::report(Seat seat, double longitude) {
    IncidentDetails details;
    details.text = mark();
    details.place.at = GeoPoint::from(31.5, longitude);
    const QString source = seat <= OutageScene::Li ? u"phone"_s : OutageScene::seatOf(seat);
    ask(seat, ReportIncident{{source, mark()}, details});
}

void OutageEvents::send(Seat seat, const Command& command) {
    m_asked.append({mark()});
    m_scene.seat(seat).send(m_marks, command);
    m_open.insert(m_asked.size() - 1, {seat, m_marks});
}

/// Mostly waits for the word, as somebody would; sometimes whoever was asked is killed before it comes.
void OutageEvents::ask(Seat seat, const Command& command) {
    send(seat, command);
    if (chance(5) != 0)
        QVERIFY2(m_scene.seat(seat).waitForWordOn(m_marks), qPrintable(mark()));
}

void OutageEvents::done(Seat seat, const Command& command) {
    send(seat, command);
    QVERIFY2(m_scene.seat(seat).waitForWordOn(m_marks), qPrintable(mark()));
    QCOMPARE(m_scene.seat(seat).wordOn(m_marks), QByteArray("done"));
}

IncidentId OutageEvents::reportedByWitness(double longitude) {
    const Source source{.name = u"zhao"_s, .key = QUuid::createUuid().toString()};
    IncidentDetails details;
    details.text = u"two cars"_s;
    details.place.at = GeoPoint::from(31.5, longitude);
    m_scene.tell(ReportIncident{source, details});
    const Incident* incident = m_scene.situation().incidentBySource(source);
    return incident ? incident->id : IncidentId();
}

void OutageEvents::orderSeats() {
    for (int i = 0; i < OutageScene::seats && !QTest::currentTestFailed(); ++i) {
        const Seat seat = Seat(i);
        m_contradicted[i] = reportedByWitness(inArea[seat == OutageScene::Room2 ? 1 : 0]);
        if (seat <= OutageScene::Li)
            continue; // they will give an order themselves
        IssueOrder order = orderTo(m_contradicted[i], code<UnitId>(OutageScene::overLink), {});
        order.overrideReason = u"worse"_s;
        if (seat != OutageScene::Crew)
            order.to = postOf(seat);
        m_scene.tell(order);
    }
}

/// A console orders a duty room which the other has ordered; who has an order signs what is cancelled.
Command OutageEvents::contraryTo(Seat seat, const IncidentId& incident) const {
    if (seat <= OutageScene::Li)
        return orderTo(incident, postOf(OutageScene::Room1), mark());
    return advanced(orderOn(incident)->id, OrderStage::Signed, mark());
}

void OutageEvents::contradictSeats() {
    const auto isKnown = [&](int seat) { // and an order may be signed
        const Order* order = orderOn(m_contradicted[seat]);
        const QString id = order ? order->id.toString() : m_contradicted[seat].toString();
        return !m_scene.seat(Seat(seat)).shown().board.filter(id).isEmpty() &&
               (!order || order->releaseAt < m_scene.now());
    };
    for (int seat = 0; seat < OutageScene::seats; ++seat)
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(seat), OutageScene::patience);
    m_scene.toggleSeats();
    QStringList marks;
    for (int seat = 0; seat < OutageScene::seats; ++seat) {
        QTRY_VERIFY_WITH_TIMEOUT(!m_scene.seat(Seat(seat)).state().isUp, OutageScene::patience);
        ++m_marks;
        marks.append(mark());
        done(Seat(seat), contraryTo(Seat(seat), m_contradicted[seat]));
        if (QTest::currentTestFailed())
            return;
    }
    for (const IncidentId& incident : m_contradicted)
        if (const Order* order = orderOn(incident))
            m_scene.tell(advanced(order->id, OrderStage::Cancelled, u"otherwise"_s));
        else
            m_scene.tell(orderTo(incident, postOf(OutageScene::Room1), {}));
    m_scene.toggleSeats();
    for (int seat = 0; seat < OutageScene::seats; ++seat)
        QTRY_VERIFY2_WITH_TIMEOUT(
            !m_scene.seat(Seat(seat)).shown().late.filter(marks.at(seat)).isEmpty(),
            qPrintable(OutageScene::nameOf(Seat(seat)) + u" is not told of "_s + marks.at(seat)),
            OutageScene::patience);
}

void OutageEvents::sendCrewAgain() {
    ++m_marks;
    const Source source{.name = u"phone"_s, .key = mark()};
    IncidentDetails details;
    details.text = mark();
    details.place.at = GeoPoint::from(31.5, inArea[0]);
    done(OutageScene::Wang, ReportIncident{source, details});
    const auto incident = [&] { return m_scene.situation().incidentBySource(source); };
    QTRY_VERIFY_WITH_TIMEOUT(incident(), OutageScene::patience);
    ++m_marks;
    IssueOrder order = orderTo(incident()->id, code<UnitId>(OutageScene::overBroker), mark());
    order.overrideReason = u"worse"_s;
    done(OutageScene::Wang, order);
}

void OutageEvents::tellAll() {
    ++m_marks;
    done(OutageScene::Wang,
         SendMessage{.to = {code<PostId>(u"ST01"), code<PostId>(u"ST02"), code<UnitId>(u"1A12")},
                     .text = mark(),
                     .incident = {}});
}

void OutageEvents::breakSomething() {
    switch (chance(14)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
        return m_scene.toggle(chance(3) == 0 ? someCutLine() : OutageScene::Line(chance(OutageScene::lines)));
    case 6:
    case 7:
        return m_scene.killSeat(Seat(chance(OutageScene::seats)));
    case 8:
        return m_scene.loseNextAnswer(OutageScene::Line(chance(OutageScene::GatewayBroker)));
    case 9:
        if (m_scene.isGatewayAtServer())
            m_scene.killGateway();
        return;
    case 10:
        return m_scene.killCrew();
    case 11:
        return m_scene.isBrokerThere() && chance(3) != 0 ? m_scene.killCrew() : m_scene.toggleBroker();
    default:
        return m_scene.isServerThere() && chance(3) != 0 ? m_scene.killSeat(Seat(chance(OutageScene::seats)))
                                                         : m_scene.toggleServer();
    }
}

/// Any where none is cut. With every other line cut and each server away half the time, hardly an order would
/// come through to the crew at the broker, which four of them have to be there for.
OutageScene::Line OutageEvents::someCutLine() {
    QList<OutageScene::Line> cut;
    for (int line = 0; line < OutageScene::lines; ++line)
        if (!m_scene.isThere(OutageScene::Line(line)))
            cut.append(OutageScene::Line(line));
    return cut.isEmpty() ? OutageScene::Line(chance(OutageScene::lines)) : oneOf(cut);
}

std::optional<IncidentId> OutageEvents::someIncident(const std::optional<PostId>& of) {
    const Situation& situation = m_scene.situation();
    QList<IncidentId> open;
    for (const IncidentId& id : situation.openIncidents())
        if (!of || situation.incidents().find(id)->post == *of)
            open.append(id);
    std::ranges::sort(open, [](const IncidentId& a, const IncidentId& b) { return a < b; });
    return open.isEmpty() ? std::nullopt : std::optional(oneOf(open));
}

std::optional<OrderId> OutageEvents::someOrder(const std::function<bool(const Order&)>& is) {
    QList<OrderId> found;
    for (const Order& order : m_scene.situation().orders())
        if (is(order))
            found.append(order.id);
    std::ranges::sort(found, [](const OrderId& a, const OrderId& b) { return a < b; });
    return found.isEmpty() ? std::nullopt : std::optional(oneOf(found));
}

const Order* OutageEvents::orderOn(const IncidentId& incident) const {
    const Situation& situation = m_scene.situation();
    const Incident* known = situation.incidents().find(incident);
    return known && !known->orders.isEmpty() ? situation.orders().find(known->orders.constLast()) : nullptr;
}

QList<Asked> OutageEvents::asked() {
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        m_asked[open.key()].word = m_scene.seat(open->first).wordOn(open->second);
    for (auto step = m_steps.cbegin(); step != m_steps.cend(); ++step)
        m_asked[step.key()].word = m_scene.crew().wordOn(step.value());
    return m_asked;
}

} // namespace tridesk::test
