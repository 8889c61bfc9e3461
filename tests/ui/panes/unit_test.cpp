// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/pane_desk.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/units/unit_filter.h"
#include "ui/panes/units/unit_model.h"
#include "ui/panes/units/unit_pane.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDialog>
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

QStringList callsigns(const QAbstractItemModel& model) {
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, UnitModel::CallsignColumn).data().toString();
    return all;
}

} // namespace

class UnitTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    /// Opens the context menu of a row and triggers the action that says `text`.
    static bool choose(UnitPane& pane, int row, const QString& text) {
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        table->selectRow(row);
        Q_EMIT table->customContextMenuRequested(QPoint(20, table->rowViewportPosition(row) + 2));
        auto* menu = child<QMenu>(pane, u"unitMenu"_s);
        if (!menu)
            return false;
        for (QAction* action : menu->actions())
            if (action->text() == text && action->isEnabled()) {
                action->trigger();
                menu->close();
                return true;
            }
        menu->close();
        return false;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void changesRowsAndNeverStartsOver() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        UnitModel model(desk.seat(), desk.context().fixes);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        UnitFilter filter(model);
        const QAbstractItemModelTester sorted(&filter,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &UnitModel::modelReset);
        QSignalSpy changed(&model, &UnitModel::dataChanged);
        QCOMPARE(callsigns(filter), QStringList({u"1A12"_s, u"1A14"_s, u"2A01"_s}));

        QVERIFY(desk.ask(IssueOrder{incident, code<UnitId>(u"1A14"), OrderRole::Primary, {}, {}}));
        QCOMPARE(changed.size(), 1);
        const int row = model.rowOf(code<UnitId>(u"1A14"));
        QCOMPARE(model.index(row, UnitModel::IncidentColumn).data().toString(), u"0001"_s);
        QCOMPARE(model.index(row, UnitModel::Status).data(UnitModel::StatusRole).toInt(),
                 int(UnitStatus::Dispatched));

        QVERIFY(desk.ask(LogOff{code<UnitId>(u"2A01")}));
        QCOMPARE(callsigns(filter), QStringList({u"1A12"_s, u"1A14"_s})); // on duty only
        QCOMPARE(reset.size(), 0);
    }

    void anIncidentInHandBringsItsUnitsThenTheNearest() {
        const IncidentId incident = m_scene->report(u"collision"_s, 118.55);
        Q_UNUSED(m_scene->issue(incident, u"2A01"));
        PaneDesk desk(*m_scene);
        desk.place(u"1A12", 31.5, 118.65);
        desk.place(u"1A14", 31.5, 118.56, 40min);
        UnitModel model(desk.seat(), desk.context().fixes);
        UnitFilter filter(model);
        model.setInHand(incident);
        QCOMPARE(callsigns(filter), QStringList({u"2A01"_s, u"1A14"_s, u"1A12"_s}));
        const int near = model.rowOf(code<UnitId>(u"1A14"));
        QVERIFY(model.index(near, UnitModel::Distance)
                    .data(UnitModel::StaleRole)
                    .toBool()); // a near car, 40 min ago
        QVERIFY(!model.index(model.rowOf(code<UnitId>(u"1A12")), UnitModel::Distance)
                     .data(UnitModel::StaleRole)
                     .toBool());
        QCOMPARE(model.index(near, UnitModel::FixAge).data().toString(), u"40 min"_s);
        model.setInHand({});
        QCOMPARE(callsigns(filter), QStringList({u"1A12"_s, u"1A14"_s, u"2A01"_s}));
    }

    void dragsOutSeveralUnits() {
        PaneDesk desk(*m_scene);
        UnitModel model(desk.seat(), nullptr);
        const std::unique_ptr<QMimeData> mime(
            model.mimeData({model.index(0, 0), model.index(0, 1), model.index(1, 0)}));
        QCOMPARE(ui::drag::unitIds(mime.get()).size(), 2);
    }

    void dropOfAnIncidentOrdersTheUnit() {
        const IncidentId incident = m_scene->report();
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.resize(800, 400);
        pane.show();
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        const std::unique_ptr<QMimeData> mime(ui::drag::incidentData(incident.toString()));
        const QPoint second(30, table->rowViewportPosition(1) + 4);
        QVERIFY(drop(*table->viewport(), second, *mime));
        QTRY_COMPARE(desk.orders(incident).size(), 1);
        QCOMPARE(desk.orders(incident).constFirst().unit(), code<UnitId>(u"1A14"));
        QVERIFY(!hover(*table->viewport(), second, *mime)); // it has that order already
    }

    void followsAndSetsTheSelection() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        table->selectRow(1);
        QCOMPARE(desk.selection.units(), QSet{code<UnitId>(u"1A14")});
        desk.selection.setUnits({code<UnitId>(u"1A12"), code<UnitId>(u"2A01")});
        QCOMPARE(pane.selected().size(), 2);
    }

    void narrowsByGroup() {
        const IncidentId incident = m_scene->report();
        Q_UNUSED(m_scene->issue(incident, u"1A12"));
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        const auto* table = child<RowTable>(pane, u"unitTable"_s);
        auto* groups = child<QTabBar>(pane, u"unitGroups"_s);
        groups->setCurrentIndex(int(UnitFilter::Group::Available));
        QCOMPARE(callsigns(*table->model()), QStringList({u"1A14"_s, u"2A01"_s}));
        groups->setCurrentIndex(int(UnitFilter::Group::Busy));
        QCOMPARE(callsigns(*table->model()), QStringList({u"1A12"_s}));
    }

    void setsAStatusAndLogsOnAndOff() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.resize(800, 400);
        pane.show();
        const UnitId unit = code<UnitId>(u"1A12");
        child<QTabBar>(pane, u"unitGroups"_s)->setCurrentIndex(int(UnitFilter::Group::All));
        QVERIFY(choose(pane, 0, u"Log off"_s));
        QTRY_COMPARE(desk.situation().units().find(unit)->status, UnitStatus::Off);
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        const int last = table->model()->rowCount() - 1; // off duty stands last
        QVERIFY(choose(pane, last, u"Log on…"_s));
        auto* sheet = child<QDialog>(pane, u"shiftSheet"_s);
        QVERIFY(sheet && sheet->isVisible());
        auto* save = child<QPushButton>(*sheet, u"shift.save"_s);
        child<QLineEdit>(*sheet, u"shift.radio"_s)->setText(u"R-217"_s);
        save->click(); // nobody is on it
        auto* refusal = child<QLabel>(*sheet, u"shift.refusal.crew"_s);
        QTRY_VERIFY(refusal->isVisible());
        QCOMPARE(child<QLineEdit>(*sheet, u"shift.radio"_s)->text(), u"R-217"_s);
        child<QLineEdit>(*sheet, u"shift.crew"_s)->setText(u"王伟，李娜"_s);
        child<QLineEdit>(*sheet, u"shift.vehicle"_s)->setText(u"苏A 1234警"_s);
        child<QLineEdit>(*sheet, u"shift.camera"_s)->setText(u"BWC-08"_s);
        child<QLineEdit>(*sheet, u"shift.weapon"_s)->setText(u"W-3"_s);
        QSignalSpy echoed(&pane, &UnitPane::echoed);
        save->click();
        QTRY_COMPARE(desk.situation().units().find(unit)->crew, QStringList({u"王伟"_s, u"李娜"_s}));
        QCOMPARE(
            desk.situation().units().find(unit)->kit,
            (ShiftKit{
                .vehicle = u"苏A 1234警"_s, .radio = u"R-217"_s, .camera = u"BWC-08"_s, .weapon = u"W-3"_s}));
        QTRY_COMPARE(echoed.size(), 1);
        QVERIFY(echoed.constFirst().constFirst().toString().startsWith(u"ON 1A12"_s));
    }

    /// By key, for a crew that is on: what it was is there to be changed.
    void changesTheKitOfACrewThatIsOn() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.resize(800, 400);
        pane.show();
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_L);
        auto* sheet = child<QDialog>(pane, u"shiftSheet"_s);
        QVERIFY(sheet && sheet->isVisible());
        QVERIFY(!child<QLineEdit>(*sheet, u"shift.crew"_s)->text().isEmpty());
        child<QLineEdit>(*sheet, u"shift.radio"_s)->setText(u"R-9"_s);
        child<QPushButton>(*sheet, u"shift.save"_s)->click();
        QTRY_COMPARE(desk.situation().units().find(code<UnitId>(u"1A12"))->kit.radio, u"R-9"_s);
    }

    void tellsWhatTheCamerasSay() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        const QAbstractItemModel& model = *child<RowTable>(pane, u"unitTable"_s)->model();
        const QModelIndex status = model.index(int(callsigns(model).indexOf(u"1A12"_s)), UnitModel::Status);
        const QString plain = status.data().toString();
        const auto note = [&](CameraSign sign) {
            return desk.ask(NoteCameraSign{code<UnitId>(u"1A12"), sign, {}}, u"machine:camera").has_value();
        };
        QVERIFY(note(CameraSign::Recording));
        QTRY_COMPARE(status.data().toString(), u"⏺ "_s + plain);
        QVERIFY(status.data(Qt::ToolTipRole).toString().endsWith(u"The body camera is recording."));
        QVERIFY(note(CameraSign::WeaponDrawn));
        QTRY_COMPARE(status.data().toString(), u"⏺ weapon drawn · "_s + plain);
        QVERIFY(note(CameraSign::RecordingEnded) && note(CameraSign::WeaponHolstered));
        QTRY_COMPARE(status.data().toString(), plain);
    }

    void aPostsOwnStatusCountsAsItsBase() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.statuses = {{.code = code<TypeCode>(u"meal"),
                               .name = {u"用餐"_s, u"Meal break"_s},
                               .base = UnitStatus::OutOfService}};
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.resize(800, 400);
        pane.show();
        QVERIFY(choose(pane, 0, u"    Meal break"_s));
        const UnitId unit = code<UnitId>(u"1A12");
        QTRY_COMPARE(desk.situation().units().find(unit)->status, UnitStatus::OutOfService);
        const auto* table = child<RowTable>(pane, u"unitTable"_s);
        QCOMPARE(table->model()->index(0, UnitModel::Status).data().toString(), u"Meal break"_s);
        child<QTabBar>(pane, u"unitGroups"_s)->setCurrentIndex(int(UnitFilter::Group::Available));
        QVERIFY(!callsigns(*table->model()).contains(u"1A12"_s));
    }
};

QTEST_MAIN(UnitTest)
#include "unit_test.moc"
