// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace tridesk::gateway {

/// A new password for `login`: asked for twice at a terminal, which does not show it; the first line of stdin
/// where that is no terminal. Never an argument: those stand in the list of processes. One line where it
/// cannot be had.
[[nodiscard]] std::expected<QString, QString> readNewPassword(const QString& login);

} // namespace tridesk::gateway
