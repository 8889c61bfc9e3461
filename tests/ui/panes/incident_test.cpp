// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "tests/support/must.h"
#include "tests/ui/panes/known_places.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/incident/incident_fields.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/incident/journal_model.h"
#include "ui/panes/incident/order_model.h"
#include "ui/panes/incident/type_search.h"
#include "ui/text/refusals.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString cell(const QAbstractItemModel& model, int row, int column, int role = Qt::DisplayRole) {
    return model.index(row, column).data(role).toString();
}

} // namespace

class IncidentTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    static Actor dispatcher() {
        Actor who = actor(u"bureau");
        who.role = Role::Dispatcher;
        return who;
    }

    static QStringList kinds(PaneDesk& desk, const IncidentId& incident) {
        const auto history = desk.seat().history(incident);
        QStringList all;
        if (QTest::qWaitFor([&] { return history.isFinished(); }, 20'000))
            for (const Entry& entry : history.result())
                all << entry.fact.kind;
        return all;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void findsTypesByCodeChineseInitialsAndEnglish() {
        const Catalogue& catalogue = m_scene->situation.catalogue();
        QCOMPARE(initials(u"伤人事故"_s), u"srsg"_s);
        QCOMPARE(findTypes(catalogue, {}).size(), 2);
        for (const QString& typed :
             {u"traffic.inj"_s, u"伤人"_s, u"srsg"_s, u"sr"_s, u"injury"_s, u"collis"_s})
            QVERIFY2(findTypes(catalogue, typed).value(0) == code<TypeCode>(u"traffic.injury"),
                     qPrintable(typed));
        QVERIFY(findTypes(catalogue, u"zzz"_s).isEmpty());
    }

    void tellsEveryHopOfAnOrder() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        OrderModel model(desk.seat());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(incident);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(desk.ask(IssueOrder{incident, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}}));
        QCOMPARE(model.rowCount(), 1);
        desk.clock->advance(10s);
        const OrderId order = model.orderAt(0);
        constexpr int sign = OrderModel::FirstHop + int(OrderStage::Signed);
        QVERIFY(model.index(0, sign).data(OrderModel::DueRole).toBool());
        QVERIFY(!model.index(0, sign).data(OrderModel::OverdueRole).toBool());
        desk.clock->advance(90s);
        model.tick();
        QVERIFY(model.index(0, sign).data(OrderModel::OverdueRole).toBool());
        QVERIFY(desk.ask(AdvanceOrder{order, OrderStage::Signed, {}, {}}));
        QCOMPARE(cell(model, 0, sign, OrderModel::LengthRole), u"+1:40"_s);
        QVERIFY(model.index(0, OrderModel::FirstHop + int(OrderStage::Arrived))
                    .data(OrderModel::DueRole)
                    .toBool());
        QVERIFY(desk.ask(AdvanceOrder{order, OrderStage::Cancelled, u"wrong address"_s, {}}));
        constexpr int end = OrderModel::FirstHop + int(OrderStage::Closed);
        QCOMPARE(cell(model, 0, end, OrderModel::LengthRole), u"Cancelled"_s);
        QCOMPARE(cell(model, 0, end, Qt::ToolTipRole), u"wrong address"_s);
    }

    void tellsTheJournalInWordsNewestFirst() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        JournalModel model(desk.seat());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &JournalModel::loaded);
        model.show(incident);
        QTRY_COMPARE(model.rowCount(), 1);
        QSignalSpy removed(&model, &JournalModel::rowsRemoved);
        QVERIFY(desk.ask(AddNote{incident, u"gate 3 is locked"_s}));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(cell(model, 0, JournalModel::What), u"Note: gate 3 is locked"_s);
        QVERIFY(cell(model, 0, JournalModel::Who).contains(u"test"_s));
        QVERIFY(cell(model, 1, JournalModel::What).contains(u"Traffic"_s));
        QCOMPARE(removed.size(), 0);
    }

    void showsWhatIsSelected() {
        const IncidentId incident = m_scene->report(u"<b>two cars</b>"_s);
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        desk.selection.setIncident(incident);
        QVERIFY(child<QLabel>(pane, u"detailNumber"_s)->text().endsWith(u"-0001"_s));
        QCOMPARE(child<QLabel>(pane, u"detailText"_s)->text(), u"<b>two cars</b>"_s);
        QCOMPARE(child<QLabel>(pane, u"detailText"_s)->textFormat(), Qt::PlainText);
        QTRY_COMPARE(child<QTableView>(pane, u"journalTable"_s)->model()->rowCount(), 1);
    }

    void notesWhatTheSeatWasShown() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(incident);
        const qint64 seq = m_scene->entries.last().seq;
        QTRY_VERIFY(std::ranges::any_of(desk.receipts(), [seq](const Receipt& receipt) {
            return receipt.stage == ReceiptStage::Shown && receipt.seat == u"bureau"_s &&
                   receipt.fromSeq == seq && receipt.toSeq == seq;
        }));
    }

    void addsANoteAndKeepsWhatIsRefused() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(incident);
        auto* note = child<QLineEdit>(pane, u"noteText"_s);
        QTest::keyClicks(note, u"caller waits"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_COMPARE(note->text(), QString());
        QTRY_COMPARE(child<QTableView>(pane, u"journalTable"_s)->model()->rowCount(), 2);
        note->setText(QString(limits::text + 1, u'x'));
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>(pane, u"promptComplaint"_s)->isVisible());
        QCOMPARE(note->text().size(), limits::text + 1);
    }

    void closesWithAnOutcomeOnly() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(incident);
        auto* close = child<QPushButton>(pane, u"closeIncident"_s);
        close->click();
        QTRY_VERIFY(child<QLabel>(pane, u"promptComplaint"_s)->isVisible());
        child<QComboBox>(pane, u"closeDisposition"_s)->setCurrentIndex(1);
        close->click();
        QTRY_VERIFY(!desk.situation().incidents().find(incident)->isOpen());
        QTRY_VERIFY(!close->isVisible());
    }

    void stepsAnOrderOnTheCrewsBehalf() {
        const IncidentId incident = m_scene->report();
        Q_UNUSED(m_scene->issue(incident, u"1A12"));
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(900, 700);
        pane.show();
        desk.selection.setIncident(incident);
        auto* sign = child<QPushButton>(pane, u"orderSign"_s);
        QVERIFY(!sign->isEnabled()); // it can still be recalled
        QVERIFY(!sign->toolTip().isEmpty());
        desk.clock->advance(recallWindow + 1s);
        QTRY_VERIFY(sign->isEnabled());
        sign->click();
        QTRY_COMPARE(desk.orders(incident).constFirst().stage, OrderStage::Signed);
        child<QPushButton>(pane, u"orderArrive"_s)->click();
        QTRY_COMPARE(desk.orders(incident).constFirst().stage, OrderStage::Arrived);
        child<QPushButton>(pane, u"orderCancel"_s)->click();
        auto* input = child<QLineEdit>(pane, u"promptInput"_s);
        QVERIFY(input->isVisible());
        QTest::keyClicks(input, u"called off"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(desk.orders(incident).constFirst().stage, OrderStage::Cancelled);
        QCOMPARE(desk.orders(incident).constFirst().report, u"called off"_s);
    }

    void recordsHowAStepWasTold() {
        const IncidentId incident = m_scene->report();
        Q_UNUSED(m_scene->issue(incident, u"1A12"));
        PaneDesk desk(*m_scene);
        desk.clock->advance(recallWindow + 1s);
        IncidentPane pane(desk.context());
        pane.resize(900, 700);
        pane.show();
        QSignalSpy echoed(&pane, &IncidentPane::echoed);
        desk.selection.setIncident(incident);
        child<QComboBox>(pane, u"orderChannel"_s)->setCurrentIndex(1);
        auto* words = child<QLineEdit>(pane, u"orderWords"_s);
        words->setText(u"on our way"_s);
        child<QPushButton>(pane, u"orderSetOut"_s)->click();
        QTRY_COMPARE(desk.orders(incident).constFirst().stage, OrderStage::UnderWay);
        QTRY_VERIFY(words->text().isEmpty());
        QVERIFY2(echoed.constFirst().constFirst().toString().contains(u"via=telephone"_s),
                 qPrintable(echoed.constFirst().constFirst().toString()));
        const QAbstractItemModel& journal = *child<QTableView>(pane, u"journalTable"_s)->model();
        const auto told = [&journal] {
            return journal.match(journal.index(0, JournalModel::What), Qt::DisplayRole, u"on our way"_s, 1,
                                 Qt::MatchContains);
        };
        QTRY_COMPARE(told().size(), 1);
        // what a desk does itself is told by nobody
        child<QPushButton>(pane, u"orderReport"_s)->click();
        QTest::keyClick(child<QLineEdit>(pane, u"promptInput"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.orders(incident).constFirst().stage, OrderStage::Reported);
        QVERIFY(!words->isVisible());
    }

    void anotherUnitTakesTheOrderForAReason() {
        const IncidentId incident = m_scene->report();
        Q_UNUSED(m_scene->issue(incident, u"1A12"));
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(900, 700);
        pane.show();
        desk.selection.setIncident(incident);
        desk.selection.setUnits({code<UnitId>(u"1A14")});
        auto* replace = child<QPushButton>(pane, u"orderReplace"_s);
        QVERIFY(replace->isVisible() && replace->isEnabled());
        replace->click();
        auto* menu = child<QMenu>(pane, u"replaceMenu"_s);
        QVERIFY(menu);
        auto* action = menu->findChild<QAction*>(u"replace.1A14"_s);
        QVERIFY(action && action->isEnabled());
        action->trigger();
        menu->close();
        auto* input = child<QLineEdit>(pane, u"promptInput"_s);
        QTRY_VERIFY(input->isVisible());
        QTest::keyClicks(input, u"flat tyre"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(desk.orders(incident).size(), 2);
        QCOMPARE(desk.orders(incident).constFirst().stage, OrderStage::Cancelled);
        QCOMPARE(desk.orders(incident).constLast().unit(), code<UnitId>(u"1A14"));
        QCOMPARE(desk.orders(incident).constLast().role, OrderRole::Primary);
    }

    void showsWhatMayBeReportedAlreadyAndAttaches() {
        const IncidentId there = m_scene->report(u"two cars"_s);
        PaneDesk desk(*m_scene);
        desk.clock->advance(4min);
        IncidentForm form(desk.context());
        form.show();
        auto* strip = child<QWidget>(form, u"duplicateStrip"_s);
        QVERIFY(!strip->isVisible());
        form.setPlace(must(desk.situation().incidents().find(there)->details.place.at), u"Heping Road"_s);
        QTRY_VERIFY(strip->isVisible());
        auto* view = child<QPushButton>(form, u"duplicate.view.0"_s);
        QVERIFY2(view->toolTip().startsWith(u"1 call, 0 m, 4 min ago: 0001"_s), qPrintable(view->toolTip()));
        QTRY_VERIFY2(view->text().startsWith(u"1 call"_s), qPrintable(view->text()));
        form.resize(900, 700);
        QTRY_COMPARE(view->text(), view->toolTip());
        view->click();
        QCOMPARE(desk.selection.incident(), there);
        child<QLineEdit>(form, u"callerName"_s)->setText(u"Wang"_s);
        QTest::keyClicks(child<QLineEdit>(form, u"callerPhone"_s), u"13900000000"_s);
        QSignalSpy finished(&form, &IncidentForm::finished);
        form.attachToLikeliest();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().constFirst().value<IncidentId>(), there);
        const Incident* master = desk.situation().incidents().find(there);
        QCOMPARE(master->merged.size(), 1);
        const Incident* report = desk.situation().incidents().find(master->merged.constFirst());
        QCOMPARE(report->details.callers.value(0).phone, u"13900000000"_s);
        QCOMPARE(report->details.type, master->details.type);
        QVERIFY(!report->isOpen() && !strip->isVisible());
    }

    void formTakesThePlaceThatIsPicked() {
        PaneDesk desk(*m_scene);
        KnownPlaces places;
        PaneContext context = desk.context();
        context.places = &places;
        IncidentForm form(context);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        auto* place = child<QLineEdit>(form, u"incidentPlace"_s);
        place->setFocus();
        QTest::keyClicks(place, u"jiefang"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto* list = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"解放路1号, House, ST01, 350 m"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(place->text(), u"解放路派出所"_s);
        QCOMPARE(places.picked, QStringList{u"own:post/ST01"_s}); // once, and not the first row as well
        QVERIFY(child<QLabel>(form, u"incidentLocated"_s)->text().startsWith(u"✓"_s));
        places.rows.clear();
        place->clear();
        QTest::keyClicks(place, u"nowhere"_s);
        QTRY_COMPARE(list->model()->index(0, 0).data().toString(), u"No such place is known"_s);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(place->text(), u"nowhere"_s);
        QCOMPARE(places.picked.size(), 1);
    }

    void formSavesEarlyThenAmends() {
        PaneDesk desk(*m_scene);
        KnownPlaces places;
        PaneContext context = desk.context();
        context.places = &places;
        IncidentForm form(context);
        form.show();
        form.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSignalSpy reported(&form, &IncidentForm::reported);
        QSignalSpy finished(&form, &IncidentForm::finished);

        auto* type = child<QLineEdit>(form, u"incidentType"_s);
        type->setFocus();
        QTest::keyClicks(type, u"srsg"_s);
        QWidget* list = QApplication::activePopupWidget(); // the keys go to the list while it is open
        QTest::keyClick(list ? list : type, Qt::Key_Tab);
        auto* place = child<QLineEdit>(form, u"incidentPlace"_s);
        place->setFocus();
        QCOMPARE(type->text(), u"Traffic › Injury collision"_s);
        QCOMPARE(child<QComboBox>(form, u"incidentLevel"_s)->currentData().toInt(), int(Level::Urgent));
        QTest::keyClicks(place, u"jiefang"_s);
        QTRY_COMPARE(places.asked, u"jiefang"_s);
        QTRY_COMPARE(reported.size(), 1); // nothing was pressed
        const IncidentId incident = form.incident();
        QCOMPARE(desk.situation().incidents().find(incident)->details.place.address, u"jiefang"_s);

        form.setPlace(must(GeoPoint::from(31.5, 118.5)), u"解放路1号"_s);
        QTest::keyClicks(child<QPlainTextEdit>(form, u"incidentText"_s), u"two cars"_s);
        child<QCheckBox>(form, u"hazardInjured"_s)->click();
        QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(finished.size(), 1);
        const Incident& now = *desk.situation().incidents().find(incident);
        QCOMPARE(now.details.text, u"two cars"_s);
        QVERIFY(now.details.hazards.injured);
        QCOMPARE(now.details.place.address, u"解放路1号"_s);
        QCOMPARE(now.post, code<PostId>(u"ST01"));
        const QStringList told = kinds(desk, incident);
        QCOMPARE(told.first(), u"incident.reported"_s);
        QCOMPARE(QSet<QString>(told.begin() + 1, told.end()), QSet{u"incident.amended"_s});
        QCOMPARE(desk.situation().incidents().size(), 1);
    }

    void formMarksTheFieldThatIsRefusedAndKeepsWhatWasTyped() {
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context(), {});
        form.show();
        form.submit();
        auto* refusal = child<QLabel>(form, u"refusal.type"_s);
        QTRY_VERIFY(refusal->isVisible());
        QVERIFY(!refusal->text().isEmpty());
        child<QLineEdit>(form, u"callerPhone"_s)->setText(QString(limits::phone + 1, u'1'));
        child<QPlainTextEdit>(form, u"incidentText"_s)->setPlainText(u"smoke"_s);
        form.submit();
        QTRY_VERIFY(child<QLabel>(form, u"refusal.callers"_s)->isVisible());
        QVERIFY(!refusal->isVisible());
        QCOMPARE(child<QLineEdit>(form, u"callerPhone"_s)->text().size(), limits::phone + 1);
        QVERIFY(desk.situation().incidents().isEmpty());
    }

    void formRefusesWordsThatAreNoType() {
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context(), {});
        form.show();
        QTest::keyClicks(child<QLineEdit>(form, u"incidentType"_s), u"zzz"_s);
        child<QPlainTextEdit>(form, u"incidentText"_s)->setPlainText(u"smoke"_s);
        form.submit();
        QVERIFY(child<QLabel>(form, u"refusal.type"_s)->text().contains(u"zzz"_s));
        QVERIFY(desk.situation().incidents().isEmpty());
        form.begin();
        QVERIFY(form.isUntouched());
        QVERIFY(!child<QLabel>(form, u"refusal.type"_s)->isVisible());
    }

    void regradeWaitsForItsReason() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context(), {});
        form.open(incident);
        form.show();
        auto* level = child<QComboBox>(form, u"incidentLevel"_s);
        level->setCurrentIndex(level->findData(int(Level::Critical)));
        Q_EMIT level->activated(level->currentIndex());
        auto* reason = child<QLineEdit>(form, u"incidentReason"_s);
        QVERIFY(reason->isVisible());
        form.submit();
        QTRY_VERIFY(child<QLabel>(form, u"refusal.reason"_s)->isVisible());
        QCOMPARE(desk.situation().incidents().find(incident)->details.level, Level::Routine);
        QTest::keyClicks(reason, u"knife seen"_s);
        form.submit();
        QTRY_COMPARE(desk.situation().incidents().find(incident)->details.level, Level::Critical);
    }

    void aDispatcherCorrectsAMistakenTypeDownwards() {
        PaneDesk desk(*m_scene);
        desk.seat().setActor(dispatcher());
        IncidentForm form(desk.context(), {});
        form.show();
        form.setPlace(must(GeoPoint::from(31.5, 118.5)), u"Heping Road"_s);
        form.findChild<IncidentFields*>()->setType(code<TypeCode>(u"traffic.injury"));
        QTRY_VERIFY(!form.incident().isNull());
        QTRY_VERIFY(form.isUntouched());
        const auto details = [&] { return desk.situation().incidents().find(form.incident())->details; };
        QCOMPARE(details().level, Level::Urgent);
        form.findChild<IncidentFields*>()->setType(code<TypeCode>(u"traffic"));
        child<QPlainTextEdit>(form, u"incidentText"_s)->setPlainText(u"only a scratch"_s);
        QTRY_COMPARE(details().text, u"only a scratch"_s);
        QCOMPARE(details().level, Level::Routine);
        QCOMPARE(details().type, code<TypeCode>(u"traffic"));
    }

    void savesTheRestWhereTheLevelIsRefused() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        desk.seat().setActor(dispatcher());
        IncidentForm form(desk.context(), {});
        form.open(incident);
        form.show();
        auto* level = child<QComboBox>(form, u"incidentLevel"_s);
        level->setCurrentIndex(level->findData(int(Level::NonPolice)));
        Q_EMIT level->activated(level->currentIndex());
        QTest::keyClicks(child<QLineEdit>(form, u"incidentReason"_s), u"a neighbour's matter"_s);
        child<QPlainTextEdit>(form, u"incidentText"_s)->setPlainText(u"the caller waits"_s);
        QSignalSpy finished(&form, &IncidentForm::finished);
        form.submit();
        const auto details = [&] { return desk.situation().incidents().find(incident)->details; };
        QTRY_COMPARE(details().text, u"the caller waits"_s);
        QCOMPARE(details().level, Level::Routine);
        const QString refusal = refusalText({RefusalCode::NotOfRole,
                                             QString(enumName(Right::LowerLevel)),
                                             QString(enumName(Role::Dispatcher)),
                                             {}},
                                            desk.situation());
        QTRY_COMPARE(child<QLabel>(form, u"incidentState"_s)->text(), refusal);
        QCOMPARE(finished.size(), 0);
        QCOMPARE(level->currentData().toInt(), int(Level::NonPolice)); // as it was chosen
        QVERIFY(!form.isSaving());
    }

    void escapeKeepsTheDraft() {
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context(), {});
        form.show();
        QSignalSpy left(&form, &IncidentForm::left);
        QTest::keyClicks(child<QPlainTextEdit>(form, u"incidentText"_s), u"smoke"_s);
        QTest::keyClick(&form, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QCOMPARE(child<QPlainTextEdit>(form, u"incidentText"_s)->toPlainText(), u"smoke"_s);
        QVERIFY(!form.isUntouched());
    }
};

QTEST_MAIN(IncidentTest)
#include "incident_test.moc"
