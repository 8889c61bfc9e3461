// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const QList<GeoPoint> corners = {must(GeoPoint::from(31.50, 118.50)), must(GeoPoint::from(31.50, 118.51)),
                                 must(GeoPoint::from(31.51, 118.51))};

PlotDetails plot(PlotShape shape, const QList<GeoPoint>& points, const QString& label = {}) {
    return {shape, points, label, PlotColour::Blue, {}, {}};
}

} // namespace

// Drawings, named places and cameras.
class MapTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;

    PlotId draw(const PlotDetails& details) {
        const auto made = m_scene->ask(u"bureau", DrawPlot{{}, details});
        return std::get<PlotDrawn>(decode(made->first().fact).value()).plot;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void aDrawingIsDrawnChangedAndErased() {
        const PlotId id = draw(plot(PlotShape::Cordon, corners, u"outer"_s));
        const Instant drawnAt = m_scene->clock.now();
        m_scene->clock.advance(std::chrono::seconds(5));
        QCOMPARE(m_scene->situation.plots().find(id)->by, u"bureau"_s);
        QCOMPARE(m_scene->ask(u"bureau", DrawPlot{id, plot(PlotShape::Cordon, corners, u"outer"_s)})->size(),
                 0);
        QCOMPARE(m_scene->ask(u"bureau", DrawPlot{id, plot(PlotShape::Zone, corners, u"inner"_s)})->size(),
                 1);
        const Plot& changed = *m_scene->situation.plots().find(id);
        QCOMPARE(changed.details.label, u"inner"_s);
        QCOMPARE(changed.drawnAt, drawnAt);
        QCOMPARE(changed.changedAt, m_scene->clock.now());
        QVERIFY(m_scene->ask(u"bureau", ErasePlot{id}));
        QVERIFY(m_scene->situation.plots().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ErasePlot{id})).code, RefusalCode::UnknownPlot);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DrawPlot{id, plot(PlotShape::Zone, corners)})).code,
                 RefusalCode::UnknownPlot);
    }

    void aDrawingNeedsItsPoints_data() {
        QTest::addColumn<PlotShape>("shape");
        QTest::addColumn<int>("points");
        QTest::addColumn<bool>("taken");
        QTest::newRow("point") << PlotShape::Point << 1 << true;
        QTest::newRow("nowhere") << PlotShape::Point << 0 << false;
        QTest::newRow("two points") << PlotShape::Point << 2 << false;
        QTest::newRow("line") << PlotShape::Line << 2 << true;
        QTest::newRow("dot") << PlotShape::Arrow << 1 << false;
        QTest::newRow("zone") << PlotShape::Zone << 3 << true;
        QTest::newRow("flat") << PlotShape::Cordon << 2 << false;
        QTest::newRow("endless") << PlotShape::Line << 5'001 << false;
    }

    void aDrawingNeedsItsPoints() {
        QFETCH(PlotShape, shape);
        QFETCH(int, points);
        QFETCH(bool, taken);
        const PlotDetails details = plot(shape, QList<GeoPoint>(points, corners.first()), u"x"_s);
        const auto made = m_scene->ask(u"bureau", DrawPlot{{}, details});
        QCOMPARE(made.has_value(), taken);
        if (!taken)
            QCOMPARE(refusalOf(made).field, u"points"_s);
    }

    void aDrawingRefusesWhatCannotBe() {
        PlotDetails details = plot(PlotShape::Point, {corners.first()});
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DrawPlot{{}, details})).field, u"label"_s);
        details.label = QString(401, u'x');
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DrawPlot{{}, details})).code, RefusalCode::TooLong);
        details.label = u"gate"_s;
        details.expiresAt = m_scene->clock.now();
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DrawPlot{{}, details})).field, u"expires_at"_s);
        details.expiresAt.reset();
        details.incident = IncidentId(QUuid(99, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DrawPlot{{}, details})).code,
                 RefusalCode::UnknownIncident);
        details.incident = m_scene->report();
        QVERIFY(m_scene->ask(u"bureau", DrawPlot{{}, details}));
    }

    void aPlaceIsNamedOnce() {
        const NamedPlaceDetails details{u"老百货"_s, corners.first(), u"alias"_s, u"解放路1号"_s};
        QCOMPARE(m_scene->ask(u"bureau", NamePlace{{}, details})->size(), 1);
        QCOMPARE(m_scene->ask(u"bureau", NamePlace{{}, details})->size(), 0);
        NamedPlaceDetails other = details;
        other.address = u"解放路2号"_s;
        QCOMPARE(m_scene->ask(u"bureau", NamePlace{{}, other})->size(), 1); // corrected, not doubled
        QCOMPARE(m_scene->situation.places().size(), 1);
        other.at = corners.last();
        QCOMPARE(m_scene->ask(u"bureau", NamePlace{{}, other})->size(), 1); // elsewhere: another place
        QCOMPARE(m_scene->situation.places().size(), 2);
    }

    void aPlaceIsRenamedAndForgotten() {
        NamedPlaceDetails details{u"the Crab"_s, corners.first(), {}, {}};
        QVERIFY(m_scene->ask(u"bureau", NamePlace{{}, details}));
        const NamedPlaceId id = m_scene->situation.placeNamed(u"the Crab"_s, corners.first())->id;
        details.name = u"Crab Inn"_s;
        QVERIFY(m_scene->ask(u"bureau", NamePlace{id, details}));
        QVERIFY(!m_scene->situation.placeNamed(u"the Crab"_s, corners.first()));
        QCOMPARE(m_scene->situation.placeNamed(u"Crab Inn"_s, corners.first())->id, id);
        details.name = u"  "_s;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", NamePlace{id, details})).code, RefusalCode::Missing);
        QVERIFY(m_scene->ask(u"bureau", ForgetPlace{id}));
        QVERIFY(!m_scene->situation.placeNamed(u"Crab Inn"_s, corners.first()));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ForgetPlace{id})).code, RefusalCode::UnknownPlace);
    }

    void aCameraIsDefinedAndRetired() {
        Camera camera{code<CameraId>(u"CAM1"), {u"东门"_s, {}}, corners.first(), 359};
        QCOMPARE(m_scene->ask(u"bureau", DefineCamera{camera})->size(), 1);
        QCOMPARE(m_scene->ask(u"bureau", DefineCamera{camera})->size(), 0);
        camera.heading = 360;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefineCamera{camera})).field, u"heading"_s);
        camera.heading.reset();
        camera.name = {};
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefineCamera{camera})).code, RefusalCode::Missing);
        QVERIFY(m_scene->ask(u"bureau", RetireCamera{camera.id}));
        QVERIFY(m_scene->situation.cameras().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RetireCamera{camera.id})).code,
                 RefusalCode::UnknownCamera);
    }
};

QTEST_GUILESS_MAIN(MapTest)
#include "map_test.moc"
