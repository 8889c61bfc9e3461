// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/source.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <exception>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/object_pointer_collection.hpp>
#include <osmium/osm/object_comparisons.hpp>
#include <osmium/visitor.hpp>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

bool isPbf(const QString& name) {
    return name.endsWith(u".pbf"_s, Qt::CaseInsensitive);
}

bool isXml(const QString& name) {
    for (const QString& suffix :
         {u".osm"_s, u".xml"_s, u".osm.gz"_s, u".xml.gz"_s, u".osm.bz2"_s, u".xml.bz2"_s})
        if (name.endsWith(suffix, Qt::CaseInsensitive))
            return true;
    return false;
}

std::expected<QByteArray, QString> checksum(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return hash.result().toHex();
}

/// Throws what libosmium throws.
void toSortedPbf(const QString& from, const QString& to) {
    QString format = u"osm"_s;
    if (from.endsWith(u".gz"_s, Qt::CaseInsensitive))
        format += u".gz"_s;
    else if (from.endsWith(u".bz2"_s, Qt::CaseInsensitive))
        format += u".bz2"_s;
    osmium::io::Reader reader(osmium::io::File(from.toStdString(), format.toStdString()));
    osmium::io::Header header;
    const osmium::io::Header given = reader.header();
    for (const osmium::Box& box : given.boxes())
        if (box.valid())
            header.add_box(box);
    std::vector<osmium::memory::Buffer> buffers;
    osmium::ObjectPointerCollection objects;
    qint64 bytes = 0;
    while (osmium::memory::Buffer buffer = reader.read()) {
        bytes += static_cast<qint64>(buffer.committed());
        if (bytes > MaxUnpackedBytes)
            throw std::runtime_error("larger than this program takes once unpacked");
        buffers.push_back(std::move(buffer));
        osmium::apply(buffers.back(), objects);
    }
    reader.close();
    objects.sort(osmium::object_order_type_id_version{});
    osmium::io::Writer writer(osmium::io::File(to.toStdString(), "pbf"), header,
                              osmium::io::overwrite::allow);
    for (const osmium::OSMObject& object : objects)
        writer(object);
    writer.close();
}

} // namespace

std::expected<Source, QString> prepareSource(const QString& file, const QString& scratchFolder) {
    const QFileInfo info(file);
    if (!info.isFile())
        return std::unexpected(u"%1: no such file"_s.arg(file));
    if (info.size() > MaxSourceBytes)
        return std::unexpected(
            u"%1: %2 bytes, more than the %3 allowed"_s.arg(file).arg(info.size()).arg(MaxSourceBytes));
    if (!isPbf(info.fileName()) && !isXml(info.fileName()))
        return std::unexpected(u"%1: neither .osm.pbf nor .osm, .osm.gz or .osm.bz2"_s.arg(file));
    const auto sum = checksum(file);
    if (!sum)
        return std::unexpected(sum.error());
    Source source{.pbfFile = info.absoluteFilePath(),
                  .fileName = info.fileName(),
                  .sha256 = *sum,
                  .bytes = info.size()};
    if (isPbf(source.fileName))
        return source;
    const QString turned = QDir(scratchFolder).filePath(u"source.osm.pbf"_s);
    try {
        toSortedPbf(source.pbfFile, turned);
    } catch (const std::exception& error) {
        return std::unexpected(u"%1: cannot be read as OSM data: %2"_s.arg(
            source.fileName, QString::fromUtf8(error.what()).simplified()));
    }
    source.pbfFile = turned;
    return source;
}

} // namespace tridesk::maps
