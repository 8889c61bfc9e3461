// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/luma_digest.h"

#include <algorithm>
#include <cstdlib>

namespace tridesk {

namespace {

constexpr int fractions = 16;

std::uint32_t sumOf(const std::uint8_t* samples, int count, int step) {
    std::uint32_t sum = 0;
    if (step == 1) { // the usual case, which the compiler makes wide
        for (int i = 0; i < count; ++i)
            sum += samples[i];
    } else {
        for (int i = 0; i < count; ++i)
            sum += samples[std::ptrdiff_t(i) * step];
    }
    return sum;
}

std::uint16_t meanOf(const LumaPlane& plane, int left, int right, int top, int bottom) {
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    for (int y = top; y < bottom; y += 2) {
        sum += sumOf(plane.data + y * plane.stride + std::ptrdiff_t(left) * plane.step, right - left,
                     plane.step);
        count += std::uint64_t(right - left);
    }
    return count == 0 ? std::uint16_t(0) : std::uint16_t(sum * fractions / count);
}

} // namespace

LumaDigest::LumaDigest(const LumaPlane& plane) {
    if (plane.data == nullptr || plane.width <= 0 || plane.height <= 0)
        return;
    auto* mean = m_means.data();
    for (int row = 0; row < rows; ++row) {
        const int top = plane.height * row / rows;
        const int bottom = plane.height * (row + 1) / rows;
        for (int column = 0; column < columns; ++column)
            *mean++ = meanOf(plane, plane.width * column / columns, plane.width * (column + 1) / columns, top,
                             bottom);
    }
}

bool LumaDigest::differsFrom(const LumaDigest& other) const {
    return !std::ranges::equal(m_means, other.m_means, [](std::uint16_t a, std::uint16_t b) {
        return std::abs(int(a) - int(b)) < leastChange * fractions;
    });
}

} // namespace tridesk
