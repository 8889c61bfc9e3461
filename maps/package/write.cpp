// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/package/write.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

std::expected<void, QString> writeJson(const QString& folder, QStringView name, const QJsonObject& object,
                                       QJsonDocument::JsonFormat format) {
    QSaveFile file(QDir(folder).filePath(name.toString()));
    const QByteArray bytes = QJsonDocument(object).toJson(format);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

/// Seven decimals are a centimetre; more are noise.
double rounded(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

QJsonArray pair(const QGeoCoordinate& at) {
    return {rounded(at.longitude()), rounded(at.latitude())};
}

QJsonObject counts(const QMap<QString, qint64>& map) {
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject feature(const QJsonObject& properties, const QString& type, const QJsonArray& coordinates) {
    return {{u"type"_s, u"Feature"_s},
            {u"properties"_s, properties},
            {u"geometry"_s, QJsonObject{{u"type"_s, type}, {u"coordinates"_s, coordinates}}}};
}

QJsonObject collection(const QJsonArray& features) {
    return {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}};
}

QJsonArray ringOf(const QGeoPolygon& polygon) {
    QJsonArray ring;
    const QList<QGeoCoordinate>& path = polygon.perimeter();
    for (const QGeoCoordinate& at : path)
        ring.append(pair(at));
    if (!path.isEmpty() && path.constFirst() != path.constLast())
        ring.append(pair(path.constFirst()));
    return ring;
}

} // namespace

std::expected<void, QString> writeManifest(const QString& folder, const Manifest& m) {
    const QGeoCoordinate nw = m.bounds.topLeft();
    const QGeoCoordinate se = m.bounds.bottomRight();
    const QJsonObject object{
        {u"format"_s, m.format},
        {u"name"_s, m.name},
        {u"bounds"_s, QJsonArray{rounded(nw.longitude()), rounded(se.latitude()), rounded(se.longitude()),
                                 rounded(nw.latitude())}},
        {u"centre"_s, pair(m.centre)},
        {u"source"_s, QJsonObject{{u"file"_s, m.sourceFile}, {u"sha256"_s, m.sourceSha256}}},
        {u"attribution"_s, m.attribution},
        {u"made"_s, m.made.toUTC().toString(Qt::ISODate)},
        {u"read"_s, counts(m.read)},
        {u"left_out"_s, counts(m.leftOut)}};
    return writeJson(folder, package_file::Manifest, object, QJsonDocument::Indented);
}

std::expected<void, QString> writePosts(const QString& folder, const QList<PostArea>& posts) {
    QJsonArray list;
    for (const PostArea& post : posts) {
        const QJsonObject properties{{u"ref"_s, post.ref},
                                     {u"nameZh"_s, post.nameZh},
                                     {u"nameEn"_s, post.nameEn},
                                     {u"lon"_s, rounded(post.station.longitude())},
                                     {u"lat"_s, rounded(post.station.latitude())}};
        list.append(feature(properties, u"Polygon"_s, QJsonArray{QJsonValue(ringOf(post.area))}));
    }
    return writeJson(folder, package_file::Posts, collection(list), QJsonDocument::Compact);
}

std::expected<void, QString> writeCameras(const QString& folder, const QList<FixedCamera>& cameras) {
    QJsonArray list;
    for (const FixedCamera& camera : cameras)
        list.append(
            feature({{u"ref"_s, camera.ref}, {u"name"_s, camera.name}, {u"heading"_s, camera.heading}},
                    u"Point"_s, pair(camera.at)));
    return writeJson(folder, package_file::Cameras, collection(list), QJsonDocument::Compact);
}

} // namespace tridesk::maps
