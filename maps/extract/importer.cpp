// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/importer.h"

#include "maps/extract/posts.h"
#include "maps/extract/reader.h"
#include "maps/extract/sink.h"
#include "maps/extract/source.h"
#include "maps/extract/swap_folder.h"
#include "maps/extract/tilemaker.h"
#include "maps/gazetteer/builder.h"
#include "maps/package/write.h"
#include "maps/roads/graph_builder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::unexpected<QString>;

/// Hands each thing to whoever builds a part of the package from it.
class Parts : public ExtractSink {
public:
    void place(const Place& place) override { gazetteer.add(place); }
    void road(const RoadWay& way) override {
        gazetteer.add(way);
        graph.add(way);
    }
    void restriction(const TurnRestriction& restriction) override { graph.add(restriction); }
    void station(const PostArea& station) override { stations.append(station); }
    void postArea(const PostArea& area) override { areas.append(area); }
    void camera(const FixedCamera& camera) override { cameras.append(camera); }

    GazetteerBuilder gazetteer;
    GraphBuilder graph;
    QList<PostArea> stations;
    QList<PostArea> areas;
    QList<FixedCamera> cameras;
};

/// One import: the steps in their order, each giving its one-line error.
class Import {
public:
    Import(const ImportOptions& options, const std::function<void(const QString&)>& progress,
           const QString& work)
        : m_options(options)
        , m_progress(progress)
        , m_folder(QDir(work).filePath(u"package"_s))
        , m_scratch(QDir(work).filePath(u"scratch"_s)) {}

    [[nodiscard]] std::expected<Manifest, QString> run();
    [[nodiscard]] const QString& folder() const { return m_folder; }

private:
    using Step = std::expected<void, QString>;
    [[nodiscard]] Step prepare();
    [[nodiscard]] Step read();
    [[nodiscard]] Step writePlaces();
    [[nodiscard]] Step writeRoads();
    [[nodiscard]] Step writePostsAndCameras();
    [[nodiscard]] Step writeBasemap();
    [[nodiscard]] Step writeDown();
    [[nodiscard]] QString path(QStringView file) const { return QDir(m_folder).filePath(file.toString()); }
    void say(const QString& line) const {
        if (m_progress)
            m_progress(line);
    }

    const ImportOptions& m_options;
    const std::function<void(const QString&)>& m_progress;
    QString m_folder;
    QString m_scratch;
    Source m_source;
    Parts m_parts;
    Manifest m_manifest;
    QGeoRectangle m_extent; ///< what tiles are drawn for: the bounds and what of the data lies around them
};

std::expected<Manifest, QString> Import::run() {
    for (Step (Import::*step)() : {&Import::prepare, &Import::read, &Import::writePlaces, &Import::writeRoads,
                                   &Import::writePostsAndCameras, &Import::writeBasemap, &Import::writeDown})
        if (const Step done = (this->*step)(); !done)
            return Fault(done.error());
    return m_manifest;
}

Import::Step Import::prepare() {
    if (!QDir().mkpath(m_folder) || !QDir().mkpath(m_scratch))
        return Fault(u"%1: cannot be made"_s.arg(m_folder));
    say(u"reading %1"_s.arg(QFileInfo(m_options.sourceFile).fileName()));
    auto source = prepareSource(m_options.sourceFile, m_scratch);
    if (!source)
        return Fault(source.error());
    m_source = *std::move(source);
    return {};
}

Import::Step Import::read() {
    if (const auto opened = m_parts.gazetteer.open(path(package_file::Gazetteer)); !opened)
        return Fault(opened.error());
    const auto counts = readExtract(m_source.pbfFile, m_parts);
    if (!counts)
        return Fault(u"%1: %2"_s.arg(m_source.fileName, counts.error()));
    m_manifest.bounds = counts->bounds;
    m_manifest.centre = counts->centre;
    m_extent = counts->extent;
    m_manifest.read = counts->read;
    m_manifest.leftOut = counts->leftOut;
    say(u"%1 nodes, %2 ways, %3 roads"_s.arg(counts->read[u"nodes"_s])
            .arg(counts->read[u"ways"_s])
            .arg(counts->read[u"roads"_s]));
    return {};
}

