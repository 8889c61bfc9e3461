// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/outage_events.h"

#include "tests/support/scene.h"

#include <QTest>

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
}

void OutageEvents::work() {
    ++m_marks;
    switch (chance(10)) {
    case 0:
        return post();
    case 1:
        return workInCar();
    case 2:
        return workOverBroker();
    case 3:
    case 4:
    case 5:
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
            if (chance(2)) // off whatever it does
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
    const UnitId car = code<UnitId>(u"1A12");
    if (chance(2))
        if (const auto order =
                someOrder([&](const Order& each) { return isOpen(each) && each.unit() == car; }))
            return ask(OutageScene::Crew,
                       advanced(*order, chance(3) ? OrderStage::Signed : OrderStage::Refused, mark()));
    ask(OutageScene::Crew, SendMessage{.to = {code<PostId>(u"ST01")}, .text = mark(), .incident = {}});
}

/// As the terminal was last told. It hears no word, so a step is in once or not at all.
void OutageEvents::workOverBroker() {
    MqttCrew& crew = m_scene.crew();
    (void)crew.fix(m_scene.now(), 31.5, 118 + chance(1'000'000) / 1e6);
    const QList<QJsonObject> orders = crew.orders();
    if (orders.isEmpty())
        return;
    m_asked.append({mark()});
    (void)crew.step(oneOf(orders)[u"order"].toString(), chance(3) ? u"signed"_s : u"refused"_s, mark());
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

/// Mostly waits for the word, as somebody would; sometimes whoever was asked is killed before it comes.
void OutageEvents::ask(Seat seat, const Command& command) {
    m_asked.append({mark()});
    m_scene.seat(seat).send(m_marks, command);
    m_open.insert(m_asked.size() - 1, {seat, m_marks});
    if (chance(5) != 0)
        QVERIFY2(m_scene.seat(seat).waitForWordOn(m_marks), qPrintable(mark()));
}

void OutageEvents::done(Seat seat, const Command& command) {
    m_asked.append({mark()});
    m_scene.seat(seat).send(m_marks, command);
    m_open.insert(m_asked.size() - 1, {seat, m_marks});
    QVERIFY2(m_scene.seat(seat).waitForWordOn(m_marks), qPrintable(mark()));
    QCOMPARE(m_scene.seat(seat).wordOn(m_marks), QByteArray("done"));
}

void OutageEvents::sendCrew() {
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
        return m_scene.toggle(OutageScene::Line(chance(OutageScene::lines)));
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
        return m_scene.toggleBroker();
    default:
        return m_scene.toggleServer();
    }
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

QList<Asked> OutageEvents::asked() {
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open)
        m_asked[open.key()].word = m_scene.seat(open->first).wordOn(open->second);
    return m_asked;
}

} // namespace tridesk::test
