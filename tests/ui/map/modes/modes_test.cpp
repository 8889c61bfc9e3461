// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each mode of the map by real mouse and keys on a real canvas, and what is measured against known figures.

#include "tests/support/must.h"
#include "ui/map/canvas.h"
#include "ui/map/map_layer.h"
#include "ui/map/modes/circle_mode.h"
#include "ui/map/modes/corner_mode.h"
#include "ui/map/modes/map_modes.h"
#include "ui/map/modes/measure.h"
#include "ui/map/modes/measure_mode.h"
#include "ui/map/modes/path_mode.h"
#include "ui/map/modes/stroke_mode.h"
#include "ui/map/plot_layer.h"

#include <QImage>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk::ui;
using namespace tridesk::test;

namespace {

const QGeoCoordinate nanjing(32.0603, 118.7969);

QPointF mercator(double latitude, double longitude) {
    return toMercator(QGeoCoordinate(latitude, longitude));
}

} // namespace

class ModesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_canvas = std::make_unique<MapCanvas>();
        m_canvas->resize(600, 400);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_canvas->lookAt(nanjing, 15);
        m_modes = std::make_unique<MapModes>(*m_canvas);
        m_last = {};
        m_done.clear();
    }
    void cleanup() {
        m_modes.reset();
        m_canvas.reset();
    }

    void circleHoldsWhatItsRimGoesRound_data() {
        QTest::addColumn<double>("bearing");
        for (const double bearing : {0.0, 37.0, 90.0, 211.5})
            QTest::addRow("%g", bearing) << bearing;
    }
    void circleHoldsWhatItsRimGoesRound() {
        QFETCH(double, bearing);
        m_canvas->setView(m_canvas->view().withBearing(bearing));
        m_modes->enter(std::make_unique<CircleMode>(m_modes->ground(), calls()));
        drag({300, 200}, {{340, 230}, {380, 200}});
        QCOMPARE(m_done.size(), 1);
        const ModeShape& circle = m_done.first();
        for (const auto& [pixel, inside] : {std::pair(QPointF(378, 200), true),
                                            {QPointF(300, 122), true},
                                            {QPointF(382, 200), false},
                                            {QPointF(360, 260), false}})
            QCOMPARE(circle.contains(m_canvas->view().toMercatorPoint(pixel)), inside);
        QVERIFY(m_modes->isOn()); // the next may be drawn
    }

    void aClickIsNoCircle() {
        m_modes->enter(std::make_unique<CircleMode>(m_modes->ground(), calls()));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {300, 200});
        QVERIFY(m_done.isEmpty());
    }

    void polygonByClicksBackspaceAndEnter() {
        enterPath(true);
        for (const QPoint at : {QPoint(100, 100), QPoint(200, 100), QPoint(500, 390), QPoint(200, 200)}) {
            click(at);
            if (at == QPoint(500, 390))
                QTest::keyClick(m_canvas.get(), Qt::Key_Backspace);
        }
        QVERIFY(m_done.isEmpty());
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(m_done.size(), 1);
        QCOMPARE(m_done.first().points.size(), 3);
        QVERIFY(m_done.first().contains(m_canvas->view().toMercatorPoint({180, 120})));
        QVERIFY(!m_done.first().contains(m_canvas->view().toMercatorPoint({300, 300})));
    }

    void doubleClickEndsWithoutACornerTwice() {
        enterPath(false);
        click({100, 100});
        click({200, 150});
        click({300, 100});
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, {300, 100});
        QCOMPARE(m_done.size(), 1);
        QCOMPARE(m_done.first().points.size(), 3);
    }

    void twoCornersAreNoPolygon() {
        enterPath(true);
        click({100, 100});
        click({200, 150});
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QVERIFY(m_done.isEmpty());
    }

    void dragBetweenClicksMovesTheMap() {
        enterPath(true);
        click({100, 100});
        const QPointF before = m_canvas->view().centre();
        drag({300, 200}, {{330, 200}, {360, 200}});
        QVERIFY(m_canvas->view().centre().x() < before.x());
        click({200, 100});
        click({200, 200});
        QTest::keyClick(m_canvas.get(), Qt::Key_Enter);
        QCOMPARE(m_done.value(0).points.size(), 3);
    }

    void escapeLeavesEveryMode() {
        enterPath(true);
        QSignalSpy left(m_modes.get(), &MapModes::left);
        click({100, 100});
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_modes->isOn());
        QCOMPARE(left.size(), 1);
        QCOMPARE(m_canvas->cursor().shape(), Qt::ArrowCursor);
    }

    void lassoThatCrossesItselfHoldsBothLoops() {
        m_modes->enter(std::make_unique<StrokeMode>(m_modes->ground(), true, calls()));
        drag({100, 100}, {{200, 200}, {300, 100}, {300, 200}, {200, 100}, {100, 200}});
        QCOMPARE(m_done.size(), 1);
        for (const QPointF at : {QPointF(120, 150), QPointF(280, 150)})
            QVERIFY(m_done.first().contains(m_canvas->view().toMercatorPoint(at)));
        QVERIFY(!m_done.first().contains(m_canvas->view().toMercatorPoint({200, 60})));
    }

    void strokesAreSimplifiedWithinTheirTolerance() {
        QPolygonF stroke;
        for (int i = 0; i <= 200; ++i)
            stroke << QPointF(i, i < 100 ? 0 : (i - 100) * 0.5 + (i % 2) * 0.4);
        const QPolygonF simple = simplified(stroke, 1);
        QVERIFY(simple.size() < 6);
        QCOMPARE(simple.front(), stroke.front());
        QCOMPARE(simple.back(), stroke.back());
        QCOMPARE(simplified({{0, 0}}, 1).size(), 1);
    }

    void cornersAreMovedMadeAndTakenAway() {
        const MapView& view = m_canvas->view();
        const ModeShape shape{{view.toMercatorPoint({100, 100}), view.toMercatorPoint({300, 100}),
                               view.toMercatorPoint({300, 300})},
                              true,
                              {},
                              0};
        int left = 0;
        m_modes->enter(
            std::make_unique<CornerMode>(m_modes->ground(), shape, 3, calls(), [&left] { ++left; }));
        drag({102, 100}, {{120, 120}, {132, 130}});
        QCOMPARE(view.toPixel(m_done.last().points.first()).toPoint(), QPoint(130, 130)); // as it was gripped
        drag({300, 200}, {{320, 200}, {340, 200}});
        QCOMPARE(m_done.last().points.size(), 4);
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(m_done.last().points.size(), 3);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(m_done.last().points.size(), 3); // fewer would be no area
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.toPixel(m_done.last().points.first()).toPoint(), QPoint(150, 130));
        click({500, 50});
        QCOMPARE(left, 1);
    }

    void measuresAgreeWithTheGlobe() {
        const Leg degree = leg(mercator(32, 118), mercator(33, 118));
        QVERIFY(std::abs(degree.metres - 111'195) < 30); // a degree of the mean sphere
        QVERIFY(std::abs(degree.bearing) < 0.01);
        const QPolygonF square({mercator(0, 0), mercator(0, 0.01), mercator(0.01, 0.01), mercator(0.01, 0)});
        QVERIFY(std::abs(areaSquareMetres(square) / (1111.95 * 1111.95) - 1) < 0.001);
        QVERIFY(!crossesItself(square));
        QVERIFY(crossesItself({{0, 0}, {1, 1}, {1, 0}, {0, 1}}));
        QCOMPARE(distanceText(999.4), u"999 m"_s);
        QCOMPARE(distanceText(1240), u"1.24 km"_s);
        QCOMPARE(distanceText(123456), u"123 km"_s);
        QCOMPARE(bearingText(359.9), u"000°"_s);
    }

    void measuringTellsLegsAndTheAreaOfWhatIsClosed() {
        QString told;
        m_modes->enter(std::make_unique<MeasureMode>(m_modes->ground(), [&](const QString& t) { told = t; }));
        click({100, 100});
        click({200, 100});
        QVERIFY2(told.startsWith(u"Total "_s) && told.endsWith(u"090°"_s), qPrintable(told));
        click({200, 200});
        QVERIFY(told.endsWith(u"180°"_s));
        click({103, 98}); // the first corner again
        QVERIFY2(told.startsWith(u"Area "_s), qPrintable(told));
    }

    void plotsLieWhereTheyWereDrawnAtEveryZoomAndTurn() {
        const QGeoCoordinate far(32.07, 118.82);
        m_canvas->upsert(PlotShape{.key = 7,
                                   .points = {toMercator(nanjing), toMercator(far)},
                                   .kind = PlotKind::Arrow,
                                   .ink = PlotInk::Purple,
                                   .label = {},
                                   .selected = false});
        for (const auto& [zoom, bearing] :
             {std::pair(12.0, 0.0), {14.37, 45.0}, {16.0, 0.0}, {16.0, 133.0}, {18.8, 280.0}}) {
            m_canvas->lookAt(nanjing, zoom);
            m_canvas->setView(m_canvas->view().withBearing(bearing));
            const MapView& view = m_canvas->view();
            const QPointF way = view.toPixel(far) - view.toPixel(nanjing);
            const QPointF along = view.toPixel(nanjing) + way / std::hypot(way.x(), way.y()) * 40;
            QCOMPARE(m_canvas->hitAt(along).kind, SymbolKind::Plot);
            const QColor ink = m_canvas->grab().toImage().pixelColor(along.toPoint());
            const QColor wanted = m_canvas->style().plotColour(PlotInk::Purple);
            QVERIFY2(std::abs(ink.red() - wanted.red()) + std::abs(ink.blue() - wanted.blue()) < 24,
                     qPrintable(ink.name()));
        }
    }

    /// Whatever its points are: painted and hit without harm, however far they lie from the view.
    void noPlotIsTooBroken() {
        QRandomGenerator dice(20261125);
        for (int round = 0; round < 200; ++round) {
            PlotShape plot{.key = quint64(round % 5 + 1), .points = {}, .label = u"x"_s};
            plot.kind = PlotKind(dice.bounded(5));
            const int corners = dice.bounded(12);
            for (int i = 0; i < corners; ++i)
                plot.points << (dice.bounded(3) == 0 && !plot.points.isEmpty()
                                    ? plot.points.first()
                                    : QPointF(dice.generateDouble(), dice.generateDouble()));
            m_canvas->upsert(plot);
            m_canvas->lookAt(nanjing, 2 + dice.bounded(18.0));
            if (round % 8 == 0)
                QVERIFY(!m_canvas->grab().isNull());
            (void)m_canvas->hitAt({dice.bounded(600.0), dice.bounded(400.0)});
        }
        QVERIFY(m_canvas->count(SymbolKind::Plot) <= 5);
    }

    void visibleStretchesOfALine() {
        const QRectF box(0, 0, 10, 10);
        QVERIFY(!within({-5, 20}, {15, 20}, box));
        const auto part = within({-10, 5}, {30, 5}, box);
        QVERIFY(part);
        QCOMPARE(must(part).from, 0.25);
        QCOMPARE(must(part).to, 0.5);
    }

private:
    ModeCalls calls() {
        return {.drawing = [this](const ModeShape& shape) { m_last = shape; },
                .done = [this](const ModeShape& shape, Qt::KeyboardModifiers) { m_done << shape; }};
    }
    void enterPath(bool closed) {
        m_modes->enter(std::make_unique<PathMode>(m_modes->ground(), closed, calls()));
    }
    void click(QPoint at) { QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at); }
    void drag(QPoint from, const QList<QPoint>& way) {
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, from);
        for (const QPoint& at : way) {
            QMouseEvent move(QEvent::MouseMove, at, m_canvas->mapToGlobal(QPointF(at)), Qt::NoButton,
                             Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_canvas.get(), &move);
        }
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, way.last());
    }

    std::unique_ptr<MapCanvas> m_canvas;
    std::unique_ptr<MapModes> m_modes;
    ModeShape m_last;
    QList<ModeShape> m_done;
};

QTEST_MAIN(ModesTest)
#include "modes_test.moc"
