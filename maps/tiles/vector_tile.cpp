// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/vector_tile.h"

#include <algorithm>
#include <protozero/exception.hpp>
#include <protozero/pbf_reader.hpp>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace tridesk::maps {
namespace {

// What this file throws to itself, beside protozero's own; nothing leaves decodeVectorTile().
struct BadTile : std::runtime_error {
    using std::runtime_error::runtime_error;
};

QString toText(protozero::data_view view) {
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

TagValue readValue(protozero::pbf_reader message) {
    TagValue value;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            value = toText(message.get_view());
            break;
        case 2:
            value = double(message.get_float());
            break;
        case 3:
            value = message.get_double();
            break;
        case 4:
            value = double(message.get_int64());
            break;
        case 5:
            value = double(message.get_uint64());
            break;
        case 6:
            value = double(message.get_sint64());
            break;
        case 7:
            value = message.get_bool();
            break;
        default:
            message.skip();
        }
    }
    return value;
}

// Reads the command stream of one feature's geometry (MVT 4.3) into its layer's arrays.
class GeometryReader {
public:
    using Range = protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator>;

    GeometryReader(VectorLayer& layer, const DecodeBounds& bounds, std::size_t pointsBefore)
        : m_layer(layer)
        , m_bounds(bounds)
        , m_pointsBefore(pointsBefore) {}

    void read(Range& range, VectorFeature& feature) {
        feature.firstPart = std::uint32_t(m_layer.partEnds.size());
        m_firstPoint = m_layer.points.size();
        m_partStart = m_firstPoint;
        while (!range.empty())
            command(range, feature.kind);
        closePart();
        feature.endPart = std::uint32_t(m_layer.partEnds.size());
        feature.bounds = boundsSince(m_firstPoint);
    }

private:
    void command(Range& range, GeometryKind kind) {
        const std::uint32_t word = take(range);
        const std::uint32_t id = word & 7;
        const std::uint32_t count = word >> 3;
        if (id == 7)
            return; // ClosePath: rings are closed when drawn
        if (id != 1 && id != 2)
            throw BadTile("unknown geometry command");
        for (std::uint32_t i = 0; i < count; ++i) {
            if (id == 1 && kind != GeometryKind::Point)
                closePart();
            point(range);
        }
    }

    void point(Range& range) {
        m_x += protozero::decode_zigzag32(take(range));
        m_y += protozero::decode_zigzag32(take(range));
        if (std::abs(m_x) > m_bounds.maxCoordinate || std::abs(m_y) > m_bounds.maxCoordinate)
            throw BadTile("a coordinate far outside its tile");
        if (m_pointsBefore + m_layer.points.size() >= m_bounds.maxPoints)
            throw BadTile("too many points");
        m_layer.points.emplace_back(int(m_x), int(m_y));
    }

    void closePart() {
        if (m_layer.points.size() == m_partStart)
            return;
        m_layer.partEnds.push_back(std::uint32_t(m_layer.points.size()));
        m_partStart = m_layer.points.size();
    }

    QRect boundsSince(std::size_t first) const {
        if (first == m_layer.points.size())
            return {};
        QPoint low = m_layer.points[first];
        QPoint high = low;
        for (std::size_t i = first + 1; i < m_layer.points.size(); ++i) {
            const QPoint p = m_layer.points[i];
            low = {std::min(low.x(), p.x()), std::min(low.y(), p.y())};
            high = {std::max(high.x(), p.x()), std::max(high.y(), p.y())};
        }
        return {low, high};
    }

    static std::uint32_t take(Range& range) {
        if (range.empty())
            throw BadTile("geometry ends too early");
        const std::uint32_t value = range.front();
        range.drop_front();
        return value;
    }

    VectorLayer& m_layer;
    const DecodeBounds& m_bounds;
    std::size_t m_pointsBefore;
    std::size_t m_firstPoint = 0;
    std::size_t m_partStart = 0;
    std::int64_t m_x = 0;
    std::int64_t m_y = 0;
};

void readTags(protozero::pbf_reader& message, VectorLayer& layer, VectorFeature& feature) {
    feature.firstTag = std::uint32_t(layer.tags.size());
    auto range = message.get_packed_uint32();
    while (!range.empty()) {
        Tag tag;
        tag.key = range.front();
        range.drop_front();
        if (range.empty())
            throw BadTile("a key without a value");
        tag.value = range.front();
        range.drop_front();
        layer.tags.push_back(tag);
    }
    feature.endTag = std::uint32_t(layer.tags.size());
}

GeometryKind kindOf(std::int32_t value) {
    return value >= 1 && value <= 3 ? GeometryKind(value) : GeometryKind::Unknown;
}

