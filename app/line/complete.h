// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/lookup.h"

namespace tridesk::line {

struct DispositionCode {
    TypeCode code;
};
struct IncidentTypeCode {
    TypeCode code;
};
struct SwitchOff {};

/// One way in which a line may go on. What it would do is worded in ui/text.
struct Candidate {
    std::variant<Verb, UnitId, PostId, IncidentId, MessageId, FeedId, DispositionCode, IncidentTypeCode,
                 Level, StatusName, Option, SwitchOff>
        what;
    QString word; ///< takes the place of what is typed of it
};

struct Completion {
    qsizetype at = 0; ///< of the word that is being typed
    qsizetype length = 0;
    Verb verb = Verb::Dispatch;  ///< of the line, where `candidates` are no verbs
    QList<Candidate> candidates; ///< the likeliest first; at most mostCandidates

    /// The line with a candidate in its place, and a blank where another word may follow.
    [[nodiscard]] QString with(const QString& line, const Candidate& candidate) const;
};

/// What may stand where the cursor is, `cursor` characters into the line; none where the line has a fault
/// before it.
[[nodiscard]] Completion complete(const QString& line, qsizetype cursor, const Context& context);

} // namespace tridesk::line
