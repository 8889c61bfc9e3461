// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a map into a PNG, to be looked at:
//   map_picture FILE.mbtiles LATITUDE LONGITUDE ZOOM day|night zh|en|both OUT.png [units] [WIDTHxHEIGHT]
//   [DPR] [BEARING]
#include "tests/ui/map/sample_symbols.h"
#include "ui/map/canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tridesk;

int main(int argc, char** argv) {
    qputenv("QT_SCALE_FACTOR", argc > 10 ? argv[10] : "1");
    QApplication app(argc, argv);
    const QStringList args = app.arguments();
    if (args.size() < 8)
        return 2;
    ui::MapCanvas map;
    const QStringList size = args.value(9, u"1280x800"_s).split(u'x');
    map.resize(size[0].toInt(), size[1].toInt());
    map.setStyle(args[5] == u"night" ? ui::MapStyle::night() : ui::MapStyle::day());
    map.setLabelLanguage(args[6] == u"zh"   ? ui::LabelLanguage::Chinese
                         : args[6] == u"en" ? ui::LabelLanguage::English
                                            : ui::LabelLanguage::Both);
    const QGeoCoordinate at(args[2].toDouble(), args[3].toDouble());
    map.lookAt(at, args[4].toDouble());
    map.setView(map.view().withBearing(args.value(11).toDouble()));
    if (args.value(8).toInt() > 0) {
        const double degrees = 360 * 600 / (256 * std::exp2(args[4].toDouble()));
        test::scatterUnits(map, at, degrees, args[8].toInt());
        test::scatterIncidents(map, at, degrees, 12);
        test::scatterCameras(map, at, degrees, 20);
        test::addShapes(map, at, degrees);
    }
    map.setBasemap(args[1]);
    map.show();
    QElapsedTimer clock;
    clock.start();
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &map, [&] {
        if (!map.isBasemapComplete() && clock.elapsed() < 20000)
            return;
        std::printf("%s after %lld ms\n", map.grab().save(args[7]) ? "saved" : "NOT saved",
                    static_cast<long long>(clock.elapsed()));
        app.quit();
    });
    timer.start(20);
    return app.exec();
}
