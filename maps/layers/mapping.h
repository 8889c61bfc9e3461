// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/china_datum.h"
#include "maps/layers/feature.h"

#include <QMap>

#include <expected>
#include <optional>

namespace tridesk::maps {

/// What the features of a layer become.
enum class LayerTarget { Areas, Plots, Cameras, Places, Notes };

/// What a column says. Position is both numbers in one text, Wkt a geometry in text.
enum class LayerField { Ref, Name, NameEn, Kind, Address, Latitude, Longitude, Position, Wkt, Heading };

[[nodiscard]] QString targetKey(LayerTarget target); ///< "cameras"
[[nodiscard]] QString fieldKey(LayerField field);    ///< "ref", "name", "name_en" …
[[nodiscard]] std::optional<LayerField> fieldFromKey(QStringView key);

[[nodiscard]] std::optional<Datum> datumFromKey(QStringView key); ///< "wgs84", "gcj02", "bd09"

/// What a layer's columns mean, and what is to become of it.
struct LayerMapping {
    LayerTarget target = LayerTarget::Places;
    QMap<LayerField, int> columns;
    Datum datum = Datum::Wgs84;

    friend bool operator==(const LayerMapping&, const LayerMapping&) = default;
};

/// By the words of the headers (Chinese and English, as real lists write them), the kinds of shapes and the
/// file's name; each column has one meaning at most.
[[nodiscard]] LayerMapping guessMapping(const Layer& layer, const QString& fileName);

/// "column=field" by the column's name or number (from 1); "column=-" for no meaning. The error is one line.
[[nodiscard]] std::expected<void, QString> changeMapping(LayerMapping& mapping, const Layer& layer,
                                                         const QString& change);

/// The same for every file with these columns in this order, so that a mapping that was put right is found
/// again.
[[nodiscard]] QString shapeOfFile(const Layer& layer);

/// "name: 点位名称, lat: 纬度, lon: 经度; gcj02", for a log.
[[nodiscard]] QString mappingInWords(const LayerMapping& mapping, const Layer& layer);

/// As text for keeping, and back; nothing where it names columns that the layer has not.
[[nodiscard]] QString mappingText(const LayerMapping& mapping);
[[nodiscard]] std::optional<LayerMapping> mappingFromText(const QString& text, const Layer& layer);

/// A feature with its meaning.
struct MappedFeature {
    qint64 row = 0;
    QString ref;
    QString name;
    QString nameEn;
    QString kind;
    QString address;
    std::optional<double> heading; ///< degrees clockwise from north, [0, 360)
    Shape shape;                   ///< WGS-84
};

struct MappedLayer {
    QList<MappedFeature> features;
    QList<LayerFault> faults; ///< the layer's own among them; the first layer_limits::Faults
    qint64 faultCount = 0;
};

/// Leaves out what has no place, or one that cannot be, and shapes that the target is not made of.
[[nodiscard]] MappedLayer mapLayer(const Layer& layer, const LayerMapping& mapping);

} // namespace tridesk::maps
