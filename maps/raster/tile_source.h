// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/china_datum.h"
#include "maps/tiles/tile_id.h"

#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariantMap>

#include <expected>
#include <optional>

namespace tridesk::maps {

/// Where a map's pictures come from: a value that a setting keeps.
struct TileSource {
    enum class Kind {
        Package, ///< the map package that the console was started with
        File,    ///< an MBTiles file: vector tiles, or pictures
        Xyz,     ///< a server of numbered pictures
        Wmts,    ///< a server that describes itself (OGC 07-057r7)
    };

    Kind kind = Kind::Package;
    QString name = {};
    /// File: its path. Xyz: a template with {z}, {x} and {y} (or {-y}, counted from the south), or with {q}
    /// (a quadkey), and {s} for one of `hosts`. Wmts: the address of its capabilities.
    QString address = {};
    QStringList hosts = {}; ///< what {s} stands for, in turn
    QString layer = {};     ///< Wmts: the layer's identifier; empty: the first one that fits
    QString matrixSet = {}; ///< Wmts: the matrix set's identifier; empty: the first one that fits
    Datum datum = Datum::Wgs84;
    int tileSize = 256; ///< pixels along the edge of a picture: 256 or 512
    int minZoom = 0;    ///< of the source's own numbering
    int maxZoom = 18;
    QString attribution = {}; ///< whom the map is owed to; shown on it

    [[nodiscard]] bool isServer() const { return kind == Kind::Xyz || kind == Kind::Wmts; }
    [[nodiscard]] bool operator==(const TileSource&) const = default;

    static constexpr int mostZoom = 22;
};

/// What is wrong with a source, and in which of its fields.
struct SourceProblem {
    enum class Code {
        AddressMissing,
        AddressTooLong, ///< more than 2,000 characters
        AddressNotHttp, ///< a server's address is http or https, with a host
        AddressHasUser, ///< names and passwords do not belong in an address that is shown and kept
        PlaceholdersMissing,
        PlaceholderUnknown,
        HostsMissing, ///< {s} without hosts
        HostWrong,
        TileSizeWrong,
        ZoomsWrong,
    };
    Code code;
    QString value;
    [[nodiscard]] bool operator==(const SourceProblem&) const = default;
};

/// The source, if it can be asked for pictures.
[[nodiscard]] std::expected<void, SourceProblem> check(const TileSource& source);

/// A file's path or a server's address, as it stands on a command line; what it does not say has the usual
/// value.
[[nodiscard]] TileSource sourceFrom(const QString& fileOrAddress);

/// wgs84, gcj02 or bd09.
[[nodiscard]] std::optional<Datum> datumFrom(const QString& name);

/// The address of one picture of an Xyz source that was checked.
[[nodiscard]] QUrl tileUrl(const TileSource& source, TileId id);

/// As a setting keeps it, and back; what is missing or out of range there has the usual value.
[[nodiscard]] QVariantMap toSetting(const TileSource& source);
[[nodiscard]] TileSource sourceFromSetting(const QVariantMap& setting);

} // namespace tridesk::maps
