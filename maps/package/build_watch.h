// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <functional>

namespace tridesk::maps {

/// How a builder of a part of the package says how far it is, 0 to 1 and never falling, and is told to end:
/// false. Called on the builder's thread, often; may be empty.
using BuildWatch = std::function<bool(double part)>;

/// The error of a builder that was told to end.
inline constexpr char16_t endedText[] = u"told to end";

/// One stretch of a builder's work, as a share of the whole.
class BuildStretch {
public:
    BuildStretch(const BuildWatch& watch, double from, double to)
        : m_watch(watch)
        , m_from(from)
        , m_to(to) {}

    /// After each of `all` things; asks the watch now and then only. False: end.
    [[nodiscard]] bool count(qint64 done, qint64 all) const {
        constexpr qint64 Seldom = 1024;
        return done % Seldom != 0 || at(all > 0 ? double(done) / double(all) : 1);
    }
    [[nodiscard]] bool at(double part) const { return !m_watch || m_watch(m_from + part * (m_to - m_from)); }

private:
    const BuildWatch& m_watch;
    double m_from;
    double m_to;
};

} // namespace tridesk::maps
