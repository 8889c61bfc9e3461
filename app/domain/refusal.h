// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace tridesk {

/// Why a command was not carried out. Its wording is made in ui/text (and in app/intake for machines).
enum class RefusalCode {
    NotPermitted, ///< this seat may not do that; value: what
    NotOfRole,    ///< another role's right; field: the right (app/access/rights.h), value: the role signed in
    UnknownIncident,
    UnknownUnit,
    UnknownPost,
    UnknownBeat,
    UnknownOrder,
    UnknownMessage,
    UnknownPlot,
    UnknownPlace,
    UnknownCamera,
    UnknownFeed,
    UnknownView, ///< not open, or another seat's
    UnknownFootage,
    UnknownHandover,
    UnknownStatus,
    UnknownType,
    UnknownDisposition,
    Missing,                   ///< a field that must be given is empty
    TooLong,                   ///< detail: the most that is allowed
    TooMany,                   ///< detail: the most that is allowed
    Invalid,                   ///< a value that cannot be
    DuplicateWithOtherContent, ///< the source's key is known, with other content
    AlreadyDefined,            ///< another thing has that name
    IncidentClosed,
    IncidentHasOpenOrders,
    Incomplete,       ///< what the catalogue requires is not known; field: the first, detail: all; a reason
                      ///< overrides
    NoRoom,           ///< nobody was sent to the incident yet
    UnitOff,          ///< nobody crews the unit
    UnitBusy,         ///< works on another order; value: that incident's number; a reason overrides
    AlreadyAssigned,  ///< has an open order on this incident
    OrderOver,        ///< closed, recalled, refused or cancelled before
    OrderNotReleased, ///< the addressee may not see it yet
    OrderReleased,    ///< too late to recall
    OutOfTurn,        ///< the chain does not lead there; value: the stage it stands at
    ReasonNeeded,
    HeldByHigherTier, ///< the bureau's order holds the unit; value: that incident's number
    InEmergency,      ///< an emergency of the unit stands
    NoEmergency,      ///< nothing to acknowledge or end
    AlreadyMerged,    ///< value: the incident it was merged into
    NotMerged,
    NotClosed,
    AwayAlready, ///< transferred, and not returned; value: the agency
    NotAway,
    SameUser, ///< a handover is signed by two
    NoTimer,
    UnknownPremiseNote,
    UnknownBookmark,
    UnknownStep,  ///< the incident's plan has no such step
    NobodyThere,  ///< nobody sits at that desk
    NeverShelved, ///< an emergency stays in sight
    Replayed,     ///< what is shown is the record of another time
    Storage,      ///< the journal could not take it; detail: why
};

struct Refusal {
    RefusalCode code = RefusalCode::Invalid;
    QString field; ///< which input, in the words of the interface: "place.lat", "unit"
    QString value; ///< what was given, shortened to 80 characters
    QString detail;

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Result = std::expected<T, Refusal>;

[[nodiscard]] inline std::unexpected<Refusal> refuse(RefusalCode code, QString field = {},
                                                     const QString& value = {}, QString detail = {}) {
    return std::unexpected(Refusal{code, std::move(field), value.left(80), std::move(detail)});
}

} // namespace tridesk
