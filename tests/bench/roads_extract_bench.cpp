// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The search of roads_bench.cpp over real roads: Malta, Monaco and the skeleton of Beijing, imported without
// tiles into a folder of its own; what the slowest of them takes. Says nothing where the extracts are absent.

#include "maps/extract/importer.h"
#include "maps/package/package.h"
#include "maps/roads/graph.h"
#include "tests/bench/figure.h"
#include "tests/support/shared_data.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

constexpr double BoundSeconds = 900;
constexpr int Searches = 40;

struct Measured {
    QByteArray name;
    qint64 arcs = 0;
    double median = 0;     ///< milliseconds, of the searches that reach at least half of what the widest does
    qsizetype reached = 0; ///< pieces of road, by the median of those
};

std::optional<Measured> measure(const QString& file, const QByteArray& name) {
    const auto source = tridesk::sharedData(u"osm/"_s + file);
    const QTemporaryDir folder;
    if (!source || !folder.isValid())
        return std::nullopt;
    const QString package = folder.filePath(u"package"_s);
    const auto manifest =
        importExtract({.sourceFile = *source, .packageFolder = package, .name = {}, .basemap = false});
    if (!manifest)
        qFatal("%s: %s", name.constData(), qPrintable(manifest.error()));
    const auto graph = RoadGraph::open(QDir(package).filePath(package_file::Roads.toString()));
    if (!graph)
        qFatal("%s: %s", name.constData(), qPrintable(graph.error()));
    QRandomGenerator random(1);
    const QGeoRectangle bounds = manifest->bounds;
    QList<std::pair<qsizetype, double>> took;
    for (int tries = 0; took.size() < Searches && tries < 100 * Searches; ++tries) {
        const QGeoCoordinate somewhere(bounds.bottomLeft().latitude() + random.bounded(1.0) * bounds.height(),
                                       bounds.bottomLeft().longitude() +
                                           random.bounded(1.0) * bounds.width());
        if (!graph->snap(somewhere))
            continue; // in the sea
        QElapsedTimer clock;
        clock.start();
        const TimeField field = graph->timesToward(somewhere, BoundSeconds);
        const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
        took.append({qsizetype(field.pieces().size()), milliseconds});
    }
    // A place on a piece of road that joins nothing costs nothing and would flatter the median.
    qsizetype widest = 0;
    for (const auto& [reached, milliseconds] : took)
        widest = std::max(widest, reached);
    took.removeIf([&](const auto& each) { return each.first < widest / 2; });
    QList<double> times;
    QList<qsizetype> reaches;
    for (const auto& [reached, milliseconds] : took) {
        times.append(milliseconds);
        reaches.append(reached);
    }
    return Measured{name, graph->arcCount(), tridesk::bench::percentile(times, 0.5),
                    tridesk::bench::percentile(reaches, 0.5)};
}

} // namespace

int main(int argc, char** argv) {
    const tridesk::bench::Filter filter(argc, argv);
    if (!filter.wants("roads.extract.one_to_all.ms"))
        return 0;
    const QCoreApplication application(argc, argv); // what reads the extracts stores names by Qt SQL
    double slowest = 0;
    QByteArray beside;
    for (const auto& [file, name] :
         {std::pair(u"malta.osm.pbf"_s, "Malta"), std::pair(u"monaco_osrm.osm.pbf"_s, "Monaco"),
          std::pair(u"beijing_skeleton.osm.pbf"_s, "Beijing's skeleton")}) {
        const auto measured = measure(file, name);
        if (!measured)
            continue;
        slowest = std::max(slowest, measured->median);
        beside += (beside.isEmpty() ? "" : "; ") + measured->name + ' ' +
                  QByteArray::number(measured->median, 'g', 3) + " ms, " +
                  QByteArray::number(qlonglong(measured->reached)) + " pieces reached, of " +
                  QByteArray::number(qlonglong(measured->arcs)) + " arcs";
    }
    if (!beside.isEmpty())
        tridesk::bench::printFigure("roads.extract.one_to_all.ms", slowest, "ms",
                                    tridesk::bench::Hold::AtMost, 20, beside);
    return 0;
}
