// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/package/package.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

// Far above what any real package holds, far below what would hurt.
constexpr qint64 MaxManifestBytes = 1 << 20;
constexpr qint64 MaxGeoJsonBytes = qint64(256) << 20;

using Fault = std::unexpected<QString>;

std::expected<QJsonObject, QString> readObject(const QString& path, qint64 maxBytes) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Fault(u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maxBytes)
        return Fault(u"%1: %2 bytes, more than the %3 allowed"_s.arg(path).arg(file.size()).arg(maxBytes));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return Fault(u"%1: %2"_s.arg(path, error.error ? error.errorString() : u"not a JSON object"_s));
    return document.object();
}

/// [lon, lat] as GeoJSON has it; invalid if it is anything else.
QGeoCoordinate coordinate(const QJsonValue& value) {
    const QJsonArray pair = value.toArray();
    const double lon = pair.at(0).toDouble(NAN);
    const double lat = pair.at(1).toDouble(NAN);
    return QGeoCoordinate(lat, lon);
}

QMap<QString, qint64> counts(const QJsonObject& object) {
    QMap<QString, qint64> result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), it.value().toInteger());
    return result;
}

std::expected<Manifest, QString> manifestOf(const QJsonObject& json) {
    Manifest m;
    m.format = json["format"_L1].toInt();
    if (m.format != Manifest::Format)
        return Fault(u"format is %1, this program reads %2"_s.arg(m.format).arg(Manifest::Format));
    const QJsonArray box = json["bounds"_L1].toArray();
    const QGeoCoordinate southWest(box.at(1).toDouble(NAN), box.at(0).toDouble(NAN));
    const QGeoCoordinate northEast(box.at(3).toDouble(NAN), box.at(2).toDouble(NAN));
    m.bounds = QGeoRectangle(QGeoCoordinate(northEast.latitude(), southWest.longitude()),
                             QGeoCoordinate(southWest.latitude(), northEast.longitude()));
    if (!southWest.isValid() || !northEast.isValid() || !m.bounds.isValid())
        return Fault(u"bounds are not [west, south, east, north] in degrees"_s);
    m.centre = coordinate(json["centre"_L1]);
    if (!m.centre.isValid())
        m.centre = m.bounds.center();
    m.name = json["name"_L1].toString();
    const QJsonObject source = json["source"_L1].toObject();
    m.sourceFile = source["file"_L1].toString();
    m.sourceSha256 = source["sha256"_L1].toString();
    m.attribution = json["attribution"_L1].toString();
    m.made = QDateTime::fromString(json["made"_L1].toString(), Qt::ISODate);
    m.read = counts(json["read"_L1].toObject());
    m.leftOut = counts(json["left_out"_L1].toObject());
    return m;
}

std::expected<QJsonArray, QString> features(const QString& path, int most) {
    const auto root = readObject(path, MaxGeoJsonBytes);
    if (!root)
        return Fault(root.error());
    const QJsonArray list = (*root)["features"_L1].toArray();
    if (list.size() > most)
        return Fault(u"%1: %2 features, more than the %3 allowed"_s.arg(path).arg(list.size()).arg(most));
    return list;
}

QString wrongFeature(const QString& path, qsizetype index, QStringView what) {
    return u"%1: feature %2: %3"_s.arg(path).arg(index).arg(what);
}

QGeoPolygon polygonOf(const QJsonObject& geometry) {
    const QJsonArray rings = geometry["coordinates"_L1].toArray();
    QList<QGeoCoordinate> outer;
    const QJsonArray ring = rings.at(0).toArray();
    outer.reserve(ring.size());
    for (const auto& point : ring)
        outer.append(coordinate(point));
    // GeoJSON repeats the first point at the end, QGeoPolygon does not
    if (outer.size() > 1 && outer.constFirst() == outer.constLast())
        outer.removeLast();
    const bool sound = outer.size() >= 3 && std::ranges::all_of(outer, &QGeoCoordinate::isValid);
    return sound ? QGeoPolygon(outer) : QGeoPolygon();
}

} // namespace

Package::Package(QString folder, Manifest manifest)
    : m_folder(std::move(folder))
    , m_manifest(std::move(manifest)) {}

std::expected<Package, QString> Package::open(const QString& folder) {
    const QDir dir(folder);
    const QString path = dir.filePath(package_file::Manifest.toString());
    if (!QFile::exists(path))
        return Fault(u"%1: no map package here (manifest.json is missing)"_s.arg(folder));
    const auto json = readObject(path, MaxManifestBytes);
    if (!json)
        return Fault(json.error());
    auto manifest = manifestOf(*json);
    if (!manifest)
        return Fault(u"%1: %2"_s.arg(path, manifest.error()));
    for (QStringView part : {package_file::Basemap, package_file::Gazetteer, package_file::Roads,
                             package_file::Posts, package_file::Cameras})
        if (!QFileInfo(dir.filePath(part.toString())).isFile())
            return Fault(u"%1: the package lacks %2"_s.arg(folder, part));
    return Package(dir.absolutePath(), *std::move(manifest));
}

QString Package::basemapFile() const {
    return QDir(m_folder).filePath(package_file::Basemap.toString());
}

QString Package::gazetteerFile() const {
    return QDir(m_folder).filePath(package_file::Gazetteer.toString());
}

QString Package::roadsFile() const {
    return QDir(m_folder).filePath(package_file::Roads.toString());
}

QString Package::postsFile() const {
    return QDir(m_folder).filePath(package_file::Posts.toString());
}

QString Package::camerasFile() const {
    return QDir(m_folder).filePath(package_file::Cameras.toString());
}

std::expected<QList<PostArea>, QString> Package::posts() const {
    const auto list = features(postsFile(), MaxPosts);
    if (!list)
        return Fault(list.error());
    QList<PostArea> result;
    for (qsizetype i = 0; i < list->size(); ++i) {
        const QJsonObject feature = list->at(i).toObject();
        const QJsonObject p = feature["properties"_L1].toObject();
        PostArea post{.ref = p["ref"_L1].toString(),
                      .nameZh = p["nameZh"_L1].toString(),
                      .nameEn = p["nameEn"_L1].toString(),
                      .station = QGeoCoordinate(p["lat"_L1].toDouble(NAN), p["lon"_L1].toDouble(NAN)),
                      .area = polygonOf(feature["geometry"_L1].toObject())};
        if (post.ref.isEmpty() || !post.station.isValid() || !post.area.isValid())
            return Fault(wrongFeature(postsFile(), i, u"needs ref, lon, lat and a polygon"));
        result.append(post);
    }
    return result;
}

std::expected<QList<FixedCamera>, QString> Package::cameras() const {
    const auto list = features(camerasFile(), MaxCameras);
    if (!list)
        return Fault(list.error());
    QList<FixedCamera> result;
    for (qsizetype i = 0; i < list->size(); ++i) {
        const QJsonObject feature = list->at(i).toObject();
        const QJsonObject p = feature["properties"_L1].toObject();
        FixedCamera camera{.ref = p["ref"_L1].toString(),
                           .name = p["name"_L1].toString(),
                           .at = coordinate(feature["geometry"_L1].toObject()["coordinates"_L1]),
                           .heading = p["heading"_L1].toDouble()};
        if (camera.ref.isEmpty() || !camera.at.isValid())
            return Fault(wrongFeature(camerasFile(), i, u"needs ref and a point"));
        result.append(camera);
    }
    return result;
}

} // namespace tridesk::maps
