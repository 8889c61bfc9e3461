// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/incident/incident_pane.h"

#include <QLabel>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Who else reported an incident, read on the one that the reports were attached to.
class MergedTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_master;

    /// In ST01's area, or with `east` in ST02's.
    IncidentId report(const QString& caller, double longitude = 118.55) {
        const auto made = m_scene->ask(
            u"bureau",
            ReportIncident{{u"phone"_s, {}},
                           {.text = u"collision"_s,
                            .type = code<TypeCode>(u"traffic"),
                            .level = Level::Routine,
                            .place = {.at = GeoPoint::from(31.5, longitude), .address = u"Gate"_s},
                            .callers = caller.isEmpty()
                                           ? QList<Caller>()
                                           : QList<Caller>{{.name = caller, .phone = u"13900000000"_s}},
                            .hazards = {}}});
        return made ? std::get<IncidentReported>(decode(made->constFirst().fact).value()).incident
                    : IncidentId();
    }
    IncidentId attach(const QString& caller, double longitude = 118.55) {
        const IncidentId id = report(caller, longitude);
        return m_scene->ask(u"bureau", MergeIncident{.incident = id, .into = m_master}) ? id : IncidentId();
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_master = report(u"Li"_s);
    }

    void namesEachReportWithItsCaller() {
        PaneDesk alone(*m_scene);
        IncidentPane before(alone.context());
        alone.selection.setIncident(m_master);
        QVERIFY(child<QLabel>(before, u"detailMerged"_s)->isHidden());

        QVERIFY(!attach(u"Wang"_s).isNull());
        QVERIFY(!attach({}).isNull());
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        desk.selection.setIncident(m_master);
        const auto* merged = child<QLabel>(pane, u"detailMerged"_s);
        QVERIFY(!merged->isHidden());
        QCOMPARE(merged->accessibleDescription(), u"Also reported ×2: Wang 13900000000 as 0002; 0003"_s);
        QVERIFY(child<QLabel>(pane, u"detailCallers"_s)->text().contains(u"Li 13900000000"_s));
    }

    void keepsToALineWhereTheyAreMany() {
        for (int i = 0; i < 9; ++i)
            QVERIFY(!attach(u"caller %1"_s.arg(i)).isNull());
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(480, 700);
        desk.selection.setIncident(m_master);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        const auto* merged = child<QLabel>(pane, u"detailMerged"_s);
        QTRY_VERIFY2(merged->text().startsWith(u"Also reported ×9: caller 0 1"_s),
                     qPrintable(merged->text()));
        QVERIFY(merged->text().endsWith(u'…'));
        QVERIFY(merged->height() < 2 * merged->fontMetrics().lineSpacing());
        QCOMPARE(merged->toolTip().count(u'\n'), 8);
    }

    void namesNobodyWhoIsConfidentialHere() {
        const IncidentId id = attach(u"Wang"_s);
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{id, IncidentFlag::ConfidentialCaller, true}));
        PaneDesk station(*m_scene, u"station:ST01");
        IncidentPane pane(station.context());
        station.selection.setIncident(m_master);
        QCOMPARE(child<QLabel>(pane, u"detailMerged"_s)->accessibleDescription(),
                 u"Also reported ×1: confidential as 0002"_s);
        QVERIFY(!child<QLabel>(pane, u"detailMerged"_s)->toolTip().contains(u"Wang"_s));
    }

    void namesNobodyToVisitors() {
        QVERIFY(!attach(u"Wang"_s).isNull());
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        desk.selection.setIncident(m_master);
        const auto* merged = child<QLabel>(pane, u"detailMerged"_s);
        QVERIFY(merged->toolTip().contains(u"Wang"_s));
        desk.seat().setWall(true);
        QCOMPARE(merged->accessibleDescription(), u"Also reported ×1: confidential as 0002"_s);
        QVERIFY(!merged->toolTip().contains(u"Wang"_s));
    }

    void leavesOutWhatAStationMayNotSee() {
        QVERIFY(!attach(u"Wang"_s, 119.5).isNull()); // in the neighbour's area
        PaneDesk station(*m_scene, u"station:ST01");
        IncidentPane pane(station.context());
        station.selection.setIncident(m_master);
        QVERIFY(child<QLabel>(pane, u"detailMerged"_s)->isHidden());
    }
};

QTEST_MAIN(MergedTest)
#include "merged_test.moc"
