// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/incident_report.h"
#include "ui/report/span_document.h"

namespace tridesk {

/// All that the record says of one incident, as it is printed. `map`: where it is; may be null. GUI thread.
[[nodiscard]] ReportDocument incidentDocument(const IncidentReport& report, const QImage& map,
                                              const ReportMaking& making);

} // namespace tridesk