Import::Step Import::writePlaces() {
    const auto counts = m_parts.gazetteer.finish();
    if (!counts)
        return Fault(counts.error());
    m_manifest.read[u"names to find"_s] = counts->places;
    m_manifest.read[u"streets"_s] = counts->streets;
    m_manifest.read[u"intersections"_s] = counts->intersections;
    if (counts->leftOut)
        m_manifest.leftOut[u"places without a name or said twice"_s] = counts->leftOut;
    say(u"%1 names to find, %2 streets, %3 intersections"_s.arg(counts->places)
            .arg(counts->streets)
            .arg(counts->intersections));
    return {};
}

Import::Step Import::writeRoads() {
    const auto counts = m_parts.graph.write(path(package_file::Roads));
    if (!counts)
        return Fault(counts.error());
    m_manifest.read[u"directed road edges"_s] = counts->arcs;
    m_manifest.read[u"road junctions"_s] = counts->nodes;
    if (counts->waysLeftOut)
        m_manifest.leftOut[u"ways that no car may use"_s] = counts->waysLeftOut;
    if (counts->restrictionsLeftOut)
        m_manifest.leftOut[u"turn restrictions off the graph"_s] = counts->restrictionsLeftOut;
    say(u"%1 road junctions, %2 directed edges"_s.arg(counts->nodes).arg(counts->arcs));
    return {};
}

Import::Step Import::writePostsAndCameras() {
    const QList<PostArea> posts =
        makePosts(m_parts.stations, m_parts.areas, m_manifest.bounds, m_manifest.centre);
    const QList<FixedCamera> cameras = makeCameras(m_parts.cameras);
    m_manifest.read[u"posts"_s] = posts.size();
    say(u"%1 posts, %2 cameras"_s.arg(posts.size()).arg(cameras.size()));
    if (const auto written = writePosts(m_folder, posts); !written)
        return written;
    return writeCameras(m_folder, cameras);
}

Import::Step Import::writeBasemap() {
    const QString file = path(package_file::Basemap);
    if (!m_options.basemap) {
        QFile empty(file);
        return empty.open(QIODevice::WriteOnly) ? Step()
                                                : Step(Fault(u"%1: %2"_s.arg(file, empty.errorString())));
    }
    say(u"drawing vector tiles"_s);
    return runTilemaker({.pbfFile = m_source.pbfFile,
                         .mbtilesFile = file,
                         .scratchFolder = m_scratch,
                         .logFile = path(package_file::Log),
                         .bounds = m_extent});
}

Import::Step Import::writeDown() {
    m_manifest.name = m_options.name.isEmpty() ? QFileInfo(m_source.fileName).baseName() : m_options.name;
    m_manifest.attribution = m_options.attribution;
    m_manifest.sourceFile = m_source.fileName;
    m_manifest.sourceSha256 = QString::fromLatin1(m_source.sha256);
    m_manifest.made = QDateTime::currentDateTimeUtc();
    return writeManifest(m_folder, m_manifest);
}

} // namespace

std::expected<Manifest, QString> importExtract(const ImportOptions& options,
                                               const std::function<void(const QString&)>& progress) {
    const QFileInfo target(QDir::cleanPath(options.packageFolder));
    if (const auto free = checkReplaceable(target.absoluteFilePath()); !free)
        return Fault(free.error());
    if (!QDir().mkpath(target.absolutePath()))
        return Fault(u"%1: cannot be made"_s.arg(target.absolutePath()));
    // beside the target, so that one rename within the file system puts it in place
    QTemporaryDir work(target.absoluteDir().filePath(u".%1.import-XXXXXX"_s.arg(target.fileName())));
    if (!work.isValid())
        return Fault(u"%1: %2"_s.arg(target.absolutePath(), work.errorString()));
    Import import(options, progress, work.path());
    auto manifest = import.run();
    if (!manifest)
        return manifest;
    if (const auto swapped = swapFolder(import.folder(), target.absoluteFilePath()); !swapped)
        return Fault(swapped.error());
    return manifest;
}

} // namespace tridesk::maps
