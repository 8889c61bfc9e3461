// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tridesk::ui {

// What the map is painted on. Auto: OpenGL where a graphics card answers, else the raster surface, which is
// faster than OpenGL made by the processor.
enum class MapSurface { Auto, Raster, OpenGl };

// Asks once for all windows: makes a context without a window and asks whose it is. GUI thread.
[[nodiscard]] bool hasGraphicsCard();

// Whether OpenGL's renderer string is that of a program that draws with the processor.
[[nodiscard]] bool isSoftwareRenderer(const QByteArray& renderer);

} // namespace tridesk::ui
