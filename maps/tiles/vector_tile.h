// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPoint>
#include <QRect>
#include <QString>

#include <cstdint>
#include <expected>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace tridesk::maps {

enum class GeometryKind : std::uint8_t { Unknown, Point, Line, Polygon };

using TagValue = std::variant<std::monostate, QString, double, bool>;

struct Tag {
    std::uint32_t key = 0;   // index into VectorLayer::keys
    std::uint32_t value = 0; // index into VectorLayer::values
};

// A feature is a slice of its layer's flat arrays: thousands of them cost a handful of allocations.
struct VectorFeature {
    GeometryKind kind = GeometryKind::Unknown;
    std::uint32_t firstTag = 0, endTag = 0;
    std::uint32_t firstPart = 0, endPart = 0;
    QRect bounds; // of its points, in tile units
};

struct VectorLayer {
    QString name;
    int extent = 4096; // tile units along an edge
    std::vector<QString> keys;
    std::vector<TagValue> values;
    std::vector<Tag> tags;
    std::vector<VectorFeature> features;
    std::vector<std::uint32_t> partEnds; // end of each part (line or ring) in points
    std::vector<QPoint> points;          // tile units, y south

    // Index of the key, or −1. Ask once a layer, not once a feature.
    [[nodiscard]] int keyIndex(QStringView key) const;
    // Index of the feature's value for a key index, or −1.
    [[nodiscard]] int valueIndex(const VectorFeature& feature, int key) const;
    [[nodiscard]] const TagValue* value(const VectorFeature& feature, int key) const;
    [[nodiscard]] QString text(const VectorFeature& feature, int key) const; // empty where absent or no text
    [[nodiscard]] double number(const VectorFeature& feature, int key, double otherwise) const;
    [[nodiscard]] std::span<const QPoint> part(std::uint32_t part) const;
};

struct VectorTile {
    std::vector<VectorLayer> layers;

    [[nodiscard]] const VectorLayer* layer(QStringView name) const;
    [[nodiscard]] qsizetype bytes() const; // about what it holds in memory, for caches
};

// Decodes a Mapbox vector tile (version 1 or 2), already inflated. A tile that is cut off, damaged or beyond
// the bounds below gives an error that says what was wrong and never more than the bounds' memory. Any
// thread.
struct DecodeBounds {
    qsizetype maxBytes = 24 * 1024 * 1024;
    std::size_t maxPoints = 4'000'000; // a tile
    std::size_t maxFeatures = 500'000; // a tile
    int maxCoordinate = 1 << 20;       // tile units; 4096 is the tile's edge
};
[[nodiscard]] std::expected<VectorTile, QString> decodeVectorTile(const QByteArray& bytes,
                                                                  const DecodeBounds& bounds = {});

} // namespace tridesk::maps
