// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>

#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace tridesk::test {

/// Runs `body` in a process of its own and returns what it returned (0 to 255), or −1.
[[nodiscard]] inline int inChild(const std::function<int()>& body) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body());
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Runs `body` as somebody who may read the folders and not write them (root may write everywhere).
[[nodiscard]] inline int asGuest(const QStringList& folders, const std::function<int()>& body) {
    constexpr auto readable = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    for (const QString& folder : folders)
        QFile::setPermissions(folder, readable);
    constexpr unsigned nobody = 65534;
    const int seen = inChild([&] {
        if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0))
            return 99;
        return body();
    });
    for (const QString& folder : folders)
        QFile::setPermissions(folder, readable | QFile::WriteOwner);
    return seen;
}

} // namespace tridesk::test
