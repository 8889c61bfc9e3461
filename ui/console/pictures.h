// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;

namespace tridesk {

class Console;

/// Saves a picture of each window after some seconds, then ends the program: 0, or 2 where a file cannot be
/// written.
void takePictures(Console& console, const QString& file, int afterSeconds);

} // namespace tridesk
