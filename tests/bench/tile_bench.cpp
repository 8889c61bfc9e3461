// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/extract/importer.h"
#include "maps/package/package.h"
#include "maps/tiles/tile_reader.h"
#include "tests/bench/figure.h"
#include "ui/map/label_collector.h"
#include "ui/map/label_placer.h"
#include "ui/map/tile_painter.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <time.h>

#include <array>
#include <cmath>

// What the basemap's workers do, on one thread: tiles of 512 pixels drawn from vector tiles, and the names of
// a 1920×1080 view found, chosen and drawn. Processor time, the decoding of the data apart. The demo city is
// made for it; a package's tiles can be named instead: tile_bench FILTER FILE.mbtiles LATITUDE LONGITUDE.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array zooms = {11.0, 13.5, 15.5, 17.5}; // as the view counts
constexpr double most = 25;                            // ms: two painters fill a full screen in 0.2 s
constexpr double mostLabels = 120;

double processorMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

std::vector<ui::DataTile> load(maps::TileReader& reader, const std::vector<maps::TileId>& ids) {
    std::vector<ui::DataTile> out;
    out.reserve(ids.size());
    for (const maps::TileId id : ids)
        out.push_back({id, reader.load(id)});
    return out;
}

// A block of tiles around the place, each drawn once after its data were read.
double tileMs(maps::TileReader& reader, QPointF middle, double zoom, const ui::MapStyle& style) {
    const int z = int(std::lround(zoom)) - 1;
    const double tiles = double(1LL << z);
    double sum = 0;
    int count = 0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -2; dx <= 2; ++dx, ++count) {
            const ui::TilePicture picture{
                {z, int(middle.x() * tiles) + dx, int(middle.y() * tiles) + dy}, 512, 1};
            const auto data = load(reader, ui::tilesForPicture(picture, reader.info().maxZoom));
            const double before = processorMs();
            if (!ui::paintTile(picture, data, style).isNull())
                sum += processorMs() - before;
        }
    }
    return sum / count;
}

double labelMs(maps::TileReader& reader, const QGeoCoordinate& at, double zoom) {
    const ui::MapView view(ui::toMercator(at), zoom, {1920, 1080});
    const ui::LabelRequest request{view, std::make_shared<const ui::MapStyle>(ui::MapStyle::day()), {}, {}};
    const int z = std::min(int(std::lround(zoom)) - 1, reader.info().maxZoom);
    const double tiles = double(1LL << z);
    const QRectF r = view.mercatorRect(160);
    std::vector<maps::TileId> ids;
    for (int y = int(r.top() * tiles); y <= int(r.bottom() * tiles); ++y)
        for (int x = int(r.left() * tiles); x <= int(r.right() * tiles); ++x)
            ids.push_back({z, x, y});
    const auto data = load(reader, ids);
    ui::LabelPlacer placer;
    const double before = processorMs();
    const ui::LabelSet set = placer.place(request, ui::collectLabels(request, data));
    return processorMs() - before;
}

void measure(const bench::Filter& filter, const QString& mbtiles, const QGeoCoordinate& at) {
    const auto reader = maps::TileReader::open(mbtiles, std::make_shared<maps::DecodedTiles>());
    if (!reader) {
        std::fprintf(stderr, "%s\n", qPrintable(reader.error()));
        return;
    }
    QByteArray tilesBeside;
    QByteArray labelsBeside;
    double tile = 0;
    double label = 0;
    for (const double zoom : zooms) {
        const double t = tileMs(**reader, ui::toMercator(at), zoom, ui::MapStyle::day());
        const double l = labelMs(**reader, at, zoom);
        tile = std::max(tile, t);
        label = std::max(label, l);
        tilesBeside += "zoom " + QByteArray::number(zoom) + ": " + QByteArray::number(t, 'f', 1) + "; ";
        labelsBeside += "zoom " + QByteArray::number(zoom) + ": " + QByteArray::number(l, 'f', 1) + "; ";
    }
    if (filter.wants("map.tile.ms"))
        bench::printFigure("map.tile.ms", tile, "ms", bench::Hold::AtMost, most, tilesBeside);
    if (filter.wants("map.labelling.ms"))
        bench::printFigure("map.labelling.ms", label, "ms", bench::Hold::AtMost, mostLabels, labelsBeside);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("map.tile.ms") && !filter.wants("map.labelling.ms"))
        return 0;
    const QStringList args = QGuiApplication::arguments();
    if (args.size() > 4) {
        measure(filter, args[2], {args[3].toDouble(), args[4].toDouble()});
        return 0;
    }
    const QTemporaryDir folder;
    const QString pbf = folder.filePath(u"city.osm.pbf"_s);
    maps::ImportOptions options;
    options.sourceFile = pbf;
    options.packageFolder = folder.filePath(u"city"_s);
    const auto written = maps::writeCity({.size = 0.5}, pbf);
    const auto manifest = written ? maps::importExtract(options, {}) : std::unexpected(written.error());
    if (!manifest) {
        std::fprintf(stderr, "%s\n", qPrintable(manifest.error()));
        return 0;
    }
    measure(filter, QDir(options.packageFolder).filePath(u"basemap.mbtiles"_s), manifest->centre);
    return 0;
}
