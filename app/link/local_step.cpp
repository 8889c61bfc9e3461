// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/local_step.h"

#include "app/access/permission.h"
#include "app/domain/codec.h"
#include "app/domain/derived_ids.h"
#include "app/link/unsent.h"

#include <algorithm>

namespace tridesk {

Decision decideHere(const Situation& shown, const Request& request, Instant now) {
    if (const auto may = permitted(shown, request.actor, request.command); !may)
        return std::unexpected(may.error());
    DerivedIds ids(request.id);
    DecisionContext context{now, toDateTime(now).toLocalTime().date(), ids};
    Request mine = request; // the clock may have been set back since it was given
    mine.happenedAt = std::min(request.happenedAt.value_or(now), now);
    return decide(shown, mine, context);
}

QList<FoldedEntry> foldHere(Situation& shown, Unsent& unsent, const Request& request,
                            const QList<Fact>& facts, Instant now) {
    QList<FoldedEntry> entries;
    entries.reserve(facts.size());
    const Instant happened = request.happenedAt.value_or(now);
    for (const Fact& fact : facts) {
        Entry entry;
        entry.seq = shown.seq() + 1;
        entry.recordedAt = happened;
        entry.fact = encode(fact, request, happened);
        entries.append({entry, fact});
        fold(shown, entries.constLast());
    }
    note(unsent, request.command, facts);
    return entries;
}

void fold(Situation& situation, const FoldedEntry& each) {
    if (each.fact)
        situation.fold(each.entry, *each.fact);
    else
        situation.skip(each.entry);
}

} // namespace tridesk
