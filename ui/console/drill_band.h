// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/practice.h"

class QWidget;

namespace tridesk {

class Look;

/// Over the whole width of a window of a drill, and in its title: nobody shall take it for the live desk.
/// Once a window; `look` outlives it.
void bandAsDrill(QWidget& window, const Practice& practice, const Look& look);

} // namespace tridesk
