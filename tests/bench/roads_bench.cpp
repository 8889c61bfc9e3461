// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One search backwards from a place over a made city of more than half a million directed edges, bounded at
// fifteen minutes; beside it what 1,000 units cost to ask and to put on their roads, and a route.

#include "maps/roads/graph.h"
#include "maps/roads/graph_builder.h"
#include "tests/bench/figure.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

constexpr int Side = 370; // junctions; about 4 arcs each

QGeoCoordinate at(double column, double row) {
    return {31.0 + row * 0.0009, 121.0 + column * 0.00105}; // blocks of 100 m
}

RoadWay block(qint64 id, int column, int row, int toColumn, int toRow) {
    RoadWay way;
    way.id = id;
    way.nodeIds = {qint64(row) * Side + column, qint64(toRow) * Side + toColumn};
    way.points = {at(column, row), at(toColumn, toRow)};
    const bool isArterial = (column == toColumn ? column : row) % 8 == 0;
    way.cls = isArterial ? RoadClass::Primary : RoadClass::Residential;
    return way;
}

RoadGraph makeCity(const QString& path) {
    GraphBuilder builder;
    qint64 id = 0;
    for (int row = 0; row < Side; ++row) {
        for (int column = 0; column < Side; ++column) {
            if (column + 1 < Side)
                builder.add(block(++id, column, row, column + 1, row));
            if (row + 1 < Side)
                builder.add(block(++id, column, row, column, row + 1));
        }
    }
    if (const auto written = builder.write(path); !written)
        qFatal("%s", qPrintable(written.error()));
    return *RoadGraph::open(path);
}

double milliseconds(const QElapsedTimer& clock) {
    return double(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    const tridesk::bench::Filter filter(argc, argv);
    if (!filter.wants("roads.one_to_all.ms"))
        return 0;
    QTemporaryDir folder;
    const RoadGraph city = makeCity(folder.filePath(u"roads.bin"_s));
    QRandomGenerator random(1);
    std::vector<RoadPoint> units;
    for (int unit = 0; unit < 1000; ++unit)
        units.push_back(*city.snap(at(random.bounded(Side - 1.0), random.bounded(Side - 1.0))));
    QList<double> searches;
    QList<double> asking;
    int known = 0;
    for (int round = 0; round < 30; ++round) {
        const QGeoCoordinate place =
            at(Side * (0.4 + random.bounded(0.2)), Side * (0.4 + random.bounded(0.2)));
        QElapsedTimer clock;
        clock.start();
        const TimeField field = city.timesToward(place, 900);
        searches.append(milliseconds(clock));
        clock.start();
        for (const RoadPoint& unit : units)
            known += field.secondsFrom(unit).has_value();
        asking.append(milliseconds(clock));
    }
    QElapsedTimer clock;
    clock.start();
    for (int unit = 0; unit < 1000; ++unit)
        (void)city.snap(at(random.bounded(Side - 1.0), random.bounded(Side - 1.0)));
    const double snapping = milliseconds(clock);
    clock.start();
    int routes = 0;
    for (int pair = 0; pair < 20; ++pair)
        routes += city.route(units[std::size_t(pair)], units[std::size_t(pair) + 20]).has_value();
    const QByteArray beside = QByteArray::number(qlonglong(city.arcCount())) + " arcs; 1,000 units asked " +
                              QByteArray::number(tridesk::bench::percentile(asking, 0.5), 'g', 3) + " ms (" +
                              QByteArray::number(known / 30) + " known), snapped " +
                              QByteArray::number(snapping, 'g', 3) + " ms; a route " +
                              QByteArray::number(milliseconds(clock) / 20, 'g', 3) + " ms";
    tridesk::bench::printFigure("roads.one_to_all.ms", tridesk::bench::percentile(searches, 0.5), "ms",
                                tridesk::bench::Hold::AtMost, 20, beside);
    return 0;
}
