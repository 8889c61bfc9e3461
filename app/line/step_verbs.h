// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/line/verbs.h"

#include <optional>

/// The verbs that stand for one step, status or mark.
namespace tridesk::line {

[[nodiscard]] std::optional<Verb> statusVerb(const SetUnitStatus& command);
[[nodiscard]] std::optional<Verb> stepVerb(OrderStage stage);
[[nodiscard]] Verb flagVerb(IncidentFlag flag);

} // namespace tridesk::line
