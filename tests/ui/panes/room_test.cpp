// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The room of an incident in the pane of messages: spoken in, read by who comes later, and the rows' menu.

#include "app/desk/inbox.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/messages/message_model.h"
#include "ui/panes/messages/message_pane.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

/// A pane on a desk of its own, shown.
struct Shown {
    explicit Shown(const Scene& scene, QStringView seat = u"bureau")
        : desk(scene, seat)
        , inbox(desk.seat())
        , pane(desk.context(), inbox) {
        pane.resize(620, 700);
        pane.show();
    }

    QModelIndex cell(int row, int column) const {
        return child<RowTable>(pane, u"messageTable"_s)->model()->index(row, column);
    }
    int rows() const { return child<RowTable>(pane, u"messageTable"_s)->model()->rowCount(); }

    PaneDesk desk;
    Inbox inbox;
    MessagePane pane;
};

} // namespace

class RoomPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Delivered, {}, {}}));
    }

    void isSpokenInWithoutNamingAnybody() {
        Shown s(*m_scene);
        QSignalSpy echoed(&s.pane, &MessagePane::echoed);
        s.pane.speak(m_incident);
        QVERIFY(!child<QLineEdit>(s.pane, u"compose.to"_s)->isEnabled());
        auto* words = child<QLineEdit>(s.pane, u"compose.words"_s);
        words->setText(u"north gate"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(s.rows(), 1);
        QCOMPARE(echoed.constFirst().constFirst().toString(), u"M 0001 north gate"_s);
        QCOMPARE(s.cell(0, MessageModel::Number).data().toString(), u"0001"_s);
        const Message& sent = *s.desk.situation().messages().begin();
        QCOMPARE(sent.kind, MessageKind::Room);
        QVERIFY(sent.to.contains(Addressee(code<UnitId>(u"1A12"))));
    }

    void saysWhyNobodyCanBeSpokenTo() {
        const IncidentId alone = m_scene->report(u"noise"_s);
        Shown s(*m_scene);
        s.pane.speak(alone);
        auto* words = child<QLineEdit>(s.pane, u"compose.words"_s);
        words->setText(u"anybody?"_s);
        QTest::keyClick(words, Qt::Key_Return);
        auto* refusal = child<QLabel>(s.pane, u"compose.refusal"_s);
        QTRY_VERIFY(refusal->isVisible());
        QVERIFY(refusal->text().contains(u"0002"));
        QCOMPARE(words->text(), u"anybody?"_s); // kept
    }

    /// A station that is ordered later finds what was said before.
    void whoComesLaterReadsWhatWasSaid() {
        QVERIFY(m_scene->ask(u"bureau", SendMessage{{}, u"hurry"_s, m_incident, MessageKind::Room}));
        Shown s(*m_scene, u"station:ST02");
        QCOMPARE(s.rows(), 0);
        const auto made = s.desk.ask(IssueOrder{
            .incident = m_incident, .to = code<PostId>(u"ST02"), .text = {}, .overrideReason = {}});
        QVERIFY(made);
        s.desk.clock->advance(recallWindow);
        const OrderId order = s.desk.orders(m_incident).constLast().id;
        QVERIFY(s.desk.ask(AdvanceOrder{order, OrderStage::Signed, {}, {}}, u"station:ST02"));
        QTRY_COMPARE(s.rows(), 1);
        QVERIFY(s.inbox.unread().size() == 1);
    }

    void theMenuOpensByKeyAndByMouse() {
        QVERIFY(m_scene->ask(u"field:1A12", SendMessage{{}, u"here"_s, m_incident, MessageKind::Room}));
        Shown s(*m_scene);
        QTRY_COMPARE(s.rows(), 1);
        auto* table = child<RowTable>(s.pane, u"messageTable"_s);
        table->setFocus();
        table->selectRow(0);
        QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(0, 0), QPoint(0, 0));
        QApplication::sendEvent(table, &key);
        auto* menu = child<QMenu>(s.pane, u"messageMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"messageMenu.incident"_s)->trigger();
        QCOMPARE(s.desk.selection.incident(), m_incident);
        delete menu;
        Q_EMIT table->customContextMenuRequested(table->visualRect(s.cell(0, 0)).center());
        menu = child<QMenu>(s.pane, u"messageMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"messageMenu.room"_s)->trigger(); // an answer is for all
        QCOMPARE(MessageKind(child<QComboBox>(s.pane, u"compose.kind"_s)->currentData().toInt()),
                 MessageKind::Room);
        menu->findChild<QAction*>(u"messageMenu.acknowledge"_s)->trigger();
        QTRY_VERIFY(s.inbox.unread().isEmpty());
        delete menu;
    }

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
};

QTEST_MAIN(RoomPaneTest)
#include "room_test.moc"
