// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/source.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <exception>
#include <limits>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
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

std::expected<QByteArray, QString> checksum(const QString& path, ImportWatch& watch) {
    constexpr qint64 Piece = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (QByteArray bytes = file.read(Piece); !bytes.isEmpty(); bytes = file.read(Piece)) {
        if (watch.isStopped())
            return std::unexpected(u"%1: stopped"_s.arg(path));
        hash.addData(bytes);
        watch.count(file.pos(), file.size());
    }
    if (file.error() != QFile::NoError)
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return hash.result().toHex();
}

/// Whether nodes stand before ways and ways before relations, each by id and none below zero: tilemaker needs
/// that and dies without. A file that says so in its header is believed. What cannot be read counts as
/// sorted: its reader will say what is wrong.
bool isSorted(const QString& file, const ImportWatch& watch) {
    try {
        osmium::io::Reader reader(osmium::io::File(file.toStdString(), "pbf"));
        if (reader.header().get("sorting") == "Type_then_ID")
            return true;
        osmium::item_type type = osmium::item_type::node;
        osmium::object_id_type id = std::numeric_limits<osmium::object_id_type>::min();
        while (const osmium::memory::Buffer buffer = reader.read()) {
            if (watch.isStopped())
                return true;
            for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
                const bool isNext = object.type() == type ? object.id() >= id : object.type() > type;
                if (!isNext || object.id() < 0)
                    return false;
                type = object.type();
                id = object.id();
            }
        }
        reader.close();
    } catch (const std::exception&) {
        return true;
    }
    return true;
}

/// Editors give what is not uploaded yet ids below zero; they become ids that no real object has.
osmium::object_id_type positive(osmium::item_type type, osmium::object_id_type id) {
    if (id >= 0)
        return id;
    switch (type) {
    case osmium::item_type::node:
        return 15'000'000'000 - id;
    case osmium::item_type::way:
        return 4'000'000'000 - id;
    default:
        return 1'000'000'000 - id;
    }
}

void makePositive(osmium::memory::Buffer& buffer) {
    for (osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
        object.set_id(positive(object.type(), object.id()));
        if (object.type() == osmium::item_type::way)
            for (osmium::NodeRef& node : static_cast<osmium::Way&>(object).nodes())
                node.set_ref(positive(osmium::item_type::node, node.ref()));
        if (object.type() == osmium::item_type::relation)
            for (osmium::RelationMember& member : static_cast<osmium::Relation&>(object).members())
                member.set_ref(positive(member.type(), member.ref()));
    }
}

/// Throws what libosmium throws.
void toSortedPbf(const QString& from, const QString& to, ImportWatch& watch) {
    QString format = isPbf(from) ? u"pbf"_s : u"osm"_s;
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
        if (watch.isStopped())
            throw std::runtime_error("stopped");
        watch.count(static_cast<qint64>(reader.offset()), static_cast<qint64>(reader.file_size()));
        bytes += static_cast<qint64>(buffer.committed());
        if (bytes > MaxUnpackedBytes)
            throw std::runtime_error("larger than this program takes once unpacked");
        makePositive(buffer);
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

std::expected<Source, QString> identifySource(const QString& file, ImportWatch& watch) {
    const QFileInfo info(file);
    if (!info.isFile())
        return std::unexpected(u"%1: no such file"_s.arg(file));
    if (info.size() > MaxSourceBytes)
        return std::unexpected(
            u"%1: %2 bytes, more than the %3 allowed"_s.arg(file).arg(info.size()).arg(MaxSourceBytes));
    if (!isPbf(info.fileName()) && !isXml(info.fileName()))
        return std::unexpected(u"%1: neither .osm.pbf nor .osm, .osm.gz or .osm.bz2"_s.arg(file));
    const auto sum = checksum(file, watch);
    if (!sum)
        return std::unexpected(sum.error());
    return Source{.pbfFile = info.absoluteFilePath(),
                  .fileName = info.fileName(),
                  .sha256 = *sum,
                  .bytes = info.size()};
}

std::expected<void, QString> sortSource(Source& source, const QString& scratchFolder, ImportWatch& watch,
                                        bool isDone) {
    const QString turned = QDir(scratchFolder).filePath(u"source.osm.pbf"_s);
    if (isDone) {
        if (QFile::exists(turned))
            source.pbfFile = turned;
        return {};
    }
    QFile::remove(turned); // half of one from a run that was broken off
    if (isPbf(source.fileName) && isSorted(source.pbfFile, watch))
        return {};
    try {
        toSortedPbf(source.pbfFile, turned, watch);
    } catch (const std::exception& error) {
        return std::unexpected(u"%1: cannot be read as OSM data: %2"_s.arg(
            source.fileName, QString::fromUtf8(error.what()).simplified()));
    }
    source.pbfFile = turned;
    return {};
}

} // namespace tridesk::maps
