// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/geometry.h"
#include "maps/city/prng.h"

namespace tridesk::maps::city {

/// Smooth random values along a line: cubic between values at even steps. Additions and products only, so
/// that every machine finds the same.
class Wave {
public:
    Wave(Prng random, double step, double amplitude);
    [[nodiscard]] double operator()(double x) const;

private:
    [[nodiscard]] double value(long index) const;
    Prng m_random;
    double m_step;
    double m_amplitude;
};

/// Bends the flat plan onto the land: the river winds, the roads beside it follow, the rest is slightly
/// uneven and turned. One-to-one, and gentle enough (shear below a half) for rectangles to stay nearly so.
class Ground {
public:
    explicit Ground(const Prng& random);

    /// Metres east and north of the city's centre.
    [[nodiscard]] Vec world(Vec plan) const;
    /// The directions in the world of the plan's u and v there, of length one.
    [[nodiscard]] Vec uAxis(Vec plan) const;
    [[nodiscard]] Vec vAxis(Vec plan) const;
    /// Half the river's width.
    [[nodiscard]] double riverHalf(double u) const;

private:
    Wave m_meander, m_bendX, m_bendY, m_riverWidth;
};

} // namespace tridesk::maps::city
