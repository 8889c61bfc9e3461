// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/outage_events.h"

namespace tridesk::test {

/// What must be so once everything has come back. The seats have ended. Empty where it is; else what is not.
namespace outage_check {

/// Each command that was acknowledged is in the journal exactly once, or was put before whoever asked for it;
/// one that was refused is not; one without a word once at most, and not both.
[[nodiscard]] QString everythingIsInOnce(const OutageScene& scene, const QList<Asked>& asked);

/// What a seat has kept: a console the beginning of the journal, a seat over the gateway's link what the
/// gateway would give it from the first entry on, up to where it has followed.
[[nodiscard]] QString seatKept(const OutageScene& scene, OutageScene::Seat seat);

/// A seat showed at last what it has kept and nothing besides: what was given up or decided otherwise is
/// taken back. What it put before somebody is what it has kept of that.
[[nodiscard]] QString seatShowed(const OutageScene& scene, OutageScene::Seat seat);

} // namespace outage_check

} // namespace tridesk::test
