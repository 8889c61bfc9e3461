// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tridesk {

/// 32 random bytes, as text behind `prefix`, which tells what it is where it is left lying in a file. Needs
/// libsodium to be ready (access_file.h).
[[nodiscard]] QByteArray randomSecret(const char* prefix);
/// What is kept of a secret that is given out once.
[[nodiscard]] QByteArray hashOfSecret(const QByteArray& secret);
/// In constant time.
[[nodiscard]] bool isSameHash(const QByteArray& a, const QByteArray& b);
/// Longer ones are none of ours.
constexpr qsizetype longestSecret = 200;

} // namespace tridesk
