// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/intake/incident_file.h"

namespace tridesk {

/// What an import came to.
struct ImportReport {
    qint64 taken = 0;   ///< new in the record
    qint64 known = 0;   ///< there already, with the same content
    qint64 changed = 0; ///< there already, with other content: left as they are
    qint64 refused = 0;
    QList<FileFault> faults;  ///< the first mostFaults of what was refused or had changed
    QString stopped;          ///< why it ended before the end of the file; empty as a rule
    bool isCancelled = false; ///< it was told to end

    static constexpr int mostFaults = 1000;

    void count(qint64 row, const Outcome& outcome);
    void count(const FileFault& fault);
};

} // namespace tridesk
