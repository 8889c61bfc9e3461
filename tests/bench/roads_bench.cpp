// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One search backwards from a place over a made city of more than half a million directed edges, bounded at
// fifteen minutes; beside it, in the same run, a plain Dijkstra with a binary heap over the same arrays, what
// 1,000 units cost to ask and to put on their roads, a route, and rings of 1, 3 and 5 minutes.

#include "maps/roads/graph.h"
#include "maps/roads/graph_builder.h"
#include "maps/roads/graph_file.h"
#include "maps/roads/reach.h"
#include "tests/bench/figure.h"
#include "tests/support/must.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <queue>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk::maps;
using namespace tridesk::test;

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

double milliseconds(const QElapsedTimer& clock);

// Milliseconds that the plainest search takes from the node nearest to the middle, and how many nodes it
// reached.
std::pair<double, qsizetype> plainDijkstra(const GraphFile& graph, const Weights& weights, quint32 start,
                                           quint32 boundMs) {
    QElapsedTimer clock;
    clock.start();
    std::vector<quint32> best(graph.nodes.size(), NoIndex);
    using Open = std::pair<quint32, quint32>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    best[start] = 0;
    open.push({0, start});
    qsizetype reached = 0;
    while (!open.empty()) {
        const auto [ms, node] = open.top();
        open.pop();
        if (ms > best[node])
            continue;
        ++reached;
        for (quint32 in = graph.inFirst[node]; in < graph.inFirst[node + 1]; ++in) {
            const quint32 step = weights.of(graph.inArcs[in]);
            const quint32 next = graph.inArcs[in].node;
            if (step <= boundMs - ms && ms + step < best[next]) {
                best[next] = ms + step;
                open.push({ms + step, next});
            }
        }
    }
    return {milliseconds(clock), reached};
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
    units.reserve(1000);
    for (int unit = 0; unit < 1000; ++unit)
        units.push_back(must(city.snap(at(random.bounded(Side - 1.0), random.bounded(Side - 1.0)))));
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
    const double routing = milliseconds(clock) / 20;
    const auto file = GraphFile::open(folder.filePath(u"roads.bin"_s));
    const Weights weights((*file)->kinds, Driving());
    QList<double> plain;
    for (int round = 0; round < 9; ++round)
        plain.append(plainDijkstra(**file, weights,
                                   quint32((*file)->nodes.size() * 3 / 4 + quint32(round) * 97), 900'000)
                         .first);
    QList<double> rings;
    const double classic[] = {60, 180, 300};
    for (int round = 0; round < 9; ++round) {
        clock.start();
        (void)ringsOf(city.timesToward(at(Side * 0.5 + round, Side * 0.5), 300), classic);
        rings.append(milliseconds(clock));
    }
    const QByteArray beside =
        "plain Dijkstra " + QByteArray::number(tridesk::bench::percentile(plain, 0.5), 'g', 3) + " ms; " +
        QByteArray::number(qlonglong(city.arcCount())) + " arcs; 1,000 units asked " +
        QByteArray::number(tridesk::bench::percentile(asking, 0.5), 'g', 3) + " ms (" +
        QByteArray::number(known / 30) + " known), snapped " + QByteArray::number(snapping, 'g', 3) +
        " ms; a route " + QByteArray::number(routing, 'g', 3) + " ms (" + QByteArray::number(routes) +
        " of 20 found); rings of 1, 3, 5 min " +
        QByteArray::number(tridesk::bench::percentile(rings, 0.5), 'g', 3) + " ms";
    tridesk::bench::printFigure("roads.one_to_all.ms", tridesk::bench::percentile(searches, 0.5), "ms",
                                tridesk::bench::Hold::AtMost, 20, beside);
    return 0;
}
