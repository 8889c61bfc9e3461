// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pane of messages: rows, receipts, whom a message may be for, what is written and why it is not sent.

#include "app/desk/inbox.h"
#include "app/domain/message_rules.h"
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/messages/addressee_edit.h"
#include "ui/panes/messages/message_filter.h"
#include "ui/panes/messages/message_model.h"
#include "ui/panes/messages/message_pane.h"
#include "ui/panes/messages/note_strip.h"
#include "ui/panes/messages/receipt_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

QStringList column(const QAbstractItemModel& model, int column) {
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

SendMessage to(const QList<Addressee>& whom, const QString& words) {
    return {.to = whom, .text = words, .incident = {}};
}

SendMessage standing(MessageKind kind, const QList<Addressee>& whom, const QString& words, Instant until) {
    return {.to = whom, .text = words, .incident = {}, .kind = kind, .expiresAt = until};
}

/// A pane on a desk of its own, shown.
struct Shown {
    explicit Shown(const Scene& scene, QStringView seat = u"bureau")
        : desk(scene, seat)
        , inbox(desk.seat())
        , pane(desk.context(), inbox) {
        pane.resize(620, 700);
        pane.show();
    }

    template <class W>
    W* part(const QString& name) {
        auto* found = pane.findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    [[nodiscard]] const Message* newest() const {
        const Message* found = nullptr;
        for (const Message& each : desk.situation().messages())
            if (!found || found->sentAt < each.sentAt ||
                (found->sentAt == each.sentAt && found->id < each.id))
                found = &each;
        return found;
    }

    PaneDesk desk;
    Inbox inbox;
    MessagePane pane;
};

} // namespace

class MessageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    const Addressee m_station = code<PostId>(u"ST01");
    const Addressee m_car = code<UnitId>(u"1A12");
    const Addressee m_bureau = code<PostId>(u"HQ");

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void rowsComeAndChangeAndNeverStartOver() {
        Q_UNUSED(m_scene->ask(u"bureau", to({m_car}, u"first"_s)).value());
        m_scene->clock.advance(1min);
        PaneDesk desk(*m_scene);
        MessageModel model(desk.seat());
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        MessageFilter filter(model);
        const QAbstractItemModelTester narrowed(&filter, Mode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(desk.ask(to({m_bureau}, u"second"_s), u"field:1A12"));
        desk.clock->advance(1min);
        QVERIFY(desk.ask(to({m_bureau}, u"third"_s), u"station:ST01"));
        QVERIFY(desk.ask(to({m_car}, u"not the bureau's"_s), u"station:ST01"));
        QCOMPARE(column(model, MessageModel::Text), (QStringList{u"third"_s, u"second"_s, u"first"_s}));
        QCOMPARE(column(model, MessageModel::Who),
                 (QStringList{u"Linjiang"_s, u"Crew of 1A12"_s, u"to 1A12"_s}));
        QCOMPARE(column(model, MessageModel::State), (QStringList{u"New"_s, u"New"_s, u"Sent"_s}));
        const MessageId first = model.message(2)->id;
        for (const auto& [stage, word] : {std::pair(MessageStage::Delivered, u"Delivered"_s),
                                          {MessageStage::Shown, u"Shown"_s},
                                          {MessageStage::Acknowledged, u"Acknowledged"_s}}) {
            QVERIFY(desk.ask(AdvanceMessage{first, stage}, u"field:1A12"));
            QCOMPARE(column(model, MessageModel::State).constLast(), word);
        }
        QVERIFY(reset.isEmpty());
    }

    void groupsAndTheIncidentInHand() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        MessageModel model(desk.seat());
        MessageFilter filter(model);
        const QAbstractItemModelTester narrowed(&filter, Mode::QtTest);
        const Instant now = desk.clock->now();
        SendMessage about = to({m_car}, u"about it"_s);
        about.incident = incident;
        QVERIFY(desk.ask(about));
        QVERIFY(desk.ask(to({m_car}, u"of something else"_s)));
        QVERIFY(desk.ask(standing(MessageKind::Bulletin, {m_car}, u"white van"_s, now + 1h)));
        QVERIFY(desk.ask(standing(MessageKind::StatusNote, {m_car}, u"road closed"_s, now + 1h)));
        desk.clock->advance(1s); // the newest stands first
        QVERIFY(desk.ask(to({m_bureau}, u"answer me"_s), u"field:1A12"));
        QCOMPARE(filter.counts(), (std::array{5, 1, 1, 1, 4, 0}));
        desk.clock->advance(1s);
        filter.setIncident(incident, desk.clock->now());
        // what is unread is never narrowed away
        QCOMPARE(column(filter, MessageModel::Text), (QStringList{u"answer me"_s, u"about it"_s}));
        QVERIFY(filter.leavesOut());
        // nor what is written from now on
        QVERIFY(desk.ask(to({m_car}, u"one more thing"_s)));
        QCOMPARE(column(filter, MessageModel::Text),
                 (QStringList{u"one more thing"_s, u"answer me"_s, u"about it"_s}));
        filter.setGroup(MessageFilter::Group::Unread);
        QVERIFY(!filter.leavesOut());
        filter.setIncident(std::nullopt);
        QCOMPARE(column(filter, MessageModel::Text), QStringList{u"answer me"_s});
        QVERIFY(desk.ask(AdvanceMessage{model.message(1)->id, MessageStage::Acknowledged}));
        QCOMPARE(filter.rowCount(), 0);
        desk.clock->advance(61min);
        model.tick();
        QCOMPARE(filter.counts(), (std::array{6, 0, 0, 0, 5, 0}));
    }

    void whoHasReadItAndWhoHasNot() {
        PaneDesk desk(*m_scene);
        ReceiptModel model(desk.seat());
        const QAbstractItemModelTester tester(&model, Mode::QtTest);
        QVERIFY(desk.ask(to({m_station, m_car, code<UnitId>(u"2A01")}, u"form up"_s)));
        const MessageId id = (*desk.situation().messages().begin()).id;
        model.show(id);
        QCOMPARE(column(model, ReceiptModel::Reader), (QStringList{u"Linjiang"_s, u"1A12"_s, u"2A01"_s}));
        QVERIFY(desk.ask(AdvanceMessage{id, MessageStage::Acknowledged}, u"station:ST01"));
        QCOMPARE(column(model, ReceiptModel::Reader), (QStringList{u"1A12"_s, u"2A01"_s, u"Linjiang"_s}));
        QCOMPARE(column(model, ReceiptModel::Stage), (QStringList{u"Sent"_s, u"Sent"_s, u"Acknowledged"_s}));
        QCOMPARE(model.summary(), u"1 of 3 have acknowledged");
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    void namesOfWhomItIsFor_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("callsign") << u"1A12"_s << QStringList{u"1A12"_s};
        QTest::newRow("several") << u"1A12, 2A01"_s << (QStringList{u"1A12"_s, u"2A01"_s});
        QTest::newRow("as a line") << u"1A12 2A01"_s << (QStringList{u"1A12"_s, u"2A01"_s});
        QTest::newRow("Chinese commas") << u"1A12，2A01；"_s << (QStringList{u"1A12"_s, u"2A01"_s});
        QTest::newRow("once") << u"1A12, 1a12"_s << QStringList{u"1A12"_s};
        QTest::newRow("post by code") << u"ST01"_s << QStringList{u"ST01"_s};
        QTest::newRow("post by name") << u"linjiang"_s << QStringList{u"ST01"_s};
        QTest::newRow("post in Chinese") << u"临江派出所"_s << QStringList{u"ST01"_s};
        QTest::newRow("station's units") << u"Units of Linjiang"_s << (QStringList{u"1A12"_s, u"1A14"_s});
        QTest::newRow("kind") << u"every unit of the kind car"_s
                              << (QStringList{u"1A12"_s, u"1A14"_s, u"2A01"_s});
        QTest::newRow("stations") << u"All stations"_s << (QStringList{u"ST01"_s, u"ST02"_s});
        QTest::newRow("bureau") << u"The bureau"_s << QStringList{u"HQ"_s};
        QTest::newRow("everyone") << u"Everyone"_s
                                  << (QStringList{u"HQ"_s, u"ST01"_s, u"ST02"_s, u"1A12"_s, u"1A14"_s,
                                                  u"2A01"_s});
        QTest::newRow("assigned") << u"Assigned to 0001"_s << QStringList{u"1A14"_s};
        QTest::newRow("nobody") << u"9Z99"_s << QStringList{};
        QTest::newRow("half") << u"1A12, 9Z99"_s << QStringList{};
        QTest::newRow("ambiguous") << u"1A"_s << QStringList{};
        QTest::newRow("empty") << u" , "_s << QStringList{};
    }
    void namesOfWhomItIsFor() {
        QFETCH(QString, typed);
        QFETCH(QStringList, expected);
        const IncidentId incident = m_scene->report();
        std::ignore = m_scene->issue(incident, u"1A14");
        PaneDesk desk(*m_scene);
        const auto read = readAddressees(typed, addresseeGroups(desk.seat(), incident), desk.seat());
        QCOMPARE(read.has_value(), !expected.isEmpty());
        if (!read) {
            QVERIFY2(read.error().startsWith(u"To: "), qPrintable(read.error()));
            return;
        }
        QStringList codes;
        for (const Addressee& each : *read)
            codes << std::visit([](const auto& id) { return id.toString(); }, each);
        QCOMPARE(codes, expected);
    }

    void manyStandUnderOneName() {
        PaneDesk desk(*m_scene);
        AddresseeEdit edit(desk.seat(), desk.selection);
        edit.setAddressees({m_car, m_station});
        QCOMPARE(edit.text(), u"1A12, Linjiang");
        QCOMPARE(edit.addressees().value(), (QList<Addressee>{m_car, m_station}));
        QList<Addressee> many;
        for (int i = 0; i < 43; ++i)
            many << code<UnitId>(u"X%1"_s.arg(i));
        edit.setAddressees(many);
        QCOMPARE(edit.text(), u"[43]");
        QCOMPARE(edit.addressees().value(), many);
    }

    void aMessageIsWrittenAndEchoed() {
        const IncidentId incident = m_scene->report();
        Shown s(*m_scene);
        QSignalSpy echoed(&s.pane, &MessagePane::echoed);
        s.desk.selection.setIncident(incident);
        s.pane.compose({m_car, m_station}, incident);
        auto* words = s.part<QLineEdit>(u"compose.words"_s);
        QVERIFY(s.part<QCheckBox>(u"compose.incident"_s)->isChecked());
        QTest::keyClicks(words, u"hold the road"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY(s.newest());
        QCOMPARE(s.newest()->text, u"hold the road");
        QCOMPARE(s.newest()->to, (QList<Addressee>{m_car, m_station}));
        QCOMPARE(must(s.newest()->incident), incident);
        QTRY_VERIFY(words->text().isEmpty());
        QCOMPARE(echoed.size(), 1);
        QCOMPARE(echoed.first().first().toString(), u"M 1A12 ST01 on=0001 hold the road");
    }

    void nothingTypedIsLostWhenItIsNotSent() {
        Shown s(*m_scene);
        auto* whom = s.part<QLineEdit>(u"compose.to"_s);
        auto* words = s.part<QLineEdit>(u"compose.words"_s);
        auto* refusal = s.part<QLabel>(u"compose.refusal"_s);
        QTest::keyClicks(words, u"hello"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(refusal->isVisible());
        QVERIFY2(refusal->text().contains(u"To"), qPrintable(refusal->text()));
        whom->setText(u"1A12, 9Z99"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY2(refusal->text().contains(u"9Z99"), qPrintable(refusal->text()));
        QCOMPARE(words->text(), u"hello");
        whom->setText(u"1A12"_s);
        words->clear();
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY2(refusal->text().contains(u"Text"), qPrintable(refusal->text()));
        auto* kind = s.part<QComboBox>(u"compose.kind"_s);
        kind->setCurrentIndex(kind->findData(int(MessageKind::Bulletin)));
        QVERIFY(!refusal->isVisible());
        s.part<QComboBox>(u"compose.until"_s)->setCurrentText(u"soon"_s);
        words->setText(u"white van"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY2(refusal->text().contains(u"soon"), qPrintable(refusal->text()));
        QVERIFY(!s.newest());
        QCOMPARE(whom->text(), u"1A12");
    }

    void aBulletinHasAnEndAndAnArea() {
        Shown s(*m_scene);
        s.pane.compose({m_car});
        auto* kind = s.part<QComboBox>(u"compose.kind"_s);
        QVERIFY(!s.part<QComboBox>(u"compose.until"_s)->isVisible());
        kind->setCurrentIndex(kind->findData(int(MessageKind::Bulletin)));
        QVERIFY(s.part<QComboBox>(u"compose.until"_s)->isVisible());
        s.part<QComboBox>(u"compose.until"_s)->setCurrentText(u"90"_s);
        auto* area = s.part<QComboBox>(u"compose.area"_s);
        area->setCurrentIndex(area->findData(u"post:ST02"_s));
        QTest::keyClicks(s.part<QLineEdit>(u"compose.words"_s), u"white van"_s);
        QTest::mouseClick(s.part<QPushButton>(u"compose.send"_s), Qt::LeftButton);
        QTRY_VERIFY(s.newest());
        QCOMPARE(s.newest()->kind, MessageKind::Bulletin);
        QCOMPARE(must(s.newest()->expiresAt), s.desk.clock->now() + 90min);
        QCOMPARE(s.newest()->area, s.desk.situation().posts().find(code<PostId>(u"ST02"))->area);
        // in the detail, with who has read it; and taken down again
        auto* table = s.part<RowTable>(u"messageTable"_s);
        table->selectRow(0);
        auto* head = s.part<QLabel>(u"message.head"_s);
        QVERIFY2(head->isVisible() && head->text().contains(u"Area of Yunhu"), qPrintable(head->text()));
        QCOMPARE(s.part<QLabel>(u"message.receiptSummary"_s)->text(), u"0 of 1 have acknowledged");
        QTest::keyClick(table, Qt::Key_W);
        QTRY_VERIFY(s.newest()->withdrawnAt);
        QTRY_VERIFY(!s.part<QPushButton>(u"messages.withdraw"_s)->isVisible());
    }

    void whatIsOnTheScreenIsToldAndOneKeyAcknowledges() {
        const IncidentId incident = m_scene->report();
        Shown s(*m_scene, u"station:ST01");
        SendMessage message = to({m_station}, u"send a car"_s);
        message.incident = incident;
        QVERIFY(s.desk.ask(message));
        const auto stage = [&] { return message_rules::stageAt(*s.newest(), u"station:ST01"_s); };
        QTRY_COMPARE(stage(), MessageStage::Shown);
        auto* table = s.part<RowTable>(u"messageTable"_s);
        QCOMPARE(table->model()->index(0, MessageModel::State).data().toString(), u"New");
        QCOMPARE(s.part<QTabBar>(u"messageGroups"_s)->tabText(1), u"Unread 1");
        // a click on the number takes the incident in hand
        const QModelIndex number = table->model()->index(0, MessageModel::Number);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(number).center());
        QCOMPARE(s.desk.selection.incident(), incident);
        QTest::keyClick(table, Qt::Key_A);
        QTRY_COMPARE(stage(), MessageStage::Acknowledged);
        QTRY_COMPARE(s.part<QTabBar>(u"messageGroups"_s)->tabText(1), u"Unread 0");
        // and an answer is for who wrote it
        QTest::keyClick(table, Qt::Key_R);
        QCOMPARE(s.part<QLineEdit>(u"compose.to"_s)->text(), u"Command centre");
    }

    void whatIsHiddenIsNotTold() {
        Shown s(*m_scene, u"station:ST01");
        s.pane.hide();
        QVERIFY(s.desk.ask(to({m_station}, u"unseen"_s)));
        QTRY_COMPARE(message_rules::stageAt(*s.newest(), u"station:ST01"_s), MessageStage::Delivered);
        s.pane.show();
        QTRY_COMPARE(message_rules::stageAt(*s.newest(), u"station:ST01"_s), MessageStage::Shown);
    }

    void notesStandInTheStripUntilTheirTime() {
        PaneDesk desk(*m_scene, u"station:ST01");
        Inbox inbox(desk.seat());
        NoteStrip strip(desk.context(), inbox);
        strip.resize(1200, 30);
        QVERIFY(!strip.isVisible());
        const Instant now = desk.clock->now();
        QVERIFY(desk.ask(standing(MessageKind::StatusNote, {m_station}, u"Road X closed"_s, now + 1h)));
        QTRY_VERIFY(strip.isVisible());
        auto* text = child<QLabel>(strip, u"notes.text"_s);
        QTRY_VERIFY2(text->text().contains(u"Road X closed"), qPrintable(text->text()));
        QVERIFY(!child<QToolButton>(strip, u"notes.next"_s)->isVisible());
        QTRY_COMPARE(message_rules::stageAt(*desk.situation().messages().begin(), u"station:ST01"_s),
                     MessageStage::Shown);
        QVERIFY(desk.ask(standing(MessageKind::StatusNote, {m_station}, u"Bridge closed"_s, now + 2h)));
        auto* next = child<QToolButton>(strip, u"notes.next"_s);
        QTRY_COMPARE(next->text(), u"1/2 ▸");
        next->click();
        QVERIFY(text->text().contains(u"Bridge closed"));
        desk.clock->advance(61min);
        QTRY_VERIFY(!next->isVisible());
        QVERIFY(desk.ask(to({m_station}, u"hello"_s)));
        QTRY_COMPARE(child<QToolButton>(strip, u"notes.unread"_s)->text(), u"✉ 1");
        desk.clock->advance(2h);
        QTRY_VERIFY(!text->isVisible());
        QVERIFY(strip.isVisible()); // the message still waits
    }
};

QTEST_MAIN(MessageTest)
#include "message_test.moc"
