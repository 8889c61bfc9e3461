// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/support/street_grid.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/escape_bar.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/map/ring_tools.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The map's rings: they follow the selection, and the escape ring names who can cut it.
class RingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ringsFollowTheSelection();
    void aStationsReachUntilSomethingElseIsSelected();
    void theEscapeRingNamesWhoCanCutIt();
    void saysWhatIsWrong();
    void saysWhereThereIsNoMap();

private:
    QTemporaryDir m_folder; ///< a package's roads
};

void RingTest::initTestCase() {
    QVERIFY(writeStreetGrid(m_folder.path(), {31.5, 118.55})); // around the scene's incident
}

void RingTest::ringsFollowTheSelection() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    PaneDesk desk(scene);
    maps::GeoService places(maps::GeoService::forPackage(m_folder.path(), false));
    MapPane pane(desk.context(), nullptr, &places);
    RingTools& tools = pane.rings();
    tools.setRingsShown(true);
    QVERIFY(tools.rings().empty());
    desk.selection.setIncident(incident);
    QTRY_COMPARE(tools.rings().size(), 3U);
    QCOMPARE(tools.rings()[0].seconds, 60.0);
    const auto place = desk.situation().incidents().find(incident)->details.place.at;
    QVERIFY(place && tools.rings()[0].contains(place->coordinate()));
    desk.selection.setIncident(IncidentId());
    QTRY_VERIFY(tools.rings().empty());
    tools.setRingsShown(false);
    QVERIFY(!tools.areRingsShown());
}

void RingTest::aStationsReachUntilSomethingElseIsSelected() {
    Scene scene;
    scene.furnish();
    const Post near{code<PostId>(u"ST03"),
                    Tier::Station,
                    {u"近江派出所"_s, u"Jinjiang"_s},
                    GeoPoint::from(31.512, 118.532),
                    {}};
    QVERIFY(scene.ask(u"bureau", DefinePost{near}));
    const IncidentId incident = scene.report();
    PaneDesk desk(scene);
    maps::GeoService places(maps::GeoService::forPackage(m_folder.path(), false));
    MapPane pane(desk.context(), nullptr, &places);
    RingTools& tools = pane.rings();
    tools.setRingsShown(true);
    const Post* station = desk.situation().posts().find(code<PostId>(u"ST03"));
    QVERIFY(station && station->at);
    tools.setStation(station->id);
    QTRY_COMPARE(tools.rings().size(), 3U);
    QVERIFY(tools.rings()[0].contains(must(station->at).coordinate()));
    const QGeoCoordinate job =
        must(desk.situation().incidents().find(incident)->details.place.at).coordinate();
    QVERIFY(!tools.rings()[0].contains(job));
    desk.selection.setIncident(incident);
    QTRY_VERIFY(!tools.rings().empty() && tools.rings()[0].contains(job));
    tools.setStation(station->id);
    QTRY_VERIFY(!tools.rings().empty() && !tools.rings()[0].contains(job));
    tools.setStation({}); // back to what is selected
    QTRY_VERIFY(!tools.rings().empty() && tools.rings()[0].contains(job));
}

void RingTest::theEscapeRingNamesWhoCanCutIt() {
    Scene scene;
    scene.furnish();
    const IncidentId incident = scene.report();
    PaneDesk desk(scene);
    const GeoPoint place = must(desk.situation().incidents().find(incident)->details.place.at);
    desk.place(u"1A12", place.coordinate().latitude() + 0.006, place.coordinate().longitude());
    maps::GeoService places(maps::GeoService::forPackage(m_folder.path(), false));
    MapPane pane(desk.context(), nullptr, &places);
    desk.selection.setIncident(incident);
    pane.rings().beginEscape(place, desk.clock->now() - 30s);
    auto* told = child<QLabel>(pane, u"escape.told"_s);
    QVERIFY(told);
    QTRY_VERIFY2(told->text().contains(u"1A12"_s), qPrintable(told->text()));
    QVERIFY(pane.rings().escape());
    QVERIFY(must(pane.rings().escape()).now.contains(place.coordinate()));
    const double width = must(pane.rings().escape()).now.areas.first().boundingGeoRectangle().width();
    child<QComboBox>(pane, u"escape.speed"_s)->setCurrentIndex(1); // on foot: a smaller ring
    QTRY_VERIFY(pane.rings().escape() &&
                must(pane.rings().escape()).now.areas.first().boundingGeoRectangle().width() < width / 2);
    QTest::keyClick(child<QComboBox>(pane, u"escape.speed"_s), Qt::Key_Escape);
    QVERIFY(!pane.rings().escape());
    QVERIFY(pane.rings().bar().isHidden());
}

void RingTest::saysWhatIsWrong() {
    Scene scene;
    scene.furnish();
    scene.report();
    PaneDesk desk(scene);
    maps::GeoService places(maps::GeoService::forPackage(m_folder.path(), false));
    MapPane pane(desk.context(), nullptr, &places);
    auto* told = child<QLabel>(pane, u"escape.told"_s);
    const GeoPoint here = must(GeoPoint::from(QGeoCoordinate(31.5, 118.55)));
    pane.rings().beginEscape(here, desk.clock->now() + 60s);
    QTRY_COMPARE(told->text(), u"The start lies in the future."_s);
    pane.rings().beginEscape(here, desk.clock->now() - 24h * 365);
    QTRY_VERIFY(told->text().startsWith(u"More than two hours ago"_s));
    pane.rings().beginEscape(must(GeoPoint::from(QGeoCoordinate(10, 10))), desk.clock->now());
    QTRY_COMPARE(told->text(), u"There is no road near the place."_s);
}

void RingTest::saysWhereThereIsNoMap() {
    Scene scene;
    scene.furnish();
    PaneDesk desk(scene);
    MapPane pane(desk.context(), nullptr, nullptr);
    QSignalSpy told(&pane.rings(), &RingTools::told);
    pane.rings().setRingsShown(true);
    QCOMPARE(told.size(), 1);
    QVERIFY(!pane.rings().areRingsShown());
    pane.rings().beginEscape();
    QCOMPARE(told.size(), 2);
}

} // namespace tridesk::test

QTEST_MAIN(tridesk::test::RingTest)
#include "ring_test.moc"
