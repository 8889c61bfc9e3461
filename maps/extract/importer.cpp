// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/importer.h"

#include "maps/extract/coast.h"
#include "maps/extract/posts.h"
#include "maps/extract/reader.h"
#include "maps/extract/sink.h"
#include "maps/extract/source.h"
#include "maps/extract/swap_folder.h"
#include "maps/extract/tilemaker.h"
#include "maps/extract/work_folder.h"
#include "maps/gazetteer/builder.h"
#include "maps/package/write.h"
#include "maps/roads/graph_builder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <functional>
#include <initializer_list>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::unexpected<QString>;

// Of the phase of posts, before the cameras and the sea.
constexpr double PostsMade = 0.3;
constexpr double PostsWritten = 0.5;

/// Hands each thing to whoever builds a part of the package from it.
class Parts : public ExtractSink {
public:
    void place(const Place& place) override { gazetteer.add(place); }
    void road(const RoadWay& way) override {
        gazetteer.add(way);
        graph.add(way);
        if (++m_roads % EveryRoad == 0) {
            const QGeoCoordinate& at = way.points[way.points.size() / 2];
            onLand << QPointF(at.longitude(), at.latitude());
        }
    }
    void restriction(const TurnRestriction& restriction) override { graph.add(restriction); }
    void station(const PostArea& station) override { stations.append(station); }
    void postArea(const PostArea& area) override { areas.append(area); }
    void camera(const FixedCamera& camera) override { cameras.append(camera); }
    void coastline(const QList<QPointF>& line) override { coastlines.append(line); }

    GazetteerBuilder gazetteer;
    GraphBuilder graph;
    QList<PostArea> stations;
    QList<PostArea> areas;
    QList<FixedCamera> cameras;
    QList<QList<QPointF>> coastlines;
    QList<QPointF> onLand; ///< a place on one road in so many

private:
    static constexpr qint64 EveryRoad = 8;
    qint64 m_roads = 0;
};

/// One import: the steps in their order, each giving its one-line error.
class Import {
public:
    Import(const ImportOptions& options, const ImportControl& control, WorkFolder& work)
        : m_options(options)
        , m_watch(control, options.basemap)
        , m_work(work) {}

    [[nodiscard]] std::expected<Manifest, QString> run();

private:
    using Step = std::expected<void, QString>;
    [[nodiscard]] Step prepare();
    [[nodiscard]] Step makeParts();
    [[nodiscard]] Step read(Parts& parts);
    [[nodiscard]] Step writePlaces(Parts& parts);
    [[nodiscard]] Step writeRoads(const Parts& parts);
    [[nodiscard]] Step writePostsAndCameras(const Parts& parts);
    [[nodiscard]] Step writeSea(const Parts& parts);
    [[nodiscard]] Step makeBasemap();
    [[nodiscard]] Step writeDown();
    [[nodiscard]] QString path(QStringView file) const {
        return QDir(m_work.package()).filePath(file.toString());
    }
    /// A builder's progress as that of the phase that has begun.
    [[nodiscard]] BuildWatch within() {
        return [this](double part) {
            m_watch.at(part, 0, 0);
            return !m_watch.isStopped();
        };
    }
    [[nodiscard]] QString seaFile() const { return QDir(m_work.scratch()).filePath(u"sea.geojson"_s); }

    const ImportOptions& m_options;
    ImportWatch m_watch;
    WorkFolder& m_work;
    Source m_source;
    Manifest m_manifest;
};

std::expected<Manifest, QString> Import::run() {
    for (Step (Import::*step)() :
         {&Import::prepare, &Import::makeParts, &Import::makeBasemap, &Import::writeDown}) {
        if (m_watch.isStopped())
            return Fault(stoppedText());
        if (const Step done = (this->*step)(); !done)
            return Fault(done.error());
    }
    return m_manifest;
}

