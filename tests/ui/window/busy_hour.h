// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/live_desk.h"

namespace tridesk::test {

/// Puts a busy hour on a desk: incidents of every level and stage, some late, around a place; units in every
/// status. Returns the incident that 1A12 works on, under way to it.
IncidentId playBusyHour(LiveDesk& live, GeoPoint centre);

} // namespace tridesk::test
