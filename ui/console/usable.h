// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tridesk {

/// Says "usable" in the log (category tridesk.start, off by default) once a window has been painted for the
/// first time and the program waits for its user: what a start is measured by.
void logWhenUsable(QWidget* window);

} // namespace tridesk
