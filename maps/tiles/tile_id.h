// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace tridesk::maps {

// A tile of the usual web scheme: zoom 0 is one tile, y counts from the north. (MBTiles files count from the
// south; MbTiles turns that round.)
struct TileId {
    int z = 0;
    int x = 0;
    int y = 0;

    [[nodiscard]] bool operator==(const TileId&) const = default;

    [[nodiscard]] bool valid() const {
        return z >= 0 && z <= maxZoom && x >= 0 && y >= 0 && x < (1 << z) && y < (1 << z);
    }
    // The tile that holds this one `levels` further out; itself for 0 or less.
    [[nodiscard]] TileId ancestor(int levels) const {
        return levels <= 0 ? *this : TileId{z - levels, x >> levels, y >> levels};
    }
    [[nodiscard]] TileId child(int index) const { return {z + 1, 2 * x + (index & 1), 2 * y + (index >> 1)}; }

    static constexpr int maxZoom = 24;
};

} // namespace tridesk::maps

template <>
struct std::hash<tridesk::maps::TileId> {
    std::size_t operator()(const tridesk::maps::TileId& t) const noexcept {
        const auto packed = (std::uint64_t(t.z) << 58) ^ (std::uint64_t(t.x) << 29) ^ std::uint64_t(t.y);
        return std::hash<std::uint64_t>{}(packed * 0x9E3779B97F4A7C15ULL);
    }
};
