// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QString>

#include <optional>

namespace tridesk {

/// The three tiers of people, and machines: sources that report incidents, and the desk's own clockwork.
enum class Tier { Bureau, Station, Field, Machine };

/// One place at which a user is signed in. Every command carries it. Written "bureau", "bureau:2",
/// "station:ST03", "field:1A12" (the unit's code), "machine:cad-feed".
struct Seat {
    Tier tier = Tier::Machine;
    QString place; ///< post code, unit code or source name; for the bureau the desk's number, or empty

    [[nodiscard]] static std::optional<Seat> parse(QStringView text);
    [[nodiscard]] QString toString() const;
    [[nodiscard]] std::optional<PostId> post() const; ///< of a station seat
    [[nodiscard]] std::optional<UnitId> unit() const; ///< of a field seat

    friend bool operator==(const Seat&, const Seat&) = default;
};

/// The seat of the desk's own clockwork, which marks what is late.
[[nodiscard]] Seat clockworkSeat();

/// As what somebody is signed in: which commands each may ask for, beyond tier and post, stands in
/// app/access/rights.h. Anybody: at a desk without users nobody signs in, and tier and post alone decide.
enum class Role { Anybody, Dispatcher, Supervisor, DutyOfficer, Crew, Reviewer, Administrator };

/// Who acts: a user at a seat. The role is that of the sign-in and goes with every request to where it is
/// decided; the journal keeps the seat and the user.
struct Actor {
    Seat seat;
    QString user;
    Role role = Role::Anybody;

    friend bool operator==(const Actor&, const Actor&) = default;
};

} // namespace tridesk
