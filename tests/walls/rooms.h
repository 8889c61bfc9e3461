// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/walls/house.h"

/// Which room may know which: includes and link lines go downwards only.
namespace tridesk::walls {

/// The room that a file or folder stands in ("app/desk", "ui/panes/queue", "maps/roads", "app/programs");
/// empty for what is in none.
[[nodiscard]] QString roomOf(const QString& path);

/// Whether files of one room may include, and its target link, those of the other.
[[nodiscard]] bool mayUse(const QString& from, const QString& to);

[[nodiscard]] QList<Breach> upwardIncludes(const QList<SourceFile>& house);
[[nodiscard]] QList<Breach> upwardLinks(const QList<Link>& links);

/// Rooms that reach themselves again through their includes, a breach for each ring found.
[[nodiscard]] QList<Breach> ringsOfRooms(const QList<SourceFile>& house);

} // namespace tridesk::walls
