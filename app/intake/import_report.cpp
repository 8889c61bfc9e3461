// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/import_report.h"

namespace tridesk {

void ImportReport::count(const FileFault& fault) {
    if (faults.size() < mostFaults)
        faults.append(fault);
    if (fault.refusal.code == RefusalCode::DuplicateWithOtherContent)
        ++changed;
    else
        ++refused;
}

void ImportReport::count(qint64 row, const Outcome& outcome) {
    if (!outcome)
        count(FileFault{row, outcome.error()});
    else if (outcome->isEmpty())
        ++known;
    else
        ++taken;
}

} // namespace tridesk