Import::Step Import::prepare() {
    m_watch.begin(ImportPhase::Checking);
    auto source = identifySource(m_options.sourceFile, m_watch);
    if (!source)
        return Fault(m_watch.isStopped() ? stoppedText() : source.error());
    m_source = *std::move(source);
    if (const Step started = m_work.startFor(m_source.sha256, m_options.basemap); !started)
        return started;
    if (m_work.has(Checkpoint::Sorted))
        m_watch.skip(ImportPhase::Sorting);
    else
        m_watch.begin(ImportPhase::Sorting);
    const Step sorted = sortSource(m_source, m_work.scratch(), m_watch, m_work.has(Checkpoint::Sorted));
    if (!sorted || m_work.has(Checkpoint::Sorted) || m_watch.isStopped())
        return sorted;
    return m_work.reach(Checkpoint::Sorted);
}

Import::Step Import::makeParts() {
    if (m_work.has(Checkpoint::Parts)) {
        for (const ImportPhase phase :
             {ImportPhase::Reading, ImportPhase::Places, ImportPhase::Roads, ImportPhase::Posts})
            m_watch.skip(phase);
        return {};
    }
    Parts parts;
    for (const std::function<Step()>& step : std::initializer_list<std::function<Step()>>{
             [&] { return read(parts); }, [&] { return writePlaces(parts); },
             [&] { return writeRoads(parts); }, [&] { return writePostsAndCameras(parts); },
             [&] { return writeSea(parts); }}) {
        if (const Step done = step(); !done)
            return done;
        if (m_watch.isStopped())
            return Fault(stoppedText());
    }
    return m_work.reach(Checkpoint::Parts);
}

Import::Step Import::read(Parts& parts) {
    m_watch.begin(ImportPhase::Reading);
    if (const auto opened = parts.gazetteer.open(path(package_file::Gazetteer)); !opened)
        return Fault(opened.error());
    auto counts = readExtract(m_source.pbfFile, parts, &m_watch);
    if (!counts)
        return Fault(m_watch.isStopped() ? stoppedText()
                                         : u"%1: %2"_s.arg(m_source.fileName, counts.error()));
    m_work.counts = *std::move(counts);
    return {};
}

Import::Step Import::writePlaces(Parts& parts) {
    m_watch.begin(ImportPhase::Places);
    const auto counts = parts.gazetteer.finish(within());
    if (!counts)
        return Fault(m_watch.isStopped() ? stoppedText() : counts.error());
    QMap<QString, qint64>& read = m_work.counts.read;
    read[u"names to find"_s] = counts->places;
    read[u"streets"_s] = counts->streets;
    read[u"intersections"_s] = counts->intersections;
    if (counts->leftOut)
        m_work.counts.leftOut[u"places without a name or said twice"_s] = counts->leftOut;
    return {};
}

Import::Step Import::writeRoads(const Parts& parts) {
    m_watch.begin(ImportPhase::Roads);
    const auto counts = parts.graph.write(path(package_file::Roads), within());
    if (!counts)
        return Fault(m_watch.isStopped() ? stoppedText() : counts.error());
    m_work.counts.read[u"directed road edges"_s] = counts->arcs;
    m_work.counts.read[u"road junctions"_s] = counts->nodes;
    if (counts->waysLeftOut)
        m_work.counts.leftOut[u"ways that no car may use"_s] = counts->waysLeftOut;
    if (counts->restrictionsLeftOut)
        m_work.counts.leftOut[u"turn restrictions off the graph"_s] = counts->restrictionsLeftOut;
    return {};
}

Import::Step Import::writePostsAndCameras(const Parts& parts) {
    m_watch.begin(ImportPhase::Posts);
    const QList<PostArea> posts =
        makePosts(parts.stations, parts.areas, m_work.counts.bounds, m_work.counts.centre);
    m_work.counts.read[u"posts"_s] = posts.size();
    m_watch.at(PostsMade, 0, 0);
    if (m_watch.isStopped())
        return Fault(stoppedText());
    if (const auto written = writePosts(m_work.package(), posts); !written)
        return written;
    m_watch.at(PostsWritten, 0, 0);
    return writeCameras(m_work.package(), makeCameras(parts.cameras));
}

