// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/tiles/tile_writer.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <zlib.h>

#include <protozero/pbf_writer.hpp>
#include <string>

using namespace Qt::StringLiterals;

namespace tridesk::test {
namespace {

class LayerWriter {
public:
    explicit LayerWriter(const LayerSpec& layer) {
        protozero::pbf_writer out(m_bytes);
        out.add_uint32(15, 2);
        out.add_string(1, layer.name.toStdString());
        for (const FeatureSpec& f : layer.features)
            out.add_message(2, feature(f));
        for (const QString& key : m_keys)
            out.add_string(3, key.toStdString());
        for (const QString& value : m_values)
            out.add_message(4, encodedValue(value));
        out.add_uint32(5, 4096);
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string feature(const FeatureSpec& spec) {
        std::vector<std::uint32_t> tags;
        for (const auto& [key, value] : spec.tags) {
            tags.push_back(indexIn(m_keys, key));
            tags.push_back(indexIn(m_values, value));
        }
        const std::vector<std::uint32_t> geometry = commands(spec);
        std::string bytes;
        protozero::pbf_writer out(bytes);
        out.add_packed_uint32(2, tags.begin(), tags.end());
        out.add_enum(3, spec.kind);
        out.add_packed_uint32(4, geometry.begin(), geometry.end());
        return bytes;
    }

    static std::vector<std::uint32_t> commands(const FeatureSpec& spec) {
        std::vector<std::uint32_t> out;
        QPoint pen;
        const auto to = [&](QPoint p) {
            out.push_back(protozero::encode_zigzag32(p.x() - pen.x()));
            out.push_back(protozero::encode_zigzag32(p.y() - pen.y()));
            pen = p;
        };
        const auto n = std::uint32_t(spec.points.size());
        out.push_back((spec.kind == 1 ? n : 1) << 3 | 1);
        to(spec.points.front());
        if (spec.kind != 1)
            out.push_back((n - 1) << 3 | 2);
        for (std::size_t i = 1; i < spec.points.size(); ++i)
            to(spec.points[i]);
        if (spec.kind == 3)
            out.push_back(1 << 3 | 7);
        return out;
    }

    static std::string encodedValue(const QString& value) {
        std::string bytes;
        protozero::pbf_writer out(bytes);
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (isNumber)
            out.add_int64(4, number);
        else
            out.add_string(1, value.toStdString());
        return bytes;
    }

    static std::uint32_t indexIn(QList<QString>& list, const QString& text) {
        qsizetype i = list.indexOf(text);
        if (i < 0) {
            i = list.size();
            list << text;
        }
        return std::uint32_t(i);
    }

    std::string m_bytes;
    QList<QString> m_keys;
    QList<QString> m_values;
};

bool fill(QSqlDatabase& db, const std::vector<TileSpec>& tiles,
          const QList<QPair<QString, QString>>& metadata) {
    QSqlQuery query(db);
    bool ok =
        query.exec(u"CREATE TABLE metadata (name text, value text)"_s) &&
        query.exec(
            u"CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"_s) &&
        query.exec(u"CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)"_s) &&
        db.transaction();
    query.prepare(u"INSERT INTO metadata VALUES (?, ?)"_s);
    for (const auto& [name, value] : metadata) {
        query.addBindValue(name);
        query.addBindValue(value);
        ok = ok && query.exec();
    }
    query.prepare(u"INSERT INTO tiles VALUES (?, ?, ?, ?)"_s);
    for (const TileSpec& tile : tiles) {
        query.addBindValue(tile.id.z);
        query.addBindValue(tile.id.x);
        query.addBindValue((1 << tile.id.z) - 1 - tile.id.y);
        query.addBindValue(tile.bytes);
        ok = ok && query.exec();
    }
    return ok && db.commit();
}

} // namespace

QByteArray encodeTile(const std::vector<LayerSpec>& layers) {
    std::string bytes;
    protozero::pbf_writer out(bytes);
    for (const LayerSpec& layer : layers)
        out.add_message(3, LayerWriter(layer).bytes());
    return QByteArray::fromStdString(bytes);
}

QByteArray gzip(const QByteArray& bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

bool writeMbTiles(const QString& path, const std::vector<TileSpec>& tiles,
                  const QList<QPair<QString, QString>>& metadata) {
    bool ok = false;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, path);
        db.setDatabaseName(path);
        ok = db.open() && fill(db, tiles, metadata);
    }
    QSqlDatabase::removeDatabase(path);
    return ok;
}

} // namespace tridesk::test
