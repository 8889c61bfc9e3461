// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtLogging>

#include <expected>
#include <optional>
#include <utility>

namespace tridesk::test {

/// What a test knows to be there; where it is not, the test is wrong and stops at once.
template <class T>
[[nodiscard]] const T& must(const std::optional<T>& maybe) {
    if (!maybe)
        qFatal("a test asked for a value that is not there");
    return *maybe;
}
template <class T>
[[nodiscard]] T must(std::optional<T>&& maybe) {
    if (!maybe)
        qFatal("a test asked for a value that is not there");
    return *std::move(maybe);
}
template <class T, class E>
[[nodiscard]] T must(std::expected<T, E>&& made) {
    if (!made)
        qFatal("a test asked for a value that was not made");
    return *std::move(made);
}

} // namespace tridesk::test
