// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <chrono>

namespace tridesk {

/// A moment, UTC, to the millisecond. Written as ISO 8601 for people and as milliseconds since 1970 in
/// stores.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

[[nodiscard]] inline Instant instantFromMs(qint64 ms) {
    return Instant(Milliseconds(ms));
}
[[nodiscard]] inline qint64 toMs(Instant at) {
    return at.time_since_epoch().count();
}
[[nodiscard]] inline QDateTime toDateTime(Instant at) {
    return QDateTime::fromMSecsSinceEpoch(toMs(at), QTimeZone::UTC);
}
[[nodiscard]] inline QString toIso(Instant at) {
    return toDateTime(at).toString(Qt::ISODateWithMs);
}

/// Where the time comes from: the machine in the programs, set by hand in tests. Asked from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace tridesk
