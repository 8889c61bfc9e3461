// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whom a message is for, how far it has come at each, and what waits to be acknowledged.

#include "app/domain/message_rules.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace tridesk::message_rules;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class MessageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;

    MessageId send(QStringView seat, const SendMessage& command) {
        const auto sent = m_scene->ask(seat, command);
        return sent ? std::get<MessageSent>(decode(sent->first().fact).value()).message : MessageId();
    }
    [[nodiscard]] const Message& message(const MessageId& id) const {
        return *m_scene->situation.messages().find(id);
    }
    [[nodiscard]] bool unread(const MessageId& id, QStringView seat) const {
        return isUnread(m_scene->situation, message(id), must(Seat::parse(seat)), m_scene->clock.now());
    }
    bool advance(QStringView seat, const MessageId& id, MessageStage to) {
        return m_scene->ask(seat, AdvanceMessage{id, to}).has_value();
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void eachReaderHasItsOwnReceipt() {
        const MessageId id =
            send(u"bureau", {.to = {code<PostId>(u"ST01"), code<UnitId>(u"2A01"), code<PostId>(u"HQ")},
                             .text = u"fog on the bridge"_s,
                             .incident = {}});
        m_scene->clock.advance(2s);
        QVERIFY(advance(u"field:2A01", id, MessageStage::Delivered));
        m_scene->clock.advance(3s);
        QVERIFY(advance(u"field:2A01", id, MessageStage::Acknowledged));
        const QList<Reader> two = readers(m_scene->situation, message(id));
        QCOMPARE(two.size(), 2); // nobody else sits at the bureau
        QCOMPARE(two[0].seat, u"station:ST01");
        QCOMPARE(two[0].stage, MessageStage::Sent);
        QCOMPARE(two[1].stage, MessageStage::Acknowledged);

        QVERIFY(m_scene->ask(u"bureau:2", OpenSeat{}));
        QCOMPARE(readers(m_scene->situation, message(id)).size(), 3);
        QVERIFY(advance(u"bureau:2", id, MessageStage::Shown));
        QCOMPARE(readers(m_scene->situation, message(id)).constLast().seat, u"bureau:2");
    }

    void whatWaitsIsAcknowledgedOnce() {
        const MessageId id = send(
            u"station:ST01",
            {.to = {code<UnitId>(u"1A12"), code<PostId>(u"ST01")}, .text = u"come in"_s, .incident = {}});
        QVERIFY(unread(id, u"field:1A12"));
        QVERIFY(!unread(id, u"station:ST01")); // its own
        QVERIFY(!unread(id, u"field:1A14"));
        QVERIFY(concerns(m_scene->situation, message(id), must(Seat::parse(u"station:ST01"))));
        QVERIFY(!concerns(m_scene->situation, message(id), must(Seat::parse(u"bureau"))));
        QVERIFY(advance(u"field:1A12", id, MessageStage::Shown));
        QVERIFY(unread(id, u"field:1A12"));
        QVERIFY(advance(u"field:1A12", id, MessageStage::Acknowledged));
        QVERIFY(!unread(id, u"field:1A12"));
    }

    void aBulletinWaitsWhileItStands() {
        const SendMessage bulletin{.to = {code<UnitId>(u"1A12")},
                                   .text = u"white van"_s,
                                   .incident = {},
                                   .kind = MessageKind::Bulletin,
                                   .expiresAt = m_scene->clock.now() + 30min};
        const MessageId id = send(u"bureau", bulletin);
        const MessageId taken = send(u"bureau", bulletin);
        QVERIFY(unread(id, u"field:1A12") && unread(taken, u"field:1A12"));
        QVERIFY(m_scene->ask(u"bureau", WithdrawMessage{taken}));
        QVERIFY(!unread(taken, u"field:1A12"));
        m_scene->clock.advance(30min);
        QVERIFY(!unread(id, u"field:1A12"));
    }

    void aStatusNoteIsOnlyShown() {
        const MessageId id = send(u"bureau", {.to = {code<UnitId>(u"1A12")},
                                              .text = u"road closed"_s,
                                              .incident = {},
                                              .kind = MessageKind::StatusNote,
                                              .expiresAt = m_scene->clock.now() + 30min});
        QVERIFY(!unread(id, u"field:1A12"));
        QVERIFY(concerns(m_scene->situation, message(id), must(Seat::parse(u"field:1A12"))));
    }

    void anAnswerGoesToWhoeverWrote() {
        const Situation& s = m_scene->situation;
        QCOMPARE(must(addresseeOf(s, u"station:ST02"_s)), Addressee(code<PostId>(u"ST02")));
        QCOMPARE(must(addresseeOf(s, u"field:1A12"_s)), Addressee(code<UnitId>(u"1A12")));
        QCOMPARE(must(addresseeOf(s, u"bureau:3"_s)), Addressee(code<PostId>(u"HQ")));
        QVERIFY(!addresseeOf(s, u"machine:cad"_s));
        QVERIFY(!addresseeOf(s, u"field:9Z99"_s));
        QVERIFY(!addresseeOf(Situation(), u"bureau"_s));
    }
};

QTEST_GUILESS_MAIN(MessageTest)
#include "message_test.moc"
