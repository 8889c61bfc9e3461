// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tridesk {

/// How samples of brightness lie in memory.
struct LumaPlane {
    const std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0; ///< bytes from line to line
    int width = 0;
    int height = 0;
    int step = 1; ///< bytes from sample to sample
};

/// A picture's brightness in 32 × 18 cells: small enough to keep, and fine enough that the seconds of a clock
/// burnt into a corner show. What the encoder does anew to a picture that stands still changes a cell's mean
/// by less than one level, which is why pictures are compared by this and not byte for byte.
class LumaDigest {
public:
    static constexpr int columns = 32;
    static constexpr int rows = 18;
    /// Levels of 255 by which the mean of one cell must have moved.
    static constexpr int leastChange = 2;

    LumaDigest() = default;
    /// Reads every second line, which is enough for a mean. A plane without samples gives the digest of
    /// black.
    explicit LumaDigest(const LumaPlane& plane);

    [[nodiscard]] bool differsFrom(const LumaDigest& other) const;

private:
    std::array<std::uint16_t, std::size_t(columns) * rows> m_means{}; ///< in 1/16 of a level
};

} // namespace tridesk
