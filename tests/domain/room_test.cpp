// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/access/redaction.h"
#include "app/domain/message_rules.h"
#include "app/domain/room_rules.h"
#include "tests/support/scene.h"

#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// The room of an incident: made by the first order, its members follow the orders.
class RoomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
    }

    void isThereFromTheFirstOrderOn() {
        QCOMPARE(refusalOf(say(u"bureau", u"anybody?"_s)).code, RefusalCode::NoRoom);
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        QVERIFY(room_rules::hasRoom(m_scene->situation, m_scene->incident(m_incident)));
        QVERIFY(m_scene->ask(u"bureau", RecallOrder{order}));
        QVERIFY(!room_rules::hasRoom(m_scene->situation, m_scene->incident(m_incident)));
    }

    void membersFollowTheOrders() {
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        const Seat crew = must(Seat::parse(u"field:1A12"));
        QVERIFY(!isMember(crew)); // it may still be recalled
        const MessageId early = must(sent(say(u"bureau", u"hurry"_s)));
        QVERIFY(!isFor(early, crew));
        deliver(order);
        QVERIFY(isMember(crew));
        QVERIFY(isFor(early, crew)); // who comes later reads what was said before
        QVERIFY(message_rules::isUnread(m_scene->situation, message(early), crew, m_scene->clock.now()));

        const OrderId second = m_scene->issue(m_incident, u"2A01");
        deliver(second);
        const MessageId both = must(sent(say(u"field:1A12", u"north gate"_s)));
        const Seat other = must(Seat::parse(u"field:2A01"));
        QVERIFY(isFor(both, other));
        QVERIFY(isFor(both, must(Seat::parse(u"bureau:3"))));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{second, OrderStage::Cancelled, u"not needed"_s, {}}));
        QVERIFY(!isMember(other));
        QVERIFY(isFor(both, other)); // it was said to it
        const MessageId after = must(sent(say(u"bureau", u"alone now"_s)));
        QVERIFY(!isFor(after, other));
        QCOMPARE(refusalOf(say(u"field:2A01", u"still here"_s)).code, RefusalCode::NotPermitted);
    }

    void hasAReceiptOfEachReader() {
        deliver(m_scene->issue(m_incident, u"1A12"));
        const MessageId id = must(sent(say(u"bureau", u"who is there?"_s)));
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceMessage{id, MessageStage::Acknowledged}));
        QCOMPARE(refusalOf(m_scene->ask(u"field:2A01", AdvanceMessage{id, MessageStage::Shown})).code,
                 RefusalCode::NotPermitted);
        deliver(m_scene->issue(m_incident, u"2A01"));
        QVERIFY(m_scene->ask(u"field:2A01", AdvanceMessage{id, MessageStage::Shown}));
        const auto readers = message_rules::readers(m_scene->situation, message(id));
        const auto stageOf = [&](QStringView seat) {
            const auto found = std::ranges::find(readers, seat.toString(), &message_rules::Reader::seat);
            return found == readers.end() ? MessageStage::Sent : found->stage;
        };
        QCOMPARE(stageOf(u"field:1A12"), MessageStage::Acknowledged);
        QCOMPARE(stageOf(u"field:2A01"), MessageStage::Shown); // came later
        QCOMPARE(room_rules::thread(m_scene->situation, m_incident).size(), 1);
    }

    void isClosedWithTheIncident() {
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        deliver(order);
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Cancelled, u"over"_s, {}}));
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{m_incident, code<TypeCode>(u"unfounded"), {}}));
        QCOMPARE(refusalOf(say(u"bureau", u"late"_s)).code, RefusalCode::IncidentClosed);
    }

    void needsAnIncidentAndWords() {
        deliver(m_scene->issue(m_incident, u"1A12"));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SendMessage{{}, u"x"_s, {}, MessageKind::Room})).field,
                 u"incident"_s);
        QCOMPARE(refusalOf(say(u"bureau", u"  "_s)).field, u"text"_s);
        QCOMPARE(refusalOf(say(u"bureau", QString(limits::text + 1, u'x'))).code, RefusalCode::TooLong);
    }

    void aSensitiveOneIsNotTheStations() {
        deliver(m_scene->issue(m_incident, u"2A01"));
        const Seat station = must(Seat::parse(u"station:"_s + m_scene->incident(m_incident).post.toString()));
        QVERIFY(isMember(station));
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::Sensitive, true}));
        QVERIFY(!isMember(station));
    }

private:
    Result<QList<Entry>> say(QStringView seat, const QString& text) {
        return m_scene->ask(seat, SendMessage{{}, text, m_incident, MessageKind::Room});
    }
    static std::optional<MessageId> sent(const Result<QList<Entry>>& made) {
        return made ? std::optional(std::get<MessageSent>(decode(made->first().fact).value()).message)
                    : std::nullopt;
    }
    void deliver(const OrderId& order) {
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Delivered, {}, {}}));
    }
    const Message& message(const MessageId& id) const { return *m_scene->situation.messages().find(id); }
    bool isMember(const Seat& seat) const {
        return room_rules::isMember(m_scene->situation, m_scene->incident(m_incident), seat);
    }
    bool isFor(const MessageId& id, const Seat& seat) const {
        return message_rules::isAddressed(m_scene->situation, message(id), seat);
    }

    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
};

QTEST_GUILESS_MAIN(RoomTest)
#include "room_test.moc"
