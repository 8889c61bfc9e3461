// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tridesk {

/// What of a journal is a seat's on another machine, as things stand. The rules are those of app/access, as
/// the server of a site has them too (packaging/site/README.md); here they are asked of what is in the
/// situation, for each entry that is given. Seats of a crew and of a station are served, no other. An order
/// is given before it can no longer be recalled, and the terminal hides it until then. Pure; holds on to
/// both.
class SeatScope {
public:
    SeatScope(const Situation& situation, const Seat& seat);

    [[nodiscard]] bool isServed() const;
    [[nodiscard]] bool isStation() const { return m_seat.tier == Tier::Station; }
    [[nodiscard]] const Actor& actor() const { return m_actor; }

    /// It is the seat's, or has been as far as the situation tells: a station's by its place, and whoever's
    /// by an order, a recalled one too, or by whom it was brought.
    [[nodiscard]] bool isAbout(const Incident& incident) const;
    [[nodiscard]] bool sees(const Incident& incident) const;
    [[nodiscard]] bool isOwn(const UnitId& unit) const;
    [[nodiscard]] bool reads(const Message& message) const;
    [[nodiscard]] bool sees(const Plot& plot) const;

    /// Whether an entry of another stream than an incident's or a plot's may be given.
    [[nodiscard]] bool isOpen(const Entry& entry) const;
    /// Of an incident that it sees: who watched is the bureau's, and what was kept of it no crew's.
    [[nodiscard]] bool isOpenOf(const Entry& entry) const;
    [[nodiscard]] bool knowsCallers(const Incident& incident) const;

    [[nodiscard]] QList<const PremiseNote*> notesOf(const Incident& incident) const;

private:
    [[nodiscard]] bool isAtPlaceOfIts(const PremiseNoteId& note) const;

    const Situation& m_situation;
    Seat m_seat;
    Actor m_actor;
    mutable std::optional<QSet<PremiseNoteId>> m_near; ///< notes on places that a crew is at; once gathered
};

} // namespace tridesk
