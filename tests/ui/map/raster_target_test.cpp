// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is drawn into the pixels by hand is what the painter would have drawn.

#include "tests/support/must.h"
#include "ui/map/raster_target.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk;
using namespace tridesk::test;

class RasterTargetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blendsAsThePainterDoes();
    void strokesAsThePainterDoes();
};

// Blended by hand or by the painter: the same pixels, at every place, clipped at the edges too.
void RasterTargetTest::blendsAsThePainterDoes() {
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    QImage sprites(64, 40, QImage::Format_ARGB32_Premultiplied);
    QImage ground(150, 90, QImage::Format_RGB32);
    for (int y = 0; y < sprites.height(); ++y) {
        for (int x = 0; x < sprites.width(); ++x) {
            const int alpha = x % 16 < 5 ? 255 : x % 16 < 10 ? random.bounded(256) : 0;
            sprites.setPixelColor(x, y, QColor(random.bounded(256), random.bounded(256), 77, alpha));
        }
    }
    for (int y = 0; y < ground.height(); ++y) {
        for (int x = 0; x < ground.width(); ++x)
            ground.setPixel(x, y, qRgb(random.bounded(256), random.bounded(256), random.bounded(256)));
    }
    QImage byHand = ground.copy();
    QImage byPainter = ground.copy();
    const QPixmap pixmap = QPixmap::fromImage(sprites);
    QPainter hand(&byHand);
    QPainter painter(&byPainter);
    for (QPainter* p : {&hand, &painter})
        p->translate(3, -2);
    for (int i = 0; i < 400; ++i) {
        if (i % 100 == 50)
            for (QPainter* p : {&hand, &painter})
                p->setClipRect(i % 200 == 50 ? QRect(10, 7, 71, 60) : QRect(-20, -20, 400, 400));
        const QRect part(random.bounded(40), random.bounded(20), 1 + random.bounded(24),
                         1 + random.bounded(20));
        const QPoint at(random.bounded(180) - 20, random.bounded(120) - 20);
        const auto target = ui::RasterTarget::of(hand);
        QVERIFY(target);
        must(target).blend(sprites, part, at);
        painter.drawPixmap(at, pixmap, part);
    }
    QVERIFY2(byHand == byPainter, qPrintable(u"seed %1"_s.arg(seed)));
    hand.rotate(10); // what it cannot do it leaves to the painter
    QVERIFY(!ui::RasterTarget::of(hand));
}

// A line drawn by hand is the painter's but for the finest of its smoothing, at every slope and place.
void RasterTargetTest::strokesAsThePainterDoes() {
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const auto place = [&] { return QPointF(random.bounded(200.0) - 25, random.bounded(140.0) - 25); };
    for (int i = 0; i < 300; ++i) {
        QImage byHand(150, 90, QImage::Format_RGB32);
        byHand.fill(Qt::white);
        QImage byPainter = byHand.copy();
        const QPointF from = place();
        const QPointF to = i % 10 == 0   ? from
                           : i % 10 == 1 ? from + QPointF(60, 0)
                           : i % 10 == 2 ? from + QPointF(0, 60)
                                         : place();
        const double width = 1 + random.bounded(9.0);
        const QColor colour(20, 90, 200, 100 + random.bounded(156));
        QPainter hand(&byHand);
        QPainter painter(&byPainter);
        hand.setClipRect(5, 5, 120, 70);
        painter.setClipRect(5, 5, 120, 70);
        must(ui::RasterTarget::of(hand)).stroke(from, to, width, colour);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        from == to ? painter.drawPoint(from) : painter.drawLine(from, to);
        int worst = 0;
        for (int y = 0; y < byHand.height(); ++y)
            for (int x = 0; x < byHand.width(); ++x)
                worst = std::max(worst, std::abs(qRed(byHand.pixel(x, y)) - qRed(byPainter.pixel(x, y))));
        QVERIFY2(worst < 48, qPrintable(u"seed %1, line %2: off by %3"_s.arg(seed).arg(i).arg(worst)));
    }
}

QTEST_MAIN(RasterTargetTest)
#include "raster_target_test.moc"
