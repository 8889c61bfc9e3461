// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/map/canvas_fixture.h"

#include <QPointingDevice>
#include <QSignalSpy>

#include <numbers>

using namespace tridesk;
using namespace tridesk::test;

/// What two fingers do with the map: the ground stays under them.
class CanvasTouchTest : public test::CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_screen.reset(QTest::createTouchDevice()); }
    void init() {
        makeMap();
        show();
    }
    void cleanup() { m_map.reset(); }

    void spreadFingersComeCloser();
    void closingFingersGoAway();
    void twoFingersCarryTheMap();
    void turningFingersTurnTheMap();
    void spreadingFingersDoNotTurn();
    void twoFingersAreNoClick();

private:
    struct Hand {
        QPointF middle;
        double apart = 100; // pixels from the middle to each finger
        double degrees = 0; // clockwise, as the screen is seen

        [[nodiscard]] QPoint finger(int number) const {
            const double turn = degrees * std::numbers::pi / 180;
            const QPointF way(std::cos(turn) * apart, std::sin(turn) * apart);
            return (middle + (number == 0 ? way : -way)).toPoint();
        }
    };

    // Both fingers down, on the way from one hold to the other, and up.
    void gesture(const Hand& from, const Hand& to, int steps = 20) {
        QTest::touchEvent(m_map.get(), m_screen.get()).press(0, from.finger(0)).press(1, from.finger(1));
        for (int step = 1; step <= steps; ++step) {
            const double share = double(step) / steps;
            const Hand now{from.middle + share * (to.middle - from.middle),
                           from.apart + share * (to.apart - from.apart),
                           from.degrees + share * (to.degrees - from.degrees)};
            QTest::touchEvent(m_map.get(), m_screen.get()).move(0, now.finger(0)).move(1, now.finger(1));
        }
        QTest::touchEvent(m_map.get(), m_screen.get()).release(0, to.finger(0)).release(1, to.finger(1));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QPointF ground(QPointF pixel) const { return m_map->view().toMercatorPoint(pixel); }
    // How far from the pixel what was there lies now.
    [[nodiscard]] double drift(QPointF before, QPointF pixel) const {
        const QPointF off = m_map->view().toPixel(before) - pixel;
        return std::hypot(off.x(), off.y());
    }

    std::unique_ptr<QPointingDevice> m_screen;
    const QPointF m_middle{500, 260}; // not the map's own middle
};

void CanvasTouchTest::spreadFingersComeCloser() {
    const Hand from{m_middle, 60};
    const Hand to{m_middle, 240};
    const QPointF under = ground(from.finger(0));
    const QPointF between = ground(m_middle);
    gesture(from, to);
    // a first step is what tells a gesture from a rest
    QVERIFY2(std::abs(m_map->view().zoom() - 17) < 0.25, qPrintable(QString::number(m_map->view().zoom())));
    QVERIFY(drift(between, m_middle) < 3);
    QVERIFY(drift(under, to.finger(0)) < 40);
}

void CanvasTouchTest::closingFingersGoAway() {
    const QPointF between = ground(m_middle);
    gesture({m_middle, 200}, {m_middle, 100});
    QVERIFY2(std::abs(m_map->view().zoom() - 14) < 0.15, qPrintable(QString::number(m_map->view().zoom())));
    QVERIFY(drift(between, m_middle) < 3);
    QVERIFY(!m_map->view().isTurned());
}

void CanvasTouchTest::twoFingersCarryTheMap() {
    const QPointF to = m_middle + QPointF(-120, 90);
    const QPointF between = ground(m_middle);
    gesture({m_middle, 100}, {to, 100});
    QVERIFY2(drift(between, to) < 12, qPrintable(QString::number(drift(between, to))));
    QVERIFY(std::abs(m_map->view().zoom() - 15) < 0.05);
}

void CanvasTouchTest::turningFingersTurnTheMap() {
    for (const double degrees : {60.0, -60.0}) {
        m_map->turnTo(0);
        QTRY_VERIFY(!m_map->view().isTurned());
        const QPointF between = ground(m_middle);
        const Hand to{m_middle, 150, degrees};
        const QPointF under = ground(Hand{m_middle, 150}.finger(0));
        gesture({m_middle, 150}, to, 40);
        const double bearing = std::remainder(m_map->view().bearing(), 360.0);
        // what turns clockwise on the screen has its north to the right, so the top points to the west
        QVERIFY2(std::abs(bearing + degrees) < 20, qPrintable(QString::number(bearing)));
        QVERIFY(drift(between, m_middle) < 3);
        QVERIFY(drift(under, to.finger(0)) < 150 * 20 * std::numbers::pi / 180);
        QVERIFY(std::abs(m_map->view().zoom() - 15) < 0.1);
    }
    // Turned back to nearly north it stays there.
    gesture({m_middle, 150}, {m_middle, 150, m_map->view().bearing() - 1}, 40);
    QTRY_VERIFY(!m_map->view().isTurned());
}

void CanvasTouchTest::spreadingFingersDoNotTurn() {
    gesture({m_middle, 60}, {m_middle, 200, 9});
    QVERIFY(!m_map->view().isTurned());
    QVERIFY(m_map->view().zoom() > 16.5);
}

void CanvasTouchTest::twoFingersAreNoClick() {
    m_map->upsert(unit(1, ground(Hand{m_middle, 100}.finger(0))));
    const QSignalSpy clicked(m_map.get(), &ui::MapCanvas::clicked);
    const QSignalSpy menu(m_map.get(), &ui::MapCanvas::contextRequested);
    gesture({m_middle, 100}, {m_middle, 180});
    gesture({m_middle, 100}, {m_middle, 100});
    QCOMPARE(clicked.size(), 0);
    QCOMPARE(menu.size(), 0);
}

QTEST_MAIN(CanvasTouchTest)
#include "canvas_touch_test.moc"
