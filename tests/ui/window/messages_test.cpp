// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seats that write to each other, each in its real window on one desk: bureau, station and crew; bulletins
// that end, notes that stand, and a seat that is handed over.

#include "app/domain/message_rules.h"
#include "tests/support/live_desk.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <class W>
W* part(QWidget& in, const QString& name) {
    auto* found = in.findChild<W*>(name);
    if (!found)
        qFatal("no %s", qPrintable(name));
    return found;
}

/// One user at one seat, with its window.
struct Seated {
    Seated(LiveDesk& live, const Look& look, QSettings& settings, const QString& seat, const QString& user)
        : desk(live.desk(), {.seat = must(Seat::parse(seat)), .user = user})
        , window({.desk = desk,
                  .fixes = live.fixes(),
                  .look = look,
                  .settings = settings,
                  .name = u"test"_s,
                  .size = QSize(1400, 800),
                  .restore = false}) {
        window.show();
    }
    template <class W>
    W* part(const QString& name) {
        return ::part<W>(window, name);
    }
    /// The words of a column of the messages' rows, topmost first.
    QStringList rows(int column) {
        const QAbstractItemModel& model = *part<QAbstractItemView>(u"messageTable"_s)->model();
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }
    void act(ActionId id) { window.actions().action(id).trigger(); }

    SeatDesk desk;
    MainWindow window;
};

constexpr int whoColumn = 2;
constexpr int wordsColumn = 4;
constexpr int stateColumn = 5;

} // namespace

class MessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        QVERIFY(m_live->ask(u"bureau", DefinePost{{.id = code<PostId>(u"HQ"),
                                                   .tier = Tier::Bureau,
                                                   .name = {.zh = u"指挥中心"_s, .en = u"Command centre"_s},
                                                   .at = {},
                                                   .area = {}}}));
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_bureau = seat(u"bureau"_s, u"li"_s);
        QVERIFY(QTest::qWaitForWindowExposed(&m_bureau->window));
    }
    void cleanup() {
        m_bureau.reset();
        m_settings.reset();
        m_look.reset();
        m_live.reset();
    }

    void theBureauWritesAndSeesWhoHasReadIt() {
        const auto station = seat(u"station:ST01"_s, u"wu"_s);
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        QVERIFY(QTest::qWaitForWindowExposed(&car));
        auto* strip = part<QWidget>(car, u"field.messageStrip"_s);
        QVERIFY(!strip->isVisible());

        write(*m_bureau, u"1A12, ST01"_s, u"Hold the bridge"_s);
        QTRY_COMPARE(m_bureau->rows(wordsColumn), QStringList{u"Hold the bridge"_s});
        QCOMPARE(m_bureau->rows(whoColumn), QStringList{u"to 1A12, Jiangdong station"_s});
        QCOMPARE(m_bureau->part<QLabel>(u"line.echo"_s)->text(), u"M 1A12 ST01 Hold the bridge"_s);

        // the crew has it on its screen and answers it at one touch; nothing covers the emergency key
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(part<QPushButton>(car, u"field.emergency"_s)->isVisible());
        QTRY_VERIFY(part<QLabel>(car, u"field.messageWords"_s)->text().contains(u"Hold the bridge"));
        QTRY_COMPARE(stage(u"field:1A12"_s), MessageStage::Shown);
        QTest::mouseClick(part<QPushButton>(car, u"field.messageAcknowledge"_s), Qt::LeftButton);
        QTRY_VERIFY(!strip->isVisible());
        QTRY_COMPARE(m_bureau->rows(stateColumn), QStringList{u"1/2 ✓"_s});

        // the station's pane lies behind another: it has come there, and was not shown yet
        auto* dock = station->part<QDockWidget>(u"dock.messages"_s);
        QTRY_COMPARE(dock->windowTitle(), u"Messages ● 1"_s);
        QTRY_COMPARE(stage(u"station:ST01"_s), MessageStage::Delivered);
        QCOMPARE(station->part<QToolButton>(u"notes.unread"_s)->text(), u"✉ 1"_s);
        station->act(ActionId::AcknowledgeMessages); // shows them first
        QTRY_COMPARE(stage(u"station:ST01"_s), MessageStage::Shown);
        station->act(ActionId::AcknowledgeMessages);
        QTRY_COMPARE(m_bureau->rows(stateColumn), QStringList{u"2/2 ✓"_s});
        QTRY_COMPARE(dock->windowTitle(), u"Messages"_s);
        QVERIFY(!station->part<QWidget>(u"noteStrip"_s)->isVisible());

        // and each reader has a receipt
        m_bureau->part<QAbstractItemView>(u"messageTable"_s)->setCurrentIndex({});
        m_bureau->act(ActionId::FocusMessages);
        const QAbstractItemModel& receipts =
            *m_bureau->part<QAbstractItemView>(u"message.receipts"_s)->model();
        QTRY_COMPARE(receipts.rowCount(), 2);
        QCOMPARE(receipts.index(1, 1).data().toString(), u"Acknowledged");
    }

    void theCrewAnswersByItsCannedWordsAndItsOwn() {
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        QVERIFY(QTest::qWaitForWindowExposed(&car));
        write(*m_bureau, u"1A12"_s, u"Where are you?"_s);
        QTRY_COMPARE(m_live->situation().messages().size(), 1);
        QTest::mouseClick(part<QToolButton>(car, u"field.messages"_s), Qt::LeftButton);
        auto* bureau = part<QPushButton>(car, u"messages.toBureau"_s);
        QTRY_VERIFY(bureau->isVisible());
        QVERIFY(bureau->isChecked()); // which wrote last
        QVERIFY(part<QPushButton>(car, u"field.emergency"_s)->isVisible());
        QTRY_COMPARE(stage(u"field:1A12"_s), MessageStage::Shown);
        QTest::mouseClick(part<QPushButton>(car, u"card.acknowledge"_s), Qt::LeftButton);
        QTRY_COMPARE(stage(u"field:1A12"_s), MessageStage::Acknowledged);
        m_live->pass(1s);
        QTest::mouseClick(part<QPushButton>(car, u"messages.onTheWay"_s), Qt::LeftButton);
        QTRY_COMPARE(m_bureau->rows(wordsColumn).value(0), u"On the way"_s);
        QCOMPARE(m_bureau->rows(whoColumn).value(0), u"Crew of 1A12"_s);
        m_live->pass(1s);
        QTest::mouseClick(part<QPushButton>(car, u"messages.toStation"_s), Qt::LeftButton);
        auto* words = part<QLineEdit>(car, u"messages.words"_s);
        QTest::keyClicks(words, u"two minutes"_s);
        QTest::mouseClick(part<QPushButton>(car, u"messages.send"_s), Qt::LeftButton);
        QTRY_COMPARE(m_live->situation().messages().size(), 3);
        QTRY_VERIFY(words->text().isEmpty());
        const auto station = seat(u"station:ST01"_s, u"wu"_s);
        QCOMPARE(station->rows(wordsColumn), QStringList{u"two minutes"_s});
        // a new order takes the page at once
        const IncidentId incident = m_live->report(u"collision"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}}));
        m_live->pass(7s);
        QTRY_VERIFY(part<QPushButton>(car, u"order.sign"_s)->isVisible());
    }

    void aLongMessageIsReadBeforeItIsAcknowledged() {
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.resize(480, 800);
        car.show();
        QVERIFY(QTest::qWaitForWindowExposed(&car));
        write(*m_bureau, u"1A12"_s, u"A long story. "_s.repeated(30));
        auto* open = part<QPushButton>(car, u"field.messageOpen"_s);
        QTRY_VERIFY(open->isVisible());
        QVERIFY(!part<QPushButton>(car, u"field.messageAcknowledge"_s)->isVisible());
        QTest::mouseClick(open, Qt::LeftButton);
        QTRY_VERIFY(part<QPushButton>(car, u"card.acknowledge"_s)->isVisible());
        QVERIFY(!part<QWidget>(car, u"field.messageStrip"_s)->isVisible());
        QTRY_COMPARE(stage(u"field:1A12"_s), MessageStage::Shown);
        QTest::mouseClick(part<QPushButton>(car, u"messages.back"_s), Qt::LeftButton);
        QTRY_VERIFY(part<QWidget>(car, u"wait.title"_s)->isVisible());
    }

    void aBulletinStandsUntilItEnds() {
        const auto station = seat(u"station:ST01"_s, u"wu"_s);
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        writeStanding(*m_bureau, MessageKind::Bulletin, u"1A12, ST01"_s, u"30"_s, u"White van, no plates"_s);
        QTRY_COMPARE(station->part<QTabBar>(u"messageGroups"_s)->tabText(2), u"Bulletins 1"_s);
        QCOMPARE(station->part<QTabBar>(u"messageGroups"_s)->tabText(1), u"Unread 1"_s);
        QTRY_VERIFY(part<QPushButton>(car, u"field.messageAcknowledge"_s)->isVisible());
        QTest::mouseClick(part<QPushButton>(car, u"field.messageAcknowledge"_s), Qt::LeftButton);
        QTRY_COMPARE(m_bureau->rows(stateColumn), QStringList{u"1/2 ✓"_s});
        m_live->pass(31min);
        QTRY_COMPARE(station->part<QTabBar>(u"messageGroups"_s)->tabText(2), u"Bulletins 0"_s);
        QTRY_COMPARE(station->part<QTabBar>(u"messageGroups"_s)->tabText(1), u"Unread 0"_s);
        QTRY_VERIFY(m_bureau->rows(wordsColumn).value(0).startsWith(u"ended"));
    }

    void aStatusNoteStandsInEveryWindowAndIsTakenDown() {
        const auto station = seat(u"station:ST01"_s, u"wu"_s);
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        writeStanding(*m_bureau, MessageKind::StatusNote, u"Everyone"_s, u"2h"_s, u"Road X closed"_s);
        auto* note = station->part<QLabel>(u"notes.text"_s);
        QTRY_VERIFY(note->isVisible() && note->text().contains(u"Road X closed"));
        QTRY_VERIFY(part<QLabel>(car, u"field.note"_s)->text().contains(u"Road X closed"));
        auto* own = m_bureau->part<QLabel>(u"notes.text"_s);
        QTRY_VERIFY(own->isVisible() && own->text().contains(u"Road X closed"));
        QTRY_COMPARE(stage(u"station:ST01"_s), MessageStage::Shown);
        m_bureau->act(ActionId::FocusMessages);
        QTest::mouseClick(m_bureau->part<QPushButton>(u"messages.withdraw"_s), Qt::LeftButton);
        QTRY_VERIFY(!note->isVisible());
        QTRY_VERIFY(!part<QWidget>(car, u"field.messageStrip"_s)->isVisible());
    }

    void otherPanesBeginAMessage() {
        const IncidentId incident = m_live->report(u"collision"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A14"), .text = {}, .overrideReason = {}}));
        auto* to = m_bureau->part<QLineEdit>(u"compose.to"_s);
        m_bureau->window.selection().setUnits({code<UnitId>(u"2A01"), code<UnitId>(u"1A12")});
        m_bureau->act(ActionId::WriteMessage);
        QVERIFY(to->isVisible());
        QCOMPARE(to->text(), u"1A12, 2A01");
        auto* about = m_bureau->part<QCheckBox>(u"compose.incident"_s);
        QVERIFY(!about->isChecked());

        auto* queue = m_bureau->part<QAbstractItemView>(u"queueTable"_s);
        QTRY_COMPARE(queue->model()->rowCount(), 1);
        Q_EMIT queue->customContextMenuRequested(queue->visualRect(queue->model()->index(0, 1)).center());
        choose(u"incidentMenu"_s, u"Message to those assigned…"_s);
        QCOMPARE(to->text(), u"1A14");
        QVERIFY(about->isChecked());
        QCOMPARE(about->text(), u"0001");

        auto* units = m_bureau->part<QAbstractItemView>(u"unitTable"_s);
        units->selectAll();
        Q_EMIT units->customContextMenuRequested({20, 20});
        choose(u"unitMenu"_s, u"Message…"_s);
        QCOMPARE(to->text().split(u", "_s).size(), 3);
    }

    void aSeatIsHandedOverAndSignedByTheNext() {
        const IncidentId incident = m_live->report(u"collision"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(u"bureau", SetTimer{.unit = code<UnitId>(u"1A12"), .every = 10min}));
        auto* strip = m_bureau->part<QWidget>(u"handoverStrip"_s);
        QVERIFY(!strip->isVisible());
        m_bureau->act(ActionId::HandOver);
        auto* sheet = m_bureau->part<QDialog>(u"handoverSheet"_s);
        const QString brief = part<QTextEdit>(*sheet, u"handover.brief"_s)->toPlainText();
        QVERIFY2(brief.contains(u"0001") && brief.contains(u"Linjiang Road 5") && brief.contains(u"1A12"),
                 qPrintable(brief));
        QTest::keyClicks(part<QPlainTextEdit>(*sheet, u"handover.notes"_s), u"the owner calls back"_s);
        QSignalSpy closed(sheet, &QObject::destroyed);
        QTest::mouseClick(part<QPushButton>(*sheet, u"handover.do"_s), Qt::LeftButton);
        QVERIFY(closed.wait(20'000));
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(m_bureau->part<QLabel>(u"line.echo"_s)->text(), u"HO the owner calls back");

        // who offered it cannot sign it
        m_bureau->act(ActionId::HandOver);
        sheet = m_bureau->part<QDialog>(u"handoverSheet"_s);
        QVERIFY(!part<QPushButton>(*sheet, u"handover.do"_s)->isEnabled());
        QVERIFY(part<QLabel>(*sheet, u"handover.refusal"_s)->text().contains(u"li"));
        sheet->close();

        const auto next = seat(u"bureau"_s, u"wang"_s);
        QVERIFY(next->part<QWidget>(u"handoverStrip"_s)->isVisible());
        QVERIFY(next->part<QLabel>(u"handover.text"_s)->text().contains(u"li"));
        m_live->pass(2min);
        QTest::mouseClick(next->part<QPushButton>(u"handover.open"_s), Qt::LeftButton);
        sheet = next->part<QDialog>(u"handoverSheet"_s);
        QCOMPARE(part<QTextEdit>(*sheet, u"handover.brief"_s)->toPlainText(), brief);
        QVERIFY(part<QLabel>(*sheet, u"handover.said"_s)->text().contains(u"the owner calls back"));
        QTest::keyClicks(part<QPlainTextEdit>(*sheet, u"handover.notes"_s), u"taken"_s);
        QTest::mouseClick(part<QPushButton>(*sheet, u"handover.do"_s), Qt::LeftButton);
        QTRY_VERIFY(!strip->isVisible());
        QVERIFY(!next->part<QWidget>(u"handoverStrip"_s)->isVisible());
        const Handover& done = *m_live->situation().handovers().begin();
        QCOMPARE(done.from, u"li");
        QCOMPARE(done.takenBy, u"wang");
        QCOMPARE(done.answer, u"taken");
        QCOMPARE(must(done.takenAt) - done.offeredAt, Milliseconds(2min));
        QVERIFY(!incident.isNull());
    }

    void aLineHandsOverAndTakesOver() {
        std::ignore = m_live->report(u"collision"_s, 32.05, 118.55);
        type(*m_bureau, u"HO watch the bridge"_s);
        QTRY_COMPARE(m_live->situation().handovers().size(), 1);
        const Handover& offered = *m_live->situation().handovers().begin();
        QVERIFY2(offered.brief.contains(u"Open incidents: 1"), qPrintable(offered.brief));
        QCOMPARE(offered.notes, u"watch the bridge");
        const auto next = seat(u"bureau"_s, u"wang"_s);
        type(*next, u"HT read"_s);
        QTRY_VERIFY((*m_live->situation().handovers().begin()).takenAt);
    }

private:
    std::unique_ptr<Seated> seat(const QString& seat, const QString& user) {
        return std::make_unique<Seated>(*m_live, *m_look, *m_settings, seat, user);
    }

    static void write(Seated& seat, const QString& to, const QString& words) {
        seat.act(ActionId::WriteMessage);
        seat.part<QLineEdit>(u"compose.to"_s)->setText(to);
        seat.part<QLineEdit>(u"compose.words"_s)->setText(words);
        QTest::keyClick(seat.part<QLineEdit>(u"compose.words"_s), Qt::Key_Return);
    }

    static void writeStanding(Seated& seat, MessageKind kind, const QString& to, const QString& until,
                              const QString& words) {
        seat.act(ActionId::WriteMessage);
        auto* kinds = seat.part<QComboBox>(u"compose.kind"_s);
        kinds->setCurrentIndex(kinds->findData(int(kind)));
        seat.part<QComboBox>(u"compose.until"_s)->setCurrentText(until);
        write(seat, to, words);
    }

    static void type(Seated& seat, const QString& line) {
        auto* edit = seat.part<QLineEdit>(u"commandLine"_s);
        edit->setText(line);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void choose(const QString& name, const QString& text) {
        auto* menu = m_bureau->part<QMenu>(name);
        for (QAction* action : menu->actions())
            if (action->text() == text)
                action->trigger();
        delete menu;
    }

    /// How far the only message has come at a seat.
    [[nodiscard]] MessageStage stage(const QString& seat) const {
        return message_rules::stageAt(*m_live->situation().messages().begin(), seat);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Seated> m_bureau;
};

QTEST_MAIN(MessagesTest)
#include "messages_test.moc"
