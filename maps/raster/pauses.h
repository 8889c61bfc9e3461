// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <unordered_map>

namespace tridesk::maps {

/// When something that failed may be asked for again, by its name: a server, or one of its tiles. After so
/// many failures without a success between them it is left alone, twice as long each time, by a random
/// quarter more or less, so that many consoles do not come back at once. A success ends that. Time comes in
/// from outside. Bounded: what has been due for long is forgotten.
class Pauses {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Milliseconds = std::chrono::milliseconds;

    /// `random` gives 0 to 1.
    Pauses(Milliseconds first, Milliseconds longest, int strikes, std::function<double()> random)
        : m_first(first)
        , m_longest(longest)
        , m_strikes(strikes)
        , m_random(std::move(random)) {}

    /// `grave`: no further failure is needed. `atLeast`: the server's own wish, obeyed at once. Failures of
    /// one moment, of requests that ran beside each other, make one pause.
    void failed(const QString& name, Time now, bool grave, Milliseconds atLeast = Milliseconds(0));
    void succeeded(const QString& name) { m_entries.erase(name); }
    [[nodiscard]] bool isPaused(const QString& name, Time now) const;
    /// It failed and has not answered since: one request at a time, until it does.
    [[nodiscard]] bool isDoubtful(const QString& name) const { return m_entries.contains(name); }
    [[nodiscard]] std::optional<Time> nextEnd(Time now) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

    static constexpr std::size_t mostNames = 4096;

private:
    struct Entry {
        int strikes = 0;
        int pauses = 0;
        Time until;
    };
    void bound(Time now);

    Milliseconds m_first;
    Milliseconds m_longest;
    int m_strikes;
    std::function<double()> m_random;
    std::unordered_map<QString, Entry> m_entries;
};

} // namespace tridesk::maps