void readFeature(protozero::pbf_reader message, VectorLayer& layer, const DecodeBounds& bounds,
                 std::size_t pointsBefore) {
    VectorFeature feature;
    feature.firstTag = feature.endTag = std::uint32_t(layer.tags.size());
    protozero::iterator_range<protozero::pbf_reader::const_uint32_iterator> geometry;
    bool hasGeometry = false;
    while (message.next()) {
        switch (message.tag()) {
        case 2:
            readTags(message, layer, feature);
            break;
        case 3:
            feature.kind = kindOf(message.get_enum());
            break;
        case 4:
            geometry = message.get_packed_uint32();
            hasGeometry = true;
            break;
        default:
            message.skip();
        }
    }
    if (!hasGeometry || feature.kind == GeometryKind::Unknown)
        return;
    GeometryReader(layer, bounds, pointsBefore).read(geometry, feature);
    if (feature.firstPart != feature.endPart)
        layer.features.push_back(feature);
}

void checkTags(const VectorLayer& layer) {
    const auto bad = [&](const Tag& t) {
        return t.key >= layer.keys.size() || t.value >= layer.values.size();
    };
    if (std::ranges::any_of(layer.tags, bad))
        throw BadTile("a tag points outside its layer's keys or values");
}

VectorLayer readLayer(protozero::pbf_reader message, const DecodeBounds& bounds, std::size_t pointsBefore,
                      std::size_t featuresBefore) {
    VectorLayer layer;
    while (message.next()) {
        switch (message.tag()) {
        case 1:
            layer.name = toText(message.get_view());
            break;
        case 2:
            if (featuresBefore + layer.features.size() >= bounds.maxFeatures)
                throw BadTile("too many features");
            readFeature(message.get_message(), layer, bounds, pointsBefore);
            break;
        case 3:
            layer.keys.push_back(toText(message.get_view()));
            break;
        case 4:
            layer.values.push_back(readValue(message.get_message()));
            break;
        case 5:
            layer.extent = int(std::min<std::uint32_t>(message.get_uint32(), 1U << 16));
            break;
        default:
            message.skip();
        }
    }
    if (layer.extent <= 0)
        throw BadTile("a layer without extent");
    checkTags(layer);
    return layer;
}

VectorTile readTile(const QByteArray& bytes, const DecodeBounds& bounds) {
    VectorTile tile;
    std::size_t points = 0;
    std::size_t features = 0;
    protozero::pbf_reader message(bytes.constData(), std::size_t(bytes.size()));
    while (message.next()) {
        if (message.tag() != 3) {
            message.skip();
            continue;
        }
        tile.layers.push_back(readLayer(message.get_message(), bounds, points, features));
        points += tile.layers.back().points.size();
        features += tile.layers.back().features.size();
    }
    return tile;
}

template <typename T>
qsizetype held(const std::vector<T>& v) {
    return qsizetype(v.capacity() * sizeof(T));
}

} // namespace

int VectorLayer::keyIndex(QStringView key) const {
    const auto it = std::ranges::find(keys, key);
    return it == keys.end() ? -1 : int(it - keys.begin());
}

int VectorLayer::valueIndex(const VectorFeature& feature, int key) const {
    if (key < 0)
        return -1;
    for (std::uint32_t i = feature.firstTag; i < feature.endTag; ++i) {
        if (tags[i].key == std::uint32_t(key))
            return int(tags[i].value);
    }
    return -1;
}

const TagValue* VectorLayer::value(const VectorFeature& feature, int key) const {
    const int index = valueIndex(feature, key);
    return index < 0 ? nullptr : &values[std::size_t(index)];
}

QString VectorLayer::text(const VectorFeature& feature, int key) const {
    const TagValue* found = value(feature, key);
    const auto* text = found == nullptr ? nullptr : std::get_if<QString>(found);
    return text == nullptr ? QString() : *text;
}

double VectorLayer::number(const VectorFeature& feature, int key, double otherwise) const {
    const TagValue* found = value(feature, key);
    if (found == nullptr)
        return otherwise;
    if (const auto* number = std::get_if<double>(found))
        return *number;
    if (const auto* flag = std::get_if<bool>(found))
        return *flag ? 1 : 0;
    return otherwise;
}

std::span<const QPoint> VectorLayer::part(std::uint32_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : partEnds[index - 1];
    return {points.data() + begin, partEnds[index] - begin};
}

const VectorLayer* VectorTile::layer(QStringView name) const {
    const auto it = std::ranges::find(layers, name, &VectorLayer::name);
    return it == layers.end() ? nullptr : &*it;
}

qsizetype VectorTile::bytes() const {
    qsizetype sum = 256;
    for (const VectorLayer& l : layers)
        sum += held(l.keys) + 3 * held(l.values) + held(l.tags) + held(l.features) + held(l.partEnds) +
               held(l.points);
    return sum;
}

std::expected<VectorTile, QString> decodeVectorTile(const QByteArray& bytes, const DecodeBounds& bounds) {
    if (bytes.size() > bounds.maxBytes)
        return std::unexpected(
            u"the tile has %1 bytes, more than %2"_s.arg(bytes.size()).arg(bounds.maxBytes));
    try {
        return readTile(bytes, bounds);
    } catch (const protozero::exception& e) {
        return std::unexpected(QString::fromUtf8(e.what()));
    } catch (const BadTile& e) {
        return std::unexpected(QString::fromUtf8(e.what()));
    }
}

} // namespace tridesk::maps
