// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"
#include "ui/console/console.h"
#include "ui/outage/card_model.h"
#include "ui/outage/card_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

} // namespace

/// The catch-up grid over a real desk.
class CardSheetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_live->pass(3h);
        m_look = std::make_unique<Look>(*qApp);
        m_seat = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        m_cards = std::make_unique<CardModel>();
        open();
    }
    void cleanup() {
        m_sheet.reset();
        m_cards.reset();
        m_seat.reset();
        m_live.reset();
    }

    void entersCardsThatWerePastedFromASpreadsheet() {
        const QAbstractItemModelTester tester(m_cards.get());
        paste(u"Card\tTime\tPlace\tWhat happened\tType\tUnit\tDispatched\tArrived\tClear\tOutcome\n"_s +
              row(1, u"32.06,118.55"_s, 90, 88, 80, 60) + row(2, u"Linjiang Road"_s, 70, 55, 50, 40));
        QCOMPARE(m_cards->openRows(), QList<int>({0, 1}));
        QCOMPARE(stateOf(0), u"ready"_s);
        press(u"cards.enter"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(isEntered(0) && isEntered(1), qPrintable(stateOf(0) + stateOf(1)),
                                  patience);
        QCOMPARE(m_live->situation().incidents().size(), 2);
        for (const Incident& incident : m_live->situation().incidents()) {
            QVERIFY(!incident.isOpen());
            const QStringList told = m_live->kinds(incident.id);
            QVERIFY(told.contains(u"order.arrived"_s));
            QVERIFY2(!told.contains(u"deadline.missed"_s), qPrintable(told.join(u' ')));
            const Order& order = *m_live->situation().orders().find(incident.orders.constFirst());
            QCOMPARE(order.to, Addressee(code<UnitId>(u"1A12")));
            QVERIFY(must(order.reached(OrderStage::Arrived)) < now() - 45min);
        }
        QCOMPARE(m_live->situation().units().find(code<UnitId>(u"1A12"))->status, UnitStatus::Available);
        press(u"cards.remove"_s);
        QCOMPARE(m_cards->rowCount(), 1); // an empty one, to go on in
        QVERIFY(!m_cards->hasOpenRows());
    }

    void keepsWhatIsWrongAndSaysWhat() {
        type(0, {u"7"_s, u"25:10"_s, u"Linjiang Road"_s, u"theft"_s});
        QVERIFY(stateOf(0).startsWith(u"▲ Time"));
        QVERIFY2(stateOf(0).contains(u"25:10"), qPrintable(stateOf(0)));
        QVERIFY(m_cards->index(0, int(CardField::Time)).data(CardModel::FaultRole).toBool());
        QCOMPARE(part<QLabel>(u"cards.told"_s)->text(), u"Row 1: "_s + stateOf(0));
        press(u"cards.enter"_s);
        QVERIFY(!isEntered(0));
        QCOMPARE(m_cards->words(0)[size_t(CardField::Time)], u"25:10"_s);
        type(0, {u"7"_s, ago(30)}); // mended
        QCOMPARE(stateOf(0), u"ready"_s);
        press(u"cards.enter"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isEntered(0), patience);
        QVERIFY(
            !(m_cards->flags(m_cards->index(0, 0)) & Qt::ItemIsEditable)); // the record is not edited here
    }

    void showsWhatIsWrongWhetherItIsSelectedOrNot() {
        type(0, {u"7"_s, u"25:10"_s, u"Linjiang Road"_s, u"theft"_s});
        auto& table = *part<QTableView>(u"cards.table"_s);
        const auto edgeOf = [&](CardField field, CardField selected) {
            table.setCurrentIndex(m_cards->index(0, int(selected)));
            const QRect cell = table.visualRect(m_cards->index(0, int(field)));
            return table.viewport()->grab(cell).toImage().pixelColor(0, cell.height() / 2);
        };
        const QColor warning = m_look->theme().warning;
        QCOMPARE(edgeOf(CardField::Time, CardField::Time), warning);
        QCOMPARE(edgeOf(CardField::Time, CardField::Place), warning);
        QVERIFY(edgeOf(CardField::Place, CardField::Place) != warning);
    }

    void doesNotTouchAUnitThatHasGoneOn() {
        const IncidentId now = m_live->report(u"now"_s, 32.06, 118.55);
        m_live->ask(u"bureau", IssueOrder{now, code<UnitId>(u"1A12"), {}, {}, {}});
        paste(row(1, u"32.06,118.56"_s, 90, 88, 80, 60));
        press(u"cards.enter"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isEntered(0), patience);
        QVERIFY2(stateOf(0).contains(u"note"), qPrintable(stateOf(0)));
        QCOMPARE(m_live->ordersOf(now).size(), 1);
        QCOMPARE(m_live->situation().orders().find(m_live->ordersOf(now).constFirst())->stage,
                 OrderStage::Issued);
    }

    void takesAFurtherUnitInARowBelow() {
        paste(row(1, u"a"_s, 90, 88, 80, 60) +
              QStringList{u"1"_s, {}, {}, {}, {}, u"1A14"_s, ago(85), ago(70), ago(50)}.join(u'\t'));
        QCOMPARE(stateOf(1), u"ready"_s);
        press(u"cards.enter"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isEntered(0) && isEntered(1), patience);
        QCOMPARE(m_live->situation().incidents().size(), 1);
        QCOMPARE(m_live->situation().orders().size(), 2);
    }

    void keepsTheCardsWhenTheSheetIsClosed() {
        paste(row(1, u"a"_s, 90, 88, 80, 60));
        m_sheet.reset();
        open();
        QCOMPARE(m_cards->openRows().size(), 1);
        press(u"cards.enter"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isEntered(0), patience);
        // Typed a second time it is known, and not entered again.
        paste(row(1, u"a"_s, 90, 88, 80, 60));
        press(u"cards.enter"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isEntered(1), patience);
        QVERIFY(stateOf(1).contains(u"before"));
        QCOMPARE(m_live->situation().incidents().size(), 1);
    }

    void isThereForThoseWhoMay_data() {
        QTest::addColumn<QString>("seat");
        QTest::addColumn<bool>("may");
        QTest::newRow("bureau") << u"bureau"_s << true;
        QTest::newRow("station") << u"station:ST01"_s << true;
    }

    void isThereForThoseWhoMay() {
        QFETCH(const QString, seat);
        QFETCH(const bool, may);
        Translation translation(*qApp);
        QSettings settings(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        Console console({.desk = m_live->desk(),
                         .fixes = m_live->fixes(),
                         .look = *m_look,
                         .translation = translation,
                         .settings = settings,
                         .name = u"test"_s,
                         .user = u"test"_s,
                         .size = QSize(1200, 800)});
        console.open(must(Seat::parse(seat)));
        auto* window = qobject_cast<MainWindow*>(console.windows().constFirst());
        QVERIFY(window);
        QAction& action = window->actions().action(ActionId::EnterCards);
        QCOMPARE(action.isEnabled(), may);
        action.trigger();
        QTRY_VERIFY(window->findChild<CardSheet*>());
        window->actions().action(ActionId::Wall).setChecked(true); // visitors
        QTRY_VERIFY(!action.isEnabled());
    }

private:
    void open() {
        m_sheet = std::make_unique<CardSheet>(
            CardGround{.desk = m_live->desk(), .seat = *m_seat, .cards = *m_cards, .look = *m_look}, nullptr);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        m_sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_sheet.get()));
    }
    [[nodiscard]] Instant now() const { return m_live->desk().clock().now(); }
    [[nodiscard]] QString ago(int minutes) const {
        return toDateTime(now() - std::chrono::minutes(minutes)).toLocalTime().toString(u"HH:mm"_s);
    }
    [[nodiscard]] QString row(int number, const QString& place, int at, int sent, int there,
                              int clear) const {
        return QStringList{QString::number(number),
                           ago(at),
                           place,
                           u"collision"_s,
                           u"traffic.accident"_s,
                           u"1A12"_s,
                           ago(sent),
                           ago(there),
                           ago(clear),
                           u"handled"_s}
                   .join(u'\t') +
               u'\n';
    }
    template <class T>
    T* part(const QString& name) const {
        T* found = m_sheet->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void press(const QString& name) {
        auto* button = part<QPushButton>(name);
        QTRY_VERIFY2(button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void paste(const QString& cells) {
        auto* table = part<QTableView>(u"cards.table"_s);
        const int last = m_cards->rowCount() - 1;
        table->setCurrentIndex(m_cards->index(last, 0));
        QApplication::clipboard()->setText(cells);
        for (QAction* action : table->actions())
            if (action->shortcut() == QKeySequence(QKeySequence::Paste))
                action->trigger();
    }
    void type(int row, const QStringList& cells) {
        part<QTableView>(u"cards.table"_s)->setCurrentIndex(m_cards->index(row, 0));
        for (int i = 0; i < cells.size(); ++i)
            m_cards->setData(m_cards->index(row, i), cells[i], Qt::EditRole);
    }
    [[nodiscard]] QString stateOf(int row) const {
        return m_cards->index(row, CardModel::StateColumn).data().toString();
    }
    [[nodiscard]] bool isEntered(int row) const {
        return m_cards->index(row, 0).data(CardModel::EnteredRole).toBool();
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<CardModel> m_cards;
    std::unique_ptr<CardSheet> m_sheet;
};

QTEST_MAIN(CardSheetTest)
#include "card_sheet_test.moc"
