// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/ground.h"

#include <cmath>

namespace tridesk::maps::city {

namespace {

// The whole is turned by six degrees: no surveyor had a better compass.
constexpr double TurnCos = 0.99452190;
constexpr double TurnSin = 0.10452846;
// How far from the river the land still follows its bends, in metres.
constexpr double Reach = 2300;

} // namespace

Wave::Wave(Prng random, double step, double amplitude)
    : m_random(random)
    , m_step(step)
    , m_amplitude(amplitude) {}

double Wave::value(long index) const {
    return (m_random.fork(static_cast<std::uint64_t>(index + 1'000'000)).unit() * 2 - 1) * m_amplitude;
}

double Wave::operator()(double x) const {
    const double at = x / m_step;
    const double floor = std::floor(at);
    const double f = at - floor;
    const long i = static_cast<long>(floor);
    const double a = value(i - 1);
    const double b = value(i);
    const double c = value(i + 1);
    const double d = value(i + 2);
    // uniform cubic B-spline: softer than the values themselves, and smooth in its second derivative
    const double g = 1 - f;
    return (g * g * g * a + (3 * f * f * f - 6 * f * f + 4) * b + (3 * g * g * g - 6 * g * g + 4) * c +
            f * f * f * d) /
           6;
}

Ground::Ground(const Prng& random)
    : m_meander(random.fork(11), 1650, 1750)
    , m_bendX(random.fork(12), 1900, 300)
    , m_bendY(random.fork(13), 1700, 260)
    , m_riverWidth(random.fork(14), 1300, 45) {}

Vec Ground::world(Vec p) const {
    const double near = 1 / (1 + (p.y / Reach) * (p.y / Reach));
    const double x = p.x + m_bendX(p.y);
    const double y = p.y + m_meander(p.x) * near + m_bendY(p.x) * (1 - near);
    return {x * TurnCos - y * TurnSin, x * TurnSin + y * TurnCos};
}

Vec Ground::uAxis(Vec p) const {
    return unit(world({p.x + 2, p.y}) - world({p.x - 2, p.y}));
}

Vec Ground::vAxis(Vec p) const {
    return unit(world({p.x, p.y + 2}) - world({p.x, p.y - 2}));
}

double Ground::riverHalf(double u) const {
    return 128 + m_riverWidth(u);
}

} // namespace tridesk::maps::city
