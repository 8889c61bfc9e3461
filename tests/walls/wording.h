// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/walls/house.h"

/// What may not stand in the text of a file, and what must.
namespace tridesk::walls {

/// Forms that are never used in some rooms: SQL outside the stores, string-based connects, nested event
/// loops, fixed waits, singletons, a clock or chance inside the domain.
[[nodiscard]] QList<Breach> forbiddenForms(const QList<SourceFile>& house);

/// Files that do not begin with the two lines of the licence.
[[nodiscard]] QList<Breach> missingLicences(const QList<SourceFile>& house);

/// Sources longer than one thing can be.
[[nodiscard]] QList<Breach> overlongFiles(const QList<SourceFile>& house);

} // namespace tridesk::walls
