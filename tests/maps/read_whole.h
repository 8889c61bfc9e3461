// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"
#include "maps/extract/reader.h"
#include "maps/extract/source.h"

#include <QString>

namespace tridesk::maps::test {

/// Hands all that stands in a file of OpenStreetMap data to the sink; false if it cannot be read.
inline bool readWhole(const QString& file, const QString& scratchFolder, ExtractSink& sink) {
    const ImportControl control;
    ImportWatch watch(control, false);
    auto source = identifySource(file, watch);
    return source && sortSource(*source, scratchFolder, watch) &&
           readExtract(source->pbfFile, sink).has_value();
}

} // namespace tridesk::maps::test
