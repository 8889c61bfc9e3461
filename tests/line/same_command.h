// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <tuple>

namespace tridesk::test {

/// Commands have no equality of their own: nothing but a test asks for it. Their fields are taken one by one.
namespace fields {

struct Any {
    template <class T>
    operator T() const;
};

template <class T, class... Anys>
constexpr size_t count() {
    if constexpr (requires { T{Anys{}..., Any{}}; })
        return count<T, Anys..., Any>();
    else
        return sizeof...(Anys);
}

template <class T>
auto of(const T& v) {
    constexpr size_t n = count<T>();
    if constexpr (n == 0) {
        return std::tuple();
    } else if constexpr (n == 1) {
        const auto& [a] = v;
        return std::tie(a);
    } else if constexpr (n == 2) {
        const auto& [a, b] = v;
        return std::tie(a, b);
    } else if constexpr (n == 3) {
        const auto& [a, b, c] = v;
        return std::tie(a, b, c);
    } else if constexpr (n == 4) {
        const auto& [a, b, c, d] = v;
        return std::tie(a, b, c, d);
    } else if constexpr (n == 5) {
        const auto& [a, b, c, d, e] = v;
        return std::tie(a, b, c, d, e);
    } else if constexpr (n == 6) {
        const auto& [a, b, c, d, e, f] = v;
        return std::tie(a, b, c, d, e, f);
    } else if constexpr (n == 7) {
        const auto& [a, b, c, d, e, f, g] = v;
        return std::tie(a, b, c, d, e, f, g);
    } else if constexpr (n == 8) {
        const auto& [a, b, c, d, e, f, g, h] = v;
        return std::tie(a, b, c, d, e, f, g, h);
    } else {
        static_assert(n == 9);
        const auto& [a, b, c, d, e, f, g, h, i] = v;
        return std::tie(a, b, c, d, e, f, g, h, i);
    }
}

} // namespace fields

[[nodiscard]] inline bool same(const Command& a, const Command& b) {
    return a.index() == b.index() &&
           std::visit([&]<class T>(const T& left) { return fields::of(left) == fields::of(std::get<T>(b)); },
                      a);
}

} // namespace tridesk::test
