// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/pane_desk.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/drop_preview.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/incident/advice_model.h"
#include "ui/panes/incident/incident_pane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who should go, in the incident pane: without roads, so that the straight line says it.
class AdviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
    }

    void ranksWhoIsNear() {
        Desk desk(*m_scene);
        desk.place();
        desk.selection.setIncident(m_incident);
        QTRY_COMPARE(desk.model().rowCount(), 2); // 2A01 is a county away
        QCOMPARE(desk.model().unitAt(0), code<UnitId>(u"1A14"));
        QCOMPARE(desk.model().index(0, 0).data(AdviceModel::RoleRole).toString(), u"primary"_s);
        QCOMPARE(desk.model().index(1, 0).data(AdviceModel::RoleRole).toString(), QString());
        QVERIFY(desk.model().index(0, AdviceModel::Time).data().toString().startsWith(u'≈'));
    }

    void followsWhoMoves() {
        Desk desk(*m_scene);
        desk.place();
        desk.selection.setIncident(m_incident);
        QTRY_COMPARE(desk.model().unitAt(0), code<UnitId>(u"1A14"));
        desk.clock->advance(1s); // of two fixes the one measured later counts
        desk.placeOne(u"1A12", 118.551);
        QTRY_COMPARE(desk.model().unitAt(0), code<UnitId>(u"1A12"));
    }

    void sendsTheProposedAndKeepsWhatWasShown() {
        Desk desk(*m_scene);
        desk.place();
        desk.selection.setIncident(m_incident);
        auto* assign = child<QPushButton>(desk.pane, u"adviceAssign"_s);
        QTRY_VERIFY(assign->isEnabled());
        assign->click();
        QTRY_COMPARE(desk.orders(m_incident).size(), 1);
        QCOMPARE(desk.orders(m_incident).constFirst().unit(), code<UnitId>(u"1A14"));
        const auto history = desk.seat().history(m_incident);
        QTRY_VERIFY(history.isFinished());
        QList<ShownPick> shown;
        for (const Entry& entry : history.result())
            if (const auto fact = decode(entry.fact))
                if (const auto* order = std::get_if<OrderIssued>(&*fact))
                    shown = order->shown;
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown.first().unit, code<UnitId>(u"1A14"));
        QVERIFY(shown.first().reasons.contains(u"estimated_time"_s));
        QTRY_VERIFY(!assign->isEnabled()); // one was wanted
    }

    void sendsARowByKeyAndGivesItToADrag() {
        Desk desk(*m_scene);
        desk.place();
        desk.selection.setIncident(m_incident);
        QTRY_COMPARE(desk.model().rowCount(), 2);
        auto* table = child<RowTable>(desk.pane, u"adviceTable"_s);
        const std::unique_ptr<QMimeData> mime(desk.model().mimeData({desk.model().index(1, 0)}));
        QCOMPARE(ui::drag::unitIds(mime.get()), QStringList({u"1A12"_s}));
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_D);
        QTRY_COMPARE(desk.orders(m_incident).size(), 1);
        QCOMPARE(desk.orders(m_incident).constFirst().unit(), code<UnitId>(u"1A12"));
    }

    void saysWhatIsMissing() {
        Desk desk(*m_scene);
        desk.selection.setIncident(m_incident);
        auto* missing = child<QLabel>(desk.pane, u"adviceShortfall"_s);
        QTRY_VERIFY(missing->text().contains(u"position unknown 3"_s));
        QVERIFY(!child<QPushButton>(desk.pane, u"adviceAssign"_s)->isEnabled());
    }

    void aHoveringUnitIsToldItsTime() {
        Desk desk(*m_scene);
        desk.place();
        const PaneContext context = desk.contextWithAdvisor();
        // The answer comes with the first look where the machine is quicker than the hand, or some time
        // after.
        QTRY_VERIFY(dropPreview(context, m_incident, {code<UnitId>(u"1A14")}).text.contains(u"≈"_s));
        const DropPreview told = dropPreview(context, m_incident, {code<UnitId>(u"1A14")});
        QVERIFY(told.accept);
        QVERIFY(told.text.contains(u"1A14"_s));
    }

private:
    struct Desk : PaneDesk {
        explicit Desk(const Scene& scene)
            : PaneDesk(scene)
            , advisor(seat(), context().fixes, nullptr)
            , pane(contextWithAdvisor()) {
            pane.resize(520, 800);
            pane.show();
            new QAbstractItemModelTester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         this->guard.get());
        }
        PaneContext contextWithAdvisor() {
            PaneContext context = this->context();
            context.advisor = &advisor;
            return context;
        }
        AdviceModel& model() {
            return *qobject_cast<AdviceModel*>(child<RowTable>(pane, u"adviceTable"_s)->model());
        }
        void place() {
            placeOne(u"1A12", 118.56);
            placeOne(u"1A14", 118.555);
            placeOne(u"2A01", 119.5);
        }
        void placeOne(QStringView unit, double longitude) { PaneDesk::place(unit, 31.5, longitude); }

        std::unique_ptr<QObject> guard = std::make_unique<QObject>();
        Advisor advisor;
        IncidentPane pane;
    };

    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
};

} // namespace tridesk::test

QTEST_MAIN(tridesk::test::AdviceTest)
#include "advice_test.moc"
