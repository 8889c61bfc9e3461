// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDebug;

namespace tridesk {

/// What proves to a camera or gateway that we may look. It never stands in an address, a log, an error or the
/// record: it has no words, and the one place that joins it to an address is what opens the stream.
struct FeedLogin {
    QString user = {};
    QString password = {};
    QString query =
        {}; ///< "token=…&pwd=…": what an address carried after its '?' and is as secret as a password

    [[nodiscard]] bool isEmpty() const { return user.isEmpty() && password.isEmpty() && query.isEmpty(); }
    friend bool operator==(const FeedLogin&, const FeedLogin&) = default;
};
QDebug operator<<(QDebug, const FeedLogin&) = delete;

/// A login and the host that it was given for. An address that leads elsewhere by now does not get it:
/// whoever may change a feed's address could otherwise have its login sent to a host of their own.
struct HostLogin {
    QString host = {};
    FeedLogin login = {};

    friend bool operator==(const HostLogin&, const HostLogin&) = default;
};

/// Those of a feed's two streams.
struct FeedLogins {
    HostLogin main = {};
    HostLogin sub = {};

    [[nodiscard]] bool isEmpty() const { return main.login.isEmpty() && sub.login.isEmpty(); }
    friend bool operator==(const FeedLogins&, const FeedLogins&) = default;
};
QDebug operator<<(QDebug, const FeedLogins&) = delete;

} // namespace tridesk
