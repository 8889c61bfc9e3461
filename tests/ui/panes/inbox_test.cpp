// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What waits at a seat, and what the seat tells by itself of what came.

#include "app/desk/inbox.h"
#include "app/domain/message_rules.h"
#include "tests/ui/panes/pane_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class InboxTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;

    static MessageId sent(const Outcome& outcome) {
        return outcome ? std::get<MessageSent>(decode(outcome->first().fact).value()).message : MessageId();
    }
    static SendMessage toStation(const QString& words, MessageKind kind = MessageKind::Message,
                                 std::optional<Instant> until = {}) {
        return {
            .to = {code<PostId>(u"ST01")}, .text = words, .incident = {}, .kind = kind, .expiresAt = until};
    }
    static MessageStage stage(const PaneDesk& desk, const MessageId& id) {
        return message_rules::stageAt(*desk.situation().messages().find(id), u"station:ST01"_s);
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void whatCameBeforeItWasOpenedWaitsAndIsDelivered() {
        Q_UNUSED(m_scene->ask(u"bureau", toStation(u"first"_s)).value());
        m_scene->clock.advance(1s);
        Q_UNUSED(m_scene->ask(u"bureau", toStation(u"second"_s)).value());
        PaneDesk desk(*m_scene, u"station:ST01");
        Inbox inbox(desk.seat());
        QCOMPARE(inbox.unread().size(), 2);
        QCOMPARE(desk.situation().messages().find(inbox.unread().constFirst())->text, u"second");
        for (const MessageId& id : inbox.unread())
            QTRY_COMPARE(stage(desk, id), MessageStage::Delivered);
        QCOMPARE(inbox.all(), inbox.unread());
    }

    void shownAndAcknowledgedOnce() {
        PaneDesk desk(*m_scene, u"station:ST01");
        Inbox inbox(desk.seat());
        QSignalSpy arrived(&inbox, &Inbox::arrived);
        const MessageId id = sent(desk.ask(toStation(u"come"_s)));
        QTRY_COMPARE(stage(desk, id), MessageStage::Delivered);
        QCOMPARE(arrived.size(), 1);
        inbox.noteShown({id});
        inbox.noteShown({id});
        QTRY_COMPARE(stage(desk, id), MessageStage::Shown);
        QCOMPARE(inbox.unread(), QList{id});
        const qint64 before = desk.situation().seq();
        inbox.noteShown({id});
        QVERIFY(desk.ask(AdvanceMessage{id, MessageStage::Acknowledged}, u"station:ST01"));
        QCOMPARE(desk.situation().seq(), before + 1);
        QVERIFY(inbox.unread().isEmpty());
        QCOMPARE(arrived.size(), 1);
    }

    void whatIsNotForTheSeatIsNotItsOwn() {
        PaneDesk desk(*m_scene, u"station:ST02");
        Inbox inbox(desk.seat());
        const MessageId id = sent(desk.ask(toStation(u"not yours"_s)));
        QVERIFY(inbox.all().isEmpty());
        inbox.noteShown({id}); // does nothing, and asks for nothing that would be refused
        const MessageId own =
            sent(desk.ask({SendMessage{.to = {code<UnitId>(u"2A01")}, .text = u"mine"_s, .incident = {}}},
                          u"station:ST02"));
        QCOMPARE(inbox.all(), QList{own});
        QVERIFY(inbox.unread().isEmpty());
    }

    void notesStandUntilTheirTime() {
        PaneDesk desk(*m_scene, u"station:ST01");
        Inbox inbox(desk.seat());
        const Instant now = desk.clock->now();
        const MessageId later = sent(desk.ask(toStation(u"bridge"_s, MessageKind::StatusNote, now + 2h)));
        const MessageId sooner = sent(desk.ask(toStation(u"road"_s, MessageKind::StatusNote, now + 1h)));
        const MessageId bulletin = sent(desk.ask(toStation(u"van"_s, MessageKind::Bulletin, now + 3h)));
        QCOMPARE(inbox.notes(), (QList{sooner, later}));
        QCOMPARE(inbox.unread(), QList{bulletin});
        desk.clock->advance(61min);
        QTRY_COMPARE(inbox.notes(), QList{later});
        QVERIFY(desk.ask(WithdrawMessage{later}));
        QVERIFY(inbox.notes().isEmpty());
        desk.clock->advance(2h);
        QTRY_VERIFY(inbox.unread().isEmpty());
        QCOMPARE(inbox.all().size(), 3);
    }
};

QTEST_MAIN(InboxTest)
#include "inbox_test.moc"
