// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/file_text.h"
#include "maps/layers/readers.h"

#include <QFile>
#include <QFileInfo>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

std::expected<Layer, QString> readWhole(QFile& file, const QString& suffix) {
    if (file.size() > layer_limits::Bytes)
        return std::unexpected(
            u"has %1 bytes, at most %2 are read"_s.arg(file.size()).arg(layer_limits::Bytes));
    const QByteArray bytes = file.readAll();
    if (suffix == u"kml")
        return readKml(bytes);
    if (suffix == u"gpx")
        return readGpx(bytes);
    const QByteArray encoding = encodingOf(bytes);
    const auto text = toUtf8(bytes, encoding);
    if (!text)
        return std::unexpected(u"is not %1"_s.arg(QLatin1StringView(encoding)));
    auto layer = readGeoJson(*text);
    if (layer)
        layer->encoding = QString::fromLatin1(encoding);
    return layer;
}

} // namespace

std::expected<Layer, QString> readLayer(const QString& path) {
    const QFileInfo info(path);
    const QString name = info.fileName();
    QFile file(path);
    if (info.isDir())
        return std::unexpected(u"%1: is a folder"_s.arg(name));
    const QString suffix = info.suffix().toLower();
    const bool isCsv = suffix == u"csv" || suffix == u"txt" || suffix == u"tsv";
    if (!isCsv && suffix != u"geojson" && suffix != u"json" && suffix != u"kml" && suffix != u"gpx")
        return std::unexpected(u"%1: none of .csv, .geojson, .kml and .gpx"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(name, file.errorString()));
    const auto layer = isCsv ? readCsvLayer(file) : readWhole(file, suffix);
    return layer ? layer : std::unexpected(u"%1: %2"_s.arg(name, layer.error()));
}

} // namespace tridesk::maps
