// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/import_report.h"
#include "ui/shell/import_sheet.h"

#include <QList>

namespace tridesk {

// What became of a file, in the words of the language that is set.

[[nodiscard]] QList<ImportLine> importLines(const QList<FileFault>& faults, const Situation& situation);
[[nodiscard]] ImportSummary importSummary(const ImportReport& report, const Situation& situation);

/// All units with their callsigns, by callsign.
[[nodiscard]] QList<std::pair<UnitId, QString>> unitChoices(const Situation& situation);

} // namespace tridesk
