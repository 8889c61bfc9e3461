// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user.h"

#include <expected>

namespace tridesk {

/// The words of a `user` command, as they were typed.
struct UserWords {
    QString what;
    QString login;
    QString name;
    QString role;
    QString seats;
};

/// What they ask for. Of `user`, what was not given is as it is made.
struct UserRequest {
    enum class What { Add, List, SetRole, SetPassword, Disable, Enable };
    What what = What::List;
    User user;

    [[nodiscard]] bool takesPassword() const { return what == What::Add || what == What::SetPassword; }
};

/// Reads and bounds what was typed. One line that names the word and its value where it cannot be.
[[nodiscard]] std::expected<UserRequest, QString> readUserRequest(const UserWords& words, Instant now);

/// A password out of the bytes of a line, without its end.
[[nodiscard]] std::expected<QString, QString> passwordFromLine(const QByteArray& line);
constexpr qsizetype longestPasswordLine = 512; ///< bytes

} // namespace tridesk
