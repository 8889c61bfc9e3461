// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/geometry.h"

#include <algorithm>
#include <numbers>

namespace tridesk::maps::city {

double area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        twice += cross(ring[i], ring[(i + 1) % ring.size()]);
    return twice / 2;
}

Vec centroid(const Ring& ring) {
    Vec sum;
    double twice = 0;
    const Vec origin = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec p = ring[i] - origin;
        const Vec q = ring[(i + 1) % ring.size()] - origin;
        const double c = cross(p, q);
        sum = sum + (p + q) * c;
        twice += c;
    }
    return std::abs(twice) < 1e-9 ? origin : origin + sum * (1 / (3 * twice));
}

bool holds(const Ring& convex, Vec point, double margin) {
    for (std::size_t i = 0; i < convex.size(); ++i) {
        const Vec a = convex[i];
        const Vec along = convex[(i + 1) % convex.size()] - a;
        const double l = length(along);
        if (l > 1e-6 && cross(along, point - a) < margin * l)
            return false;
    }
    return convex.size() >= 3;
}

Ring clip(const Ring& convex, Vec a, Vec b) {
    Ring result;
    const Vec along = b - a;
    for (std::size_t i = 0; i < convex.size(); ++i) {
        const Vec p = convex[i];
        const Vec q = convex[(i + 1) % convex.size()];
        const double dp = cross(along, p - a);
        const double dq = cross(along, q - a);
        if (dp >= 0)
            result.push_back(p);
        if ((dp > 0 && dq < 0) || (dp < 0 && dq > 0))
            result.push_back(lerp(p, q, dp / (dp - dq)));
    }
    return result;
}

Ring inset(const Ring& convex, const std::vector<double>& distances) {
    Ring result = convex;
    for (std::size_t i = 0; i < convex.size() && result.size() >= 3; ++i) {
        const Vec a = convex[i];
        const Vec b = convex[(i + 1) % convex.size()];
        if (length(b - a) < 0.01)
            continue;
        const Vec in = left(unit(b - a)) * distances[i];
        result = clip(result, a + in, b + in);
    }
    if (result.size() < 3 || area(result) < 1)
        result.clear();
    return result;
}

Ring inset(const Ring& convex, double distance) {
    return inset(convex, std::vector<double>(convex.size(), distance));
}

Vec mainAxis(const Ring& ring) {
    Vec best{1, 0};
    double longest = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec along = ring[(i + 1) % ring.size()] - ring[i];
        if (length(along) > longest) {
            longest = length(along);
            best = unit(along);
        }
    }
    return best;
}

double depth(const Ring& convex) {
    const Vec across = left(mainAxis(convex));
    double least = dot(convex.front(), across);
    double most = least;
    for (Vec p : convex) {
        least = std::min(least, dot(p, across));
        most = std::max(most, dot(p, across));
    }
    return most - least;
}

Ring oval(Vec centre, Vec axis, double along, double across, int points) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        ring.push_back(centre + axis * (std::cos(angle) * along) + left(axis) * (std::sin(angle) * across));
    }
    return ring;
}

Ring box(Vec centre, Vec axis, double along, double across) {
    const Vec a = axis * along;
    const Vec b = left(axis) * across;
    return {centre - a - b, centre + a - b, centre + a + b, centre - a + b};
}

} // namespace tridesk::maps::city