/// The sea as a file for tilemaker, kept with the checkpoint of the parts; none where there is nothing to
/// draw.
Import::Step Import::writeSea(const Parts& parts) {
    constexpr double MostRoadsAtSea = 0.1; // bridges, piers and ferry slips are a few in a hundred
    QFile::remove(seaFile());
    const QList<SeaArea> sea = seaWithin(m_work.counts.extent, parts.coastlines);
    if (sea.isEmpty())
        return {};
    if (shareAtSea(sea, parts.onLand) > MostRoadsAtSea) {
        m_work.counts.leftOut[u"coastlines that do not part land from sea"_s] = parts.coastlines.size();
        return {};
    }
    QSaveFile file(seaFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(seaGeoJson(sea)) < 0 || !file.commit())
        return Fault(u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

Import::Step Import::makeBasemap() {
    if (m_work.has(Checkpoint::Tiles)) {
        m_watch.skip(ImportPhase::Tiles);
        return {};
    }
    m_watch.begin(ImportPhase::Tiles);
    const QString file = path(package_file::Basemap);
    if (!m_options.basemap) {
        QFile empty(file);
        return empty.open(QIODevice::WriteOnly) ? Step()
                                                : Step(Fault(u"%1: %2"_s.arg(file, empty.errorString())));
    }
    QFile::remove(file); // a run that was broken off left half of one
    const Step drawn = runTilemaker({.pbfFile = m_source.pbfFile,
                                     .mbtilesFile = file,
                                     .scratchFolder = m_work.scratch(),
                                     .logFile = path(package_file::Log),
                                     .seaFile = QFile::exists(seaFile()) ? seaFile() : QString(),
                                     .bounds = m_work.counts.extent},
                                    m_watch);
    return drawn ? m_work.reach(Checkpoint::Tiles) : drawn;
}

Import::Step Import::writeDown() {
    m_watch.begin(ImportPhase::Placing);
    m_manifest.bounds = m_work.counts.bounds;
    m_manifest.centre = m_work.counts.centre;
    m_manifest.read = m_work.counts.read;
    m_manifest.leftOut = m_work.counts.leftOut;
    m_manifest.name = m_options.name.isEmpty() ? QFileInfo(m_source.fileName).baseName() : m_options.name;
    m_manifest.attribution = m_options.attribution;
    m_manifest.sourceFile = m_source.fileName;
    m_manifest.sourceSha256 = QString::fromLatin1(m_source.sha256);
    m_manifest.made = QDateTime::currentDateTimeUtc();
    if (const Step written = writeManifest(m_work.package(), m_manifest); !written)
        return written;
    return syncFolder(m_work.package());
}

/// The checkpoints go first: once the two have changed places they would speak of the old package.
std::expected<void, QString> place(WorkFolder& work, const QString& target) {
    work.forget();
    const auto swapped = swapFolder(work.package(), target);
    if (!swapped)
        if (const auto kept = work.reach(Checkpoint::Parts); !kept)
            return Fault(u"%1; %2"_s.arg(swapped.error(), kept.error()));
    return swapped;
}

} // namespace

std::expected<Manifest, QString> importExtract(const ImportOptions& options, const ImportControl& control) {
    const QFileInfo target(QDir::cleanPath(options.packageFolder));
    if (const auto free = checkReplaceable(target.absoluteFilePath()); !free)
        return Fault(free.error());
    if (!QDir().mkpath(target.absolutePath()))
        return Fault(u"%1: cannot be made"_s.arg(target.absolutePath()));
    auto work = WorkFolder::open(target.absoluteFilePath());
    if (!work)
        return Fault(work.error());
    if (options.fresh)
        if (const auto emptied = work->startFor({}, options.basemap); !emptied)
            return Fault(emptied.error());
    auto manifest = Import(options, control, *work).run();
    const auto placed = manifest ? place(*work, target.absoluteFilePath())
                                 : std::expected<void, QString>(Fault(manifest.error()));
    // Minutes of work are kept for another try; what failed while it was read would only fail again.
    const bool isWorthKeeping =
        !placed && (work->has(Checkpoint::Parts) || (control.isStopped && control.isStopped()));
    if (!isWorthKeeping)
        work->remove();
    if (!placed)
        return Fault(placed.error());
    return manifest;
}

} // namespace tridesk::maps
