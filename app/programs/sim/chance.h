// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QStringView>

#include <cstdint>

namespace tridesk::sim {

/// Chance that falls the same way in every run and on every machine, unlike std's distributions. A splitmix64
/// stream; of() starts one that depends on a name, so that one crew's luck does not move another's.
class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : m_state(seed) {}

    [[nodiscard]] Chance of(QStringView name) const {
        std::uint64_t mixed = m_state;
        for (const QChar c : name)
            mixed = (mixed ^ c.unicode()) * 0x100000001b3ULL;
        return Chance(mixed);
    }

    std::uint64_t next() {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// 0 ≤ x < 1
    double share() { return double(next() >> 11) * 0x1.0p-53; }
    double between(double least, double most) { return least + (most - least) * share(); }
    /// 0 ≤ n < count; count > 0
    int below(int count) { return int(next() % std::uint64_t(count)); }
    bool happens(double probability) { return share() < probability; }

private:
    std::uint64_t m_state;
};

} // namespace tridesk::sim
