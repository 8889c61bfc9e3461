// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QString>

namespace tridesk {

/// How long somebody is on the scene, in steps that are seen at a glance (desk.md, *Colour and sound*): 0
/// fresh, then after 10, 20 and 40 minutes. It is no overdue, and takes neither its red nor its sound.
[[nodiscard]] constexpr int ageingStep(Milliseconds onScene) {
    using namespace std::chrono_literals;
    return onScene < 10min ? 0 : onScene < 20min ? 1 : onScene < 40min ? 2 : 3;
}
constexpr int mostAged = 3;

[[nodiscard]] inline QString ageingSign(int step) {
    return step == 0 ? QString() : QStringLiteral("◔◑◕").mid(step - 1, 1);
}

} // namespace tridesk
