// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/pane_desk.h"
#include "ui/actions/prompts.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/queue/incident_menu.h"
#include "ui/panes/queue/queue_filter.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/panes/queue/queue_pane.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QueueRow row(qint64 number, Level level, IncidentStage stage, int reportedSecond) {
    QueueRow r;
    r.id = IncidentId(QUuid(uint(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    r.number = number;
    r.level = level;
    r.stage = stage;
    r.reportedAt = instantFromMs(reportedSecond * 1000);
    r.stageSince = r.reportedAt;
    return r;
}

IncidentId idAt(const RowTable& table, int row) {
    return IncidentId::parse(table.model()->index(row, 0).data(QueueModel::IdRole).toString())
        .value_or(IncidentId());
}

/// Answers every question the same way.
class AnswerTo : public Prompts {
public:
    QString answer;
    QString complaint;

    void ask(const Question&, QObject*, std::function<void(const QString&)> answered) override {
        answered(answer);
    }
    void complain(const QString& text) override { complaint = text; }
};

QPoint middleOf(const RowTable& table, int row) {
    return {40, table.rowViewportPosition(row) + table.rowHeight(row) / 2};
}

} // namespace

class QueueTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void ordersPendingThenLevelThenAge() {
        const QueueRow oldRoutine = row(1, Level::Routine, IncidentStage::Pending, 10);
        const QueueRow newCritical = row(2, Level::Critical, IncidentStage::Pending, 50);
        const QueueRow oldCritical = row(3, Level::Critical, IncidentStage::Pending, 20);
        const QueueRow activeCritical = row(4, Level::Critical, IncidentStage::OnScene, 5);
        const QueueRow closedEarly = row(5, Level::Critical, IncidentStage::Closed, 30);
        const QueueRow closedLate = row(6, Level::Routine, IncidentStage::Closed, 40);
        QList<QueueRow> rows = {closedEarly, activeCritical, oldRoutine,
                                newCritical, closedLate,     oldCritical};
        std::ranges::sort(rows, queuedBefore);
        QList<qint64> numbers;
        for (const QueueRow& r : rows)
            numbers << r.number;
        QCOMPARE(numbers, QList<qint64>({3, 2, 1, 4, 6, 5}));
        QVERIFY(!queuedBefore(oldRoutine, oldRoutine));
    }

    void changesRowsAndNeverStartsOver() {
        const IncidentId first = m_scene->report();
        PaneDesk desk(*m_scene);
        QueueModel model(desk.seat());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QueueFilter filter(model);
        const QAbstractItemModelTester sorted(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QueueModel::modelReset);
        QSignalSpy inserted(&model, &QueueModel::rowsInserted);
        QSignalSpy changed(&model, &QueueModel::dataChanged);
        QCOMPARE(model.rowCount(), 1);

        IncidentDetails details;
        details.type = code<TypeCode>(u"traffic.injury");
        details.level = Level::Critical;
        QVERIFY(desk.ask(ReportIncident{{u"phone"_s, {}}, details}));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(filter.index(0, QueueModel::LevelColumn).data(QueueModel::LevelRole).toInt(),
                 int(Level::Critical));

        changed.clear();
        QVERIFY(desk.ask(IssueOrder{first, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(model.rowOf(first), QueueModel::Assigned).data().toString(), u"1A12"_s);
        QCOMPARE(reset.size(), 0);
    }

    void marksHazardsBeforeTheType() {
        IncidentDetails details;
        details.type = code<TypeCode>(u"traffic.injury");
        details.hazards = {.weapon = true, .hazmat = true};
        QVERIFY(m_scene->ask(u"bureau", ReportIncident{{u"phone"_s, {}}, details}));
        PaneDesk desk(*m_scene);
        const QueueModel model(desk.seat());
        const QModelIndex type = model.index(0, QueueModel::Type);
        QCOMPARE(type.data(QueueModel::HazardsRole).toString(), u"⚔⚗"_s);
        const QString tip = type.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.startsWith(u"⚔ Weapon, ⚗ Hazardous material\n"_s), qPrintable(tip));
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_scene->situation.openIncidents().values().constFirst(),
                                                     IncidentFlag::Sensitive, true}));
        PaneDesk wall(*m_scene);
        wall.seat().setWall(true);
        const QueueModel veiled(wall.seat());
        QVERIFY(veiled.index(0, QueueModel::Type).data(QueueModel::HazardsRole).toString().isEmpty());
        QVERIFY(veiled.index(0, QueueModel::Type).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void ticksOnlyWhatIsInSight() {
        for (int i = 0; i < 5; ++i)
            Q_UNUSED(m_scene->report());
        PaneDesk desk(*m_scene);
        QueueModel model(desk.seat());
        QueueFilter filter(model);
        QSignalSpy laidOut(&filter, &QueueFilter::layoutChanged);
        QSignalSpy changed(&model, &QueueModel::dataChanged);
        desk.clock->advance(42s);
        model.tick({1, 3});
        QCOMPARE(changed.size(), 4); // two clocks in each of two rows
        QCOMPARE(laidOut.size(), 0);
        QCOMPARE(model.index(1, QueueModel::Age).data().toString(), u"0:42"_s);
    }

    void isOverdueByTheDeadline() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueueModel model(desk.seat());
        const QModelIndex cell = model.index(model.rowOf(incident), QueueModel::Countdown);
        QVERIFY(!cell.data(QueueModel::OverdueRole).toBool());
        desk.clock->advance(70s); // dispatch is due after 60
        model.tick({0});
        QVERIFY(cell.data(QueueModel::OverdueRole).toBool());
        QVERIFY2(cell.data().toString().contains(u"+0:10"_s), qPrintable(cell.data().toString()));
    }

    void closedOnesLeaveInTheEnd() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueueModel model(desk.seat());
        QVERIFY(desk.ask(CloseIncident{incident, code<TypeCode>(u"unfounded"), {}}));
        QCOMPARE(model.rowCount(), 1);
        QueueFilter filter(model);
        QCOMPARE(filter.rowCount(), 0);
        filter.setGroup(QueueFilter::Group::Closed);
        QCOMPARE(filter.rowCount(), 1);
        desk.clock->advance(QueueModel::closedFor + 1s);
        model.tick({});
        QCOMPARE(model.rowCount(), 0);
    }

    void showsAStationWhatIsSentToItOnceItMaySee() {
        const IncidentId elsewhere = m_scene->report(u"collision"_s, 119.5); // in the area of ST02
        PaneDesk desk(*m_scene, u"station:ST01");
        QueueModel model(desk.seat());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(desk.ask(IssueOrder{elsewhere, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}}));
        QCOMPARE(model.rowCount(), 0); // it can still be recalled
        desk.clock->advance(recallWindow + 1s);
        model.tick({});
        QCOMPARE(model.rowCount(), 1);
    }

    void narrowsByWordsAndStation() {
        Q_UNUSED(m_scene->report(u"shouting"_s, 118.5));
        Q_UNUSED(m_scene->report(u"smoke"_s, 119.5));
        PaneDesk desk(*m_scene);
        QueuePane pane(desk.context());
        const auto* table = child<RowTable>(pane, u"queueTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        child<QLineEdit>(pane, u"queueSearch"_s)->setText(u"smo"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        child<QLineEdit>(pane, u"queueSearch"_s)->clear();
        pane.setStation(code<PostId>(u"ST01"));
        QCOMPARE(table->model()->rowCount(), 1);
        child<QTabBar>(pane, u"queueGroups"_s)->setCurrentIndex(int(QueueFilter::Group::Active));
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void dragsOutAnIncident() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueueModel model(desk.seat());
        QVERIFY(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(0, 0), model.index(0, 1)}));
        QCOMPARE(ui::drag::incidentId(mime.get()), incident.toString());
    }

    void dropOfUnitsOrdersTheFirstAsPrimary() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueuePane pane(desk.context());
        pane.resize(1000, 400);
        pane.show();
        QSignalSpy echoed(&pane, &QueuePane::echoed);
        auto* table = child<RowTable>(pane, u"queueTable"_s);
        const std::unique_ptr<QMimeData> mime(ui::drag::unitsData({u"1A12"_s, u"1A14"_s}));
        QVERIFY(drop(*table->viewport(), middleOf(*table, 0), *mime));
        QTRY_COMPARE(desk.orders(incident).size(), 2);
        QCOMPARE(desk.orders(incident).at(0).role, OrderRole::Primary);
        QCOMPARE(desk.orders(incident).at(1).role, OrderRole::Backup);
        QCOMPARE(echoed.value(0).value(0).toString(),
                 u"D 1A12 1A14 "_s +
                     QString::number(m_scene->incident(incident).number % 10000).rightJustified(4, u'0'));
        QTRY_COMPARE(pane.findChildren<QPushButton*>(u"recall"_s).size(), 2);
        pane.findChild<QPushButton*>(u"recall"_s)->click();
        QTRY_VERIFY(std::ranges::any_of(desk.orders(incident),
                                        [](const Order& o) { return o.stage == OrderStage::Recalled; }));
    }

    void hoverTellsWhatADropWouldMeet() {
        const IncidentId other = m_scene->report();
        Q_UNUSED(m_scene->issue(other, u"1A12"));
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QVERIFY(desk.ask(LogOff{code<UnitId>(u"2A01")}));
        QueuePane pane(desk.context());
        pane.resize(1000, 400);
        pane.show();
        auto* table = child<RowTable>(pane, u"queueTable"_s);
        QCOMPARE(idAt(*table, 0), incident); // pending stands first
        const auto* hint = child<QLabel>(pane, u"dropHint"_s);
        const std::unique_ptr<QMimeData> units(ui::drag::unitsData({u"1A12"_s, u"1A14"_s, u"2A01"_s}));
        QVERIFY(hover(*table->viewport(), middleOf(*table, 0), *units));
        QVERIFY(hint->isVisible());
        const QStringList lines = hint->text().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].startsWith(u'!') && lines[0].contains(u"0001"), qPrintable(lines[0]));
        QVERIFY(lines[1].startsWith(u'✓'));
        QVERIFY(lines[2].startsWith(u'✕'));
        const std::unique_ptr<QMimeData> off(ui::drag::unitsData({u"2A01"_s}));
        QVERIFY(!hover(*table->viewport(), middleOf(*table, 1), *off));
        QMimeData foreign;
        foreign.setText(u"1A12"_s);
        QVERIFY(!hover(*table->viewport(), middleOf(*table, 0), foreign));
    }

    void busyUnitIsTakenWithAReasonOnly() {
        const IncidentId other = m_scene->report();
        Q_UNUSED(m_scene->issue(other, u"1A12"));
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueuePane pane(desk.context());
        pane.resize(1000, 400);
        pane.show();
        auto* table = child<RowTable>(pane, u"queueTable"_s);
        const std::unique_ptr<QMimeData> mime(ui::drag::unitsData({u"1A12"_s}));
        QVERIFY(drop(*table->viewport(), middleOf(*table, 0), *mime));
        auto* input = child<QLineEdit>(pane, u"promptInput"_s);
        QVERIFY(input->isVisible());
        QCOMPARE(input->property("question").toString(), u"reason.busy"_s);
        QTest::keyClick(input, Qt::Key_Return); // an empty reason is none
        QVERIFY(input->isVisible());
        QVERIFY(desk.orders(incident).isEmpty());
        QTest::keyClicks(input, u"worse"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_COMPARE(desk.orders(incident).size(), 1);
        QCOMPARE(desk.orders(other).constFirst().stage, OrderStage::Cancelled);
        QVERIFY(!input->isVisible());
    }

    void aMasterIsNamedOnlyAmongWhatTheSeatSees() {
        const IncidentId own = m_scene->report();
        const IncidentId hidden = m_scene->report();
        const IncidentId seen = m_scene->report();
        Q_UNUSED(m_scene->ask(u"bureau", FlagIncident{hidden, IncidentFlag::Sensitive, true}).value());
        PaneDesk desk(*m_scene, u"station:ST01");
        const Situation& situation = desk.situation();
        QVERIFY(desk.seat().sight(*situation.incidents().find(own)) == Sight::Whole);
        QVERIFY(desk.seat().sight(*situation.incidents().find(hidden)) == Sight::Nothing);
        AnswerTo prompts;
        Dispatcher dispatcher(desk.seat(), prompts);
        QSignalSpy echoed(&dispatcher, &Dispatcher::echoed);
        QObject owner;
        const IncidentMenu incidentMenu(desk.seat(), prompts, dispatcher, owner);
        QMenu menu;
        incidentMenu.fill(menu, *situation.incidents().find(own));
        const auto attach = [&](const QString& number) {
            prompts.answer = number;
            for (QAction* action : menu.actions())
                if (action->text() == u"Attach to another incident…"_s)
                    action->trigger();
        };
        attach(u"2"_s);
        QCOMPARE(prompts.complaint, u"Number: no open incident \"2\"."_s); // as if there were none
        QCOMPARE(echoed.size(), 0);
        attach(u"3"_s);
        QTRY_COMPARE(situation.incidents().find(own)->mergedInto, seen);
    }

    void rowKeysNameTheRowsSelected() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        QueuePane pane(desk.context());
        QSignalSpy keys(&pane, &QueuePane::rowKey);
        auto* table = child<RowTable>(pane, u"queueTable"_s);
        table->selectRow(0);
        QCOMPARE(desk.selection.incident(), incident);
        QTest::keyClick(table, Qt::Key_D);
        QCOMPARE(keys.size(), 1);
        QCOMPARE(keys[0][0].value<QList<IncidentId>>(), QList{incident});
        QCOMPARE(keys[0][1].value<Qt::Key>(), Qt::Key_D);
    }

    void staysFluidWithThousands() {
        for (int i = 0; i < 10'000; ++i)
            Q_UNUSED(m_scene->report());
        PaneDesk desk(*m_scene);
        QueuePane pane(desk.context());
        pane.resize(1000, 600);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const IncidentId last = m_scene->report();
        Q_UNUSED(last);
        QElapsedTimer timer;
        timer.start();
        IncidentDetails details;
        details.type = code<TypeCode>(u"traffic");
        QVERIFY(desk.ask(ReportIncident{{u"phone"_s, {}}, details}));
        pane.grab();
        qInfo("report to a painted row among 10,000: %lld ms", timer.elapsed());
        QVERIFY2(timer.elapsed() < 500,
                 qPrintable(QString::number(timer.elapsed()))); // a busy machine; 10 to 20 at rest
    }
};

QTEST_MAIN(QueueTest)
#include "queue_test.moc"
