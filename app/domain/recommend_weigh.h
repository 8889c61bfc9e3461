// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"

/// How one unit is judged by itself, coverage left aside; what recommend() and appraise() share.
namespace tridesk::weigh {

/// Why it cannot be picked, or nothing.
[[nodiscard]] std::optional<Barrier> barrier(const RecommendQuestion& question, const Candidate& candidate);
/// By road, or reckoned from the straight line; nothing where neither can be.
[[nodiscard]] std::optional<Milliseconds> travel(const RecommendQuestion& question,
                                                 const Candidate& candidate);
[[nodiscard]] bool isQualified(const RecommendQuestion& question, const Candidate& candidate);

/// What stands against it besides the way, in seconds. `reasons` takes them down where it is given, the time
/// of the way first.
[[nodiscard]] qint64 penalties(const RecommendQuestion& question, const Candidate& candidate,
                               QList<PickReason>* reasons = nullptr);

[[nodiscard]] Exclusion exclusion(const RecommendQuestion& question, const Candidate& candidate,
                                  Barrier barrier);

} // namespace tridesk::weigh
