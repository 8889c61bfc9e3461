// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/domain/seat.h"

#include <QList>

#include <optional>

namespace tridesk {

/// Which seats somebody may take: "bureau" (every desk of it), "station:ST03", "station:*", "field:1A12",
/// "field:*".
class SeatRule {
public:
    [[nodiscard]] static std::optional<SeatRule> parse(QStringView text);

    [[nodiscard]] bool allows(const Seat& seat) const;
    [[nodiscard]] QString toString() const;

    friend bool operator==(const SeatRule&, const SeatRule&) = default;

private:
    Seat m_seat;
    bool m_all = false; ///< every place of the tier
};

/// Somebody who may sign in; without the password, of which only the store keeps a hash.
struct User {
    Login login;
    QString name; ///< as it is shown; empty: the login name
    Role role = Role::Dispatcher;
    QList<SeatRule> seats;
    bool disabled = false;
    Instant addedAt = {};

    [[nodiscard]] bool mayTake(const Seat& seat) const;
    [[nodiscard]] Actor actorAt(const Seat& seat) const { return {seat, login.toString(), role}; }
    friend bool operator==(const User&, const User&) = default;
};

/// Where a role sits unless it is said otherwise; empty for those whose post or unit must be named.
[[nodiscard]] QList<SeatRule> usualSeats(Role role);

} // namespace tridesk
