// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/may.h"

#include "app/access/permission.h"
#include "app/domain/decide.h"

namespace tridesk {

namespace {

/// For asking whether a command would be taken: its ids are thrown away.
class NoIds final : public IdSource {
public:
    QUuid next() override { return QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0); }
};

} // namespace

Result<void> may(const Situation& situation, const Actor& actor, const Command& command, Instant now) {
    if (const auto allowed = permitted(situation, actor, command); !allowed)
        return allowed;
    NoIds ids;
    DecisionContext context{now, toDateTime(now).toLocalTime().date(), ids};
    const Decision decision = decide(situation, Request{{}, actor, {}, command}, context);
    return decision ? Result<void>() : std::unexpected(decision.error());
}

} // namespace tridesk
