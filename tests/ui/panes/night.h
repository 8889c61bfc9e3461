// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scene.h"

namespace tridesk::test {

/// A bad night, the same in every run: twelve stations, sixty units, forty incidents in every stage, some of
/// them late.
void playNight(Scene& scene);

} // namespace tridesk::test
