// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/facts.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

#include <QDate>
#include <QList>

namespace tridesk {

using Decision = Result<QList<Fact>>;

/// What a decision needs from outside.
struct DecisionContext {
    Instant now;
    QDate today; ///< the desk's local day, for incident numbers
    IdSource& ids;
};

/// What a request leads to in a situation: facts to be journalled (none where nothing changes), or a refusal.
/// Pure: asks nothing but its arguments. Whether the seat may ask at all is app/access/permission.h's
/// question.
[[nodiscard]] Decision decide(const Situation& situation, const Request& request, DecisionContext& context);

/// What stands against sending `to` to an incident, before anything is sent: the same question that
/// IssueOrder asks. UnitBusy can be overridden with a reason, the others cannot.
[[nodiscard]] Result<void> mayIssue(const Situation& situation, const IncidentId& incident,
                                    const Addressee& to);

} // namespace tridesk
