// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"

#include <memory>

namespace tridesk {

/// Tells a person, or another program, how an import stands.
class ImportTeller {
public:
    /// A bar on a terminal; elsewhere a line for each phase and each tenth of a long one, to the error
    /// output. For programs: to the output, a line each time something is to be told, the fields of
    /// ImportProgress parted by tabs: phase, part, whole, done, total, 1 where it was skipped.
    [[nodiscard]] static std::unique_ptr<ImportTeller> make(bool forPrograms);

    virtual ~ImportTeller() = default;
    virtual void tell(const maps::ImportProgress& progress) = 0;
    virtual void end() {}
};

} // namespace tridesk
