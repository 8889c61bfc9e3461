// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/decide.h"

#include "app/domain/decisions.h"

namespace tridesk {

using namespace Qt::StringLiterals;

Decision decide(const Situation& situation, const Request& request, DecisionContext& context) {
    // Clocks of terminals differ a little; a report from tomorrow is a wrong clock or a wrong field.
    constexpr auto tolerated = std::chrono::minutes(5);
    if (request.happenedAt && *request.happenedAt > context.now + tolerated)
        return refuse(RefusalCode::Invalid, u"happened_at"_s, toIso(*request.happenedAt));
    const decisions::Asking asking{situation, request, context};
    return std::visit([&](const auto& command) { return decisions::decide(asking, command); },
                      request.command);
}

} // namespace tridesk
