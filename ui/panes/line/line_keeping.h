// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace tridesk {

class SeatDesk;

/// Whether a line may stand in a history, which outlives the sign-in and the incident: not where it names a
/// caller, or is about an incident that is sensitive or whose caller is confidential.
[[nodiscard]] bool mayKeep(const QString& line, const SeatDesk& desk);

} // namespace tridesk
