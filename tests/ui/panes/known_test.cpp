// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/incident/history_strip.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/incident/plan_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is known before anybody is sent: earlier visits, notes on the place, the plan.
class KnownTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    IncidentId report(const QString& address, const QList<Caller>& callers = {},
                      QStringView type = u"traffic", Level level = Level::Routine) {
        const auto made = m_scene->ask(u"bureau", ReportIncident{{u"phone"_s, {}},
                                                                 {u"collision"_s,
                                                                  code<TypeCode>(type),
                                                                  level,
                                                                  {GeoPoint::from(31.5, 118.55), address},
                                                                  callers,
                                                                  {}}});
        return std::get<IncidentReported>(decode(made.value().constFirst().fact).value()).incident;
    }

    /// Looks that are on record, as they were journalled.
    static QList<LookRecorded> looks(const PaneDesk& desk) {
        QList<LookRecorded> found;
        for (const Entry& entry : desk.entries())
            if (const auto fact = decode(entry.fact))
                if (const auto* look = std::get_if<LookRecorded>(&*fact))
                    found << *look;
        return found;
    }

    static QStringList kinds(PaneDesk& desk, const IncidentId& incident) {
        const auto history = desk.seat().history(incident);
        QStringList all;
        if (QTest::qWaitFor([&] { return history.isFinished(); }, 20'000))
            for (const Entry& entry : history.result())
                all << entry.fact.kind;
        return all;
    }

    /// The form within the pane has such parts too.
    static const QWidget& known(const IncidentPane& pane) {
        return *child<QWidget>(pane, u"incident.known"_s);
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void tellsEarlierVisitsAndRecordsTheLookOnce() {
        report(u"解放路 1 号"_s);
        m_scene->clock.advance(1h);
        const IncidentId second = report(u"解放路 1 号"_s, {{u"王"_s, u"13800138000"_s}});
        QVERIFY(m_scene->ask(u"bureau", AmendIncident{.incident = second,
                                                      .text = {},
                                                      .type = {},
                                                      .level = {},
                                                      .place = {},
                                                      .callers = {},
                                                      .hazards = Hazards{.weapon = true},
                                                      .reason = {}}));
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{second, code<TypeCode>(u"handled"), {}}));
        m_scene->clock.advance(24h);
        const IncidentId third = report(u"解放路1号"_s, {{u"王"_s, u"+86 13800138000"_s}});
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(520, 900);
        pane.show();
        desk.selection.setIncident(third);
        auto* title = child<QLabel>(known(pane), u"history.title"_s);
        QTRY_VERIFY(title->isVisible());
        QVERIFY2(title->toolTip().startsWith(
                     u"Third visit this week · 2 earlier here · ☎ 1 earlier of this caller"_s),
                 qPrintable(title->toolTip()));
        pane.toggleHistory();
        auto* newest = child<QPushButton>(known(pane), u"history.view.0"_s);
        QVERIFY2(newest->toolTip().contains(u"Weapon"_s), qPrintable(newest->toolTip()));
        QVERIFY(newest->toolTip().startsWith(u"1 d ago"_s));
        QVERIFY(newest->toolTip().contains(u"same caller"_s));
        QTRY_COMPARE(looks(desk).size(), 2);
        QCOMPARE(looks(desk)[0],
                 (LookRecorded{LookKind::AddressHistory, u"解放路1号"_s, looks(desk)[0].reason}));
        QCOMPARE(looks(desk)[1].kind, LookKind::CallerHistory);
        QCOMPARE(looks(desk)[1].subject, u"+86 13800138000"_s);
        pane.toggleHistory();
        QVERIFY(desk.ask(AddNote{third, u"x"_s}));
        pane.repaint();
        QVERIFY(desk.ask(AddNote{third, u"y"_s}));
        QCOMPARE(looks(desk).size(), 2); // the same look
        QTest::mouseClick(child<QPushButton>(known(pane), u"history.open"_s), Qt::LeftButton);
        QTRY_VERIFY(!child<QPushButton>(known(pane), u"history.view.0"_s)->visibleRegion().isEmpty());
        QTest::mouseClick(child<QPushButton>(known(pane), u"history.view.0"_s), Qt::LeftButton);
        QCOMPARE(desk.selection.incident(), second);
    }

    void hidesWhatTheSeatMayNotRead() {
        const IncidentId hidden = report(u"解放路 1 号"_s, {{u"王"_s, u"13800138000"_s}});
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{hidden, IncidentFlag::Sensitive, true}));
        const IncidentId secret = report(u"别处 2 号"_s, {{u"王"_s, u"13800138000"_s}});
        AmendIncident away;
        away.incident = secret;
        away.place = Place{GeoPoint::from(31.5, 118.4), u"别处 2 号"_s};
        QVERIFY(m_scene->ask(u"bureau", away));
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{secret, IncidentFlag::ConfidentialCaller, true}));
        const IncidentId now = report(u"解放路 1 号"_s, {{u"王"_s, u"13800138000"_s}});
        PaneDesk desk(*m_scene, u"station:ST01");
        IncidentPane pane(desk.context());
        pane.resize(520, 900);
        pane.show();
        auto* strip = known(pane).findChild<HistoryStrip*>();
        QVERIFY(strip);
        QSignalSpy looked(strip, &HistoryStrip::looked);
        desk.selection.setIncident(now);
        QTRY_COMPARE(looked.size(), 1);
        QVERIFY(strip->history().isEmpty());
        QVERIFY(strip->isHidden());
        QVERIFY(looks(desk).isEmpty());
    }

    void looksBackWhileItIsTypedAndNotOnAWall() {
        report(u"解放路 1 号"_s);
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context());
        form.resize(460, 700);
        form.show();
        form.setPlace(must(GeoPoint::from(31.5, 118.55)), u"解放路 1 号"_s);
        auto* strip = form.findChild<HistoryStrip*>();
        QTRY_VERIFY(strip->isVisible());
        QTRY_COMPARE(looks(desk).size(), 1);
        QCOMPARE(looks(desk)[0].reason, u"New incident"_s);
        desk.seat().setWall(true);
        QVERIFY(strip->isHidden());
    }

    void showsTheNotesOfThePlaceAtOnce() {
        const IncidentId id = report(u"解放路 1 号"_s);
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(520, 900);
        pane.show();
        desk.selection.setIncident(id);
        auto* strip = child<QWidget>(known(pane), u"premiseStrip"_s);
        QVERIFY(strip->isHidden());
        QVERIFY(desk.ask(NotePremise{{},
                                     {.kind = PremiseKind::Hazard,
                                      .words = u"gas bottles"_s,
                                      .at = GeoPoint::from(31.5, 118.55),
                                      .radius = 50,
                                      .area = {},
                                      .address = {},
                                      .expiresAt = {}}}));
        QVERIFY(strip->isVisible());
        auto* row = child<QPushButton>(known(pane), u"premise.note.0"_s);
        QCOMPARE(row->toolTip(), u"▲ Hazard: gas bottles"_s);
        QSignalSpy asked(&pane, &IncidentPane::noteAsked);
        QTRY_VERIFY(!row->visibleRegion().isEmpty());
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        desk.seat().setWall(true);
        QVERIFY(strip->isHidden());
    }

    void ticksThePlan() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.plans = {{code<TypeCode>(u"crash"),
                            {{}, u"Crash"_s},
                            code<TypeCode>(u"traffic"),
                            {},
                            {{code<TypeCode>(u"ambulance"), {{}, u"Call an ambulance"_s}, 2min},
                             {code<TypeCode>(u"warn"), {{}, u"Warn the traffic"_s}, 5min},
                             {code<TypeCode>(u"clear"), {{}, u"Clear the road"_s}, 0min}}}};
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        const IncidentId id = report(u"解放路 1 号"_s);
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(520, 900);
        pane.show();
        desk.selection.setIncident(id);
        auto* title = child<QLabel>(pane, u"plan.title"_s);
        QCOMPARE(title->text(), u"Plan: Crash, 0 of 3 done"_s);
        auto* first = child<QCheckBox>(pane, u"plan.step.0"_s);
        QCOMPARE(first->text(), u"Call an ambulance – 2:00"_s);
        desk.clock->advance(3min);
        pane.findChild<PlanPanel*>()->tick();
        QCOMPARE(first->text(), u"! Call an ambulance – +1:00"_s);
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(10, first->height() / 2));
        QTRY_COMPARE(title->text(), u"Plan: Crash, 1 of 3 done"_s);
        QCOMPARE(first->text(), u"Warn the traffic – 2:00"_s); // the next one
        pane.togglePlan();
        QVERIFY(child<QCheckBox>(pane, u"plan.step.2"_s)->isVisible());
        QVERIFY(first->isChecked());
        QVERIFY(first->text().startsWith(u"Call an ambulance – done"_s));
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(10, first->height() / 2));
        QTRY_COMPARE(title->text(), u"Plan: Crash, 0 of 3 done"_s);
    }

    /// Nobody reads who called between the report and its mark.
    void marksAConfidentialCallerBeforeItIsTold() {
        PaneDesk desk(*m_scene);
        IncidentForm form(desk.context());
        form.show();
        QTest::keyClicks(child<QLineEdit>(form, u"callerPhone"_s), u"13800138000"_s);
        QTest::mouseClick(child<QCheckBox>(form, u"callerAnonymous"_s), Qt::LeftButton);
        QVERIFY(!child<QLineEdit>(form, u"callerName"_s)->isEnabled());
        auto* confidential = child<QCheckBox>(form, u"callerConfidential"_s);
        QTest::mouseClick(confidential, Qt::LeftButton, {}, QPoint(10, confidential->height() / 2));
        child<QPlainTextEdit>(form, u"incidentText"_s)->setPlainText(u"they sell drugs"_s);
        QSignalSpy finished(&form, &IncidentForm::finished);
        form.submit();
        QTRY_COMPARE(finished.size(), 1);
        const Incident* incident = desk.situation().incidents().find(form.incident());
        QVERIFY(incident && incident->has(IncidentFlag::ConfidentialCaller));
        QCOMPARE(incident->details.callers.value(0).phone, u"13800138000"_s);
        QCOMPARE(incident->details.callers.value(0).name, u"Anonymous"_s);
        QCOMPARE(kinds(desk, form.incident()),
                 QStringList({u"incident.reported"_s, u"incident.flagged"_s, u"incident.amended"_s}));
        for (const Entry& entry : desk.entries())
            if (entry.fact.kind == u"incident.reported"_s)
                QVERIFY(!entry.fact.payload.contains("13800138000"));
    }
};

QTEST_MAIN(KnownTest)
#include "known_test.moc"
