// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QGeoCoordinate>
#include <QGeoPolygon>
#include <QGeoRectangle>
#include <QList>
#include <QMap>
#include <QString>

#include <expected>

namespace tridesk::maps {

/// What tridesk-map says a package is made of. Format 1. Kept as manifest.json.
struct Manifest {
    static constexpr int Format = 1;

    int format = Format;
    QString name;               ///< what a user reads: "云湖市临江区", or the extract's file name
    QGeoRectangle bounds;       ///< WGS-84, of the data
    QGeoCoordinate centre;      ///< where a map first opens
    QString sourceFile;         ///< file name only, never its path
    QString sourceSha256;       ///< hex, of the file as it was given
    QString attribution;        ///< whom a map of it must name; empty for what is made up
    QDateTime made;             ///< UTC
    QMap<QString, qint64> read; ///< what was read and kept: "nodes", "roads", "places", "posts" ...
    QMap<QString, qint64>
        leftOut; ///< what was left out, and why: "roads without nodes", "names too long" ...
};

/// One police station and the area it answers for.
struct PostArea {
    QString ref; ///< "ST01" ..., unique within the package
    QString nameZh;
    QString nameEn;
    QGeoCoordinate station; ///< WGS-84
    QGeoPolygon area; ///< WGS-84; the areas of a package part its bounds without gaps where the source allows
};

/// One fixed camera.
struct FixedCamera {
    QString ref; ///< "CAM0001" ..., unique within the package
    QString name;
    QGeoCoordinate at;  ///< WGS-84
    double heading = 0; ///< degrees clockwise from north, [0, 360)
};

/// A map package on disk: a folder that tridesk-map writes and everything else only reads.
///
///     NAME/manifest.json      what it is; written last, so a folder without it is no package
///     NAME/basemap.mbtiles    vector tiles, OpenMapTiles schema, zoom 0 to 14
///     NAME/gazetteer.sqlite   places; written and read by maps/gazetteer
///     NAME/roads.bin          road graph; written and read by maps/roads
///     NAME/posts.geojson      police stations and their areas
///     NAME/cameras.geojson    fixed cameras
///     NAME/import.log         what tilemaker said
///
/// A value; may be used from any thread. Errors are one line that name the file and what is wrong with it.
class Package {
public:
    static constexpr int MaxPosts = 10'000;
    static constexpr int MaxCameras = 1'000'000;

    /// Opens the folder: reads and checks the manifest and that every other file is there; does not read
    /// those.
    [[nodiscard]] static std::expected<Package, QString> open(const QString& folder);

    [[nodiscard]] const Manifest& manifest() const { return m_manifest; }
    [[nodiscard]] const QString& folder() const { return m_folder; }

    [[nodiscard]] QString basemapFile() const;
    [[nodiscard]] QString gazetteerFile() const;
    [[nodiscard]] QString roadsFile() const;
    [[nodiscard]] QString postsFile() const;
    [[nodiscard]] QString camerasFile() const;

    [[nodiscard]] std::expected<QList<PostArea>, QString> posts() const;
    [[nodiscard]] std::expected<QList<FixedCamera>, QString> cameras() const;

private:
    Package(QString folder, Manifest manifest);

    QString m_folder;
    Manifest m_manifest;
};

/// The files' names within a package, for those who write one.
namespace package_file {
inline constexpr QStringView Manifest = u"manifest.json";
inline constexpr QStringView Basemap = u"basemap.mbtiles";
inline constexpr QStringView Gazetteer = u"gazetteer.sqlite";
inline constexpr QStringView Roads = u"roads.bin";
inline constexpr QStringView Posts = u"posts.geojson";
inline constexpr QStringView Cameras = u"cameras.geojson";
inline constexpr QStringView Log = u"import.log";
} // namespace package_file

} // namespace tridesk::maps
