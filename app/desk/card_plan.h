// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/paper_card.h"
#include "app/domain/commands.h"

#include <functional>

namespace tridesk {

/// The words that go into the record with a card, in the language of the desk.
struct CardPhrases {
    QString entered; ///< the note that says so: "Entered afterwards from paper card %1"
    /// What a card says of its unit, where that cannot be an order any more: "1A12: dispatched 01:05, …"
    std::function<QString(const PaperCard& card, const QString& callsign)> times;
    QString channel; ///< how the desk came to know of a crew's steps: "paper"
    QString reason;  ///< why an incident is closed with something required unknown
};

struct CardVerdict {
    enum class Kind {
        Enters,
        EntersAsNote, ///< the unit has gone on since: its times become a note, and it is left in peace
        Known,        ///< entered before
        Refused
    };
    Kind kind = Kind::Enters;
    std::optional<CardFault> fault = {}; ///< of what is refused
    IncidentId incident = {};            ///< that it becomes, or became
};

/// What cards come to: one verdict for each, and what is to be asked for, in the order in which it happened,
/// whichever card it stands on; each with its own time and an id that is the same when it is asked again.
struct CardPlan {
    QList<CardVerdict> cards;
    QList<Request> requests;
    QList<qsizetype> cardOf; ///< of each request
};

/// Whether somebody may enter cards: where the shift's work is done, at the bureau and at stations.
[[nodiscard]] bool mayEnterCards(const Actor& actor);

/// Decides every step as the desk will, on a copy of the situation. A card is taken whole or not at all. A
/// unit of which something newer is known than its card says, or that is busy, or off duty by now, is not
/// ordered any more where the card says when it was clear again. Pure.
[[nodiscard]] CardPlan planCards(const Situation& situation, const Actor& actor,
                                 const QList<PaperCard>& cards, const CardPhrases& phrases, Instant now);

} // namespace tridesk
