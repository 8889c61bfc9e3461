// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/import_words.h"

#include "ui/text/refusals.h"

#include <algorithm>

namespace tridesk {

QList<ImportLine> importLines(const QList<FileFault>& faults, const Situation& situation) {
    QList<ImportLine> lines;
    for (const FileFault& fault : faults)
        lines.append({.row = fault.row,
                      .field = fault.refusal.field,
                      .value = fault.refusal.value,
                      .why = refusalText(fault.refusal, situation)});
    return lines;
}

ImportSummary importSummary(const ImportReport& report, const Situation& situation) {
    return {.taken = report.taken,
            .known = report.known,
            .changed = report.changed,
            .refused = report.refused,
            .lines = importLines(report.faults, situation),
            .stopped = report.stopped,
            .isCancelled = report.isCancelled};
}

QList<std::pair<UnitId, QString>> unitChoices(const Situation& situation) {
    QList<std::pair<UnitId, QString>> choices;
    for (const Unit& unit : situation.units())
        choices.append({unit.definition.id, unit.definition.callsign.toString()});
    std::ranges::sort(choices, {}, &std::pair<UnitId, QString>::second);
    return choices;
}

} // namespace tridesk
