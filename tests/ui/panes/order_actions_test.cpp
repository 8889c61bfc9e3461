// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/incident/journal_model.h"
#include "ui/panes/incident/order_model.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a desk does about an order that is not its own: chases it, lets its unit lead, enters a refusal; and
/// what it reads of chases and of posts that had to be told.
class OrderActionsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PaneDesk> m_desk;
    std::unique_ptr<IncidentPane> m_pane;
    std::unique_ptr<QSignalSpy> m_echoed;
    IncidentId m_incident;
    OrderId m_first;  ///< of 1A12, which leads
    OrderId m_second; ///< of 1A14

    [[nodiscard]] const Order& known(const OrderId& id) const {
        return *m_desk->situation().orders().find(id);
    }
    [[nodiscard]] QPushButton* button(const QString& name) const { return child<QPushButton>(*m_pane, name); }
    [[nodiscard]] QTableView& table() const { return *child<QTableView>(*m_pane, u"orderTable"_s); }
    void choose(int row) { table().setCurrentIndex(table().model()->index(row, 0)); }
    [[nodiscard]] QString newestLine() const {
        return m_echoed->isEmpty() ? QString() : m_echoed->constLast().constFirst().toString();
    }
    [[nodiscard]] QString below(int row) const {
        return table().model()->index(row, OrderModel::To).data(OrderModel::LengthRole).toString();
    }

private Q_SLOTS:
    void init() {
        Scene scene;
        scene.furnish();
        m_incident = scene.report(u"collision at the gate"_s);
        m_first = scene.issue(m_incident, u"1A12");
        m_second = scene.issue(m_incident, u"1A14");
        scene.clock.advance(recallWindow);
        m_desk = std::make_unique<PaneDesk>(scene);
        m_pane = std::make_unique<IncidentPane>(m_desk->context());
        m_echoed = std::make_unique<QSignalSpy>(m_pane.get(), &IncidentPane::echoed);
        m_pane->resize(900, 1000);
        m_desk->selection.setIncident(m_incident);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    void cleanup() {
        m_echoed.reset();
        m_pane.reset();
        m_desk.reset();
    }

    void chasesTheChosenOrderAndTellsHowOften() {
        choose(1);
        auto* words = child<QLabel>(*m_pane, u"orderKnown"_s);
        QVERIFY(!words->text().contains(u"Chased"_s));
        button(u"orderChase"_s)->click();
        QTRY_COMPARE(known(m_second).chases, 1);
        QCOMPARE(newestLine(), u"CH 1A14"_s);
        button(u"orderChase"_s)->click();
        QTRY_COMPARE(known(m_second).chases, 2);
        QTRY_VERIFY(words->text().contains(u"Chased ×2, last at "_s));
        QCOMPARE(below(1), u"backup ↻2 ⚑?"_s);
        QCOMPARE(known(m_first).chases, 0);
    }

    void chasesWithOneKeyWhatIsLate() {
        QVERIFY(m_desk->ask(
            AdvanceOrder{.order = m_first, .to = OrderStage::Signed, .text = {}, .disposition = {}}));
        choose(0);
        m_desk->clock->advance(90s); // the other is not signed in time
        m_pane->chase();
        QTRY_COMPARE(known(m_second).chases, 1);
        QCOMPARE(known(m_first).chases, 0);
        QCOMPARE(newestLine(), u"CH 1A14"_s);
    }

    void letsABackupLead() {
        choose(0);
        QVERIFY2(button(u"orderLead"_s)->isHidden(), "it leads already");
        choose(1);
        QVERIFY(button(u"orderLead"_s)->isVisible());
        button(u"orderLead"_s)->click();
        QTRY_COMPARE(known(m_second).role, OrderRole::Primary);
        QCOMPARE(known(m_first).role, OrderRole::Backup);
        QCOMPARE(newestLine(), u"PR 1A14"_s);
        choose(0);
        m_pane->letLead(); // by its key
        QTRY_COMPARE(known(m_first).role, OrderRole::Primary);
    }

    void entersARefusalWithItsReasonAndHowItWasTold() {
        choose(1);
        child<QLineEdit>(*m_pane, u"orderWords"_s)->setText(u"we have a flat tyre"_s);
        button(u"orderRefuse"_s)->click();
        auto* answer = child<QLineEdit>(*m_pane, u"promptInput"_s);
        QTRY_VERIFY(answer->isVisible());
        QTest::keyClicks(answer, u"flat tyre"_s);
        QTest::keyClick(answer, Qt::Key_Return);
        QTRY_COMPARE(known(m_second).stage, OrderStage::Refused);
        QCOMPARE(known(m_second).report, u"flat tyre"_s);
        QVERIFY2(newestLine().startsWith(u"RJ 1A14"_s), qPrintable(newestLine()));
        auto* journal = child<QTableView>(*m_pane, u"journalTable"_s)->model();
        QTRY_VERIFY(journal->index(0, JournalModel::What)
                        .data()
                        .toString()
                        .contains(u"by radio: “we have a flat tyre”"_s));
    }

    void tellsWhetherAPostHasTakenNote() {
        choose(0);
        auto* words = child<QLabel>(*m_pane, u"orderKnown"_s);
        QTRY_VERIFY2(words->text().contains(u"has not taken note"_s), qPrintable(words->text()));
        QCOMPARE(below(0), u"primary ⚑?"_s);
        QVERIFY(m_desk->ask(AcknowledgeNotice{m_first, code<PostId>(u"ST01")}, u"station:ST01"));
        QTRY_VERIFY2(words->text().contains(u"took note, "_s), qPrintable(words->text()));
        QCOMPARE(below(0), u"primary ⚑✓"_s);
    }
};

QTEST_MAIN(OrderActionsTest)
#include "order_actions_test.moc"
