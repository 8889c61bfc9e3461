// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tridesk::maps::city {

/// SplitMix64 with integers only: the same numbers everywhere, which <random>'s distributions do not promise.
class Prng {
public:
    explicit Prng(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    /// 0 .. count-1; count > 0. The bias is beyond seeing for the small counts used here.
    int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double real(double least, double most) { return least + (most - least) * unit(); }
    bool chance(double probability) { return unit() < probability; }

    template <typename T>
    const T& pick(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }
    template <typename T>
    void shuffle(std::vector<T>& list) {
        for (int i = static_cast<int>(list.size()) - 1; i > 0; --i)
            std::swap(list[static_cast<std::size_t>(i)], list[static_cast<std::size_t>(below(i + 1))]);
    }
    /// An independent stream, so that a change in one part of the city leaves the others as they are.
    [[nodiscard]] Prng fork(std::uint64_t key) const {
        Prng mixer(m_state ^ (key * 0xD1342543DE82EF95U + 0x632BE59BD9B4E019U));
        mixer.next();
        return Prng(mixer.next());
    }

private:
    std::uint64_t m_state;
};

} // namespace tridesk::maps::city
